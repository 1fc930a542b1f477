import { describe, expect, it } from 'vitest';
import { split } from '../src/core/reading/split';
import { reading } from '../src/data/reading';
import { parseAddress } from '../src/mailfile/address';

const own = (text: string, from = 'lert@provider.example', marks: Parameters<typeof split>[0]['marks'] = []) => {
  const parts = split({ text, from: parseAddress(from), subject: 'Re: request', ...(marks ? { marks } : {}) }, reading);
  return {
    words: parts.own
      .map(({ start, end }) => text.slice(start, end))
      .join('')
      .trim(),
    complete: parts.complete,
    parts,
  };
};

const answer = 'We have read your request.\n\nPlease send it again with the number of the account.';
const older = 'Good morning,\nplease disclose the subscriber data of the account below.\nThe danger to the victim is immediate and nobody can reach her.';
const marked = older.replace(/^/gmu, '> ');

/** Lines that mail programs write above the mail that is answered, as they do in each language. */
const intros: Readonly<Record<string, readonly string[]>> = {
  en: [
    'On Tue, Nov 22, 2016 at 2:10 PM, Procura Milano <dda@procura.example> wrote:',
    'On 22 Nov 2016, at 14:10, Anna Bianchi <anna@procura.example> wrote:',
    'On Tuesday, 22 November 2016, 14:10, Anna Bianchi wrote:',
    'On 22/11/16 14:10, Anna Bianchi wrote:',
    'On Tue, Nov 22, 2016 at 2:10 PM, Procura della Repubblica di Milano\n<dda.procura.milano@procura.example> wrote:',
    'On Tuesday, November 22, 2016 at 02:10:33 PM GMT+1, Procura\ndella Repubblica presso il Tribunale di Milano\n<dda.procura.milano@procura.example> wrote:',
    '---- On Tue, 22 Nov 2016 14:10:10 +0100 Anna <anna@procura.example> wrote ----',
    'Anna Bianchi <anna@procura.example> wrote:',
    '-----Anna Bianchi <anna@procura.example> wrote: -----',
    '2016-11-22 14:10 GMT+01:00 Anna Bianchi <anna@procura.example>:',
    'In a message dated 11/22/2016 2:10:00 P.M. Central Europe Standard Time, anna@procura.example writes:',
  ],
  it: [
    'Il giorno mar 22 nov 2016 alle ore 14:10 Procura Milano <dda@procura.example> ha scritto:',
    'Il 22/11/2016 14:10, Anna Bianchi ha scritto:',
    'Il martedì 22 novembre 2016 14:10, Anna Bianchi <anna@procura.example> ha scritto:',
    'Il giorno 22 nov 2016, alle ore 14:10, Anna Bianchi <anna@procura.example> ha scritto:',
    'In data 22 novembre 2016 alle ore 14:10:33, Anna Bianchi\n<anna@procura.example> ha scritto:',
    'Il giorno mar 22 nov 2016 alle ore 14:10 Procura della Repubblica\npresso il Tribunale di Milano <\ndda@procura.example> ha scritto:',
    'Anna Bianchi <anna@procura.example> ha scritto:',
    'Il Mar, 22 Novembre, 2016 2:10 pm, Anna Bianchi ha scritto:',
  ],
  fr: [
    'Le mar. 22 nov. 2016 à 14:10, Anna Bianchi <anna@procura.example> a écrit :',
    'Le 22/11/2016 à 14:10, Anna Bianchi a écrit :',
    'Le 22 nov. 2016 à 14:10, Anna Bianchi <anna@procura.example> a écrit :',
    'Le mardi 22 novembre 2016 à 14:10, Parquet de Paris\n<parquet@justice.example> a écrit :',
    'Le mardi 22 novembre 2016 à 14:10:33 UTC+1, Anna <anna@procura.example> a écrit :',
    'Anna Bianchi <anna@procura.example> a écrit :',
  ],
  de: [
    'Am Di., 22. Nov. 2016 um 14:10 Uhr schrieb Anna Bianchi <anna@procura.example>:',
    'Am 22.11.2016 um 14:10 schrieb Anna Bianchi:',
    'Am 22.11.2016 um 14:10 schrieb Anna Bianchi <anna@procura.example>:',
    'Am Dienstag, 22. November 2016, 14:10:33 MEZ hat Anna <anna@procura.example> Folgendes geschrieben:',
    'Am Di., 22. Nov. 2016 um 14:10 Uhr schrieb Staatsanwaltschaft Köln <\npoststelle@sta.example>:',
    'Anna Bianchi <anna@procura.example> schrieb am 22.11.2016 um 14:10:',
    'Anna Bianchi <anna@procura.example> schrieb:',
    'Am 22.11.2016 14:10, schrieb Anna Bianchi:',
  ],
  es: [
    'El mar, 22 nov 2016 a las 14:10, Anna Bianchi (<anna@procura.example>) escribió:',
    'El 22/11/2016 a las 14:10, Anna Bianchi escribió:',
    'El mar., 22 nov. 2016 14:10, Anna Bianchi\n<anna@procura.example> escribió:',
    'El martes, 22 de noviembre de 2016 14:10:33 CET, Anna <anna@procura.example> escribió:',
    'Anna Bianchi <anna@procura.example> escribió:',
  ],
  pt: [
    'Em ter., 22 de nov. de 2016 às 14:10, Anna Bianchi <anna@procura.example> escreveu:',
    'Em 22/11/2016 14:10, Anna Bianchi escreveu:',
    'No dia 22 de novembro de 2016 às 14:10, Anna Bianchi <anna@procura.example> escreveu:',
    'Anna Bianchi <anna@procura.example> escreveu no dia terça, 22/11/2016 à(s) 14:10:',
    'Em terça-feira, 22 de novembro de 2016 às 14:10:33 WET, Anna\n<anna@procura.example> escreveu:',
    'A 22 de novembro de 2016 às 14:10, Anna <anna@procura.example> escreveu:',
  ],
  nl: [
    'Op di 22 nov. 2016 om 14:10 schreef Anna Bianchi <anna@procura.example>:',
    'Op 22-11-2016 om 14:10 schreef Anna Bianchi:',
    'Op 22 nov. 2016, om 14:10 heeft Anna Bianchi <anna@procura.example> het volgende geschreven:',
    'Op dinsdag 22 november 2016 14:10:33 CET schreef Anna Bianchi\n<anna@procura.example>:',
    'Anna Bianchi <anna@procura.example> schreef op 22-11-2016 14:10:',
  ],
  da: [
    'Den tir. 22. nov. 2016 kl. 14.10 skrev Anna Bianchi <anna@procura.example>:',
    'Den 22-11-2016 kl. 14:10 skrev Anna Bianchi:',
    'Den 22. nov. 2016 kl. 14.10 skrev Anna Bianchi <anna@procura.example>:',
    'tir. 22. nov. 2016 kl. 14.10 skrev Anna Bianchi\n<anna@procura.example>:',
    'På 22. november 2016 kl. 14:10:33, Anna Bianchi (anna@procura.example) skrev:',
  ],
};

