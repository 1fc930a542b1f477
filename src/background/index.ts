import type { Case } from '../core/case';
import { correctedProviders } from '../core/directory/corrected';
import { asOverlay } from '../core/directory/overlay';
import { findSender } from '../core/reading/sender';
import { threadKey } from '../core/thread';
import { lintDraft } from '../core/writing/lint-draft';
import { lintBook as book } from '../data/lint';
import { uiLanguageFor } from '../data/ui-language';
import { readStored, removeStored, sendToTab } from '../platform/panel-browser';
import {
  bringOnDemand,
  browserLanguage,
  followPermissions,
  onPageFact,
  onSelectionMenu,
  onTabClosed,
  onTabLoaded,
  openPanelFromToolbar,
  runInPage,
  runInTab,
  setBadge,
} from '../platform/worker-browser';
import { censorPage } from '../webmail/censor';
import { actInPage } from '../webmail/insert/page-world';
import { labelWords } from '../webmail/labels';
import { caseKey, tabKey, type CensoredPageAnswer, type ComposeState, type LintAnswer, type ReportAnswer, type TabState } from '../wire/calls';
import { asFact, asShownMessage } from '../wire/guards';
import { asProfile, asSettings, correctionsKey, profileKey, settingsKey } from '../wire/settings';
import type { StoredCase } from '../wire/stored-case';
import { startReminders } from './reminders';
import { placePending } from './pending';
import { markedRows } from './rows';
import { changeTab, tabState } from './tab-state';

onPageFact(async (raw, tabId) => {
  const fact = asFact(raw);
  if (!fact) return undefined;
  if (fact.type === 'page-act') return (await runInPage(tabId, actInPage, fact.act)) === true;
  if (fact.type === 'rest-wanted') return bringOnDemand(tabId);
  if (fact.type === 'censor-wanted') return { html: (await runInTab(tabId, censorPage, labelWords)) ?? '' } satisfies CensoredPageAnswer;
  if (fact.type === 'rows-shown') return markedRows(fact.rows);
  const state = await tabState(tabId);
  if (fact.type === 'message-shown') {
    // What was written into the reply to another mail is no longer of interest.
    await changeTab(tabId, ({ placed: _placed, ...rest }) => ({ ...rest, shown: fact.shown }));
    await setBadge(tabId, fact.shown ? '•' : '').catch(() => undefined);
    return {};
  }
  if (fact.type === 'compose-changed') {
    const findings = fact.compose ? await lint(fact.compose, state) : [];
    await changeTab(tabId, (now) => ({ ...now, compose: fact.compose, findings }));
    if (fact.compose) void placePending(tabId, fact.compose);
    return { findings, language: await screenLanguage() } satisfies LintAnswer;
  }
  return {};
});
onTabLoaded((tabId) => void forgetGone(tabId));
onTabClosed((tabId) => void removeStored('session', tabKey(tabId)));
openPanelFromToolbar();
startReminders();
followPermissions();
// On a site that was not allowed the person's click lets us read this one page, this once.
onSelectionMenu(async (tabId) => {
  const answer = (await sendToTab(tabId, { type: 'read-selection' })) as ReportAnswer | undefined;
  const shown = asShownMessage(answer?.shown);
  if (shown) await changeTab(tabId, ({ placed: _placed, ...rest }) => ({ ...rest, shown }));
});

/** Checks what is being written; only for a mail to a provider, or in a case that the person works on. */
async function lint(compose: ComposeState, state: TabState): Promise<LintAnswer['findings']> {
  const { outgoing } = compose;
  const match = outgoing.to.map((to) => findSender({ from: to, subject: '' }, '', book)).find((one) => one !== null) ?? null;
  const subject = state.shown?.message.subject ?? outgoing.subject;
  const stored = (await readStored('local', caseKey(threadKey(match?.id ?? null, subject)))) as StoredCase | undefined;
  const profile = asProfile(await readStored('local', profileKey));
  const facts: Case = stored?.facts ?? { emergency: 'unknown' };
  const overlay = asOverlay(await readStored('local', correctionsKey));
  const provider = correctedProviders(book.providers, overlay).find(({ id }) => id === match?.id);
  const shown = state.shown?.message;
  const answered = shown !== undefined && threadKey(null, shown.subject) === threadKey(null, outgoing.subject);
  const { officeWords } = asSettings(await readStored('local', settingsKey));
  return lintDraft(
    outgoing,
    {
      now: new Date().toISOString(),
      case: facts,
      ...(profile ? { profile } : {}),
      ...(provider ? { provider } : {}),
      ...(officeWords ? { officeWords } : {}),
      // The mail that is answered: its questions are the provider's words, its identifiers need not be repeated.
      ...(shown && answered ? { thread: [...(shown.thread ?? []), shown] } : {}),
    },
    book,
    await screenLanguage(),
  );
}

async function screenLanguage(): Promise<'en' | 'it'> {
  return uiLanguageFor(asSettings(await readStored('local', settingsKey)).language, browserLanguage());
}

/** A tab that went on to a page where nobody of ours is, or where no mail and no reply is open, no longer shows the mail. */
async function forgetGone(tabId: number): Promise<void> {
  // The page's own script starts when the page stands; it is given time to.
  await new Promise((resume) => setTimeout(resume, 1500));
  for (const wait of [0, 4000]) {
    await new Promise((resume) => setTimeout(resume, wait));
    const { shown, compose, pending } = await tabState(tabId);
    if ((shown === null && compose === null) || pending) return;
    const page = (await sendToTab(tabId, { type: 'report' })) as ReportAnswer | undefined;
    if (page === undefined) break;
    // A list after a mail. An editor may still be on its way: it is asked twice.
    if (page.shown || page.compose) return;
  }
  await changeTab(tabId, (state) => ({ ...state, shown: null, compose: null, findings: [] }));
  await setBadge(tabId, '').catch(() => undefined);
}
