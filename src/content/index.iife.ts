import { hash } from '../core/thread';
import { mayConcernProvider } from '../core/understanding/prefilter';
import { hints } from '../data/hints';
import { isAlive, onOrder, screenLanguage, tellExtension } from '../platform/page-browser';
import { webmailOfPage } from '../webmail';
import { chooseComposer } from '../webmail/insert/which';
import type { Composer, OpenMessage } from '../webmail/webmail';
import type { OnDemand } from '../on-demand/index.iife';
import type { ComposeState, LintAnswer, PanelToContent, ShownMessage } from '../wire/calls';
import { loadedOnDemand, onDemand } from './on-demand';
import { readPage, readSelection } from './reading';
import { lookAtRows } from './rows';
import { watch } from './watch';

/** A second copy of this script in the same page does nothing. */
const flag = '__rogatory';
const scope = globalThis as Record<string, unknown>;
if (window.top === window && !scope[flag]) {
  scope[flag] = true;
  start();
}

function start(): void {
  let open: OpenMessage | undefined;
  let shown: ShownMessage | null = null;
  let composeKey = '';
  const language = screenLanguage().startsWith('it') ? 'it' : 'en';
  const webmail = () => webmailOfPage(document, new URL(location.href));

  const read = () => readPage(webmail(), document);
  const composeOf = (composer: Composer): ComposeState => ({
    composeId: hash(`${location.pathname} ${composer.subject.slice(0, 80)} ${composer.to.map(({ email }) => email).join()}`),
    webmail: webmail().id,
    outgoing: {
      id: 'compose',
      to: composer.to,
      cc: composer.cc ?? [],
      subject: composer.subject,
      text: composer.text,
      marks: composer.marks,
      attachments: composer.attachments,
    },
    kind: composer.kind,
    canSetSubject: composer.subjectField !== undefined,
  });
  const composers = () => webmail().findComposers(document);
  const composer = () => {
    const all = composers();
    const chosen = chooseComposer(all, open?.message);
    return typeof chosen === 'string' ? all.at(-1) : chosen;
  };

  const look = () => {
    if (!isAlive()) return watcher.stop();
    lookAtComposeSoon();
    void lookAtRows(webmail(), language);
    const now = read();
    open = now.open;
    if (now.shown?.fingerprint === shown?.fingerprint) return;
    // A reply that opens over the mail or as a page of its own: the mail that it answers stays the one that the panel is about.
    if (!now.shown && (writer?.isOpening() || composer())) return;
    shown = now.shown;
    loadedOnDemand()?.clearEvidence();
    // What is no provider's mail never leaves the page.
    const concerns =
      shown &&
      (mayConcernProvider(`${shown.message.subject}\n${shown.message.text}`, shown.message.from.email, hints) ||
        shown.message.to.some(({ email }) => mayConcernProvider('', email, hints)));
    void tellExtension({ type: 'message-shown', shown: concerns ? shown : null });
  };
  const lookAtCompose = async () => {
    if (!isAlive()) return;
    const box = composer();
    const compose = box ? composeOf(box) : null;
    const key = compose ? hash(JSON.stringify(compose)) : '';
    if (key === composeKey) return;
    composeKey = key;
    const answer = (await tellExtension({ type: 'compose-changed', compose })) as LintAnswer | undefined;
    const findings = answer?.findings ?? [];
    const rest = findings.length > 0 ? await onDemand() : loadedOnDemand();
    if (key === composeKey)
      rest?.showFindings(findings, compose?.composeId ?? '', answer?.language ?? language, (fix) => void write().then((made) => made?.applyFix(fix)));
  };
  let composeTimer: ReturnType<typeof setTimeout> | undefined;
  const lookAtComposeSoon = () => {
    composeTimer ??= setTimeout(() => {
      composeTimer = undefined;
      void lookAtCompose();
    }, 400);
  };
  const watcher = watch(look, (target) => target instanceof Element && target.closest('rogatory-overlay') !== null);
  let typedAt = 0;
  addEventListener('keydown', () => (typedAt = Date.now()), { capture: true, passive: true });
  let writer: ReturnType<OnDemand['inserting']> | undefined;
  const write = async () =>
    (writer ??= (await onDemand())?.inserting({
      composers,
      message: () => open?.message,
      replySelector: () => webmail().reply,
      typedAt: () => typedAt,
      changed: watcher.soon,
    }));
  look();
  watcher.soon();

  onOrder((raw) => {
    const order = raw as PanelToContent;
    switch (order?.type) {
      case 'report': {
        const now = read();
        open = now.open;
        const box = composer();
        return Promise.resolve({ webmail: webmail().id, shown: now.shown, compose: box ? composeOf(box) : null });
      }
      case 'show-evidence':
        return onDemand().then((rest) => ({ shown: open ? (rest?.showEvidence(open, order.spans, order.focus) ?? false) : false }));
      case 'clear-evidence':
        loadedOnDemand()?.clearEvidence();
        return Promise.resolve({});
      case 'read-selection': {
        const chosen = readSelection(webmail(), document);
        open = chosen.open ?? open;
        return Promise.resolve({ webmail: webmail().id, shown: chosen.shown, compose: null });
      }
      case 'censor-page':
        return tellExtension({ type: 'censor-wanted' });
      case 'open-reply':
        return write().then((made) => made?.openReply());
      case 'insert-draft':
        return write().then((made) => made?.insert(order.draft, order.whenSteady));
      case 'undo-insert':
        return writer?.undo() ?? Promise.resolve({ undone: false });
      case 'apply-fix':
        return write().then(async (made) => ({ ok: (await made?.applyFix(order.fix)) === true }));
      default:
        return undefined;
    }
  });
}