describe('the line above a quotation', () => {
  for (const [language, lines] of Object.entries(intros))
    for (const line of lines) {
      it(`${language}: ${line.replace(/\n/gu, ' ⏎ ')}`, () => {
        expect(own(`${answer}\n\n${line}\n\n${older}`)).toMatchObject({ words: answer, complete: true });
        expect(own(`${answer}\n\n${line}\n${marked}`)).toMatchObject({ words: answer, complete: true });
        // What the sender wrote below the quoted lines is own again.
        expect(own(`${line}\n${marked}\n\n${answer}`).words).toBe(answer);
      });
    }
  it('is uncertain where a person may have written it', () => {
    for (const line of ['Anna Bianchi wrote on 22.11.2016 14:10:', 'Der Nutzer schrieb am 22.11.2016 um 14:10:'])
      expect(own(`${answer}\n\n${line}\n\n${older}`).complete).toBe(false);
    expect(own(`${answer}\n\nAnna Bianchi wrote on 22.11.2016 14:10:\n${marked}`)).toMatchObject({ words: answer, complete: true });
  });
  for (const text of [
    'On 12 May 2023 we received your letter. It says the following:\nthe account is unknown.',
    'The user wrote to the victim several times:\n1. on Monday\n2. on Friday',
    'Il procuratore ci ha chiesto quanto segue:\n- dati di iscrizione\n- log di accesso',
    'Please tell us, in writing:\n1. who is at risk?\n2. why?',
    'On behalf of the provider we answer as follows:\nno data are held.',
    'Am Montag haben wir Folgendes festgestellt:\ndas Konto besteht nicht.',
    'Le compte a été supprimé le 3 mars 2024 à 14:10 :\naucune donnée.',
  ])
    it(`is not ${JSON.stringify(text.slice(0, 50))}`, () => expect(own(text).words).toBe(text));
});

