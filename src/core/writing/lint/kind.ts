import { says, type Line } from '../own-words';
import { deadlineIn } from './emergency';
import { hasAccount } from './identifier';
import { anyDate, clock } from './patterns';
import type { View } from './view';

/**
 * What a draft is: `emergency` disclosure, `disclosure`, `preservation`; `order` for a note with a European order; `follow-up` for a mail
 * about an earlier one, which need not repeat it; `stand-down`; `question` in the abstract; `internal` among authorities; `other`.
 */
export type KindId = 'emergency' | 'disclosure' | 'preservation' | 'order' | 'follow-up' | 'stand-down' | 'question' | 'internal' | 'other';

export type Kind = {
  readonly id: KindId;
  /** Sentence in which data are asked for. */
  readonly asks: Line | undefined;
  /** Sentence in which a hold is asked for. */
  readonly preserves: Line | undefined;
  /** A danger to life or limb that is near, described by the person. */
  readonly danger: boolean;
  /** The designation, in the subject and in the body. */
  readonly designated: { readonly subject: boolean; readonly body: boolean };
};

/** Tells what the person writes, by what the sentences say and by whom it goes to. */
export function kindOf(view: View): Kind {
  const designated = { subject: subjectDesignates(view), body: view.lines.some(designates) };
  const asks = view.lines.find((line, at) => asksData(line, view.lines[at - 1]));
  const preserves = view.lines.find((line) => asksHold(line));
  const danger = view.context.case?.emergency !== 'ended' && dangerIn(view);
  const make = (id: KindId): Kind => ({ id, asks, preserves, danger, designated });

  if (view.audience === 'authority') return make('internal');
  if (view.audience === 'unknown' && !asks && !preserves) return make('other');
  if (view.find('ENDED')) return make('stand-down');
  const order = orderIn(view);
  if (order && !designated.subject && !designated.body) return make('order');
  const hypothetical = view.inBody('HYPOTHETICAL');
  if (hypothetical && !asks && !preserves) return make('question');
  if (followsUp(view, asks, preserves)) return make('follow-up');
  const facts = view.context.case?.emergency;
  const urgent =
    designated.subject ||
    designated.body ||
    (asks !== undefined && (danger || facts === 'now' || (facts !== 'none' && view.inBody('EMERGENCY_ASKED') !== undefined)));
  if (asks && urgent) return make('emergency');
  if (preserves && (!asks || view.lines.indexOf(preserves) < view.lines.indexOf(asks))) return make('preservation');
  if (asks) return make('disclosure');
  // The subject of an answer is inherited: it designates, but the mail may be one line about the earlier request.
  if (designated.body || (designated.subject && !isReply(view) && view.inBody('DATA'))) return make(view.context.thread?.length ? 'follow-up' : 'emergency');
  if (designated.subject) return make('follow-up');
  return make('other');
}

/** A sentence that calls this mail an emergency request; one that asks about the procedure for such requests does not. */
function designates(line: Line): boolean {
  return says(line, 'DESIGNATION') !== undefined && !(line.question && says(line, 'POLICY'));
}

function subjectDesignates(view: View): boolean {
  return view.inSubject('DESIGNATION') !== undefined || view.inSubject('EMERGENCY_WORD') !== undefined;
}

/** A request for data: something to hand over, and a word of asking or an order, not denied, not about a hold. */
export function asksData(line: Line, previous?: Line): boolean {
  const give = says(line, 'GIVE');
  const ask = says(line, 'ASK');
  const wants = says(line, 'ASK_FOR');
  if (says(line, 'INQUIRY')) return false;
  const admin = line.hits.filter(({ concept }) => concept === 'REFERENCE' || concept === 'PAST_REQUEST');
  const data = line.hits.some(
    (hit) =>
      ['DATA', 'CONTENT', 'GROWING', 'EVERYTHING'].includes(hit.concept) &&
      !hit.denied &&
      !admin.some(({ first, last }) => first - 2 <= hit.last && hit.first <= last + 4),
  );
  if (!data)
    return (
      previous?.colon === true &&
      says(line, '~DATA') !== undefined &&
      !says(line, 'PRESERVE') &&
      says(previous, 'ASK') !== undefined &&
      !says(previous, 'PRESERVE')
    );
  if (says(line, 'PRESERVE') && (!give || line.hits.every(({ concept, supposed }) => concept !== 'GIVE' || supposed))) return false;
  if (says(line, 'RECEIVED') && !ask) return false;
  if (says(line, 'POLICY') && !says(line, 'EVERYTHING') && (says(line, '~EMERGENCY_WORD') || says(line, 'EMERGENCY_ASKED'))) return false;
  return (
    (give !== undefined && (ask !== undefined || wants !== undefined || says(line, 'ORDERING') !== undefined || imperative(give.first))) ||
    (wants !== undefined && !says(line, '-GIVE') && !says(line, 'PRESERVE'))
  );
}

