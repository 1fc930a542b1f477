import { describe, expect, it } from 'vitest';
import { burn } from '@kenjiuno/msgreader/lib/Burner';
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader';
import type { Message } from '../src/core/message';
import { split } from '../src/core/reading/split';
import { reading } from '../src/data/reading';
import { readAuthentication } from '../src/mailfile/authentication';
import { readMailFile } from '../src/mailfile/read-mail-file';
import { readPasted } from '../src/mailfile/read-pasted';
import { recordToMessage } from '../src/mailfile/record-to-message';
import { signedContent } from '../src/mailfile/signed-data';

const bytes = (text: string) => new TextEncoder().encode(text);
const eml = (text: string, name = 'mail.eml') => readMailFile(bytes(text.replace(/\n/gu, '\r\n')), name);
const ownOf = (message: Pick<Message, 'text' | 'from' | 'subject' | 'marks'>) =>
  split(message, reading)
    .own.map(({ start, end }) => message.text.slice(start, end))
    .join('')
    .trim();
const inner =
  'From: TikTok LERT <lert@tiktok.com>\nTo: dda@pec.example\nSubject: R: Richiesta\nDate: Tue, 22 Nov 2016 14:10:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nGentile Procuratore,\nla richiesta è stata ricevuta.\n';

function certified(type: string, extra: string): string {
  return `From: "Per conto di: lert@tiktok.com" <posta-certificata@pec.example>
To: dda@pec.example
Subject: POSTA CERTIFICATA: R: Richiesta
${extra}
MIME-Version: 1.0
Content-Type: multipart/signed; protocol="application/x-pkcs7-signature"; boundary="A"

--A
Content-Type: multipart/mixed; boundary="B"

--B
Content-Type: text/plain; charset=utf-8

Messaggio di posta certificata. Il messaggio originale è incluso in allegato.
--B
Content-Type: message/rfc822; name="postacert.eml"
Content-Disposition: attachment; filename="postacert.eml"

${inner}
--B
Content-Type: application/xml; name="daticert.xml"
Content-Disposition: attachment; filename="daticert.xml"

<?xml version="1.0" encoding="UTF-8"?><postacert tipo="${type}" errore="nessuno"><intestazione><mittente>lert@tiktok.com</mittente></intestazione></postacert>
--B--
--A
Content-Type: application/x-pkcs7-signature; name="smime.p7s"
Content-Transfer-Encoding: base64

AAAA
--A--
`;
}

