import { hash } from '../core/thread';
import { mayConcernProvider } from '../core/understanding/prefilter';
import { hints } from '../data/hints';
import { isAlive, onOrder, screenLanguage, tellExtension } from '../platform/page-browser';
import { webmailOfPage } from '../webmail';
import { chooseComposer } from '../webmail/insert/which';
import type { Composer, OpenMessage } from '../webmail/webmail';
import type { ComposeState, LintAnswer, PanelToContent, ShownMessage } from '../wire/calls';
import { clearEvidence, showEvidence } from './highlight';
import { inserting } from './inserting';
import { showFindings } from './overlay';
import { readPage, readSelection } from './reading';
import { rowMarks } from './rows';
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

  const markRows = rowMarks(language);
  const read = () => readPage(webmail(), document);
  const composeOf = (composer: Composer): ComposeState => ({
    composeId: hash(`${location.pathname} ${composer.subject.slice(0, 80)} ${composer.to.map(({ email }) => email).join()}`),
    webmail: webmail().id,
    outgoing: {
      id: 'compose',
      to: composer.to,
      cc: [],
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
    void markRows(webmail());
    const now = read();
    open = now.open;
    if (now.shown?.fingerprint === shown?.fingerprint) return;
    // A reply that opens over the mail or as a page of its own: the mail that it answers stays the one that the panel is about.
    if (!now.shown && (writer.isOpening() || composer())) return;
    shown = now.shown;
    clearEvidence();
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
    if (key === composeKey) showFindings(answer?.findings ?? [], compose?.composeId ?? '', answer?.language ?? language, (fix) => void writer.applyFix(fix));
  };
  let composeTimer: ReturnType<typeof setTimeout> | undefined;
  const lookAtComposeSoon = () => {
    composeTimer ??= setTimeout(() => {
      composeTimer = undefined;
      void lookAtCompose();
    }, 400);
  };
  const watcher = watch(look, (target) => target instanceof Element && target.closest('rogatory-overlay') !== null);
  const writer = inserting({
    composers,
    message: () => open?.message,
    replyButton: () => webmail().replyButton(document),
    leavesOnReply: () => webmail().id === 'roundcube',
    changed: watcher.soon,
  });
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
        return Promise.resolve({ shown: open ? showEvidence(open, order.spans, order.focus) : false });
      case 'clear-evidence':
        clearEvidence();
        return Promise.resolve({});
      case 'read-selection': {
        const chosen = readSelection(webmail(), document);
        open = chosen.open ?? open;
        return Promise.resolve({ webmail: webmail().id, shown: chosen.shown, compose: null });
      }
      case 'censor-page':
        return tellExtension({ type: 'censor-wanted' });
      case 'open-reply':
        return writer.openReply();
      case 'insert-draft':
        return writer.insert(order.draft, order.whenSteady);
      case 'undo-insert':
        return writer.undo();
      case 'apply-fix':
        return writer.applyFix(order.fix).then((ok) => ({ ok }));
      default:
        return undefined;
    }
  });
}
