import { says, type Line } from '../own-words';
import { asksData, thanks } from './asks';
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
  if (view.audience === 'unknown' && !asks && !preserves && !bareWish(view)) return make('other');
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
  // A danger told to a provider asks for help, in whatever words.
  if (danger && !preserves && !hypothetical && view.audience === 'provider' && !view.find('POLICY')) return make('emergency');
  if (preserves && (!asks || view.lines.indexOf(preserves) < view.lines.indexOf(asks))) return make('preservation');
  if (asks) return make('disclosure');
  // The subject of an answer is inherited: it designates, but the mail may be one line about the earlier request.
  if (designated.body || (designated.subject && !isReply(view) && view.inBody('DATA'))) return make(view.context.thread?.length ? 'follow-up' : 'emergency');
  if (designated.subject) return make('follow-up');
  // Who names an account and kinds of data to a provider, out of the blue, wants them, in whatever words.
  const wish = bareWish(view);
  if (wish) return { ...make('disclosure'), asks: wish };
  return make('other');
}

/** A sentence that calls this mail an emergency request; one that asks about the procedure for such requests does not. */
function designates(line: Line): boolean {
  return says(line, 'DESIGNATION') !== undefined && !(line.question && says(line, 'POLICY'));
}

function subjectDesignates(view: View): boolean {
  return view.inSubject('DESIGNATION') !== undefined || view.inSubject('EMERGENCY_WORD') !== undefined;
}

function asksHold(line: Line): boolean {
  const hold = says(line, 'PRESERVE');
  // "Keep this secret" keeps no data.
  if (hold && line.hits.some(({ concept, first }) => concept === 'SECRET' && first > hold.last && first - hold.last <= 2)) return false;
  if (says(line, 'PROMISE') && says(line, 'SEPARATE')) return false;
  return hold !== undefined && !hold.foreign && !thanks(line) && (says(line, '~DATA') ?? says(line, '~CONTENT') ?? says(line, '~USER')) !== undefined;
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
          line.hits.some(
            (one) =>
              (one.concept === 'THREAT' && !one.denied && Math.abs(one.first - first) <= 12) ||
              one.concept === 'SOON' ||
              (one.concept === 'ANNOUNCE' && one.first < first),
          ),
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

const noWish = [
  'RECEIVED',
  'PAST_REQUEST',
  'PROMISE',
  'POLICY',
  'ELSEWHERE',
  'NARROW',
  'SUPPLEMENT',
  'VERIFY',
  'CHASE',
  'HYPOTHETICAL',
  'ENDED',
  'INQUIRY',
  'REFERENCE',
];

/** A sentence that names records and an account, in a mail that stands for itself: no reply, no thanks, no word of an earlier request. */
function bareWish(view: View): Line | undefined {
  if (view.before !== '' || isReply(view) || noWish.some((one) => view.find(one)) || !hasAccount(view)) return undefined;
  return view.lines.find(
    (line) => (says(line, 'GROWING') ?? says(line, 'CONTENT') ?? says(line, 'EVERYTHING')) && !says(line, 'SAID') && !says(line, '~NOTIFY'),
  );
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
  return [...view.subject, ...view.lines.slice(0, 3)].some(thanks) && (earlier || !asks || preserves === undefined);
}
