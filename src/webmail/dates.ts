/** The first letters of the months, in the languages of the screens that we meet. */
const months = [
  'jan|gen|ene|sty|led|янв',
  'feb|fév|fev|lut|úno|фев',
  'mar|mär|mrt|břez|мар',
  'apr|avr|abr|kwi|dub|апр',
  'may|mag|mai|mei|maj|kvě|мая',
  'jun|giu|juin|cze|čvn|июн',
  'jul|lug|juil|lip|июл',
  'aug|ago|août|aoû|sie|srp|авг',
  'sep|set|wrz|zář|сен',
  'oct|ott|okt|out|paź|říj|окт',
  'nov|lis|ноя',
  'dec|dic|dez|déc|gru|pro|дек',
].map((list) => list.split('|'));
const two = (value: number) => String(value).padStart(2, '0');

/**
 * The date in a text of a page as ISO 8601 without an offset (the reader's time), or undefined: also where day and month could be
 * each other and the page's language doesn't tell.
 */
export function dateIn(text: string, language = ''): string | undefined {
  const looked = text.slice(0, 200).toLowerCase();
  if (/^\d{4}-\d\d-\d\dt\d\d:\d\d/u.test(looked.trim())) return text.trim();
  const clock = /\b(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s{0,2}([ap]\.?\s?m\b)?/u.exec(looked.replace(/\b\d{1,4}\.\d{1,2}\.\d{2,4}/u, ' '));
  const day = dayIn(looked, language);
  if (!day) return undefined;
  if (!clock) return day;
  const afternoon = clock[3]?.startsWith('p') || /下午/u.test(looked);
  const hour = (Number(clock[1]) % (clock[3] || afternoon ? 12 : 24)) + (afternoon ? 12 : 0);
  return Number(clock[2]) < 60 ? `${day}T${two(hour)}:${clock[2]}` : day;
}

function dayIn(text: string, language: string): string | undefined {
  const iso = /\b(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})/u.exec(text);
  if (iso) return made(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b/u.exec(text);
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    const year = Number(numbers[3]) + (numbers[3]?.length === 2 ? 2000 : 0);
    if (first > 12) return made(year, second, first);
    if (second > 12 || /^en(?:-us)?$/iu.test(language)) return second > 12 || /us$/iu.test(language) ? made(year, first, second) : undefined;
    return language && !/^en$/iu.test(language) ? made(year, second, first) : undefined;
  }
  const year = /\b((?:19|20)\d{2})\b/u.exec(text)?.[1];
  // `martedì`, `mardi`, `martes` are days, not March.
  const named = (text.match(/\p{L}{3,12}/gu) ?? [])
    .filter((word) => !/^mar(?:t[eio]|di)/u.test(word))
    .map((word) => months.findIndex((list) => list.some((start) => word.startsWith(start))))
    .filter((at) => at >= 0);
  const date = /\b([0-3]?\d)\b(?![:.]\d)/u.exec(text.replace(/\b(?:19|20)\d{2}\b/u, ' ').replace(/\d{1,2}[:.]\d{2}/gu, ' '))?.[1];
  const month = named.length === 1 ? named[0] : undefined;
  return year && date && month !== undefined ? made(Number(year), month + 1, Number(date)) : undefined;
}

function made(year: number, month: number, day: number): string | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${year}-${two(month)}-${two(day)}` : undefined;
}
