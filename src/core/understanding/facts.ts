import type { Claim, MailFacts } from '../assessment';
import type { Span } from '../message';

/** Characters of own words in which facts are looked for, and claims of one kind that are kept. */
const looked = 60_000;
const most = 60;

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
const patterns = {
  references:
    /\b(?:[A-Z]{2,8}[-_ ]?(?:IR|REF|ID|LE|CASE)?[-_ ]?N?\d{3,12}(?:-[A-Z0-9]{2,10})?|(?:case|ticket|reference|ref|rif|riferimento|protocollo|dossier|aktenzeichen|az|expediente|zaak|sag)\.?\s{0,2}(?:n(?:o|r|umber|umero|ummer)?\.?|id|#)?\s{0,2}[:#]?\s{0,2}[A-Z0-9][A-Z0-9/_.-]{2,30}\d[A-Z0-9/_-]{0,20})/giu,
  legalBasis:
    /(?:\b18\s{0,2}U\.?\s?S\.?\s?C\.?(?:\s{0,2}(?:§{1,2}|[Ss]ections?|[Ss]ec\.))?\s{0,2}\d{3,5}(?:\([a-z0-9]{1,3}\)){0,4}|§{1,2}\s?\d{2,5}[a-z]?(?:\([a-z0-9]{1,3}\)){0,4}(?:\s(?:StPO|TKG|TTDSG|TDDDG|BGB|StGB))?|\b(?:Art(?:icle|icolo|ikel|ículo|t)?\.?)\s{0,2}\d{1,4}(?:[-\s]?(?:bis|ter|quater|quinquies))?(?:\s?\(\d{1,2}\)){0,3}(?:\s?\([a-z]\))?(?:\s(?:of|of the|del|della|du|de la|der|des)\s)?[^.;\n]{0,40}?(?:Regulation|Regolamento|Règlement|Verordnung|Reglamento|c\.p\.p\.|c\.p\.|CPP|Directive|GDPR|DSA|\d{4}\/\d{2,4})|\b(?:Regulation|Regolamento|Règlement|Verordnung|Reglamento)\s?\((?:EU|UE)\)\s?(?:No\.?\s?)?\d{4}\/\d{2,4})/gu,
  urls: /\bhttps?:\/\/[^\s<>"')\]]{4,300}|\b(?:www\.)[^\s<>"')\]]{4,200}/giu,
  emails: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu,
  phones: /\+\s?\d{1,3}[\d\s().-]{6,20}\d/gu,
  ips: /\b(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?\b/gu,
  amounts:
    /(?:(?:EUR|USD|GBP|CHF|€|\$|£)\s?\d{1,3}(?:[.,\s]\d{3}){0,3}(?:[.,]\d{2})?|\d{1,3}(?:[.,\s]\d{3}){0,3}(?:[.,]\d{2})?\s?(?:EUR|USD|GBP|CHF|€|euro|dollars?))/giu,
  dates:
    /\b(?:\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}(?:st|nd|rd|th|er|º|°)?\.?\s(?:of\s|de\s)?[A-Za-zäéûô]{3,10}\.?(?:\s(?:de\s)?|,\s)\d{4}|[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})\b/gu,
} as const;

/** Facts that the own words claim, each with its place. They are claims: nothing here is used as an address or a channel. */
export function factsIn(text: string, own: readonly Span[]): Omit<MailFacts, 'questions'> {
  const collect = (pattern: RegExp, value?: (found: string) => string | undefined): readonly Claim[] => {
    const claims: Claim[] = [];
    let left = looked;
    for (const span of own) {
      if (left <= 0) break;
      const part = text.slice(span.start, Math.min(span.end, span.start + left));
      left -= part.length;
      for (const match of part.matchAll(pattern)) {
        if (claims.length >= most) return claims;
        const words = match[0].trim();
        const start = span.start + match.index + (match[0].length - match[0].trimStart().length);
        const normal = value?.(words);
        claims.push({ start, end: start + words.length, text: words, ...(normal ? { value: normal } : {}) });
      }
    }
    return claims;
  };
  const dates = collect(patterns.dates, isoDate);
  const expiry = dates.find(
    (date) =>
      date.value &&
      /expir|lapse|until|valid|end[s ]|scad|fino al|termin|expire|jusqu|prend fin|ablauf|lauft|läuft|bis zum|vence|caduc|hasta|verloopt|tot en met|udløb|expira|até/iu.test(
        text.slice(Math.max(0, date.start - 90), date.start),
      ),
  );
  const hold = expiry || /preserv|conserv|gesichert|aufbewahr|sicherung|bewaar|frozen|freeze/iu.test(text.slice(0, 20_000));
  const references = collect(patterns.references);
  const deadlines = dates.filter((date) =>
    /\bby\b|before|deadline|no later|within|entro|avant|au plus tard|bis|spätestens|antes|plazo|vóór|uiterlijk|senest/iu.test(
      text.slice(Math.max(0, date.start - 60), date.start),
    ),
  );
  return {
    references,
    deadlines,
    legalBasis: collect(patterns.legalBasis),
    contacts: [...collect(patterns.urls), ...collect(patterns.emails), ...collect(patterns.phones, e164)].sort((a, b) => a.start - b.start),
    identifiers: [...collect(patterns.phones, e164), ...collect(patterns.ips)].sort((a, b) => a.start - b.start),
    amounts: collect(patterns.amounts).filter(({ text: words }) => /\d/u.test(words)),
    ...(expiry?.value ? { expiry: expiry.value } : {}),
    ...(hold && references[0] ? { holdReference: references[0].text } : {}),
  };
}

function e164(found: string): string | undefined {
  const digits = `+${found.replace(/\D/gu, '')}`;
  return /^\+[1-9]\d{6,14}$/u.test(digits) ? digits : undefined;
}

/** A date as ISO, where day and month can't be mistaken for each other or the mail writes day first. */
function isoDate(found: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/u.exec(found);
  if (iso) return iso[0];
  const numeric = /^(\d{1,2})[./](\d{1,2})[./](\d{2,4})$/u.exec(found);
  if (numeric) {
    const [day, month] = Number(numeric[2]) > 12 ? [Number(numeric[2]), Number(numeric[1])] : [Number(numeric[1]), Number(numeric[2])];
    return make(Number(numeric[3]), month, day);
  }
  const year = Number(/\d{4}$/u.exec(found)?.[0]);
  const day = Number(/\b\d{1,2}/u.exec(found.replace(/\d{4}$/u, ''))?.[0]);
  const word = /[\p{L}]{3,}/u.exec(found.replace(/^\d{1,2}(?:st|nd|rd|th|er)/u, ''))?.[0] ?? '';
  const month = months[word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().slice(0, 3)];
  return month ? make(year, month, day) : undefined;
}

function make(year: number, month: number, day: number): string | undefined {
  const full = year < 100 ? 2000 + year : year;
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
