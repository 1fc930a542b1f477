import { describe, expect, it } from 'vitest';
import milan from '../scripts/demo/milan.json';
import type { Message } from '../src/core/message';
import { detectLanguage } from '../src/core/reading/language';
import { findSender } from '../src/core/reading/sender';
import { split } from '../src/core/reading/split';
import { mayConcernProvider } from '../src/core/understanding/prefilter';
import { understand } from '../src/core/understanding/understand';
import { hints } from '../src/data/hints';
import { providers } from '../src/data/providers';
import { reading } from '../src/data/reading';
import { understandingBook } from '../src/data/schema/understanding';
import { understanding } from '../src/data/understanding';

function read(from: string, text: string, subject = 'Re: request 123/26') {
  const match = /^(.*?)\s*<(.*)>$/u.exec(from);
  const message: Message = {
    id: 't',
    from: { name: match?.[1] ?? '', email: (match?.[2] ?? from).toLowerCase() },
    to: [],
    cc: [],
    subject,
    text,
    attachments: [],
  };
  const parts = split(message, reading);
  const own = parts.own.map(({ start, end }) => text.slice(start, end)).join('\n');
  return {
    parts,
    result: understand(
      { message, split: parts, sender: findSender(message, own, { reading, providers }), language: detectLanguage(own, reading) },
      understanding,
    ),
  };
}

describe('the book', () => {
  it('has the shape that its schema asks for', () => expect(understandingBook.safeParse(understanding).error?.issues ?? []).toEqual([]));
  it('uses no concept that English cannot say', () => {
    const known = new Set(Object.keys(understanding.lexicons['en'] ?? {}));
    const used = understanding.replies
      .flatMap(({ rules }) => rules.flatMap((rule) => [...rule.all.flat(), ...(rule.none ?? [])]))
      .map((name) => name.replace(/^[-~]/u, ''));
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the exchange of 2016', () => {
  for (const mail of milan.messages)
    it(`${mail.id} says exactly what it says`, () => {
      const { parts, result } = read(mail.from, mail.text, mail.subject);
      expect(result.isProviderReply).toBe(mail.isProviderReply);
      expect(result.replyTypes.map(({ type }) => type).sort()).toEqual([...mail.replyTypes].sort());
      if ('questions' in mail) expect(result.facts.questions.map(({ key }) => key)).toEqual(mail.questions);
      for (const { evidence } of result.replyTypes)
        for (const proof of evidence) {
          expect(mail.text.slice(proof.start, proof.end)).toBe(proof.text);
          expect(parts.own.some(({ start, end }) => start <= proof.start && proof.end <= end)).toBe(true);
        }
    });
});

const replies: readonly (readonly [string, string])[] = [
  [
    'emergency_denied_or_more_info',
    'Dear Officer, our team reviewed your request. The facts you described do not constitute an emergency involving imminent danger.',
  ],
  ['no_records', 'Dear Detective, in response to your request, we could not find an account matching the username in our records.'],
  ['emergency_not_designated', 'Dear Prosecutor, your request was not marked as an emergency and was logged as a standard request by our team.'],
  [
    'jurisdiction_refusal',
    'Dear Prosecutor, we are outside counsel for Acme. Our client cannot provide user data to foreign authorities; please pursue a treaty request through your central authority.',
  ],
  [
    'requester_verification',
    'Dear Officer, before our team can process your request, please confirm your identity with a copy of your badge and your supervisor contact.',
  ],
  ['emergency_status_check', 'Dear Officer, regarding your emergency request: is the emergency still ongoing?'],
  [
    'jurisdiction_refusal',
    'Gentile Procuratore,\nin riscontro alla Sua richiesta, la nostra società ha sede negli Stati Uniti e i dati possono essere forniti solo tramite rogatoria internazionale. Cordiali saluti, Ufficio legale',
  ],
  [
    'preservation_confirmed',
    "Spettabile Procura, facciamo riferimento alla Vostra richiesta di conservazione. Confermiamo che i dati dell'account sono stati conservati dal nostro team fino al 12 marzo 2027.",
  ],
  [
    'jurisdiction_refusal',
    "Monsieur le Procureur,\nnous avons lu votre demande. Notre société ayant son siège en Irlande, vous devez passer par une demande d'entraide judiciaire internationale.",
  ],
  ['emergency_not_designated', 'Sehr geehrter Herr Staatsanwalt, Ihr Ersuchen an unser Unternehmen war nicht als Notfallanfrage gekennzeichnet.'],
  [
    'jurisdiction_refusal',
    'Sehr geehrte Frau Staatsanwältin, zu Ihrer Anfrage: unser Unternehmen hat seinen Sitz in der Schweiz. Wir müssen Sie daher auf den Rechtshilfeweg verweisen.',
  ],
  ['no_records', 'Estimado Fiscal, en relación con su solicitud, en nuestros sistemas no existe ninguna cuenta asociada a ese número.'],
];

describe('replies of a provider that no list knows', () => {
  for (const [type, text] of replies)
    it(`${type}: ${text.slice(0, 50)}`, () => {
      const { result } = read('legal@acme-messenger.com', text);
      expect(result.isProviderReply).toBe(true);
      expect(result.replyTypes.map((one) => one.type)).toEqual([type]);
    });
});

describe('mails that only look alike', () => {
  for (const [from, text] of [
    ['rossi@procura.milano.giustizia.it', 'Ciao Marco, WhatsApp ha risposto che serve una rogatoria. Cosa ne pensi?'],
    ['colleague@example.org', 'Hi all, Google replied that they need an MLAT. Shall we ask the judge?'],
    ['no-reply@acme-messenger.com', 'Dear customer, we received a legal request for information about your account. You may object within 7 days.'],
    ['jean@example.fr', 'Bonjour à tous, la réunion de demain est reportée. Merci de confirmer.'],
  ] as const)
    it(text.slice(0, 50), () => expect(read(from, text).result.isProviderReply).toBe(false));
});

describe('the look at first sight', () => {
  it('lets every reply through and stops a private mail', () => {
    for (const [, text] of replies) expect(mayConcernProvider(text, 'a@unknown.example', hints)).toBe(true);
    expect(mayConcernProvider('x', 'a@mail.zwillgen.com', hints)).toBe(true);
    expect(mayConcernProvider('See you at lunch on Friday. I will bring the photographs of our walk by the lake. '.repeat(9), 'anna@example.org', hints)).toBe(
      false,
    );
  });
});