describe('a mail as it travels', () => {
  it('gives sender, recipients, date, text, attachments', async () => {
    const message = await eml(`Received: by mx.office.example; Tue, 22 Nov 2016 14:10:01 +0100
From: =?utf-8?q?TikTok_Caf=C3=A9?= <LERT@TikTok.com>
To: "Bianchi, Anna" <anna@office.example>, marco@office.example
Reply-To: case@tiktok.com
Auto-Submitted: auto-generated
Subject: =?iso-8859-1?q?R=E9ponse?=
Date: Tue, 22 Nov 2016 14:10:00 +0100
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="X"

--X
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Perch=E9 no?
--X
Content-Type: application/pdf; name="data.pdf"
Content-Disposition: attachment; filename="data.pdf"
Content-Transfer-Encoding: base64

AAAA
--X--
`);
    expect(message).toMatchObject({
      from: { name: 'TikTok Café', email: 'lert@tiktok.com' },
      to: [
        { name: 'Bianchi, Anna', email: 'anna@office.example' },
        { name: '', email: 'marco@office.example' },
      ],
      replyTo: { email: 'case@tiktok.com' },
      autoSubmitted: 'auto-generated',
      subject: 'Réponse',
      text: 'Perché no?\n',
      attachments: [{ name: 'data.pdf' }],
    });
  });
  it('opens a certified-mail envelope and says who carried it', async () => {
    const message = await eml(certified('posta-certificata', 'X-Trasporto: posta-certificata'));
    expect(message).toMatchObject({
      from: { email: 'lert@tiktok.com' },
      subject: 'R: Richiesta',
      carriedBy: { kind: 'pec', by: { email: 'posta-certificata@pec.example' } },
    });
    expect(message.text).toContain('la richiesta è stata ricevuta');
  });
  it('does not take a receipt, which carries our own mail, for an answer', async () => {
    for (const message of [
      await eml(certified('avvenuta-consegna', 'X-Ricevuta: avvenuta-consegna')),
      await eml(certified('avvenuta-consegna', 'X-Other: 1')),
      await eml(certified('posta-certificata', 'X-Ricevuta: accettazione')),
    ]) {
      expect(message.carriedBy).toBeUndefined();
      expect(message.text).not.toContain('la richiesta è stata ricevuta');
    }
  });
  it('opens a mail that was forwarded as an attachment', async () => {
    const outer = (cover: string, type = 'multipart/mixed') =>
      `From: Marco <marco@office.example>\nTo: anna@office.example\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: ${type}; boundary="A"\n\n--A\nContent-Type: text/plain\n\n${cover}\n--A\nContent-Type: message/rfc822\n\n${inner}\n--A--\n`;
    expect(await eml(outer('FYI'))).toMatchObject({
      from: { email: 'lert@tiktok.com' },
      carriedBy: { kind: 'forward', by: { name: 'Marco', email: 'marco@office.example' } },
    });
    expect((await eml(outer('I have more to say about this. '.repeat(30)))).from.email).toBe('marco@office.example');
    expect((await eml(outer('Not delivered.', 'multipart/report; report-type=delivery-status'))).carriedBy).toBeUndefined();
  });
  it('opens a signed container and says that an encrypted one stays closed', async () => {
    const der = (tag: number, ...parts: readonly (readonly number[])[]) => {
      const content = parts.flat();
      const size = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 255];
      return [tag, ...size, ...content];
    };
    const oid = (last: number) => [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, last];
    const letter = [...bytes('Content-Type: text/plain; charset=utf-8\r\n\r\nThe account does not exist.\r\n')];
    const container = (content: readonly number[]) =>
      new Uint8Array(der(0x30, oid(2), der(0xa0, der(0x30, [2, 1, 1], der(0x31), der(0x30, oid(1), der(0xa0, content))))));
    for (const content of [der(4, letter), der(0x24, der(4, letter.slice(0, 30)), der(4, letter.slice(30))), [0x24, 0x80, ...der(4, letter), 0, 0]])
      expect(new TextDecoder().decode(signedContent(container(content)) ?? new Uint8Array())).toContain('The account does not exist.');
    const sealed = (data: Uint8Array, kind: string) =>
      `From: lert@tiktok.com\nSubject: Re\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; smime-type=${kind}; name="smime.p7m"\nContent-Disposition: attachment; filename="smime.p7m"\nContent-Transfer-Encoding: base64\n\n${btoa(String.fromCharCode(...data))}\n`;
    expect(await eml(sealed(container(der(4, letter)), 'signed-data'))).toMatchObject({
      from: { email: 'lert@tiktok.com' },
      text: 'The account does not exist.\n',
      carriedBy: { kind: 'smime' },
    });
    await expect(eml(sealed(new Uint8Array(der(0x30, oid(3), der(0xa0, [1, 2, 3]))), 'enveloped-data'))).rejects.toThrow(/encrypted.*paste/u);
    for (const broken of [
      [],
      [0x30],
      [0x30, 0x80],
      [0x30, 0x84, 255, 255, 255, 255],
      Array.from({ length: 2000 }, () => 0x30),
      Array.from({ length: 50_000 }, (_, index) => (index % 2 ? 0x80 : 0x30)),
    ])
      expect(signedContent(new Uint8Array(broken))).toBeNull();
  });
  it('drops the line that mailbox files put on top', async () =>
    expect((await readMailFile(bytes(`From lert@tiktok.com Tue Nov 22 14:10:00 2016\n${inner}`), 'x')).from.email).toBe('lert@tiktok.com'));
  for (const [what, data, sentence] of [
    ['nothing', '', /empty/u],
    ['a PDF', '%PDF-1.7', /PDF.*paste/u],
    ['a packed file', 'PK\u0003\u0004', /paste/u],
    ['rich text', '{\\rtf1 x}', /paste/u],
    ['noise', '\u0001\u0002\u0003\u0000\u0005\u0006\u0007\u0008', /no text/u],
    ['blanks', ' \n ', /no text/u],
  ] as const)
    it(`says what to do with ${what}`, async () => {
      await expect(readMailFile(bytes(data), 'x.eml')).rejects.toThrow(sentence);
    });
});

