import type { Instant } from '../case';
import { hash } from '../thread';

/** One entry of a calendar file. `on` is an ISO date for a whole day, a moment with offset otherwise. */
export type CalendarDate = { readonly on: string };

/** Longest line of RFC 5545, in bytes without its end. */
const longest = 75;

/**
 * A calendar file (RFC 5545) of dates, each with the same title and an alarm. Nothing in it tells a case: the identifiers are digests.
 * `key` keeps the identifiers of two cases apart, so that a calendar that reads the file twice has each date once.
 */
export function calendarFile(dates: readonly CalendarDate[], title: string, key: string, now: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rogatory//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...[...new Set(dates.map(({ on }) => on))].flatMap((on) => entry(on, title, key, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function entry(on: string, title: string, key: string, now: Instant): string[] {
  const day = on.length === 10;
  const starts = day ? `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}` : `DTSTART:${utc(on)}`;
  return [
    'BEGIN:VEVENT',
    `UID:${hash(`${key}\n${on}`)}@rogatory`,
    `DTSTAMP:${utc(now)}`,
    starts,
    `SUMMARY:${escaped(title)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    // A whole day: at nine the day before. A moment: half an hour before.
    `TRIGGER:${day ? '-PT15H' : '-PT30M'}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

function utc(moment: Instant): string {
  return new Date(Date.parse(moment)).toISOString().replace(/[-:]|\.\d{3}/gu, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/gu, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/gu, '\\n');
}

/** A line in pieces of at most 75 bytes; no character is torn. */
function folded(line: string): string {
  let out = '';
  let bytes = 0;
  for (const sign of line) {
    const code = sign.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes + size > longest) {
      out += '\r\n ';
      bytes = 1;
    }
    out += sign;
    bytes += size;
  }
  return out;
}
