import { useState } from 'preact/hooks';
import type { Profile } from '../core/case';
import type { LetterPack } from '../core/writing/letters';
import type { DecidingSettings, Flag } from '../data/schema/deciding';
import { sayIn, uiLanguageFor, type UiKey } from '../data/ui';
import { defaultSettings, lettersKey, profileKey, settingsKey, type Settings } from '../wire/settings';
import { Flags } from './flags';
import { Heuristics } from './heuristics';
import { Hosts } from './hosts';
import { Letters } from './letters';
import { Office } from './office';
import { Storage } from './storage';
import { Words } from './words';

/** What the page needs of the browser. */
export type OptionsBrowser = {
  writeStored(area: 'local', key: string, value: unknown): Promise<void>;
  readAllStored(area: 'local'): Promise<Record<string, unknown>>;
  removeStored(area: 'local', keys: string[]): Promise<void>;
  eraseStored(): Promise<void>;
  requestOrigins(origins: string[]): Promise<boolean>;
  removeOrigins(origins: string[]): Promise<void>;
  grantedOrigins(): Promise<readonly string[]>;
};
export type Tell = (key: UiKey) => void;

type Start = { readonly profile: Profile | undefined; readonly settings: Settings; readonly granted: readonly string[]; readonly letters?: LetterPack };
type Props = {
  readonly browser: OptionsBrowser;
  readonly flags: readonly Flag[];
  /** Figures of experience and their defaults; absent, the section is not shown. */
  readonly heuristics?: DecidingSettings;
  readonly start: Start;
  readonly browserLanguage: string;
  readonly onLanguage: (language: 'en' | 'it') => void;
};

/** The settings page: who asks, language, sites, law that may have changed, what is kept. */
export function Options({ browser, flags, heuristics, start, browserLanguage, onLanguage }: Props) {
  const [profile, setProfile] = useState<Partial<Profile>>(start.profile ?? {});
  const [settings, setSettings] = useState(start.settings);
  const [told, setTold] = useState<UiKey | null>(null);
  const language = uiLanguageFor(settings.language, browserLanguage);
  const say = sayIn(language);

  const saveProfile = (next: Partial<Profile>) => {
    setProfile(next);
    if (next.country && next.role) void browser.writeStored('local', profileKey, next).then(() => setTold('options.saved'));
  };
  const saveSettings = (change: Partial<Settings>) => {
    const next = { ...settings, ...change };
    setSettings(next);
    onLanguage(uiLanguageFor(next.language, browserLanguage));
    void browser.writeStored('local', settingsKey, next).then(() => setTold('options.saved'));
    if (change.keepAnswers === false)
      void browser.readAllStored('local').then((all) =>
        browser.removeStored(
          'local',
          Object.keys(all).filter((key) => key.startsWith('answers:')),
        ),
      );
  };
  const erase = async () => {
    await browser.eraseStored();
    setProfile({});
    setSettings(defaultSettings);
    setTold('options.erased');
  };
  return (
    <main class="options">
      <h1>{say('options.title')}</h1>
      <Office profile={profile} say={say} save={saveProfile} tell={setTold} />
      <section class="card" aria-labelledby="language">
        <h2 id="language">{say('options.language')}</h2>
        <select
          aria-labelledby="language"
          value={settings.language}
          onChange={({ currentTarget }) => saveSettings({ language: currentTarget.value as Settings['language'] })}
        >
          <option value="auto">{say('options.language.auto')}</option>
          <option value="en">English</option>
          <option value="it">Italiano</option>
        </select>
      </section>
      <Hosts browser={browser} granted={start.granted} say={say} tell={setTold} />
      <Flags flags={flags} chosen={settings.flags} say={say} save={(given) => saveSettings({ flags: given })} />
      {heuristics ? (
        <Heuristics standard={heuristics} chosen={settings.heuristics ?? {}} say={say} save={(given) => saveSettings({ heuristics: given })} tell={setTold} />
      ) : null}
      <Letters
        start={start.letters ?? {}}
        say={say}
        save={(pack) => void browser.writeStored('local', lettersKey, pack).then(() => setTold('options.saved'))}
        tell={setTold}
      />
      <Words start={settings.officeWords ?? {}} say={say} save={(officeWords) => saveSettings({ officeWords })} tell={setTold} />
      <Storage settings={settings} say={say} save={saveSettings} erase={() => void erase()} tell={setTold} />
      <p role="status" aria-live="polite" class="soft" data-testid="status">
        {told ? say(told) : ''}
      </p>
    </main>
  );
}