/** Header blocks as mail programs put them above the older mail. */
const blocks: Readonly<Record<string, readonly string[]>> = {
  en: [
    'From: Anna Bianchi <anna@procura.example>\nSent: Tuesday, November 22, 2016 2:10 PM\nTo: LERT <lert@provider.example>\nSubject: Emergency request',
    'From: Anna Bianchi [mailto:anna@procura.example]\nSent: 22 November 2016 14:10\nTo: LERT\nCc: Someone\nSubject: RE: Emergency request\nImportance: High',
    '________________________________\nFrom: Anna Bianchi <anna@procura.example>\nSent: Tuesday, November 22, 2016 2:10:33 PM\nTo: LERT\nSubject: Emergency request',
    '-----Original Message-----\nFrom: Anna\nSent: Tuesday\nTo: LERT\nSubject: x',
    '--- Original Message ---\nFrom: Anna',
    '-------- Original message --------\nFrom: Anna <anna@procura.example> \nDate: 22/11/2016  14:10  (GMT+01:00) \nTo: lert@provider.example \nSubject: Emergency',
    '------- Original Message -------\nOn Tuesday, November 22nd, 2016 at 14:10, Anna <anna@procura.example> wrote:',
    '*From:* Anna Bianchi <anna@procura.example>\n*Sent:* Tuesday, November 22, 2016 2:10 PM\n*To:* LERT\n*Subject:* Emergency request',
    '**From:** Anna\n**Date:** Tuesday, November 22, 2016 at 2:10 PM\n**To:** LERT\n**Subject:** Emergency request',
    'From:\tAnna Bianchi/Procura/IT\nTo:\tLERT\nDate:\t22/11/2016 14:10\nSubject:\tEmergency request',
    'Date: Tue, 22 Nov 2016 14:10:00 +0100\nSubject: Emergency\nFrom: anna@procura.example\nTo: lert@provider.example',
    'From: Anna Bianchi\n<anna@procura.example>\nSent: Tuesday, November 22,\n2016 2:10 PM\nTo: LERT\nSubject: Emergency\nrequest',
    'From: Anna Bianchi <anna@procura.example> Sent: Tuesday, November 22, 2016 2:10 PM To: LERT Subject: Emergency request',
    'From:Anna Bianchi\nSent:Tuesday\nTo:LERT\nSubject:Emergency',
  ],
  it: [
    'Da: Anna Bianchi <anna@procura.example>\nInviato: martedì 22 novembre 2016 14:10\nA: LERT <lert@provider.example>\nOggetto: Richiesta urgente',
    'Da: Anna Bianchi [mailto:anna@procura.example]\nInviato: martedì 22 novembre 2016 14:10\nA: LERT\nCc: Altri\nOggetto: R: Richiesta urgente\nPriorità: Alta',
    '-----Messaggio originale-----\nDa: Anna\nInviato: martedì\nA: LERT\nOggetto: x',
    '----- Messaggio originale -----\nDa: "Anna" <anna@procura.example>\nA: lert@provider.example\nInviato: Martedì, 22 novembre 2016 14:10:33\nOggetto: Richiesta',
    '-------- Messaggio originale --------\nDa: Anna <anna@procura.example> \nData: 22/11/16 14:10 (GMT+01:00) \nA: lert@provider.example \nOggetto: Richiesta',
    'Da: Anna Bianchi\nInviato: martedì 22\nnovembre 2016 14:10\nA: LERT\nCc:\nOggetto: Richiesta\nurgente',
    'Da: Anna\n\nInviato: martedì 22 novembre 2016 14:10\n\nA: LERT\n\nOggetto: Richiesta',
    'Da :\nInviato :\nA :\nOggetto :\nAnna Bianchi\nmartedì 22 novembre 2016 14:10\nLERT\nRichiesta urgente',
    'Da: Anna\nlnviato: martedì 22 novembre 2016 14:10\nA: LERT\n0ggetto: Richiesta',
    'Mittente: Anna Bianchi\nData: 22/11/2016 14:10\nDestinatario: LERT\nOggetto: Richiesta',
    'Oggetto: Richiesta\nData: Tue, 22 Nov 2016 14:10:00 +0100\nMittente: Anna <anna@procura.example>\nA: lert@provider.example',
  ],
  fr: [
    'De : Anna Bianchi <anna@procura.example>\nEnvoyé : mardi 22 novembre 2016 14:10\nÀ : LERT\nObjet : Demande urgente',
    'De: Anna Bianchi\nEnvoyé le: mardi 22 novembre 2016 14:10\nÀ: LERT\nCc: Autres\nObjet: Demande\nImportance: Haute',
    '-----Message d’origine-----\nDe : Anna\nEnvoyé : mardi\nÀ : LERT\nObjet : x',
    '-------- Message d’origine --------\nDe : Anna <anna@procura.example>\nDate : 22/11/2016 14:10 (GMT+01:00)\nÀ : lert@provider.example\nObjet : Demande',
    '----- Mail original -----\nDe: "Anna" <anna@procura.example>\nÀ: lert@provider.example\nEnvoyé: Mardi 22 Novembre 2016 14:10:33\nObjet: Demande',
    'Sujet : Demande\nDate : mardi 22 novembre 2016 14:10\nDe : Anna\nPour : LERT',
    'Expéditeur: Anna <anna@procura.example>\nDate: 22 novembre 2016 à 14:10:00 UTC+1\nDestinataire: LERT\nObjet: Demande',
  ],
  de: [
    'Von: Anna Bianchi <anna@procura.example>\nGesendet: Dienstag, 22. November 2016 14:10\nAn: LERT\nBetreff: Eilige Anfrage',
    'Von: Anna Bianchi [mailto:anna@procura.example]\nGesendet: Dienstag, 22. November 2016 14:10\nAn: LERT\nCc: Andere\nBetreff: AW: Eilige Anfrage\nWichtigkeit: Hoch',
    '-----Ursprüngliche Nachricht-----\nVon: Anna\nGesendet: Dienstag\nAn: LERT\nBetreff: x',
    '----- Ursprüngliche Mail -----\nVon: "Anna" <anna@procura.example>\nAn: lert@provider.example\nGesendet: Dienstag, 22. November 2016 14:10:33\nBetreff: Anfrage',
    'Gesendet: Dienstag, 22. November 2016 um 14:10 Uhr\nVon: "Anna" <anna@procura.example>\nAn: lert@provider.example\nBetreff: Anfrage',
    '-------- Ursprüngliche Nachricht --------\nVon: Anna <anna@procura.example>\nDatum: 22.11.16 14:10 (GMT+01:00)\nAn: lert@provider.example\nBetreff: Anfrage',
    'Von:        Anna Bianchi/Sta/DE\nAn:        LERT\nKopie:        Andere\nDatum:        22.11.2016 14:10\nBetreff:        Anfrage',
  ],
  es: [
    'De: Anna Bianchi <anna@procura.example>\nEnviado: martes, 22 de noviembre de 2016 14:10\nPara: LERT\nAsunto: Solicitud urgente',
    'De: Anna Bianchi [mailto:anna@procura.example]\nEnviado el: martes, 22 de noviembre de 2016 14:10\nPara: LERT\nCC: Otros\nAsunto: RE: Solicitud\nImportancia: Alta',
    '-----Mensaje original-----\nDe: Anna\nEnviado el: martes\nPara: LERT\nAsunto: x',
    '-------- Mensaje original --------\nDe: Anna <anna@procura.example>\nFecha: 22/11/16 14:10 (GMT+01:00)\nPara: lert@provider.example\nAsunto: Solicitud',
  ],
  pt: [
    'De: Anna Bianchi <anna@procura.example>\nEnviada em: terça-feira, 22 de novembro de 2016 14:10\nPara: LERT\nAssunto: Pedido urgente',
    'De: Anna Bianchi\nEnviado: 22 de novembro de 2016 14:10\nPara: LERT\nCc: Outros\nAssunto: RE: Pedido\nImportância: Alta',
    '-----Mensagem original-----\nDe: Anna\nEnviada: terça\nPara: LERT\nAssunto: x',
    '-------- Mensagem original --------\nDe: Anna <anna@procura.example>\nData: 22/11/16 14:10 (GMT+00:00)\nPara: lert@provider.example\nAssunto: Pedido',
  ],
  nl: [
    'Van: Anna Bianchi <anna@procura.example>\nVerzonden: dinsdag 22 november 2016 14:10\nAan: LERT\nOnderwerp: Spoedverzoek',
    '-----Oorspronkelijk bericht-----\nVan: Anna\nVerzonden: dinsdag\nAan: LERT\nOnderwerp: x',
    'Van: Anna\nDatum: dinsdag 22 november 2016 om 14:10\nAan: LERT\nCC: Anderen\nOnderwerp: Verzoek\nUrgentie: Hoog',
  ],
  da: [
    'Fra: Anna Bianchi <anna@procura.example>\nSendt: 22. november 2016 14:10\nTil: LERT\nEmne: Hasteanmodning',
    '-----Oprindelig meddelelse-----\nFra: Anna\nSendt: 22. november\nTil: LERT\nEmne: x',
    'Fra: Anna\nDato: tirsdag den 22. november 2016 kl. 14.10\nTil: LERT\nCc: Andre\nEmne: Anmodning\nPrioritet: Høj',
  ],
};

