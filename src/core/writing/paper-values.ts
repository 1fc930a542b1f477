import type { CaseOverview } from '../case/overview';
import type { Timeline } from '../case/timeline';
import type { UiLanguage } from '../ids';
import { exchangeBars, holdBars, type BarWords } from './bars';
import { factValues, type DraftOrder } from './compose-draft';
import type { Values } from './template';

/** Sentences that a paper needs besides its outline, in the language of the paper. */
export type PaperWords = {
  readonly step: (id: string) => string;
  readonly reply: (id: string) => string;
  readonly side: (side: 'us' | 'provider') => string;
  readonly days: (side: 'us' | 'provider', count: number) => string;
  readonly emergency: (state: string) => string;
  readonly event: (what: string) => string;
  readonly epocDeadline: (emergency: boolean) => string;
  readonly bars: (assistanceDays: number) => BarWords;
};

/** Something that happened in the case, as it is remembered: no text of any mail. */
export type PaperEvent = {
  readonly at: string;
  readonly by: 'us' | 'provider';
  readonly what: string;
  readonly replyTypes?: readonly string[];
  readonly step?: string;
};

export type PaperOrder = Omit<DraftOrder, 'step' | 'language'> & {
  readonly language: UiLanguage;
  readonly timeline: Timeline;
  readonly events: readonly PaperEvent[];
  /** Dates of the case, and how long assistance is expected to take, in days: drawn as bars. */
  readonly overview?: CaseOverview;
  readonly assistanceDays?: number;
  /** IANA zone of the office. */
  readonly zone: string;
};

/** The facts of a case by name, for papers: those of letters, and what only a paper shows. */
export function paperValues(order: PaperOrder, words: PaperWords): Values {
  const { provider, case: facts, assessment, timeline, events, zone, language, now } = order;
  const moment = (iso: string) => when(iso, language, zone);
  const first = assessment.nextSteps[0];
  const step = (id: string, due: string | undefined) => (due ? `${words.step(id)} (${moment(due)})` : words.step(id));
  const own: Values = {
    today: moment(now)
      .slice(0, -6)
      .replace(/(?<![, ])[, ]+$/u, ''),
    as_of: provider?.checkedOn ?? now.slice(0, 10),
    time_zone: zone,
    provider_state: facts.providerSeat ?? provider?.seat ?? undefined,
    provider_entity: provider?.entities[0]?.name,
    eu_addressee: provider?.euAddressee.entity
      ? `${provider.euAddressee.entity}${provider.euAddressee.state ? ` (${provider.euAddressee.state})` : ''}`
      : undefined,
    offence_penalty: facts.offence?.maxYears === undefined ? undefined : String(facts.offence.maxYears),
    notification_limbs: facts.offenceIn || facts.suspectResidesIn ? `${facts.offenceIn ?? '?'} / ${facts.suspectResidesIn ?? '?'}` : undefined,
    epoc_deadline: facts.emergency === 'unknown' ? undefined : words.epocDeadline(facts.emergency === 'now'),
    emergency_state: words.emergency(facts.emergency),
    last_reply: assessment.replyTypes.map(({ type }) => words.reply(type)).join('; ') || undefined,
    ball_holder: timeline.open ? `${words.side(timeline.open.holder)} · ${words.days(timeline.open.holder, timeline.open.days)}` : undefined,
    ball_summary: timeline.stretches.map(({ holder, days }) => words.days(holder, days)).join(' · ') || undefined,
    ...pictureOf(order, words, (iso) => dayOnly(iso, language, zone)),
    next_step: first ? step(first.id, first.due) : undefined,
    other_steps:
      assessment.nextSteps
        .slice(1)
        .map(({ id, due }) => step(id, due))
        .join('; ') || undefined,
    deadlines: assessment.facts.deadlines.map(({ text }) => text).join('; ') || undefined,
    chronology:
      events
        .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
        .map(({ at, by, what, replyTypes, step: done }) => {
          const said = replyTypes?.map(words.reply).join('; ') ?? (done ? words.step(done) : '');
          return `${moment(at)} – ${words.side(by)}: ${words.event(what)}${said ? ` (${said})` : ''}`;
        })
        .join('\n') || undefined,
  };
  const typed = Object.fromEntries(Object.entries(order.answers).filter(([, value]) => value.trim() !== ''));
  return { ...factValues(order, language), ...own, ...typed };
}

/** The picture of the case as text: who had the ball, what is held against what takes how long. */
function pictureOf({ overview, assistanceDays = 0 }: PaperOrder, words: PaperWords, day: (iso: string) => string): Values {
  if (!overview) return {};
  const bars = words.bars(assistanceDays);
  return { exchange_bars: exchangeBars(overview, day, bars), hold_bars: holdBars(overview, day, bars) };
}

function dayOnly(iso: string, language: UiLanguage, zone: string): string {
  const time = Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  if (Number.isNaN(time)) return iso;
  const locale = language === 'en' ? 'en-GB' : language;
  const form = (timeZone: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(time);
  try {
    return form(iso.length === 10 ? 'UTC' : zone);
  } catch {
    return form('UTC');
  }
}

function when(iso: string, language: UiLanguage, zone: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const locale = language === 'en' ? 'en-GB' : language;
  try {
    return new Intl.DateTimeFormat(locale, { ...style, timeZone: zone }).format(time);
  } catch {
    return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(time);
  }
}
