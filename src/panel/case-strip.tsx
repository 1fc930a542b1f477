import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Case, Emergency, Preservation, Role } from '../core/case';
import { dataCategories } from '../core/ids';
import { CasePlaces } from './case-places';
import { ReceivedOn } from './received-on';
import type { Store } from './store';
import { dateText } from './times';

const open = signal(false);

/** Opens the form and brings it into view. */
export function openCase(): void {
  open.value = true;
  document.getElementById('case')?.scrollIntoView({ block: 'start' });
}

const emergencies: readonly Emergency[] = ['now', 'none', 'ended'];
const roles: readonly Role[] = ['prosecutor', 'judge', 'police'];
const holds: readonly Preservation['state'][] = ['none', 'requested', 'confirmed', 'expired'];

/** The few facts of the case that change the advice: one line, a form when asked for. */
export function CaseStrip({ store }: { store: Store }) {
  const say = store.say.value;
  // The question stays while this mail is open: arrow keys choose each answer in turn, and nothing jumps under the pointer.
  const [asking, ask] = useState(false);
  const facts = store.facts.value;
  const profile = store.profile.value;
  const data = (facts.dataCategories ?? []).map((category) => say(`facts.data.short.${category}`)).join(', ');
  const said = [
    ...(facts.emergency === 'unknown' ? [] : [say(`facts.emergency.short.${facts.emergency}`)]),
    data || say('facts.data.unknown'),
    profile ? `${say(`facts.role.${profile.role}`)}, ${profile.country}` : say('facts.role.unknown'),
    say(`facts.hold.short.${facts.preservation?.state ?? 'none'}`),
  ].join('\u00a0· ');
  return (
    <section class="case" aria-labelledby="case">
      <h2 id="case" class="unseen">
        {say('facts.title')}
      </h2>
      {facts.emergency === 'unknown' || open.value || asking ? (
        <div onFocusIn={() => ask(true)}>
          <EmergencyChoice store={store} />
        </div>
      ) : null}
      <p class="row between">
        <span>{said}</span>
        <button type="button" class="plain" aria-expanded={open.value} aria-controls="case-form" onClick={() => void (open.value = !open.value)}>
          {say(open.value ? 'facts.done' : 'facts.change')}
        </button>
      </p>
      <StandDown store={store} />
      <TakeHold store={store} />
      <div id="case-form" hidden={!open.value}>
        {open.value ? <CaseForm store={store} /> : null}
      </div>
    </section>
  );
}