describe('the header block above a quotation', () => {
  for (const [language, list] of Object.entries(blocks))
    for (const block of list)
      it(`${language}: ${block.slice(0, 70).replace(/\n/gu, ' ⏎ ')}`, () => {
        expect(own(`${answer}\n\n${block}\n\n${older}`)).toMatchObject({ words: answer, complete: true });
        // A colleague's forward: nothing is the colleague's own.
        expect(own(`${block}\n\n${older}`, 'colleague@office.example').words).toBe('');
      });
  for (const text of [
    'From: 1 March 2024\nTo: 5 March 2024\nThese are the dates for which logs exist.',
    'Da: 1 marzo 2024\nA: 5 marzo 2024\nQuesti sono i giorni per i quali esistono log.',
    'Subject: the account named in your letter\nWe hold no data of it.',
    'Re: your letter of 3 March\nTo whom it may concern,\nwe hold no data.',
    'Oggetto: vostra richiesta del 3 marzo\nData: 5 marzo 2024\nIn relazione alla richiesta si comunica quanto segue.',
  ])
    it(`is not ${JSON.stringify(text.slice(0, 50))}`, () => expect(own(text).words).toBe(text));
});

describe('a forward', () => {
  for (const separator of [
    '---------- Forwarded message ---------',
    '---------- Messaggio inoltrato ---------',
    '---------- Message transféré ---------',
    '---------- Weitergeleitete Nachricht ---------',
    '---------- Mensaje reenviado ---------',
    '---------- Mensagem encaminhada ---------',
    '---------- Doorgestuurd bericht ---------',
    '---------- Videresendt meddelelse ---------',
    'Begin forwarded message:',
    'Inizio messaggio inoltrato:',
    'Début du message transféré :',
    'Début du message réexpédié :',
    'Anfang der weitergeleiteten Nachricht:',
    'Inicio del mensaje reenviado:',
    'Início da mensagem reencaminhada:',
    'Begin doorgestuurd bericht:',
    'Start på videresendt besked:',
    '-------- Messaggio Inoltrato --------',
    '----- Forwarded by Anna Bianchi/Procura/IT on 22/11/2016 14:10 -----',
    '----- Weitergeleitet von Anna Bianchi/Sta/DE am 22.11.2016 14:10 -----',
    '----- Inoltrato da Anna Bianchi/Procura/IT il 22/11/2016 14:10 -----',
  ])
    it(separator, () => {
      const { words, parts } = own(
        `For your information.\n\n${separator}\nFrom: Provider <lert@provider.example>\nDate: 22 Nov 2016\nTo: Anna\nSubject: Re: request\n\n${older}`,
      );
      expect(words).toBe('For your information.');
      expect(parts.kinds).toEqual(['forward']);
    });
});

