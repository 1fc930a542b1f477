import type { Instant, Preservation } from '../case';
import { dateIn, daysBefore, daysBetween } from '../deadlines';

/** What a provider says about the length of its holds; null where it is not known. Source: `provider.preservation`, `provider.seat`. */
export type HoldRules = {
  readonly days: number | null;
  readonly renewals: number | null;
  readonly renewalDays: number | null;
  readonly askBeforeDays: number | null;
  readonly seat: string | null;
};

/** A period between two ISO dates, both in it. */
export type Period = { readonly from: string; readonly to: string };

/** A hold from its beginning to the last day that extensions can give it. All dates are ISO dates. */
export type HoldPlan = {
  readonly begins?: string;
  /** The day on which the hold ends unless it is extended; absent when nobody said and it cannot be reckoned. */
  readonly ends?: string;
  /** The end was not stated: it is the beginning plus the usual length. */
  readonly reckoned: boolean;
  /** Days on which to ask for the extension, the earliest first. */
  readonly reminders: readonly { readonly days: number; readonly on: string }[];
  /** The provider wants to be asked by this day. */
  readonly askBy?: string;
  /** Extensions that the provider may still give, one after the other; empty when it gives none or says nothing. */
  readonly extensions: readonly Period[];
  /** False: the provider says nothing about extensions, or nothing about their length. */
  readonly extensionsKnown: boolean;
  /** The last day that the hold can reach with every extension; absent where no end is known. */
  readonly longest?: string;
};

/** Days that a US provider must hold data on request: 18 U.S.C. § 2703(f)(2). */
const usDays = 90;
/** A provider is never believed to give more extensions than this. */
const mostExtensions = 12;

/**
 * The plan of a hold that is confirmed or has expired; undefined for any other. `remindDays` are days before the end. A stated end wins
 * over one reckoned from the provider's usual length, or from the 90 days of US law where the provider sits there and says nothing.
 */
export function holdPlan(
  preservation: Preservation | undefined,
  rules: HoldRules | undefined,
  remindDays: readonly number[],
  zone: string,
): HoldPlan | undefined {
  if (!preservation || preservation.state === 'none' || preservation.state === 'requested') return undefined;
  const begins = dateOf(preservation.since, zone);
  const stated = dateOf(preservation.expires, zone);
  const usual = rules?.days ?? (rules?.seat === 'US' ? usDays : null);
  const extension = rules?.renewalDays ?? usual;
  const given = preservation.renewals ?? 0;
  const ends = stated ?? (begins && usual ? daysBefore(begins, -(usual + given * (extension ?? usual))) : undefined);
  const known = rules?.renewals !== null && rules?.renewals !== undefined && extension !== null;
  const left = known && preservation.state === 'confirmed' ? Math.min(mostExtensions, Math.max(0, (rules.renewals ?? 0) - given)) : 0;
  const extensions: Period[] = [];
  if (ends && extension)
    for (let turn = 0; turn < left; turn++) {
      const from = extensions.at(-1)?.to ?? ends;
      extensions.push({ from, to: daysBefore(from, -extension) });
    }
  const longest = extensions.at(-1)?.to ?? ends;
  return {
    ...(begins ? { begins } : {}),
    ...(ends ? { ends } : {}),
    reckoned: ends !== undefined && stated === undefined,
    reminders: ends ? remindDays.toSorted((a, b) => b - a).map((days) => ({ days, on: daysBefore(ends, days) })) : [],
    ...(ends && rules?.askBeforeDays ? { askBy: daysBefore(ends, rules.askBeforeDays) } : {}),
    extensions,
    extensionsKnown: known,
    ...(longest ? { longest } : {}),
  };
}

/** How long mutual legal assistance is expected to take, held against a hold. Dates are ISO dates. */
export type Horizon = Period & {
  /** True: assistance was asked for; false: it is counted from today. */
  readonly asked: boolean;
  /** Days between the end of the hold and the expected answer; negative or 0 when the hold outlives it; absent without a known end. */
  readonly uncovered?: number;
  /** The same, with every extension that the provider may still give. */
  readonly uncoveredAtBest?: number;
};

/** The expected answer to a request for assistance, `assistanceDays` (experience, no law) after it was asked for, or after today. */
export function assistanceHorizon(plan: HoldPlan | undefined, askedAt: Instant | undefined, now: Instant, assistanceDays: number, zone: string): Horizon {
  const from = dateOf(askedAt, zone) ?? dateIn(now, zone);
  const to = daysBefore(from, -assistanceDays);
  return {
    from,
    to,
    asked: askedAt !== undefined,
    ...(plan?.ends ? { uncovered: daysBetween(plan.ends, to) } : {}),
    ...(plan?.longest ? { uncoveredAtBest: daysBetween(plan.longest, to) } : {}),
  };
}

/** The ISO date of a date or of a moment in a zone; undefined for anything that is none. */
export function dateOf(text: string | undefined, zone: string): string | undefined {
  if (text === undefined || !Number.isFinite(Date.parse(text))) return undefined;
  return text.length === 10 ? text : dateIn(text, zone);
}