describe('what the receiving server found out', () => {
  const from = 'lert@tiktok.com';
  const headers = (result: string, more: readonly string[] = []) => [
    ...more.map((value) => ({ key: 'authentication-results', value })),
    { key: 'authentication-results', value: result },
    { key: 'received', value: 'from mx.tiktok.com by mx.office.example' },
  ];
  for (const [result, expected] of [
    [
      'mx.office.example; dkim=pass header.i=@tiktok.com header.s=a; spf=pass (ok; really) smtp.mailfrom=b@tiktok.com; dmarc=pass (p=REJECT) header.from=tiktok.com',
      'verified',
    ],
    ['mx.office.example; dkim=pass header.d=mail.tiktok.com', 'verified'],
    ['mx.office.example; spf=pass smtp.mailfrom=bounce@em.tiktok.com', 'verified'],
    ['mx.office.example; dkim=pass header.d=sendgrid.example; spf=pass smtp.mailfrom=sendgrid.example', undefined],
    ['mx.office.example; spf=fail smtp.mailfrom=tiktok.com; dkim=none; dmarc=fail action=none header.from=tiktok.com', 'failed'],
    ['mx.office.example; dkim=fail header.d=tiktok.com', 'failed'],
    ['mx.office.example; dkim=fail header.d=list.example; spf=pass smtp.mailfrom=tiktok.com', 'verified'],
    ['mx.office.example; none', undefined],
    ['mx.office.example; spf=softfail smtp.mailfrom=tiktok.com; dkim=none', undefined],
    ['', undefined],
  ] as const)
    it(`${String(expected)}: ${result.slice(0, 60)}`, () => expect(readAuthentication(headers(result), from)?.result).toBe(expected));
  it('counts only the topmost result, and only of the server that received the mail', () => {
    const good = 'mx.office.example; dmarc=pass header.from=tiktok.com';
    expect(readAuthentication(headers(good, ['mx.office.example; dmarc=fail header.from=tiktok.com']), from)?.result).toBe('failed');
    expect(readAuthentication([{ key: 'authentication-results', value: good }], from)).toBeUndefined();
    expect(readAuthentication(headers('mx.evil.example; dmarc=pass header.from=tiktok.com'), from)).toBeUndefined();
    const forged = [
      { key: 'received', value: 'from mx.evil.example by mx.office.example' },
      { key: 'received', value: 'from x by mx.evil.example' },
    ];
    expect(
      readAuthentication([...forged, { key: 'authentication-results', value: 'mx.evil.example; dmarc=pass header.from=tiktok.com' }], from),
    ).toBeUndefined();
    const exchange = [
      { key: 'authentication-results', value: 'spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=tiktok.com; dmarc=pass action=none header.from=tiktok.com;' },
    ];
    expect(readAuthentication([...exchange, { key: 'received', value: 'from a by PR3P.eurprd05.prod.outlook.com' }], from)?.result).toBe('verified');
    expect(readAuthentication([...exchange, { key: 'received', value: 'from a by mx.office.example' }], from)).toBeUndefined();
  });
});