function EmergencyChoice({ store }: { store: Store }) {
  const say = store.say.value;
  return (
    <fieldset class="choice">
      <legend>{say('facts.emergency')}</legend>
      {emergencies.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name="emergency"
            value={value}
            checked={store.facts.value.emergency === value}
            onChange={() => store.setFacts({ emergency: value })}
          />
          <span>{say(`facts.emergency.${value as 'now' | 'none' | 'ended'}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The emergency is over: recorded with one click, and the closing note is open. The hold stays as it is. */
function StandDown({ store }: { store: Store }) {
  const say = store.say.value;
  if (store.facts.value.emergency !== 'now' || store.lookalike.value) return null;
  const over = () => {
    store.setFacts({ emergency: 'ended' });
    const note = store.assessment.value?.nextSteps.find(({ id }) => id === 'close_out');
    if (note) {
      store.step.value = note.id;
      store.view.value = 'draft';
    }
    store.tell('ok', note ? 'facts.over.done' : 'facts.over.recorded');
  };
  return (
    <button type="button" class="plain start" data-testid="stand-down" onClick={over}>
      {say('facts.over')}
    </button>
  );
}

/** A hold that the mail confirms is recorded with one click, never silently. */
function TakeHold({ store }: { store: Store }) {
  const say = store.say.value;
  const seen = store.assessment.value;
  if (!seen?.replyTypes.some(({ type }) => type === 'preservation_confirmed') || store.facts.value.preservation?.state === 'confirmed') return null;
  const { expiry, holdReference } = seen.facts;
  const since = store.message.value?.date;
  return (
    <button
      type="button"
      class="button second small"
      onClick={() =>
        store.setFacts({
          preservation: {
            state: 'confirmed',
            ...(since ? { since } : {}),
            ...(expiry ? { expires: expiry } : {}),
            ...(holdReference ? { reference: holdReference } : {}),
          },
        })
      }
    >
      {expiry ? say('facts.takeHold.until', { date: dateText(expiry, say) }) : say('facts.takeHold')}
    </button>
  );
}

function CaseForm({ store }: { store: Store }) {
  const say = store.say.value;
  const facts = store.facts.value;
  const hold: Preservation = facts.preservation ?? { state: 'none' };
  const categories = facts.dataCategories ?? [];
  const setHold = (change: { readonly [K in keyof Preservation]?: Preservation[K] | undefined }) =>
    store.setFacts({ preservation: clean({ ...hold, ...change }) as Preservation });
  const setOffence = (change: { readonly [K in keyof NonNullable<Case['offence']>]?: NonNullable<Case['offence']>[K] | undefined }) =>
    store.setFacts({ offence: clean({ ...facts.offence, ...change }) });
  const years = facts.offence?.maxYears;
  return (
    <div class="stack">
      <fieldset class="choice many">
        <legend>{say('facts.data')}</legend>
        {dataCategories.map((category) => (
          <label key={category}>
            <input
              type="checkbox"
              checked={categories.includes(category)}
              onChange={({ currentTarget }) =>
                store.setFacts({ dataCategories: dataCategories.filter((known) => (known === category ? currentTarget.checked : categories.includes(known))) })
              }
            />
            <span>{say(`facts.data.${category}`)}</span>
          </label>
        ))}
      </fieldset>
      <div class="two">
        <label class="field">
          <span>{say('facts.role')}</span>
          <select value={store.profile.value?.role ?? ''} onChange={({ currentTarget }) => store.setProfile({ role: currentTarget.value as Role })}>
            {store.profile.value ? null : <option value="">–</option>}
            {roles.map((role) => (
              <option key={role} value={role}>
                {say(`facts.role.${role}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{say('facts.country')}</span>
          <input
            type="text"
            maxLength={2}
            size={2}
            autocapitalize="characters"
            value={store.profile.value?.country ?? ''}
            onChange={({ currentTarget }) =>
              /^[a-z]{2}$/iu.test(currentTarget.value.trim())
                ? store.setProfile({ country: currentTarget.value.trim().toUpperCase() })
                : store.tell('warn', 'facts.country.bad')
            }
          />
        </label>
      </div>
      <div class="two">
        <label class="field">
          <span>{say('facts.hold')}</span>
          <select value={hold.state} onChange={({ currentTarget }) => setHold({ state: currentTarget.value as Preservation['state'] })}>
            {holds.map((state) => (
              <option key={state} value={state}>
                {say(`facts.hold.${state}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{say('facts.hold.reference')}</span>
          <input
            type="text"
            maxLength={80}
            value={hold.reference ?? ''}
            disabled={hold.state === 'none'}
            onChange={({ currentTarget }) => setHold({ reference: currentTarget.value.trim() || undefined })}
          />
        </label>
        <label class="field">
          <span>{say('facts.hold.since')}</span>
          <input
            type="date"
            value={(hold.since ?? '').slice(0, 10)}
            disabled={hold.state === 'none'}
            onChange={({ currentTarget }) => setHold({ since: currentTarget.value || undefined })}
          />
        </label>
        <label class="field">
          <span>{say('facts.hold.expires')}</span>
          <input
            type="date"
            value={(hold.expires ?? '').slice(0, 10)}
            disabled={hold.state === 'none'}
            onChange={({ currentTarget }) => setHold({ expires: currentTarget.value || undefined })}
          />
        </label>
      </div>
      <fieldset class="choice many">
        <legend>{say('facts.offence')}</legend>
        <label class="field">
          <span>{say('facts.maxYears')}</span>
          <input
            type="number"
            min={0}
            max={99}
            value={years === undefined ? '' : String(years)}
            onChange={({ currentTarget }) => {
              const value = currentTarget.value.trim() === '' ? undefined : Number(currentTarget.value);
              if (value === undefined || (Number.isFinite(value) && value >= 0 && value <= 99)) setOffence({ maxYears: value });
              else store.tell('warn', 'facts.maxYears.bad');
            }}
          />
        </label>
        <label>
          <input
            type="checkbox"
            checked={facts.offence?.terrorism === true}
            onChange={({ currentTarget }) => setOffence({ terrorism: currentTarget.checked })}
          />
          <span>{say('facts.terrorism')}</span>
        </label>
        <label>
          <input type="checkbox" checked={facts.offence?.listed === true} onChange={({ currentTarget }) => setOffence({ listed: currentTarget.checked })} />
          <span>{say('facts.listed')}</span>
        </label>
      </fieldset>
      <CasePlaces store={store} />
      <ReceivedOn store={store} />
      <p class="soft">{say('facts.remembered')}</p>
    </div>
  );
}

/** Leaves out what has no value: absent and undefined are different things in a case. */
function clean<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, given]) => given !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
