import { describe, expect, it } from 'vitest';
import type { Message } from '../src/core/message';
import { split } from '../src/core/reading/split';
import { reading } from '../src/data/reading';
import { htmlToText } from '../src/mailfile/html-to-text';

const ownOf = (message: Pick<Message, 'text' | 'from' | 'subject' | 'marks'>) =>
  split(message, reading)
    .own.map(({ start, end }) => message.text.slice(start, end))
    .join('')
    .trim();

describe('HTML', () => {
  const original = 'Please disclose the data.';
  for (const [client, html] of [
    [
      'Gmail',
      `<div dir="ltr">We refuse.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, 22 Nov 2016 at 14:10, Anna &lt;<a href="mailto:a@b.example">a@b.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">${original}</blockquote></div>`,
    ],
    [
      'Outlook desktop',
      `<div class=WordSection1><p class=MsoNormal>We refuse.</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>From:</b> Anna<br><b>Sent:</b> Tuesday<br><b>To:</b> LERT<br><b>Subject:</b> x</p></div></div><p>${original}</p></div>`,
    ],
    [
      'Outlook on the web',
      `<div>We refuse.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Anna<br><b>Sent:</b> Tuesday<br><b>To:</b> LERT<br><b>Subject:</b> x<div>&nbsp;</div></div><div>${original}</div>`,
    ],
    [
      'Outlook, new',
      `<div class="elementToProof">We refuse.</div><div id="mail-editor-reference-message-container"><hr><div><b>Da:</b> Anna<br><b>Inviato:</b> x<br><b>A:</b> LERT<br></div><div>${original}</div></div>`,
    ],
    ['Outlook for Mac', `<body>We refuse.<br><span id="OLK_SRC_BODY_SECTION"><div><span>From: </span> Anna<br></div><div>${original}</div></span></body>`],
    [
      'Apple Mail',
      `<html><body>We refuse.<div><br><blockquote type="cite"><div>Il giorno 22 nov 2016, alle ore 14:10, Anna ha scritto:</div><br><div>${original}</div></blockquote></div></body></html>`,
    ],
    [
      'iOS',
      `<html><body>We refuse.<br><br><div dir="ltr">Inviato da iPhone</div><div dir="ltr"><br><blockquote type="cite">Il giorno 22 nov 2016, alle ore 14:10, Anna &lt;a@b.example&gt; ha scritto:<br><br></blockquote></div><blockquote type="cite"><div>${original}</div></blockquote></body></html>`,
    ],
    [
      'Thunderbird',
      `<p>We refuse.</p><div class="moz-cite-prefix">Am 22.11.2016 um 14:10 schrieb Anna:<br></div><blockquote type="cite" cite="mid:x"><p>${original}</p></blockquote><div class="moz-signature">-- <br>LERT</div>`,
    ],
    [
      'Yahoo',
      `<div class="yahoo-style-wrap"><div>We refuse.</div></div><div id="yahoo_quoted_123" class="yahoo_quoted"><div>On Tuesday, Anna wrote:</div><div>${original}</div></div>`,
    ],
    [
      'Lotus Notes',
      `<font>We refuse.</font><br><br><font>From:</font><font>&nbsp; Anna</font><br><font>To:</font><font> LERT</font><br><font>Date:</font><font> 22/11/2016</font><br><font>Subject:</font><font> x</font><br><hr><br>${original}`,
    ],
    [
      'Proton',
      `<div>We refuse.</div><div class="protonmail_signature_block"><div>Sent with Proton Mail</div></div><div class="protonmail_quote">On Tuesday, Anna wrote:<blockquote type="cite">${original}</blockquote></div>`,
    ],
    ['Zimbra', `<div>We refuse.</div><hr id="zwchr" data-marker="__DIVIDER__"><div><b>Da: </b>"Anna"<br><b>A: </b>LERT<br></div><div>${original}</div>`],
    ['Roundcube', `<p>We refuse.</p><p id="reply-intro">Il 22-11-2016 14:10 Anna ha scritto:</p><blockquote type="cite"><div>${original}</div></blockquote>`],
    [
      'Gmail inside Outlook',
      `<div>We refuse.</div><div class="x_gmail_quote"><div>On Tue Anna wrote:</div><blockquote class="x_gmail_quote">${original}</blockquote></div>`,
    ],
  ] as const)
    it(`${client}: only what the sender wrote is own`, () => {
      const { text, marks } = htmlToText(html);
      expect(text).toContain(original);
      expect(ownOf({ text, marks, from: { name: '', email: 'lert@provider.example' }, subject: '' })).toBe('We refuse.');
    });
  it('keeps a list that an editor merely indented', () => {
    const { text, marks } = htmlToText(
      '<div>Please answer:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><ol start="3"><li>Who?<li>When?</ol></blockquote><ul><li>a</ul>',
    );
    expect(text).toBe('Please answer:\n\n3. Who?\n4. When?\n\n- a');
    expect(marks).toEqual([]);
  });
  it('reads what a person sees', () => {
    const html =
      '<style>p{}</style><p>One&nbsp;<b>two</b><br>three</p><div style="display: none">hidden</div><span style="mso-hide:all">x</span><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table><pre>k\n  l</pre><script>bad()</script>end';
    expect(htmlToText(html).text).toBe('One\u00a0two\nthree\n\na\tb\nc\n\nk\n  l\n\nend');
  });
  it('survives any depth and any nesting, in linear time', () => {
    const deep = htmlToText(`${'<div>'.repeat(60_000)}x${'</div>'.repeat(60_000)}y`);
    expect(deep.text.replace(/\s/gu, '')).toBe('xy');
    const time = (count: number) => {
      const html = '<p>word <b>word</b> word</p>'.repeat(count);
      const from = performance.now();
      htmlToText(html);
      return performance.now() - from;
    };
    time(2000);
    expect(time(64_000) / Math.max(0.5, time(4000))).toBeLessThan(60);
  });
});
