import type { Profile, Tri } from '../core/case';
import { heuristicIds, type Heuristics } from '../core/deciding/situation';
import type { FlagId, UiLanguage } from '../core/ids';
import { phraseFault } from '../core/writing/office-words';
import type { OfficeWords } from '../core/writing/own-words';

/** Key of the office's own data in `storage.local`: a `Profile`, absent until it was entered. */
export const profileKey = 'profile';
/** Key of the person's choices in `storage.local`. */
export const settingsKey = 'settings';
/** Key of the office's own letters in `storage.local`: a `LetterPack`. */
export const lettersKey = 'letters';

/** Key of the threads that the person joined to one case, in `storage.local`: `Joins`. */
export const joinsKey = 'caseJoins';
/** Key of the office's corrections of the directory in `storage.local`: an `Overlay`. */
export const correctionsKey = 'directoryCorrections';

export type Settings = {
  /** Language of the screens; `auto` follows the browser. */
  readonly language: UiLanguage | 'auto';
  /** Typed answers outlive the browser only when this is true. */
  readonly keepAnswers: boolean;
  /** After how many days kept answers are erased. */
  readonly keepDays: number;
  /** What the office decided about a legal fact that may have changed; an absent one has its default. */
  readonly flags: Readonly<Partial<Record<FlagId, Tri>>>;
  /** Phrases that the office adds to what the check of drafts knows, by concept of `lint.json`. */
  readonly officeWords?: OfficeWords;
  /** When the office chases, lodges, expects assistance; an absent figure has its default. */
  readonly heuristics?: Heuristics;
};

export const defaultSettings: Settings = { language: 'auto', keepAnswers: false, keepDays: 30, flags: {} };

/** A profile as stored, or undefined for anything that is none. */
export function asProfile(value: unknown): Profile | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { country, role } = value as Partial<Profile>;
  return typeof country === 'string' && country !== '' && (role === 'prosecutor' || role === 'judge' || role === 'police') ? (value as Profile) : undefined;
}

/** Settings as stored, completed with the defaults; anything of the wrong kind is the default. */
export function asSettings(value: unknown): Settings {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Partial<Settings>;
  return {
    language: given.language === 'en' || given.language === 'it' ? given.language : 'auto',
    keepAnswers: given.keepAnswers === true,
    keepDays: typeof given.keepDays === 'number' && given.keepDays >= 1 && given.keepDays <= 365 ? Math.round(given.keepDays) : defaultSettings.keepDays,
    flags: typeof given.flags === 'object' && given.flags !== null ? given.flags : {},
    ...asOfficeWords(given.officeWords),
    ...asHeuristics(given.heuristics),
  };
}

/** At most 40 phrases of 80 characters for each of 20 concepts; anything else is left out. */
function asOfficeWords(value: unknown): Pick<Settings, 'officeWords'> {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value as Record<string, unknown>)
    .filter(([concept, phrases]) => /^[A-Z][A-Z0-9_]{1,40}$/u.test(concept) && Array.isArray(phrases))
    .slice(0, 20)
    .map(
      ([concept, phrases]) =>
        [
          concept,
          (phrases as unknown[]).filter((one): one is string => typeof one === 'string' && phraseFault(one.trim().toLowerCase()) === undefined).slice(0, 40),
        ] as const,
    )
    .filter(([, phrases]) => phrases.length > 0);
  return entries.length > 0 ? { officeWords: Object.fromEntries(entries) } : {};
}

/** Whole figures between 1 and 1000 under known names; anything else is the default. */
function asHeuristics(value: unknown): Pick<Settings, 'heuristics'> {
  if (typeof value !== 'object' || value === null) return {};
  const entries = heuristicIds
    .map((id) => [id, (value as Record<string, unknown>)[id]] as const)
    .filter(([, count]) => typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= 1000);
  return entries.length > 0 ? { heuristics: Object.fromEntries(entries) as Heuristics } : {};
}