/** Numbers of sectors that lead a reader astray: to the start, to itself, to nowhere. */
const choices = [
  [0xfe, 0xff, 0xff, 0xff],
  [0, 0, 0, 0],
  [1, 0, 0, 0],
  [2, 0, 0, 0],
  [0xff, 0xff, 0xff, 0x7f],
];

describe('Outlook’s own format', () => {
  /** A file with one stream for each property, as [MS-OXMSG] lays it out. */
  function msg(properties: Readonly<Record<string, string>>): Uint8Array {
    const streams = Object.entries(properties).map(([tag, value]) => {
      const data = new Uint8Array(new Uint16Array([...value].map((character) => character.charCodeAt(0))).buffer);
      return { name: `__substg1.0_${tag}001F`, type: TypeEnum.DOCUMENT, length: data.length, binaryProvider: () => data };
    });
    const head = new Uint8Array(32);
    const all = [{ name: '__properties_version1.0', type: TypeEnum.DOCUMENT, length: 32, binaryProvider: () => head }, ...streams];
    return burn([{ name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: all.map((_, index) => index + 1) }, ...all]);
  }
  const file = msg({
    '0037': 'R: Richiesta 12',
    '1000': 'Gentile Procuratore,\r\nla richiesta è stata ricevuta.\r\n\r\nDa: Anna\r\nInviato: martedì\r\nA: LERT\r\nOggetto: x\r\n\r\nvecchio',
    '0C1A': 'TikTok LERT',
    '5D01': 'LERT@tiktok.com',
    '007D':
      'Received: from a by mx.b.example\r\nAuthentication-Results: mx.b.example;\r\n dmarc=pass header.from=tiktok.com\r\nFrom: TikTok LERT <lert@tiktok.com>\r\nReply-To: Case <case@tiktok.com>\r\nDate: Tue, 22 Nov 2016 14:10:00 +0100\r\n',
  });
  it('is read like any other mail', async () => {
    const message = await readMailFile(file, 'x.msg');
    expect(message).toMatchObject({
      from: { name: 'TikTok LERT', email: 'lert@tiktok.com' },
      replyTo: { name: 'Case', email: 'case@tiktok.com' },
      subject: 'R: Richiesta 12',
      date: '2016-11-22T13:10:00.000Z',
      authentication: { result: 'verified', domain: 'tiktok.com' },
    });
    expect(ownOf(message)).toBe('Gentile Procuratore,\nla richiesta è stata ricevuta.');
  });
  it('ends, whatever is damaged', async () => {
    let state = 3;
    const next = (limit: number) => ((state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) >> 8) % limit;
    const seen = new Set<string>();
    for (let turn = 0; turn < 600; turn++) {
      const broken = file.slice();
      for (let change = 1 + next(8); change > 0; change--) {
        const at = next(4) ? next(Math.min(broken.length, 3000)) : next(broken.length);
        broken[at] = next(4) ? next(256) : 0;
        if (next(4) === 0) broken.set(choices[next(choices.length)] ?? [], Math.min(at & ~3, broken.length - 4));
      }
      broken.set([0xd0, 0xcf, 0x11, 0xe0]);
      await readMailFile(broken, 'x.msg').then(
        () => seen.add('read'),
        (error: Error) => seen.add(error.message.slice(0, 40)),
      );
    }
    expect([...seen].filter((one) => one !== 'read' && !one.startsWith('This Outlook file (.msg) can’t be read.'))).toEqual([]);
    expect(seen.size).toBe(2);
  });
  it('gives a sentence when it is broken', async () => {
    for (const broken of [file.slice(0, 600), file.slice(0, 1500), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), msg({})])
      await expect(readMailFile(broken, 'x.msg')).rejects.toThrow(/Outlook/u);
  });
});

