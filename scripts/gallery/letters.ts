// Every letter in one language, filled in with the facts of an invented case.
import { fillTemplate, type Values } from '../../src/core/writing/template';
import { sayIn } from '../../src/data/ui';
import { writing } from '../../src/data/writing';

const facts: Readonly<Record<string, Values>> = {
  en: {
    nature: 'a stabbing at the central station announced in a message',
    who_at_risk: 'travellers at Milan central station, some 300 persons at that hour',
    imminence: '24 November 2026, 18:00 (UTC+01:00), as the message says',
    data_requested: 'registration date, last seen, IP log with port and time',
    how_it_averts: 'the last IP address leads to the connection and so to the person, before the hour named',
    source: 'message received by a witness on 24 November 2026 at 13:40 (UTC+01:00)',
    unknowns: 'whether the writer is alone',
    follow_up: 'a request for mutual legal assistance, by 1 December 2026',
    secrecy_reason: 'other suspects are not identified yet',
    case_summary: 'a message of 24 November 2026 announces an attack for the evening',
    offence: 'art. 280 of the Italian Criminal Code, up to 20 years',
    hypothesis: 'a user writes that he will hurt himself tonight and names the place',
  },
};
const shared: Values = {
  identifier: '+39 347 555 0199',
  period: '2026-11-17 00:00 – 2026-11-24 14:00 (UTC+01:00)',
  notify_until: '2027-05-24',
  case_reference: 'p.p. 1234/26 mod. 21',
  reference: 'CASE-48213',
  hold_reference: 'PR-7731',
  hold_expiry: '2027-02-22',
  first_request: '2026-11-20',
  message_date: '2026-11-23',
  received_on: '2026-11-24',
  ended_on: '2026-11-24 17:10 (UTC+01:00)',
  domestic_order: 'decreto 55/26, art. 234-bis c.p.p.',
  secrecy_order: 'art. 329 c.p.p.',
  process_kind: 'European Production Order',
  provider: 'Example Messenger',
  subject: 'CASE-48213',
  office: 'Procura della Repubblica, Milano',
  name: 'Elena Ferri',
  title: 'Sostituto Procuratore',
  phone: '+39 02 5550 0143',
  switchboard: '+39 02 5550 0100',
  supervisor: 'Procuratore aggiunto',
  email: 'elena.ferri@procura.example',
};

/** The page of one language, as Markdown. Facts are left in English: only the letters are looked at. */
export function gallery(language: string): string {
  const say = sayIn(language === 'it' ? 'it' : 'en');
  const salutation = {
    en: 'Dear Sir or Madam,',
    it: 'Spettabile ufficio,',
    fr: 'Madame, Monsieur,',
    de: 'Sehr geehrte Damen und Herren,',
    es: 'A quien corresponda:',
  }[language];
  const known = { ...facts['en'], ...shared, salutation };
  const letters = Object.entries(writing.templates[language] ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const parts = letters.map(([id, text]) => {
    const names = [...text.matchAll(/\{[#^]?(\w+)\}/gu)].map((match) => match[1] ?? '');
    const filled = fillTemplate(
      text,
      { ...Object.fromEntries(names.map((name) => [name, `(${say.maybe(`fact.${name}`) ?? name})`])), ...known },
      (fact) => `[${fact}]`,
    );
    return `## ${id}\n\n**${filled.subject}**\n\n${filled.text.replace(/^/gmu, '> ')}\n`;
  });
  return `# Letters: ${language}\n\nMade by \`npm run gallery\` from \`src/data/lang/${language}/templates\`, filled in with an invented case.\n\n${parts.join('\n')}`;
}
