import { describe, expect, it } from 'vitest';
import { assess } from '../src/core/assess';
import type { Message } from '../src/core/message';
import { split } from '../src/core/reading/split';
import { unwrap } from '../src/core/reading/unwrap';
import { book } from '../src/data';
import { reading } from '../src/data/reading';
import { parseAddress } from '../src/mailfile/address';

function mail(from: string, subject: string, text: string, more: Partial<Message> = {}): Message {
  return { id: 'm', from: parseAddress(from), to: [], cc: [], subject, text, attachments: [], ...more };
}
function open(message: Message) {
  const inner = unwrap(message, split(message, reading), reading);
  return { ...inner, address: inner.message.from.email, text: inner.message.text };
}
const refusal =
  'Dear Prosecutor,\nwe are in receipt of your emergency disclosure request. As your request was not marked as an emergency, please submit it again with the words EMERGENCY in the subject line.\n\nRegards,\nLaw Enforcement Response Team';

describe('certified mail (PEC)', () => {
  const notice = `Messaggio di posta certificata

Il giorno 22/11/2016 alle ore 14:10:00 (+0100) il messaggio
"R: Richiesta" è stato inviato da "lert@provider.example"
indirizzato a:
dda.procura@pec.example

Il messaggio originale è incluso in allegato.

Identificativo messaggio: opec292.20161122@pec.example

L'allegato daticert.xml contiene informazioni di servizio sulla trasmissione.`;
  it('is opened where the page shows the mail below the notice', () => {
    const message = mail('"Per conto di: lert@provider.example" <posta-certificata@pec.example>', 'POSTA CERTIFICATA: R: Richiesta', `${notice}\n\n${refusal}`);
    const inner = open(message);
    expect(inner).toMatchObject({ kind: 'pec', address: 'lert@provider.example', text: refusal });
    expect(inner.message.subject).toBe('R: Richiesta');
    expect(inner.by?.email).toBe('posta-certificata@pec.example');
    expect(message.text.slice(inner.offset)).toBe(refusal);
  });
  it('is named unopened where only the notice is shown', () =>
    expect(open(mail('"Per conto di: lert@provider.example" <posta-certificata@pec.example>', 'POSTA CERTIFICATA: R: Richiesta', notice)).kind).toBe(
      'pec-unopened',
    ));
  it('keeps the sender that the envelope names, whether or not there is a notice', () => {
    expect(open(mail('"Per conto di: lert@tiktok.com" <posta-certificata@legalmail.example>', 'R: Richiesta', refusal))).toMatchObject({
      kind: 'pec',
      address: 'lert@tiktok.com',
    });
    expect(
      open(mail('posta-certificata@pec.example', 'ANOMALIA MESSAGGIO: risposta', `${notice.replace('provider.example', 'tiktok.com')}\n\n${refusal}`)).address,
    ).toBe('lert@tiktok.com');
  });
  for (const subject of [
    'ACCETTAZIONE: Richiesta',
    'CONSEGNA: Richiesta',
    'AVVISO DI MANCATA CONSEGNA: Richiesta',
    'AVVISO DI NON ACCETTAZIONE: Richiesta',
    'PRESA IN CARICO: Richiesta',
  ])
    it(`a receipt is nobody’s answer: ${subject}`, () => {
      const message = mail(
        'posta-certificata@pec.example',
        subject,
        'Ricevuta di avvenuta consegna\n\nIl giorno 22/11/2016 il messaggio "Richiesta" è stato consegnato.',
      );
      expect(open(message).kind).toBe('pec-receipt');
      const said = assess(message, { now: '2026-11-24T09:00:00Z', language: 'it', case: { emergency: 'unknown' } }, book);
      expect(said.isProviderReply).toBe(false);
      expect(said.warnings.map(({ id }) => id)).toContain('pec-receipt');
    });
  it('a colleague’s subject that begins alike is no receipt', () =>
    expect(open(mail('anna@office.example', 'Consegna: pacco di domani', 'Ciao, il corriere passa alle dieci.')).kind).toBe('none'));
});