describe('a record of the command line', () => {
  const record = { id: 7, from: '"Bianchi, Anna" <ANNA@office.example>', to: ['a@b.example', 'C <c@d.example>'], subject: 'x', text: 'a\r\nb' };
  it('gives a message whose text is untouched', () =>
    expect(
      recordToMessage({ ...record, authentication: 'failed', autoSubmitted: 'auto-replied', attachments: ['x.pdf', { name: 'y.zip' }] }).message,
    ).toMatchObject({
      id: '7',
      from: { name: 'Bianchi, Anna', email: 'anna@office.example' },
      to: [{ email: 'a@b.example' }, { name: 'C', email: 'c@d.example' }],
      text: 'a\r\nb',
      authentication: { result: 'failed' },
      autoSubmitted: 'auto-replied',
      attachments: [{ name: 'x.pdf' }, { name: 'y.zip' }],
    }));
  it('keeps addresses with unusual signs whole', () => {
    for (const address of ['no_reply@snapchat.com', 'case+12-b.c@tiktok.com', "o'neil@garda.example", 'bounce=x@y.example'])
      expect(recordToMessage({ ...record, from: `Name <${address}>` }).message.from.email).toBe(address);
    expect(recordToMessage({ ...record, from: "'lert@tiktok.com'" }).message.from.email).toBe('lert@tiktok.com');
    expect(recordToMessage({ ...record, from: 'lert@tiktok.com (TikTok LERT)' }).message.from).toEqual({ name: 'TikTok LERT', email: 'lert@tiktok.com' });
  });
  for (const [bad, sentence] of [
    [[], /JSON object/u],
    ['x', /JSON object/u],
    [{ id: 1 }, /"text" or "html"/u],
    [{ ...record, text: 5 }, /"text" must be text/u],
    [{ ...record, thread: 'x' }, /"thread"/u],
    [{ ...record, now: 'soon' }, /2026/u],
    [{ ...record, authentication: 'yes' }, /verified/u],
    [{ ...record, case: { emergency: 'maybe' } }, /emergency/u],
  ] as const)
    it(`says which field is wrong: ${String(sentence)}`, () => expect(() => recordToMessage(bad)).toThrow(sentence));
});

describe('pasted and scanned text', () => {
  it('gives sender and subject from the header block on top', async () => {
    const text =
      'Da: TikTok LERT <lert@tiktok.com>\nInviato: martedì 22 novembre 2016 14:10\nA: Anna Bianchi\nOggetto: R: Richiesta 12\n\nGentile Procuratore,\nla richiesta è stata ricevuta.';
    for (const message of [
      readPasted(text, 'p'),
      await readMailFile(bytes(text), 'scan.txt'),
      await readMailFile(bytes(`\ufeff${text.replace(/\n/gu, '\r\n')}`), 'scan.txt'),
    ])
      expect(message).toMatchObject({ from: { name: 'TikTok LERT', email: 'lert@tiktok.com' }, subject: 'R: Richiesta 12' });
    expect(ownOf(readPasted(text, 'p'))).toBe('Gentile Procuratore,\nla richiesta è stata ricevuta.');
  });
  it('finds values that a scanner put below their labels', () =>
    expect(
      readPasted('Da:\nInviato:\nA:\nOggetto:\nlert@tiktok.com\nmartedì 22 novembre 2016\nAnna\nR: Richiesta 12\n\nGentile Procuratore,', 'p'),
    ).toMatchObject({
      from: { email: 'lert@tiktok.com' },
      subject: 'R: Richiesta 12',
    }));
  it('reads a saved page, UTF-16 and old encodings', async () => {
    expect((await readMailFile(bytes('<html><body><p>Hello <b>you</b></p></body></html>'), 'x.html')).text).toBe('Hello you');
    const wide = new Uint8Array([0xff, 0xfe, ...[...'perché'].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8])]);
    expect((await readMailFile(wide, 'x.txt')).text).toContain('perché');
    expect((await readMailFile(new Uint8Array([...bytes('perch'), 0xe9]), 'x.txt')).text).toBe('perché');
  });
  it('says what to do with nothing', () => expect(() => readPasted('  \n', 'p')).toThrow(/paste/u));
});