describe('answers between quoted lines', () => {
  it('are own, the quoted lines are not', () => {
    const text = `On 22 Nov 2016, at 14:10, Anna <anna@procura.example> wrote:\n> 1. Which data do you hold?\nSubscriber data only.\n\n> 2. Until when?\n>> until March?\nUntil 5 March.\n\n> 3. Is there more?\n\nNo.`;
    expect(own(text).words.replace(/\n+/gu, '|')).toBe('Subscriber data only.|Until 5 March.|No.');
  });
  it('keeps the broken tail of a quoted line with its line, and says that it guessed', () => {
    const text = `Thanks, received.\n\n> This is a long quoted line that some client broke when it wrapped the\nanswer once more\n> and so it goes on`;
    expect(own(text)).toMatchObject({ words: 'Thanks, received.', complete: false });
  });
  for (const [language, hint] of [
    ['en', 'Please find our answers below in red.'],
    ['it', 'Le nostre risposte sono riportate di seguito, in rosso.'],
    ['fr', 'Vous trouverez nos réponses ci-dessous, en rouge.'],
    ['de', 'Unsere Antworten finden Sie unten, rot markiert.'],
    ['es', 'Nuestras respuestas a continuación, en rojo.'],
    ['pt', 'As nossas respostas abaixo, a vermelho.'],
    ['nl', 'Onze antwoorden hieronder, in rood.'],
    ['da', 'Vores svar nedenfor med rødt.'],
  ] as const)
    it(`${language}: unmarked answers make the cut uncertain`, () =>
      expect(own(`${hint}\n\nFrom: Anna\nSent: 22 November 2016\nTo: LERT\nSubject: x\n\n${older}\nYes, we do.`).complete).toBe(false));
});

