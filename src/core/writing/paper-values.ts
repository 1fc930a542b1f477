import type { Timeline } from '../case/timeline';
import type { UiLanguage } from '../ids';
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
