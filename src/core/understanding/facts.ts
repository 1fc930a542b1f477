import type { Claim, MailFacts } from '../assessment';
import { charSet, trimTail } from '../reading/characters';
import { isoDate } from './dates';
import { bit, type Words } from './words';

/** What ends a sentence and no claim. */
const tail = charSet(' \t\r\n\u00a0.,;:');
/** Claims of one kind that are kept. */
const most = 60;
/** Characters behind an IP address in which its time may begin. */
const timeBehind = 24;
/** Characters around a word with a figure in it that are looked at. */
const around = 70;

const monthNames =
  '(?:jan|gen|ene|feb|fév|fev|mar|mär|mrz|maa|apr|avr|abr|may|mai|mag|mei|maj|jun|giu|jui|jul|lug|aug|ago|aoû|aou|sep|set|oct|okt|ott|out|nov|dec|déc|dic|dez)';
const time = String.raw`(?:,?\s{1,2}(?:at|alle(?:\sore)?|ore|à|um|a\slas|às|om|kl\.?)?\s{0,2}\(?\d{1,2}(?:[:.h]\d{2}(?::\d{2})?|(?=\s?[ap]\.?m\b))(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:uhr|ore))?\s?\(?(?:(?:UTC|GMT|WES?T|BST|CEST|CET|MESZ|MEZ|EES?T|[ECMP][SD]T|JST|IST|Z)(?![a-z]))?(?:\s?[+-]\d{1,2}(?::?\d{2})?)?\)?)?`;
const patterns = {
  labelled:
    /(?<![\p{L}\d])(?:(?:case|ticket|reference|ref|file|request|matter|docket|incident|tracking|hold|preservation|riferimento|rif|protocollo|prot|procedimento|fascicolo|pratica|richiesta|caso|dossier|référence|réf|numéro|aktenzeichen|az|geschäftszeichen|gz|zeichen|vorgang(?:snummer)?|ticketnummer|fallnummer|referenznummer|expediente|referencia|kenmerk|zaaknummer|zaak|sagsnummer|sag|referência|processo|id)[.:]?\s{0,2}(?:#|(?:n(?:o|r|º|°|um|úm|umber|umero|uméro|úmero|ummer)?|id|code|ref(?:erence)?|file)(?![\p{L}])[.:]?|number is|numero è|lautet|is|est|es)?\s{0,2}[:#]?\s{0,2}(?:n[.°º]\s{0,2})?|#\s?|\[#?)((?=[A-Z/_.-]{0,38}\d)[A-Z0-9][A-Z0-9/_.-]{1,38}[A-Z0-9])(?![\p{L}\d])/giu,
  // A German prosecutor's or court's file: department, register, number of the year.
  files: /(?<![\p{L}\d])\d{1,4}\s(?:U?Js|Gs|Ds|Ls|KLs|Cs|BJs|OJs|AR|VRs|Qs|Ss)\s\d{1,6}\/\d{2,4}(?!\d)/gu,
  coded:
    /(?<![\p{L}\d/@.=-])(?:[A-Z]{2,10}[-_ ]?(?:IR|REF|ID|LE|CASE|EDR|PRES)?[-_ /]?(?:N\.?\s?)?\d{3,14}(?:[-/_][A-Z0-9]{1,14}){0,3}|[A-Z]{2,10}(?:[-_/][A-Z0-9]{2,12}){1,4}|\d{1,2}-\d{6,16})(?![\p{L}\d@])/gu,
  legal:
    /(?<![\p{L}\d])(?:18\s{0,2}U\.?\s?S\.?\s?C\.?(?:\s{0,2}(?:§{1,2}|[Ss]ections?|[Ss]ecs?\.))?\s{0,2}\d{3,5}(?:\([a-z0-9]{1,3}\)){0,4}|[Ss]ections?\s\d{4}(?:\([a-z0-9]{1,3}\)){0,4}|§{1,2}\s?\d{1,5}[a-z]{0,3}(?:\([a-z0-9]{1,3}\)){0,4}(?:\s(?:Abs\.\s?\d{1,2}\s)?(?:StPO|TKG|TTDSG|TDDDG|BGB|StGB|DDG|ZPO))?|(?:[Aa]rt(?:icles?|icol[oi]|ikel|ículos?|igos?|t)?\.?)\s{0,2}\d{1,4}(?:[-\s]?(?:bis|ter|quater|quinquies))?(?:\s?\(\d{1,2}\)|,?\s(?:§|Abs\.|para\.?|comma|par\.)\s?\d{1,2}){0,3}(?:\s?\([a-z]\))?(?:,?\s(?:of|of the|del|della|du|de la|der|des|do|da|van|de|d['’])\s?)?(?:[^.;\n]{0,40}?(?:D\.?\s?Lgs\.?\s?(?:n\.\s?)?\d{1,4}\/\d{4}|Regulation|Regolamento|Règlement|Verordnung|Reglamento|Regulamento|c\.p\.p\.|c\.p\.|CPP|C\.p\.p\.|StPO|LECrim|Directive|Direttiva|Code de procédure pénale|code de procédure pénale|GDPR|RGPD|DSGVO|DSA|Convention|Convenzione|Konvention|Convenio|\d{4}\/\d{2,4})(?:\s?\((?:EU|UE)\))?(?:\s(?:No\.?\s|n\.\s)?\d{3,4}\/\d{2,4})?)?|(?:Regulation|Regolamento|Règlement|Verordnung|Reglamento|Directive|Direttiva)\s?\((?:EU|UE)\)\s?(?:No\.?\s?)?\d{4}\/\d{2,4}|D\.?\s?Lgs\.?\s?(?:n\.\s?)?\d{1,4}\/\d{4})/gu,
  urls: /\b(?:https?:\/\/|www\.)[^\s<>"')\]]{3,300}/giu,
  bareUrls: /(?<![\w@.-])(?:[a-z0-9-]{1,40}\.){1,4}(?:com|org|net|eu|it|fr|de|es|ie|io|co|uk|ch)\/[^\s<>"')\]]{1,200}/giu,
  emails: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu,
  phones: /(?<![\w.])(?:\+|00)\s?[1-9]\d{0,2}[\d\s().-]{5,20}\d(?!\d)/gu,
  ips: /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5}|,?\s{1,2}\(?(?:source\s|src\s)?(?:port|porta|puerto|poort)\s{0,2}(?:source\s|sorgente\s|de origen\s)?:?\s{0,2}\d{1,5})?(?![\d.]\d)|(?<![\w:])[0-9a-f]{1,4}(?::{1,2}[0-9a-f]{1,4}){2,7}(?![\w:])/giu,
  handles: /(?<![\w@./])@[a-z0-9_.]{3,40}(?![\w@.])|\b0x[0-9a-f]{40}\b|\bbc1[a-z0-9]{20,60}\b/giu,
  amounts:
    /(?:(?<![\p{L}])(?:EUR|USD|GBP|CHF|DKK)\s?|[€$£]\s?)\d{1,9}(?:[.,'\s]\d{3}){0,3}(?:[.,]\d{2})?(?!\d)|(?<![\d.,])\d{1,9}(?:[.,'\s]\d{3}){0,3}(?:[.,]\d{2})?\s?(?:EUR|USD|GBP|CHF|DKK|€|euros?|dollars?|Euro|kr\.?)(?![\p{L}])/gu,
  dates: new RegExp(
    String.raw`(?<![\d./-])(?:\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|\s?[+-]\d{2}:?\d{2})?)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}(?:st|nd|rd|th|er|º|°)?\.?\s(?:of\s|de\s)?${monthNames}\p{L}{0,8}\.?,?\s(?:de\s|del\s)?\d{4}|${monthNames}[a-z]{0,7}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})(?![\d])${time}`,
    'giu',
  ),
  spans:
    /(?<![\p{L}\d])(?:within|in|(?:you|we) have|entro|nel termine di|avete|sous|dans(?: un délai de)?|sous un délai de|vous disposez de|innerhalb(?: von| einer Frist von)?|binnen(?: einer Frist von)?|Sie haben|en(?: un| el)? plazo(?: máximo)? de|dentro de|tiene|em|no prazo de|inden(?: for)?)\s(?:the next\s|i prossimi\s|les\s|los\s|il termine di\s)?(\d{1,3}|\p{L}{2,12})\s?(?:\(\d{1,3}\)\s)?((?:business|working|calendar|lavorativi|ouvrables|ouvrés|hábiles|úteis)\s)?(hours?|days?|weeks?|months?|ore|giorni|settimane|mesi|heures|jours|semaines|mois|stunden|tagen?|werktagen?|arbeitstagen?|wochen|monaten?|horas|días|dias|semanas|meses|uur|dagen|werkdagen|weken|timer|dage|hverdage)(?!\p{L})/giu,
} as const;

const expiryWords =
  /expir|lapse|until|through|valid|\bends?\b|scad|fino al|termin|expire|jusqu|prend fin|ablauf|läuft|bis (?:zum|einschließlich)|endet|vence|caduc|hasta|verloopt|tot (?:en met)?|udløb|expira|até|purged|deleted|released|cancell|eliminat|supprim|gelöscht|elimin|retained|preserved/iu;
const holdWords = /preserv|conserv|gesichert|aufbewahr|sicherung|bewaar|frozen|freeze|congel|gel des|snapshot|hold|sikring/iu;
const deadlineWords =
  /\bby\b|before|deadline|no later|due|within|entro|avant|au plus tard|\bbis\b|spätestens|frist|antes|plazo|a más tardar|vóór|uiterlijk|senest|scadenza|termine|echeance|échéance|prazo|respond/iu;
const accountWords =
  /account|user|subscriber|profile|number associated|utenza|utente|intestat|compte|utilisateur|abonné|konto|nutzer|teilnehmer|anschluss|rufnummer|cuenta|usuario|abonado|conta|gebruiker|konto|registered|registrat|target|identifier/iu;
/** A word right before an address that makes it an account's and no place to write to. */
const profileWords =
  /(?<!\p{L})(?:profiles?|accounts?|users?|profilo|utente|profil|compte|konto|nutzerprofil|perfil|cuenta|gebruiker|usuário|bruger)\s{0,2}(?:URL\s{0,2})?[:(«"]?\s{0,2}$/iu;
const callWords = /tel|phone|call|fax|hotline|chiam|appel|anruf|llam|bel\b|ring|contact|reach|\bmob/iu;

/** Facts that the own words claim, each with its place. They are claims: nothing here is used as an address or a channel. */
export function factsIn(words: Words): Omit<MailFacts, 'questions'> {
  const { text } = words;
  const figures = windows(words);
  const collect = (places: readonly (readonly [number, number])[], pattern: RegExp, value?: (found: string) => string | undefined, group = 0): Claim[] => {
    const claims: Claim[] = [];
    for (const [from, to] of places) {
      const part = text.slice(from, to);
      for (const match of part.matchAll(pattern)) {
        if (claims.length >= most) return claims;
        const found = trimTail(match[group] ?? '', tail);
        if (found === '') continue;
        const start = from + match.index + match[0].indexOf(match[group] ?? '');
        const normal = value?.(found);
        claims.push({ start, end: start + found.length, text: found, ...(normal ? { value: normal } : {}) });
      }
    }
    return claims;
  };
  const has = (part: string): boolean => words.sentences > 0 && text.includes(part);
  const all = whole(words);
  const before = (claim: Claim, length: number): string => text.slice(Math.max(0, claim.start - length), claim.start);

  const urls = has('://') || has('www.') ? collect(all, patterns.urls) : [];
  const bare = has('/') ? collect(all, patterns.bareUrls).filter((one) => !overlaps(one, urls)) : [];
  const emails = has('@') ? collect(all, patterns.emails) : [];
  const taken: Claim[] = [...urls, ...bare, ...emails];
  const free = (claims: readonly Claim[]): Claim[] => claims.filter((one) => !overlaps(one, taken));

  const dates = free(collect(figures, patterns.dates, isoDate)).filter(({ value }) => value);
  taken.push(...dates);
  const legalBasis = free(collect(figures, patterns.legal));
  taken.push(...legalBasis);
  const ips = free(collect(figures, patterns.ips))
    .filter(({ text: ip }) => !/^[0-9a-f:]+$/iu.test(ip) || ip.includes('::') || ip.split(':').length === 8)
    .map((claim) => ({ ...claim, value: connection(claim, dates) }));
  taken.push(...ips);
  const phones = free(collect(figures, patterns.phones, e164)).filter(({ value }) => value);
  taken.push(...phones);
  const amounts = free(collect(figures, patterns.amounts));
  taken.push(...amounts);
  const handles = has('@') || has('0x') || has('bc1') ? collect(all, patterns.handles).filter((one) => !overlaps(one, emails)) : [];
  const files = free(collect(figures, patterns.files));
  taken.push(...files);
  const labelled = free(collect(figures, patterns.labelled, undefined, 1)).filter(
    ({ text: id }) => /\d/u.test(id) && id.length >= 3 && !/^(?:19|20)\d{2}$/u.test(id),
  );
  const coded = free(collect(figures, patterns.coded)).filter(
    ({ text: id }) => /\d{2}/u.test(id) && !/^(?:UTC|GMT|UTF|ISO|RFC|CET|CEST|EU|UE|US|MP|IP|SHA|PGP|AES|ART|TLS)[-_ ]?\d/u.test(id),
  );
  const references = [...files, ...labelled, ...coded.filter((one) => !overlaps(one, labelled))].sort((a, b) => a.start - b.start);

  const expiry = dates.find((date) => date.value && expiryWords.test(before(date, 90)));
  const terms = collect(all, patterns.spans, undefined).map((claim) => ({ ...claim, ...duration(claim.text) }));
  const deadlines = [...dates.filter((date) => deadlineWords.test(before(date, 60))), ...terms.filter(({ value }) => value)].sort((a, b) => a.start - b.start);
  const ofAccount = (claim: Claim) => accountWords.test(before(claim, 60)) && !callWords.test(before(claim, 24));
  const ofOffice = (claim: Claim) => !ofAccount(claim);
  const ofProfile = (claim: Claim) => profileWords.test(before(claim, 40));
  const hold = references.find((one) => holdWords.test(before(one, 120))) ?? (expiry ? references[0] : undefined);
  return {
    references,
    deadlines,
    legalBasis,
    contacts: [...[...urls, ...bare].filter((one) => !ofProfile(one)), ...emails.filter(ofOffice), ...phones.filter(ofOffice)].sort(
      (a, b) => a.start - b.start,
    ),
    identifiers: [...[...urls, ...bare].filter(ofProfile), ...phones.filter(ofAccount), ...emails.filter(ofAccount), ...ips, ...handles].sort(
      (a, b) => a.start - b.start,
    ),
    amounts,
    ...(expiry?.value ? { expiry: expiry.value.slice(0, 10) } : {}),
    ...(hold ? { holdReference: hold.text } : {}),
  };
}

/** Stretches around the words that hold a figure; they neither overlap nor leave their own words. */
function windows(words: Words): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  const parts = whole(words);
  let part = 0;
  for (let index = 0; index < words.count; index++) {
    if (((words.marks[index] ?? 0) & bit.digit) === 0) continue;
    const start = words.start[index] ?? 0;
    while (part < parts.length && (parts[part]?.[1] ?? 0) <= start) part++;
    const [from = 0, to = 0] = parts[part] ?? [];
    const begin = Math.max(from, start - around);
    const end = Math.min(to, (words.end[index] ?? 0) + around);
    const last = found[found.length - 1];
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([begin, end]);
  }
  return found;
}

/** The own spans that were read. */
function whole(words: Words): readonly (readonly [number, number])[] {
  return words.spans.map(({ start, end }) => [start, end] as const);
}

function overlaps(claim: Claim, others: readonly Claim[]): boolean {
  return others.some((other) => claim.start < other.end && other.start < claim.end);
}

/** An IP address with its port, and the time given right behind it: what names one connection. */
function connection(ip: Claim, dates: readonly Claim[]): string {
  const [, address = ip.text, port] = /^(\d{1,3}(?:\.\d{1,3}){3})(?:\D{1,40}(\d{1,5}))?$/u.exec(ip.text) ?? [];
  const time = dates.find((date) => date.start >= ip.end && date.start - ip.end <= timeBehind && date.value?.includes('T'));
  return `${address}${port ? `:${port}` : ''}${time?.value ? ` ${time.value}` : ''}`;
}

function e164(found: string): string | undefined {
  const digits = `+${found.replace(/\D/gu, '').replace(/^00/u, '')}`;
  return /^\+[1-9]\d{6,14}$/u.test(digits) ? digits : undefined;
}

const counts: Readonly<Record<string, number>> = {
  one: 1,
  four: 4,
  six: 6,
  eight: 8,
  nine: 9,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  sixty: 60,
  ninety: 90,
  two: 2,
  three: 3,
  five: 5,
  seven: 7,
  ten: 10,
  fourteen: 14,
  thirty: 30,
  due: 2,
  tre: 3,
  cinque: 5,
  sette: 7,
  dieci: 10,
  quindici: 15,
  trenta: 30,
  deux: 2,
  trois: 3,
  cinq: 5,
  sept: 7,
  dix: 10,
  quinze: 15,
  trente: 30,
  zwei: 2,
  drei: 3,
  fünf: 5,
  sieben: 7,
  zehn: 10,
  vierzehn: 14,
  dos: 2,
  tres: 3,
  cinco: 5,
  siete: 7,
  diez: 10,
  quince: 15,
  treinta: 30,
  venti: 20,
  sessanta: 60,
  vingt: 20,
  dreißig: 30,
};

const unitWords =
  /^(?:hours?|days?|weeks?|months?|ore|giorni|settimane|mesi|heures|jours|semaines|mois|stunden|tagen?|werktagen?|arbeitstagen?|wochen|monaten?|horas|días|dias|semanas|meses|uur|dagen|werkdagen|weken|timer|dage|hverdage)$/u;

/** `within 5 business days` as an ISO 8601 duration. */
function duration(found: string): { readonly value?: string } {
  const parts: readonly string[] = found.toLowerCase().match(/\d{1,3}|\p{L}+/gu) ?? [];
  const unit = parts.find((part) => unitWords.test(part)) ?? '';
  const figure = parts.slice(0, parts.indexOf(unit)).findLast((part) => Number(part) > 0 || counts[part] !== undefined) ?? '';
  const count = Number(figure) || counts[figure];
  if (!count) return {};
  if (/^(?:hour|ore$|heure|stunde|hora|uur|timer)/iu.test(unit)) return { value: `PT${count}H` };
  if (/^(?:week|settiman|semain|woche|semana|weken)/iu.test(unit)) return { value: `P${count}W` };
  if (/^(?:month|mesi|mois|monat|meses)/iu.test(unit)) return { value: `P${count}M` };
  return { value: `P${count}D` };
}
