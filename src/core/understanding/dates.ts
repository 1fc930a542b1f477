/** First three letters of a month's name in the languages of mails, without accents. Longer keys go before shorter ones. */
const months: Readonly<Record<string, number>> = {
  jan: 1,
  gen: 1,
  ene: 1,
  feb: 2,
  fev: 2,
  mar: 3,
  mrz: 3,
  maa: 3,
  apr: 4,
  avr: 4,
  abr: 4,
  may: 5,
  mai: 5,
  mag: 5,
  mei: 5,
  maj: 5,
  jun: 6,
  giu: 6,
  jui: 6,
  jul: 7,
  lug: 7,
  aug: 8,
  ago: 8,
  aou: 8,
  sep: 9,
  set: 9,
  oct: 10,
  okt: 10,
  ott: 10,
  out: 10,
  nov: 11,
  dec: 12,
  dic: 12,
  dez: 12,
};

/** Offsets of the zones that mails name, in minutes; a zone that changes with the season is taken by its own name. */
const zones: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  west: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
  ist: 330,
};

/** A date as ISO 8601, with time and offset where the words have them; nothing when it is no date. Of `03/04/2026` the day comes first. */
export function isoDate(found: string): string | undefined {
  const day = dayOf(found);
  if (!day) return undefined;
  const time =
    /(?:^|[\sT,(])(\d{1,2})(?:[:.h](\d{2})(?::\d{2})?|(?=\s?[ap]\.?m))\s?(a\.?m|p\.?m)?\.?\s?(?:uhr|ore|hrs?|h)?\s?\(?(?:(z|utc|gmt|wes?t|bst|cest|cet|mesz|mez|ees?t|[ecmp][sd]t|jst|ist)(?![a-z]))?\s?([+-]\d{1,2}(?::?\d{2})?)?/iu.exec(
      afterDate(found),
    );
  if (!time) return day;
  let hour = Number(time[1]);
  const half = (time[3] ?? '').toLowerCase();
  if (half.startsWith('p') && hour < 12) hour += 12;
  if (half.startsWith('a') && hour === 12) hour = 0;
  if (hour > 24 || Number(time[2] ?? 0) > 59) return day;
  const clock = `${String(hour).padStart(2, '0')}:${time[2] ?? '00'}`;
  const zone = zones[(time[4] ?? '').toLowerCase()];
  const shift = time[5] ? minutes(time[5]) : undefined;
  if (zone === undefined && shift === undefined) return `${day}T${clock}`;
  const offset = (zone ?? 0) + (shift ?? 0);
  const size = Math.abs(offset);
  return `${day}T${clock}${offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`}`;
}

/** What stands behind the date, so that its own figures are not taken for a time. */
function afterDate(found: string): string {
  return found
    .replace(/^\d{4}-\d{2}-\d{2}/u, '')
    .replace(/^\d{1,2}[./]\d{1,2}[./]\d{2,4}/u, '')
    .replace(/^.{0,30}?\b\d{4}(?!\d)/u, '');
}

function minutes(shift: string): number {
  const [, sign, hours, rest] = /^([+-])(\d{1,2}):?(\d{2})?$/u.exec(shift) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(rest ?? 0));
}

function dayOf(found: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/u.exec(found);
  if (iso) return make(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})[./](\d{1,2})[./](\d{2,4})/u.exec(found);
  if (numeric) {
    const [day, month] = Number(numeric[2]) > 12 ? [Number(numeric[2]), Number(numeric[1])] : [Number(numeric[1]), Number(numeric[2])];
    return make(Number(numeric[3]), month, day);
  }
  const year = Number(/\b\d{4}(?!\d)/u.exec(found)?.[0]);
  const day = Number(/\b\d{1,2}(?!\d)/u.exec(found)?.[0]);
  const word = /\p{L}{3,}/u.exec(found.replace(/\b(?:st|nd|rd|th|er|de|of)\b|(?<=\d)(?:st|nd|rd|th|er)/giu, ''))?.[0] ?? '';
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const month = plain.startsWith('juil') ? 7 : months[plain.slice(0, 3)];
  return month ? make(year, month, day) : undefined;
}

function make(year: number, month: number, day: number): string | undefined {
  const full = year < 100 ? 2000 + year : year;
  if (!(full > 1990 && full < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
