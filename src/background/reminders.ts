import { asJoins, joinedCases } from '../core/case/join';
import { caseOverview } from '../core/case/overview';
import { reminderKey, remindersOf } from '../core/case/reminders';
import { correctedProviders } from '../core/directory/corrected';
import { asOverlay } from '../core/directory/overlay';
import { lintBook as book } from '../data/lint';
import figures from '../data/settings.json';
import { timelineWords } from '../data/timeline-words';
import { uiLanguageFor } from '../data/ui-language';
import { readAllStored, readStored, watchStored, writeStored } from '../platform/panel-browser';
import { browserLanguage, everyHour, notify, setBadgeEverywhere } from '../platform/worker-browser';
import { asProfile, asSettings, correctionsKey, joinsKey, profileKey, settingsKey } from '../wire/settings';
import { storedCases, type CaseEvent, type StoredCase } from '../wire/stored-case';

/** Key in `storage.session` of the dates that a notification was shown for. */
const toldKey = 'remindersTold';

/** Keeps the number on the toolbar icon at what is due, and tells of what has become due. No word of a case leaves the store. */
export function startReminders(): void {
  everyHour('dues', () => void remind());
  watchStored((area, keys) => {
    if (area === 'local' && keys.some((key) => key.startsWith('case:') || key === joinsKey || key === settingsKey)) void remind();
  });
  void remind();
}

async function remind(): Promise<void> {
  const stored = await readAllStored('local');
  const settings = asSettings(stored[settingsKey]);
  const zone = asProfile(stored[profileKey])?.timeZone || Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const now = new Date().toISOString();
  const providers = correctedProviders(book.providers, asOverlay(stored[correctionsKey]));
  const cases = joinedCases<CaseEvent, StoredCase>(storedCases(stored), asJoins(stored[joinsKey])).map(({ whole }) => {
    const provider = providers.find(({ id }) => id === whole.provider);
    const rules = provider ? { ...provider.preservation, seat: provider.seat } : undefined;
    return { key: whole.threadKey, overview: caseOverview(whole, rules, { ...figures, ...settings.heuristics }, now, zone) };
  });
  const due = remindersOf(cases, now);
  await setBadgeEverywhere(due.length === 0 ? '' : String(due.length));
  const before = (await readStored('session', toldKey)) as readonly string[] | undefined;
  const told = new Set(before);
  const news = due.filter((one) => !told.has(reminderKey(one)));
  if (news.length === 0) return;
  const say = timelineWords(uiLanguageFor(settings.language, browserLanguage()));
  if (await notify('dues', say('reminder.title'), say.count('reminder.text', due.length))) await writeStored('session', toldKey, due.map(reminderKey));
}
