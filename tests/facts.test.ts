import { describe, expect, it } from 'vitest';
import { automatonOf } from '../src/core/understanding/automaton';
import { factsIn } from '../src/core/understanding/facts';
import { symbolsFor } from '../src/core/understanding/symbols';
import { wordsOf } from '../src/core/understanding/words';
import { understanding as book } from '../src/data/understanding';

type Wanted = Partial<
  Record<'references' | 'deadlines' | 'legalBasis' | 'contacts' | 'identifiers' | 'amounts', readonly string[]> & { expiry: string; holdReference: string }
>;
const found = (text: string) => {
  const words = wordsOf(text, [{ start: 0, end: text.length }], automatonOf('en', book), symbolsFor(book.confusables), 60_000);
  const facts = factsIn(words);
  for (const claim of Object.values(facts).flatMap((one) => (Array.isArray(one) ? one : []))) expect(text.slice(claim.start, claim.end), text).toBe(claim.text);
  const texts = (claims: readonly { readonly text: string }[]) => claims.map((one) => one.text);
  return {
    references: texts(facts.references),
    deadlines: facts.deadlines.map((one) => one.value ?? one.text),
    legalBasis: texts(facts.legalBasis),
    contacts: texts(facts.contacts),
    identifiers: texts(facts.identifiers),
    amounts: texts(facts.amounts),
    expiry: facts.expiry,
    holdReference: facts.holdReference,
  };
};

