import { choose, mail, mutated, next, randomText, sender } from './hostile';

const encoder = new TextEncoder();

/** A page of mark-up that a mail program might have written, with parts left open, nested or doubled. */
export function page(): string {
  const tags = [
    '<br>',
    '<div>',
    '</div><blockquote>',
    '<p class="gmail_quote">',
    '</p>',
    '<ol><li>',
    '<table><tr><td>',
    '<!--',
    '-->',
    '<style>',
    '<div style="display:none">',
    '&nbsp;',
    '&#0;',
    '<a href="mailto:x@y.example">',
    '<div id="divRplyFwdMsg">',
    '<',
    '>',
    '"',
    '<svg><script>',
    '</b></i></u>',
  ];
  const text = next(3) ? mutated('short') : randomText();
  let html = text.replace(/\n/gu, () => choose(tags));
  for (let turn = next(8); turn > 0; turn--) {
    const at = next(html.length + 1);
    html = html.slice(0, at) + choose(tags).repeat(next(50) === 0 ? 500 : 1) + html.slice(at);
  }
  return next(2) ? `<html><body>${html}` : html;
}

/** A mail file: headers, parts and encodings that do not fit, bytes turned over. */
export function file(): Uint8Array {
  const types = [
    'text/plain; charset=utf-8',
    'text/html',
    'message/rfc822',
    'application/pkcs7-mime; smime-type=signed-data',
    'multipart/mixed; boundary=A',
    'text/plain; charset=x-none',
    'application/xml; name="daticert.xml"',
    '',
    ';;;',
    'text/plain; charset="',
  ];
  const body = () => (next(3) ? mutated('short').slice(0, 1500) : randomText());
  const part = () =>
    `--A\r\nContent-Type: ${choose(types)}\r\n${choose(['', 'Content-Transfer-Encoding: base64\r\n', 'Content-Transfer-Encoding: quoted-printable\r\n', 'Content-Disposition: attachment; filename="postacert.eml"\r\n'])}\r\n${body()}\r\n`;
  const subject = choose(['Re: x', 'POSTA CERTIFICATA: x', '=?utf-8?b?////?=', '=?x?q?=?=', randomText().replace(/[\r\n]/gu, ' ')]);
  const whole = choose([
    () =>
      `From: ${choose([sender(), randomText().slice(0, 80)])}\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="A"\r\n\r\n${part()}${part()}${next(3) ? '--A--' : ''}`,
    () =>
      `From: ${sender()}\r\nSubject: ${subject}\r\nDate: ${choose(['Tue, 24 Nov 2026 09:00:00 +0100', 'x', '-1'])}\r\nAuthentication-Results: ${choose(['mx.example; dmarc=pass header.from=a.example', ';;;;', randomText().slice(0, 200)])}\r\n\r\n${body()}`,
    page,
    body,
    () => `\u00d0\u00cf\u0011\u00e0${body()}`,
  ])();
  const bytes = encoder.encode(whole);
  for (let turn = next(6); turn > 0 && bytes.length > 0; turn--) bytes[next(bytes.length)] = next(256);
  if (next(8) === 0 && bytes.length > 8) bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return bytes;
}

/** A line of a JSONL file: fields that are missing, of the wrong kind, or cut in the middle. */
export function damagedRecord(): string {
  const value = (): unknown =>
    choose<() => unknown>([
      () => randomText(),
      () => mutated('short'),
      () => null,
      () => next(2) === 0,
      () => next(2 ** 31),
      () => [],
      () => [randomText().slice(0, 40), next(9), { a: 1 }],
      () => ({ [randomText().slice(0, 9)]: randomText().slice(0, 40), emergency: choose(['now', 'x', '']) }),
      () => choose(['2026-11-24T09:00:00Z', 'soon', '-', '2026-02-30']),
      () => mail('').from,
    ])();
  const whole: Record<string, unknown> = { id: 'r', from: sender(), to: 'a@b.example', subject: 'Re: x', text: next(4) ? mutated('short') : randomText() };
  const keys = [
    'id',
    'from',
    'to',
    'cc',
    'replyTo',
    'subject',
    'date',
    'text',
    'html',
    'attachments',
    'thread',
    'profile',
    'case',
    'now',
    'provider',
    'authentication',
    'autoSubmitted',
    '__proto__',
    'marks',
  ];
  for (let turn = next(4); turn > 0; turn--) {
    const key = choose(keys);
    if (next(4) === 0) delete whole[key];
    else Object.defineProperty(whole, key, { value: value(), enumerable: true, configurable: true, writable: true });
  }
  const line = JSON.stringify(whole);
  return next(30) === 0 ? line.slice(0, next(line.length)) : line;
}