describe('a forward', () => {
  const by = 'Marco Rossi <marco@office.example>';
  const header = (from: string, sent: string, to: string, subject: string) =>
    `${from} TikTok LERT <lert@tiktok.com>\n${sent} 22 November 2016 14:10\n${to} Anna Bianchi\n${subject} RE: Request 12`;
  for (const [subject, text] of [
    ['Fwd: RE: Request 12', `FYI\n\n---------- Forwarded message ---------\n${header('From:', 'Date:', 'To:', 'Subject:')}\n\n${refusal}`],
    ['I: R: Richiesta', `Per conoscenza.\nM.\n\n${header('Da:', 'Inviato:', 'A:', 'Oggetto:')}\n\n${refusal}`],
    ['TR: Demande', `Pour information.\n\n${header('De :', 'Envoyé :', 'À :', 'Objet :')}\n\n${refusal}`],
    ['WG: Anfrage', `Zur Kenntnis.\n\n${header('Von:', 'Gesendet:', 'An:', 'Betreff:')}\n\n${refusal}`],
    ['RV: Solicitud', `Para su conocimiento.\n\n${header('De:', 'Enviado el:', 'Para:', 'Asunto:')}\n\n${refusal}`],
    ['ENC: Pedido', `Para conhecimento.\n\n${header('De:', 'Enviada em:', 'Para:', 'Assunto:')}\n\n${refusal}`],
    ['FW: Verzoek', `Ter informatie.\n\n${header('Van:', 'Verzonden:', 'Aan:', 'Onderwerp:')}\n\n${refusal}`],
    ['VS: Anmodning', `Til orientering.\n\n${header('Fra:', 'Sendt:', 'Til:', 'Emne:')}\n\n${refusal}`],
    [
      'Fwd: RE: Request 12',
      `Begin forwarded message:\n\n${header('From:', 'Date:', 'To:', 'Subject:').replace(/^/gmu, '> ')}\n> \n${refusal.replace(/^/gmu, '> ')}`,
    ],
    ['Fwd: Request', `-------- Messaggio Inoltrato --------\n${header('Mittente:', 'Data:', 'A:', 'Oggetto:')}\n\n${refusal}`],
    ['no mark at all', `${header('From:', 'Sent:', 'To:', 'Subject:')}\n\n${refusal}`],
  ] as const)
    it(`${subject}: ${text.slice(0, 30).replace(/\n/gu, ' ⏎ ')}`, () => {
      const message = mail(by, subject, text);
      const inner = open(message);
      expect(inner).toMatchObject({ kind: 'forward', address: 'lert@tiktok.com' });
      expect(inner.message.subject).toBe('RE: Request 12');
      expect(inner.by).toEqual({ name: 'Marco Rossi', email: 'marco@office.example' });
      expect(inner.text.replace(/^[> ]+/gmu, '').trim()).toBe(refusal);
      const said = assess(message, { now: '2026-11-24T09:00:00Z', language: 'en', case: { emergency: 'unknown' } }, book);
      expect(said.isProviderReply).toBe(false);
      expect(said.provider).toMatchObject({ id: 'tiktok', trust: 'listed' });
      expect(said.replyTypes.map(({ type }) => type)).toContain('emergency_not_designated');
      expect(said.warnings.find(({ id }) => id === 'forwarded')?.message).toContain('Marco Rossi');
      expect(said.forwardedBy?.email).toBe('marco@office.example');
      for (const { evidence } of said.replyTypes) for (const proof of evidence) expect(text.slice(proof.start, proof.end)).toBe(proof.text);
    });
  it('of a forward is opened down to the mail that somebody wrote', () => {
    const text = `FYI\n\nFrom: Anna Bianchi <anna@office.example>\nSent: Wednesday\nTo: Marco\nSubject: FW: RE: Request\n\nSee below.\n\nFrom: TikTok LERT <lert@tiktok.com>\nSent: Tuesday\nTo: Anna\nSubject: RE: Request\n\n${refusal}`;
    expect(open(mail(by, 'FW: FW: RE: Request', text))).toMatchObject({
      kind: 'forward',
      address: 'lert@tiktok.com',
      text: refusal,
      by: { email: 'marco@office.example' },
    });
  });
  it('is not a reply below which the provider’s mail is quoted', () => {
    const text = `Dear Sirs,\nplease find attached the order that you asked for. ${'We add that the matter is urgent. '.repeat(14)}\n\n${header('From:', 'Sent:', 'To:', 'Subject:')}\n\n${refusal}`;
    const message = mail(by, 'RE: Request 12', text);
    expect(open(message).kind).toBe('none');
    const said = assess(message, { now: '2026-11-24T09:00:00Z', language: 'en', case: { emergency: 'unknown' } }, book);
    expect([said.isProviderReply, said.replyTypes]).toEqual([false, []]);
  });
});