describe('a signature', () => {
  const cards: readonly (readonly [string, string])[] = [
    ['Kind regards,', 'Jane Roe\nLaw Enforcement Response Team\nAcme Inc.\n1 Main Street, Springfield\n+1 555 0100'],
    ['Cordiali saluti', 'Avv. Anna Bianchi\nUfficio Legale\nVia Roma 1, 20121 Milano (MI)\nTel. +39 02 1234567'],
    ['Bien cordialement,', 'Jean Martin\nService juridique\n12 rue de la Paix, 75002 Paris'],
    ['Mit freundlichen Grüßen', 'i. A. Max Muster\nRechtsabteilung\nMusterweg 1, 50667 Köln'],
    ['Reciba un cordial saludo,', 'Juan Pérez\nDepartamento Jurídico'],
    ['Com os melhores cumprimentos,', 'João Silva\nDepartamento Jurídico\nLisboa'],
    ['Met vriendelijke groet,', 'Jan de Vries\nJuridische Zaken'],
    ['Med venlig hilsen', 'Jens Hansen\nJuridisk afdeling'],
    ['Regards,', 'JR'],
    ['Distinti saluti.', 'Il responsabile\ndott. Mario Rossi'],
  ];
  for (const [closing, card] of cards) {
    it(closing, () => {
      expect(own(`${answer}\n\n${closing}\n${card}`).words).toBe(`${answer}\n\n${closing}`);
      expect(own(`${answer}\n\n${closing}\n\n${card}\n\n${intros['en']?.[0]}\n${marked}`).words).toBe(`${answer}\n\n${closing}`);
    });
    it(`-- before ${card.slice(0, 12)}`, () => expect(own(`${answer}\n\n-- \n${card}`).words).toBe(answer));
  }
  for (const line of [
    'Sent from my iPhone',
    'Inviato da iPhone',
    'Inviato dal mio Galaxy',
    'Envoyé de mon iPhone',
    'Von meinem iPhone gesendet',
    'Enviado desde mi iPhone',
    'Enviado do meu iPhone',
    'Verstuurd vanaf mijn iPhone',
    'Sendt fra min iPhone',
    'Get Outlook for iOS',
    'Scarica Outlook per Android',
    'Gesendet von Mail für Windows',
    'Télécharger Outlook pour iOS',
  ])
    it(line, () => expect(own(`${answer}\n\n${line}\n\n${intros['it']?.[0]}\n${marked}`).words).toBe(answer));
  it('does not begin at thanks in the middle of a mail', () => {
    const text =
      'Thank you.\n\nWe can’t tell you more than that without an order from a court of our state, which you may ask for.\nPlease tell us when it is there.';
    expect(own(text).words).toBe(text);
  });
  it('does not swallow questions below a greeting', () => {
    const text = 'Thanks\n\n1. Who is at risk?\n2. When will it happen?\n3. Which account is meant?';
    expect(own(text).words).toBe(text);
  });
});