/** An item of a list, or what stands behind a label that asks, naming data: `4. The IP addresses since …`. What somebody wrote, or sent along, is none. */
export function listsData(line: Line): boolean {
  if (['SAID', 'ANNOUNCE', 'MESSAGE_FROM', 'ATTACHED', 'RECEIVED', 'NOTIFY', 'PRESERVE', 'THREAT', 'SHOW', 'LINK'].some((one) => says(line, `~${one}`)))
    return false;
  if (/^\s*(?:\(?\d{1,2}\s?[.):–-]|\(?[a-h]\)|[-–•*]\s)/u.test(line.text))
    return line.hits.some(({ concept, first }) => listed.includes(concept) && first <= 3);
  const label = /^\s*[^:\n]{3,40}:\s/u.exec(line.text);
  if (!label) return false;
  const stop = line.start + label[0].length;
  const wanted = line.hits.some(
    ({ concept, start, first }) => start < stop && (concept === 'ASK_FOR' || concept === 'ASK' || (concept === 'DATA' && first === 0)),
  );
  return wanted && line.hits.some(({ concept, start }) => listed.includes(concept) && start >= stop);
}
const listed = ['DATA', 'CONTENT', 'GROWING', 'EVERYTHING'];

/** A verb that opens its sentence asks by itself. */
function imperative(first: number): boolean {
  return first <= 2;
}

function asksHold(line: Line): boolean {
  const hold = says(line, 'PRESERVE');
  // "Keep this secret" keeps no data.
  if (hold && line.hits.some(({ concept, first }) => concept === 'SECRET' && first > hold.last && first - hold.last <= 2)) return false;
  if (says(line, 'PROMISE') && says(line, 'SEPARATE')) return false;
  return hold !== undefined && !hold.foreign && !says(line, 'RECEIVED') && (says(line, '~DATA') ?? says(line, '~CONTENT') ?? says(line, '~USER')) !== undefined;
}

/** Danger that is described as coming: a deed announced or under way, and a time that is near. */
function dangerIn(view: View): boolean {
  const facts = view.context.case?.emergency;
  const deadline = deadlineIn(view);
  const hour = deadline !== undefined && matchesClock(deadline.text);
  let near = view.find('SOON') !== undefined || view.find('URGENT') !== undefined || facts === 'now' || hour;
  for (const line of view.all) {
    const threatened =
      says(line, 'DANGER') ??
      line.hits.find(
        ({ concept, denied, first }) =>
          concept === 'DEADLY' &&
          !denied &&
          line.hits.some((one) => (one.concept === 'THREAT' && !one.denied && Math.abs(one.first - first) <= 12) || one.concept === 'SOON'),
      );
    if (!threatened || says(line, 'POLICY')) continue;
    if (says(line, 'SOON') || (says(line, 'TODAY') && !says(line, 'SAID'))) near = true;
    if (near && facts !== 'none' && !says(line, 'HYPOTHETICAL')) return true;
  }
  if (facts === 'none') return false;
  // Harm that is only hinted at, with a person and an hour close by.
  return view.lines.some((line, at) => {
    if (!(says(line, 'HARM') ?? says(line, 'DEADLY')) || (says(line, 'CRIME') && !says(line, 'THREAT'))) return false;
    const around = view.lines.slice(Math.max(0, at - 2), at + 3);
    return around.some((one) => says(one, 'WHO')) && around.some((one) => says(one, 'SOON') !== undefined || (one === deadline && hour));
  });
}

function matchesClock(text: string): boolean {
  clock.lastIndex = 0;
  return clock.test(text);
}

/** A European order that this mail carries; one that is only promised does not count. */
export function orderIn(view: View): Line | undefined {
  return view.all.find((line) => says(line, 'EPOC') && !says(line, 'PROMISE'));
}

function isReply(view: View): boolean {
  return /^\s*(?:re|r|aw|rif|rv|sv|ré|res)\s?(?:\[\d\])?:/iu.test(view.outgoing.subject);
}

function followsUp(view: View, asks: Line | undefined, preserves: Line | undefined): boolean {
  if (view.find('RESUBMIT')) return false;
  const earlier = view.find('PAST_REQUEST') !== undefined || view.before !== '' || isReply(view);
  const said = (concept: string) => view.find(concept) !== undefined;
  if (said('NARROW') && earlier) return true;
  if (said('SUPPLEMENT')) return true;
  if (said('CHASE')) return earlier || !asks || !hasAccount(view);
  if (said('VERIFY') && !asks) return true;
  if (said('RENEW') && preserves !== undefined && (earlier || anyDate.test(view.text)))
    return !asks || says(asks, 'RENEW') !== undefined || says(asks, 'PRESERVE') !== undefined;
  if (!asks && preserves && earlier && !hasAccount(view)) return true;
  // Thanks stand first; at the end they are courtesy.
  return [...view.subject, ...view.lines.slice(0, 3)].some((line) => says(line, 'RECEIVED')) && (earlier || !asks || preserves === undefined);
}
