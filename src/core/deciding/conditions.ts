import type { Condition } from '../../data/schema/deciding';
import type { Facts, Situation } from './situation';
import { aboutIn, saysIn, tests, type TestName } from './tests';

/** One part of a condition, ready to be asked. */
export type Part = (facts: Facts) => boolean;

/** Tests that read the reply and its provider alone, never the case, the office or the day. */
export const replyTests: ReadonlySet<TestName> = new Set<TestName>([
  'emergency-door',
  'only-a-receipt',
  'only-unlisted',
  'no-extension',
  'too-broad',
  'bad-identifier',
  'wrong-entity',
  'wrong-channel',
  'policy-only',
  'annex-not-stored',
  'annex-authority',
  'annex-service',
  'annex-privilege',
  'annex-offence',
  'annex-beyond-correction',
  'content-bar',
  'provider-encrypted',
  'unlisted-sender',
]);

/** True when every part of a condition holds; a list wants one of its entries, `wants`, `test` and `not` want all. */
export function holds(when: Condition, facts: Facts): boolean {
  return answers(when, facts) && allHold(apart(when), facts);
}

/** The part of a condition that the reply decides: the same for every case that it is tried with. */
export function answers(when: Condition, facts: Facts): boolean {
  const reply: Pick<Situation, 'replyTypes' | 'replies'> = facts.situation;
  if (when.replies && !saysIn(reply, when.replies)) return false;
  if (when.without && saysIn(reply, when.without)) return false;
  if (when.about) for (const [type, concepts] of Object.entries(when.about)) if (!aboutIn(reply, type, concepts)) return false;
  return allHold(readyOf(when).answers, facts);
}

/** The parts of a condition that the case, the office and the day decide. */
export function apart(when: Condition): readonly Part[] {
  return readyOf(when).apart;
}

/** True when all parts hold. */
export function allHold(parts: readonly Part[], facts: Facts): boolean {
  for (const part of parts) if (!part(facts)) return false;
  return true;
}

type Ready = { readonly answers: readonly Part[]; readonly apart: readonly Part[] };
const ready = new WeakMap<Condition, Ready>();

/** The parts that a condition has, so that those it has not cost nothing. */
function readyOf(when: Condition): Ready {
  let known = ready.get(when);
  if (!known) {
    const named = [...(when.test ?? []).map((name) => ({ name, wanted: true })), ...(when.not ?? []).map((name) => ({ name, wanted: false }))];
    const part = ({ name, wanted }: { readonly name: TestName; readonly wanted: boolean }): Part => {
      const test = tests[name];
      return (facts) => test(facts) === wanted;
    };
    known = {
      answers: named.filter(({ name }) => replyTests.has(name)).map(part),
      apart: [...partsOf(when), ...named.filter(({ name }) => !replyTests.has(name)).map(part)],
    };
    ready.set(when, known);
  }
  return known;
}

function partsOf(when: Condition): readonly Part[] {
  const { danger, seat, order, bar, hold, role, wants, wantsNot, flags, flagsNot } = when;
  const parts: Part[] = [];
  if (danger) parts.push((facts) => danger.includes(facts.danger));
  if (seat) parts.push((facts) => seat.includes(seatKind(facts)));
  if (order !== undefined) parts.push((facts) => order === (facts.orderBar === null));
  if (bar) parts.push((facts) => facts.orderBar !== null && bar.includes(facts.orderBar));
  if (hold) parts.push((facts) => hold.includes(facts.hold));
  if (role) parts.push((facts) => role.includes(facts.role));
  if (wants) parts.push((facts) => wants.every((kind) => areWanted(kind, facts)));
  if (wantsNot) parts.push((facts) => !wantsNot.some((kind) => areWanted(kind, facts)));
  for (const [flag, value] of Object.entries(flags ?? {})) parts.push((facts) => facts.flag(flag as 'F1') === value);
  for (const [flag, value] of Object.entries(flagsNot ?? {})) parts.push((facts) => facts.flag(flag as 'F1') !== value);
  return parts;
}

function seatKind({ seat, book }: Facts): 'US' | 'EU' | 'other' | 'unknown' {
  if (seat === null) return 'unknown';
  if (seat === 'US') return 'US';
  return book.countries.bound.includes(seat) || book.countries.notBound.includes(seat) ? 'EU' : 'other';
}

function areWanted(kind: NonNullable<Condition['wants']>[number], facts: Facts): boolean {
  switch (kind) {
    case 'simple':
      return facts.wantsSimple;
    case 'judged':
      return facts.wantsJudged;
    case 'content-only':
      return facts.categories.every((category) => category === 'content');
    default:
      return facts.categories.includes(kind);
  }
}