describe('a notice of confidentiality', () => {
  for (const notice of [
    'This e-mail and any attachments are confidential and intended solely for the addressee. If you are not the intended recipient, please notify the sender and delete it.',
    'Le informazioni contenute in questo messaggio sono riservate e ad uso esclusivo del destinatario. Qualora lo abbiate ricevuto per errore siete pregati di cancellarlo.',
    'Ce message et ses pièces jointes sont confidentiels et destinés exclusivement à leur destinataire. Si vous l’avez reçu par erreur, merci de le détruire.',
    'Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie bitte sofort den Absender und vernichten Sie diese Mail.',
    'Este mensaje es confidencial y va dirigido exclusivamente a su destinatario. Si lo ha recibido por error, le rogamos que lo comunique al remitente y lo elimine.',
    'Esta mensagem é confidencial e destina-se exclusivamente ao destinatário. Se a recebeu por engano, por favor apague-a.',
    'Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde. Als u het per vergissing ontvangt, verzoeken wij u het te vernietigen.',
    'Denne e-mail er fortrolig og udelukkende beregnet for den rette modtager. Har du modtaget den ved en fejl, bedes du straks slette den.',
  ])
    it(notice.slice(0, 40), () => expect(own(`${answer}\n\n${notice}`).words).toBe(answer));
  it('is not a sentence about a confidential case', () => {
    const text = 'The request is confidential. We will not tell the user, as you asked, and delete nothing before March.';
    expect(own(text).words).toBe(text);
  });
  for (const banner of [
    'CAUTION: This email originated from outside of the organization. Do not click links.',
    'ATTENZIONE: questa mail proviene da un mittente esterno.',
    'You don’t often get email from lert@provider.example. Learn why this is important',
  ])
    it(banner.slice(0, 40), () => expect(own(`${banner}\n\n${answer}`).words).toBe(answer));
});

describe('a scanned or pasted mail', () => {
  it('has its own header block as an envelope, and the older one cut', () => {
    const text = `Da: LERT <lert@provider.example>\nInviato: mercoledì 23 novembre 2016 09:00\nA: Anna Bianchi\nOggetto: R: Richiesta\n\n${answer}\n\nDa: Anna Bianchi\nInviato: martedì 22 novembre 2016 14:10\nA: LERT\nOggetto: Richiesta\n\n${older}`;
    expect(own(text).words).toBe(answer);
    expect(own(text, '').words).toBe(answer);
  });
  it('has the head of its own letter kept apart, with doubt, where nothing says that it was passed on', () => {
    const text = `From: Legal Department\nTo: Procura della Repubblica\nDate: 5 March 2024\nSubject: your letter\n\n${answer}`;
    const parts = split({ text, from: parseAddress('legal@provider.example'), subject: 'Your letter of 3 March' }, reading);
    expect(
      parts.own
        .map(({ start, end }) => text.slice(start, end))
        .join('')
        .trim(),
    ).toBe(answer);
    expect(parts.complete).toBe(false);
    expect(split({ text, from: parseAddress('anna@office.example'), subject: 'Fwd: letter' }, reading).kinds).toEqual(['forward']);
  });
  it('covers the whole text with spans, whatever it is', () => {
    for (const text of ['', '\n\n', answer, `${answer}\n> x`, '> only quoted', '\r\n\r\nx\r\n']) {
      const { parts } = own(text);
      const spans = [...parts.own, ...parts.quoted].sort((a, b) => a.start - b.start);
      expect(spans.map(({ start }) => start)).toEqual([...spans.keys()].map((index) => (index === 0 ? 0 : spans[index - 1]?.end)));
      expect(spans.at(-1)?.end ?? 0).toBe(text.length);
      expect(parts.kinds.length).toBe(parts.quoted.length);
    }
  });
});
