import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Profile, Role } from '../core/case';
import type { Say, UiKey } from '../data/ui';
import type { Tell } from './options';

const roles: readonly Role[] = ['prosecutor', 'judge', 'police'];
type TextField = 'office' | 'name' | 'title' | 'phone' | 'switchboard' | 'supervisor' | 'email' | 'timeZone';
const fields: readonly {
  readonly id: TextField;
  readonly label: UiKey;
  readonly autocomplete?: string;
  readonly wrong?: UiKey;
  readonly good?: (value: string) => boolean;
}[] = [
  { id: 'office', label: 'options.office', autocomplete: 'organization' },
  { id: 'name', label: 'options.name', autocomplete: 'name' },
  { id: 'title', label: 'options.jobTitle', autocomplete: 'organization-title' },
  { id: 'phone', label: 'options.phone', autocomplete: 'tel', wrong: 'options.phone.bad', good: isPhone },
  { id: 'switchboard', label: 'options.switchboard', wrong: 'options.phone.bad', good: isPhone },
  { id: 'supervisor', label: 'options.supervisor' },
  { id: 'email', label: 'options.email', autocomplete: 'email', wrong: 'options.email.bad', good: (value) => /^[^\s@]{1,64}@[^\s@]{3,190}$/u.test(value) },
  { id: 'timeZone', label: 'options.zone', wrong: 'options.zone.bad', good: isZone },
];

/** Who asks: entered once, used in every draft. */
export function Office({ profile, say, save, tell }: { profile: Partial<Profile>; say: Say; save: (profile: Partial<Profile>) => void; tell: Tell }) {
  const put = (id: keyof Profile, value: string) => {
    const { [id]: _old, ...rest } = profile;
    save(value === '' ? rest : { ...rest, [id]: value });
  };
  return (
    <section class="card stack" aria-labelledby="office">
      <h2 id="office">{say('options.profile')}</h2>
      <p class="soft">{say('options.profile.help')}</p>
      <div class="two">
        <label class="field">
          <span>{say('facts.country')}</span>
          <input
            type="text"
            maxLength={2}
            value={profile.country ?? ''}
            onChange={({ currentTarget }) => {
              const value = currentTarget.value.trim().toUpperCase();
              if (/^[A-Z]{2}$/u.test(value)) put('country', value);
              else tell('facts.country.bad');
            }}
          />
        </label>
        <label class="field">
          <span>{say('facts.role')}</span>
          <select value={profile.role ?? ''} onChange={({ currentTarget }) => put('role', currentTarget.value)}>
            {profile.role ? null : <option value="">–</option>}
            {roles.map((role) => (
              <option key={role} value={role}>
                {say(`facts.role.${role}`)}
              </option>
            ))}
          </select>
        </label>
        {fields.map(({ id, label, autocomplete, wrong, good }) => (
          <label class="field" key={id}>
            <span>{say(label)}</span>
            <input
              type="text"
              maxLength={200}
              autocomplete={autocomplete ?? 'off'}
              value={profile[id] ?? ''}
              onChange={({ currentTarget }) => {
                const value = currentTarget.value.trim();
                if (value !== '' && good && wrong && !good(value)) tell(wrong);
                else put(id, value);
              }}
            />
          </label>
        ))}
      </div>
    </section>
  );
}

function isPhone(value: string): boolean {
  return parsePhoneNumberFromString(value)?.isPossible() ?? false;
}

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