it('a provider that answers under FW: wrote an answer, not a forward', () => {
  const text = `Dear police, this address is for technical questions only. Please write to our legal office in Malta.\n\n-----Original Message-----\nFrom: Anna Bianchi <anna@office.example>\nSent: Tuesday\nTo: Support\nSubject: Request\n\nPlease disclose the data.`;
  expect(open(mail('support@blip.example', 'FW: Request', text)).kind).toBe('none');
  expect(open(mail('support@blip.example', 'FW: Request', text.slice(text.indexOf('-----')), { to: [{ name: '', email: 'anna@office.example' }] })).kind).toBe(
    'none',
  );
});
it('an account that somebody closed is no absence', () =>
  expect(
    open(mail('legal@blip.example', 'Re: EPOC', 'La cuenta se dio de baja antes de que nos llegara el certificado y ya no existe dato alguno.')).kind,
  ).toBe('none'));

describe('an automatic answer', () => {
  for (const [subject, text] of [
    ['Automatic reply: Emergency request', 'I am out of the office until 5 December. For urgent matters please call my colleague.'],
    ['Re: Emergency request', 'Thank you for your message. I am on annual leave until Monday and will have limited access to e-mail.'],
    ['Risposta automatica: Richiesta', 'Sono assente dall’ufficio fino al 5 dicembre. Per urgenze contattare il collega.'],
    ['Réponse automatique : Demande', 'Je suis actuellement absent du bureau et serai de retour le 5 décembre.'],
    ['Automatische Antwort: Anfrage', 'Ich bin derzeit nicht im Büro und ab dem 5. Dezember wieder erreichbar.'],
    ['Respuesta automática: Solicitud', 'Estoy ausente hasta el 5 de diciembre.'],
    ['Resposta automática: Pedido', 'Estarei ausente do escritório até 5 de dezembro.'],
    ['Automatisch antwoord: Verzoek', 'Ik ben afwezig tot 5 december.'],
    ['Autosvar: Anmodning', 'Jeg er ikke på kontoret før den 5. december.'],
    ['Abwesenheitsnotiz', 'Vielen Dank für Ihre Nachricht.'],
  ] as const)
    it(subject, () => expect(open(mail('lert@tiktok.com', subject, text)).kind).toBe('auto-reply'));
  it('is known by its header', () => {
    expect(open(mail('x@tiktok.com', 'Re: Request', 'Hello, I read mail on Mondays only.', { autoSubmitted: 'auto-replied' })).kind).toBe('auto-reply');
    expect(open(mail('x@tiktok.com', 'Re: Request', 'Hello, I read mail on Mondays only.', { autoSubmitted: 'no' })).kind).toBe('none');
  });
  it('that registers the request is a provider’s answer', () => {
    for (const more of [{ autoSubmitted: 'auto-generated' }, { autoSubmitted: 'auto-replied' }])
      expect(
        open(mail('lert@tiktok.com', 'Re: Request', 'Your request has been received. Your reference number is 12345. Our team will review it.', more)).kind,
      ).toBe('none');
    expect(open(mail('lert@tiktok.com', 'Automatic reply: Request', 'We have received your request, ticket 12345.')).kind).toBe('none');
  });
  it('is not a letter that tells of a holiday', () =>
    expect(
      open(mail('anna@office.example', 'Lunch', `Dear all,\n${'we meet at noon, as always in the small room. '.repeat(60)}\nPaul says he is on vacation.`))
        .kind,
    ).toBe('none'));
  it('a notice of failed delivery says that nothing arrived', () => {
    const message = mail(
      'Mail Delivery System <MAILER-DAEMON@mx.example>',
      'Undelivered Mail Returned to Sender',
      'The mail could not be delivered to lert@tiktok.com',
    );
    expect(open(message).kind).toBe('bounce');
    expect(assess(message, { now: '2026-11-24T09:00:00Z', language: 'en', case: { emergency: 'unknown' } }, book)).toMatchObject({
      isProviderReply: false,
      replyTypes: [],
    });
  });
});
