import type { Finding, Outgoing } from '../assessment';
import type { UiLanguage } from '../ids';
import type { LintBook } from '../rulebook';
import { designation, emergencyFacts, messageCopy, timeZone, voluntary } from './lint/emergency';
import { identifiers } from './lint/identifier';
import { instruments, orderWording } from './lint/instruments';
import { kindOf, type Kind } from './lint/kind';
import { preservation } from './lint/preservation';
import { officeWord } from './lint/office';
import { recipients } from './lint/recipients';
import { attachment, callback, caseReference, confidentiality, content, dateRange, everything, legalBasis, placeholder } from './lint/request';
import { View, type LintContext } from './lint/view';

export type { LintContext } from './lint/view';

/**
 * What a draft lacks, or says so that a provider refuses. Judges only what the person wrote, never the quotation. First it is told
 * what the draft is and to whom it goes; then only the findings that apply to such a mail are looked for. Findings are advice:
 * nothing is blocked. A mail among authorities, or one that asks nothing of a provider, is checked for gaps and attachments only.
 */
export function lintDraft(outgoing: Outgoing, context: LintContext, book: LintBook, language: UiLanguage): readonly Finding[] {
  const view = new View(outgoing, context, book, language);
  placeholder(view);
  officeWord(view);
  if (!view.understood) {
    recipients(view, false);
    return view.findings;
  }
  const kind = kindOf(view);
  recipients(view, kind.id !== 'other' && kind.id !== 'internal' && (kind.asks !== undefined || kind.preserves !== undefined));
  attachment(view);
  judge(view, kind);
  return view.findings;
}

function judge(view: View, kind: Kind): void {
  if (kind.id === 'internal') return;
  const hypothetical = view.inBody('=HYPOTHETICAL');
  if (hypothetical && (kind.id !== 'other' || view.audience === 'provider')) view.add('hypothetical_question', hypothetical);
  if (kind.id === 'stand-down' || (kind.id === 'other' && view.audience !== 'provider')) return;
  if (kind.id !== 'order' && kind.id !== 'question') designation(view, kind);
  if (kind.id === 'question') return;
  instruments(view, kind);
  if (kind.id === 'other') return;

  everything(view);
  content(view);
  if (kind.id === 'order') {
    orderWording(view);
    return;
  }
  voluntary(view, kind);
  preservation(view, kind);
  if (kind.id === 'follow-up') {
    identifiers(view, false);
    return;
  }
  // A whole request: it must carry what the provider needs.
  identifiers(view, true);
  caseReference(view);
  confidentiality(view);
  dateRange(view, kind);
  if (kind.id === 'emergency') {
    emergencyFacts(view);
    timeZone(view, kind);
    messageCopy(view);
    callback(view);
  }
  if (kind.id === 'disclosure') {
    legalBasis(view);
    callback(view);
    timeZone(view, kind);
  }
}
