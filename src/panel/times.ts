import { countdown, type Countdown } from '../core/case/ball-clock';
import { dayIn } from '../core/case/timeline';
import type { Say } from '../data/ui';

/** A date in words (`22 Nov 2026`); the text itself when it is no date. */
export function dateText(iso: string, say: Say, zone = 'UTC'): string {
  const time = Date.parse(iso);
  if (!Number.isFinite(time)) return iso;
  return new Intl.DateTimeFormat(say.language === 'en' ? 'en-GB' : 'it-IT', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: iso.length <= 10 ? 'UTC' : knownZone(zone),
  }).format(new Date(time));
}

/** A moment for a clock: the hour when it is today or tomorrow, else the day and the hour, with the zone's city. */
export function momentText(iso: string, now: string, say: Say, zone: string): string {
  const time = Date.parse(iso);
  if (!Number.isFinite(time)) return iso;
  const timeZone = knownZone(zone);
  const locale = say.language === 'en' ? 'en-GB' : 'it-IT';
  const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(time));
  const city = (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
  const sameDay = dayIn(iso, timeZone) === dayIn(now, timeZone);
  return sameDay ? `${hour} ${city}` : `${dateText(iso, say, timeZone)}, ${hour} ${city}`;
}

/** A short length of time: `3 h 20 min`, `2 d 4 h`, `85 d`. */
export function lengthText({ days, hours, minutes }: Pick<Countdown, 'days' | 'hours' | 'minutes'>, say: Say): string {
  if (days >= 7 || (days > 0 && hours === 0)) return say('clock.d', { d: days });
  if (days > 0) return say('clock.dh', { d: days, h: hours });
  if (hours > 0) return minutes === 0 ? say('clock.h', { h: hours }) : say('clock.hm', { h: hours, m: minutes });
  return say('clock.m', { m: minutes });
}

/** What a step's clock says, or undefined where there is none. */
export function dueText(
  due: string | undefined,
  now: string,
  say: Say,
  zone: string,
): { readonly big: string; readonly when: string; readonly pressure: Countdown['pressure'] } | undefined {
  const left = due === undefined ? undefined : countdown(due, now);
  if (due === undefined || !left) return undefined;
  const big = left.late ? say('clock.late', { time: lengthText(left, say) }) : lengthText(left, say);
  const when = momentText(due, now, say, zone);
  return { big, when: left.late ? say('clock.was', { when }) : say('clock.until', { when }), pressure: left.pressure };
}

function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