const rows: readonly (readonly [string, Wanted])[] = [
  // References
  ['Our reference: LER-2026-004417. Please quote it in all correspondence.', { references: ['LER-2026-004417'], deadlines: [] }],
  ['Your ticket #88213 has been closed.', { references: ['88213'] }],
  ['Case no. 26-0091-AB was opened.', { references: ['26-0091-AB'] }],
  ['[Ticket: 5512-XK] We looked at your order.', { references: ['5512-XK'] }],
  ['This refers to your file 4471/26 mod. 21.', { references: ['4471/26'] }],
  ['Rif. prot. n. 1123/2026 del 4 maggio 2026.', { references: ['1123/2026'] }],
  ['Con riferimento al procedimento n. 283/16 R.G.N.R. si comunica quanto segue.', { references: ['283/16'] }],
  ['Notre référence : REQ-77120-FR.', { references: ['REQ-77120-FR'] }],
  ['Dossier n° 2026/0418, votre réquisition du 3 mars.', { references: ['2026/0418'] }],
  ['Unser Zeichen: 12-B-4410/26.', { references: ['12-B-4410/26'] }],
  ['Ihr Aktenzeichen 230 Js 1045/26 wurde vermerkt.', { references: ['230 Js 1045/26'] }],
  ['Vorgangsnummer: AN-556677.', { references: ['AN-556677'] }],
  ['Su referencia: EXP-991/2026.', { references: ['EXP-991/2026'] }],
  ['Expediente núm. 45-2026-B.', { references: ['45-2026-B'] }],
  ['We received your request in the case of 2025 and will answer.', { references: [] }],
  ['Ref: WhatsApp IR N930', { references: ['IR N930'] }],
  // Deadlines
  ['Please answer by 14 May 2026, 17:00 UTC.', { deadlines: ['2026-05-14T17:00Z'] }],
  ['We must hear from you no later than May 14, 2026 at 5:30 p.m. CEST.', { deadlines: ['2026-05-14T17:30+02:00'] }],
  ['You have 10 business days to respond.', { deadlines: ['P10D'] }],
  ['Reply within 48 hours of this notice.', { deadlines: ['PT48H'] }],
  ['The user may object within fourteen (14) days.', { deadlines: ['P14D'] }],
  ['before 2026-06-01T12:00:00+02:00 at the latest', { deadlines: ['2026-06-01T12:00+02:00'] }],
  ['Vogliate rispondere entro il 20 maggio 2026 alle ore 12.00.', { deadlines: ['2026-05-20T12:00'] }],
  ['entro 5 giorni lavorativi dal ricevimento', { deadlines: ['P5D'] }],
  ['Entro e non oltre il 03/06/2026, ore 18:00 (CEST).', { deadlines: ['2026-06-03T18:00+02:00'] }],
  ['au plus tard le 12 juin 2026 à 18h00', { deadlines: ['2026-06-12T18:00'] }],
  ['dans un délai de 72 heures', { deadlines: ['PT72H'] }],
  ['avant le 1er juillet 2026', { deadlines: ['2026-07-01'] }],
  ['bis spätestens 30.06.2026, 16:00 Uhr MESZ', { deadlines: ['2026-06-30T16:00+02:00'] }],
  ['innerhalb von zwei Wochen', { deadlines: ['P2W'] }],
  ['binnen einer Frist von 7 Tagen', { deadlines: ['P7D'] }],
  ['antes del 15 de junio de 2026 a las 14:00', { deadlines: ['2026-06-15T14:00'] }],
  ['en el plazo de diez días hábiles', { deadlines: ['P10D'] }],
  ['Notice will be given on 4 May 2026.', { deadlines: [] }],
  ['in 2026 we received 40 requests', { deadlines: [] }],
  // Holds
  ['The data are preserved until 3 August 2026 under reference PR-5521.', { expiry: '2026-08-03', holdReference: 'PR-5521' }],
  ['Your preservation (ID 778120) expires on 09/30/2026.', { expiry: '2026-09-30', holdReference: '778120' }],
  ['Conservazione attiva fino al 12/11/2026, rif. CONS-42/26.', { expiry: '2026-11-12', holdReference: 'CONS-42/26' }],
  ["Les données sont gelées jusqu'au 5 septembre 2026 (réf. GEL-118).", { expiry: '2026-09-05', holdReference: 'GEL-118' }],
  ['Die Daten sind bis zum 31. Oktober 2026 gesichert, Az. S-4410/26.', { expiry: '2026-10-31', holdReference: 'S-4410/26' }],
  ['Los datos se conservarán hasta el 1 de diciembre de 2026 (ref. CON-9001).', { expiry: '2026-12-01', holdReference: 'CON-9001' }],
  // Statutes
  ['Under 18 U.S.C. § 2702(b)(8) we may disclose; see also 18 USC 2703(f).', { legalBasis: ['18 U.S.C. § 2702(b)(8)', '18 USC 2703(f)'] }],
  ['Article 10(4) of Regulation (EU) 2023/1543 applies.', { legalBasis: ['Article 10(4) of Regulation (EU) 2023/1543'] }],
  ["ai sensi dell'art. 132, comma 3, del D.Lgs. 196/2003", { legalBasis: ['art. 132, comma 3, del D.Lgs. 196/2003'] }],
  ["en vertu de l'article 60-1 du code de procédure pénale", { legalBasis: ['article 60-1 du code de procédure pénale'] }],
  ['gemäß § 100j Abs. 1 StPO und § 22 TDDDG', { legalBasis: ['§ 100j Abs. 1 StPO', '§ 22 TDDDG'] }],
  ['conforme al artículo 588 ter j de la LECrim', { legalBasis: ['artículo 588 ter j de la LECrim'] }],
  // Contacts and identifiers
  ['Write to lawenforcement@tern.example or call +1 (415) 555-0134.', { contacts: ['lawenforcement@tern.example', '+1 (415) 555-0134'], identifiers: [] }],
  ['Submit at https://records.tern.example/le.', { contacts: ['https://records.tern.example/le'] }],
  ['The account registered with mario.r@example.org was deleted.', { contacts: [], identifiers: ['mario.r@example.org'] }],
  ['No account is associated with the number +39 347 123 4567.', { identifiers: ['+39 347 123 4567'], contacts: [] }],
  ["L'utenza +39 02 1234567 non risulta attiva.", { identifiers: ['+39 02 1234567'] }],
  ['Le compte lié au +33 6 12 34 56 78 est inactif.', { identifiers: ['+33 6 12 34 56 78'] }],
  ['Der Anschluss +49 30 1234567 ist nicht vergeben.', { identifiers: ['+49 30 1234567'] }],
  ['El usuario @luna_77 no existe.', { identifiers: ['@luna_77'] }],
  ['Last login: 203.0.113.7:51234 on 2026-03-02 10:14:22 UTC', { identifiers: ['203.0.113.7:51234'] }],
  ['IP 198.51.100.23, port 40211, 2 March 2026 10:14 UTC', { identifiers: ['198.51.100.23, port 40211'] }],
  ['IPv6 2001:db8::8a2e:370:7334 was used', { identifiers: ['2001:db8::8a2e:370:7334'] }],
  ['the profile https://social.example/u/100045 was suspended', { identifiers: ['https://social.example/u/100045'] }],
  // Amounts
  ['The fee is USD 150.00 per account.', { amounts: ['USD 150.00'] }],
  ['We charge €1,250 for this search.', { amounts: ['€1,250'] }],
  ['Costo: 80,00 euro per utenza.', { amounts: ['80,00 euro'] }],
  ['Les frais sont de 45 € par réquisition.', { amounts: ['45 €'] }],
  ['Die Kosten betragen 120,50 EUR.', { amounts: ['120,50 EUR'] }],
  ['El coste asciende a 1.200,00 euros.', { amounts: ['1.200,00 euros'] }],
];

describe('facts that a mail claims', () => {
  for (const [text, wanted] of rows)
    it(text.slice(0, 60), () => {
      const all = found(text);
      for (const [name, value] of Object.entries(wanted)) expect(all[name as keyof typeof all], `${name} in «${text}»`).toEqual(value);
    });
});
