import type { Draft, Finding, InsertResult } from '../core/assessment';
import { hash } from '../core/thread';
import type { InsertAnswer, OpenReplyAnswer, ShowEvidenceAnswer, UndoAnswer } from '../wire/calls';
import { blocking } from './answers';
import type { Store } from './store';
import { textToHtml } from './text-to-html';

type Ready = Pick<Draft, 'subject' | 'text' | 'html'>;

/** The draft as it would go in: the person's own changes win. */
export function readyDraft(store: Store): Ready | null {
  const draft = store.draft.value;
  if (!draft) return null;
  const own = store.edited.value;
  return own && own.of === store.draftKey.value
    ? { subject: own.subject, text: own.text, html: textToHtml(own.text) }
    : { subject: draft.subject, text: draft.text, html: draft.html };
}

/** Remarks on the draft as it stands, the person's own changes included, in the language of the screens. */
export function remarksOn(store: Store, draft: Draft, ready: Ready): readonly Finding[] {
  const mail = store.message.value;
  return store.engine.lint({
    outgoing: {
      id: 'draft',
      to: draft.to.map((email) => ({ name: '', email })),
      cc: [],
      subject: ready.subject,
      text: ready.text,
      attachments: store.answers.value['message_copy'] ? [{ name: store.answers.value['message_copy'] }] : [],
    },
    provider: store.sender.value?.id,
    language: store.language.value,
    now: store.now.value,
    case: store.known.value,
    drafted: true,
    ...(store.settings.value.officeWords ? { officeWords: store.settings.value.officeWords } : {}),
    ...(store.office.value ? { profile: store.office.value } : {}),
    ...(mail ? { thread: [mail] } : {}),
  });
}

/** Puts the draft into the reply; opens one where it can, waits for a page that opens, copies where nothing else works. */
export async function insertDraft(store: Store, wait: (ms: number) => Promise<void> = (ms) => new Promise((resume) => setTimeout(resume, ms))): Promise<void> {
  const draft = readyDraft(store);
  if (!draft) return;
  if (store.draft.value && blocking(store, store.draft.value).length > 0) {
    store.tell('warn', 'status.gaps');
    return;
  }
  if (store.imported.value) {
    await copyDraft(store);
    return;
  }
  let answer = await tryInsert(store, draft);
  if (answer && !answer.ok && answer.why === 'no-composer') {
    // Before Reply is pressed: where it opens a new page or window, the draft waits for that one.
    await store.host.writePending({ draft, fingerprint: store.fingerprint.value, origin: (await store.host.origin()) ?? '', at: Date.now() });
    const reply = (await store.host.send({ type: 'open-reply' })) as OpenReplyAnswer | undefined;
    if (!reply || reply.opened === 'navigating') {
      store.tell('ok', 'status.pending');
      return;
    }
    if (reply.opened === 'opened' || reply.opened === 'composer-open') {
      await store.host.writePending(null);
      for (const pause of [100, 200, 400, 800, 1500]) {
        await wait(pause);
        answer = await tryInsert(store, draft);
        if (!answer || answer.ok || answer.why !== 'no-composer') break;
      }
    }
    if (!answer || (!answer.ok && answer.why === 'no-composer')) {
      store.tell('warn', 'status.pressReply');
      return;
    }
  }
  await report(store, answer, draft);
}

async function tryInsert(store: Store, draft: Ready): Promise<InsertResult | undefined> {
  const compose = store.tab.value?.compose;
  const ours = compose && (compose.inReplyTo === undefined || compose.inReplyTo === store.fingerprint.value);
  return (await store.host.send({ type: 'insert-draft', draft, ...(ours ? { composeId: compose.composeId } : {}) })) as InsertAnswer | undefined;
}

async function report(store: Store, answer: InsertResult | undefined, draft: Ready): Promise<void> {
  if (answer?.ok) {
    store.canUndo.value = true;
    const step = store.active.value?.id;
    store.addEvent({ at: store.clock.value, by: 'us', what: 'draft-inserted', key: hash(`${store.clock.value}${step ?? ''}`), ...(step ? { step } : {}) });
    if (answer.subjectSet) store.tell('ok', 'status.inserted');
    else store.tell('ok', 'status.inserted.noSubject', { subject: draft.subject });
    return;
  }
  if (answer?.why === 'several-composers') store.tell('warn', 'status.several');
  else if (answer?.why === 'changed-meanwhile') store.tell('warn', 'status.changed');
  else if (answer?.why === 'gaps-left') store.tell('warn', 'status.gaps');
  else if (await store.host.copy(draft.text, draft.html)) store.tell('warn', answer?.why === 'refused-by-editor' ? 'status.refused' : 'status.noPage');
  else {
    store.view.value = 'draft';
    store.tell('bad', 'status.copyFailed');
  }
}

/** Says what came of a draft that waited for its reply. */
export async function reportPlaced(store: Store, result: InsertResult): Promise<void> {
  const draft = readyDraft(store);
  if (draft) await report(store, result, draft);
}

export async function copyDraft(store: Store): Promise<void> {
  const draft = readyDraft(store);
  if (!draft) return;
  if (await store.host.copy(draft.text, draft.html)) store.tell('ok', 'status.copied');
  else {
    store.view.value = 'draft';
    store.tell('bad', 'status.copyFailed');
  }
}

export async function undoInsert(store: Store): Promise<void> {
  const answer = (await store.host.send({ type: 'undo-insert' })) as UndoAnswer | undefined;
  if (answer?.undone) {
    store.canUndo.value = false;
    store.tell('ok', 'status.undone');
  } else store.tell('warn', answer?.why === 'changed-meanwhile' ? 'status.undoChanged' : answer?.why === 'box-gone' ? 'status.boxGone' : 'status.notUndone');
}

/** Shows the n-th proof in the mail, all of them marked, that one in view. */
export async function showProof(store: Store, index: number): Promise<void> {
  const proofs = store.proofs.value;
  if (proofs.length === 0) return;
  const focus = ((index % proofs.length) + proofs.length) % proofs.length;
  store.proof.value = focus;
  const spans = proofs.map(({ start, end }) => ({ start, end }));
  const answer = (await store.host.send({ type: 'show-evidence', spans, focus })) as ShowEvidenceAnswer | undefined;
  if (answer?.shown) store.tell('ok', 'proof.shown', { n: focus + 1, all: proofs.length });
  else store.tell('warn', 'proof.gone');
}

export async function applyFix(store: Store, finding: Finding): Promise<void> {
  const composeId = store.tab.value?.compose?.composeId;
  if (!composeId || !finding.fix) return;
  const answer = (await store.host.send({ type: 'apply-fix', composeId, fix: finding.fix })) as InsertAnswer | undefined;
  if (answer?.ok) {
    store.canUndo.value = true;
    store.tell('ok', 'findings.fixed');
  } else store.tell('warn', 'findings.notFixed');
}
