// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { webmailOfPage } from '../../src/webmail';
import { censorPage } from '../../src/webmail/censor';
import { labelWords } from '../../src/webmail/labels';
import { fixtures } from './fixtures';
import { loadPage } from './load-page';

const page = `<html lang="it"><head><title>Segreto 123</title><style>.a{}</style><script>const key = 'geheim'</script></head>
<body class="task-mail"><p id="msg-4711998" data-convid="AAQkADk3ZmFi" title="Anna Verdi" onclick="open('x')">Élena Rossi &lt;elena@procura.test&gt;, n. 42 次</p>
<a href="https://procura.test/?q=segreto">qui</a><input value="password"><textarea>bozza</textarea><img src="https://x.test/pixel.png" alt="Foto">
<td>Oggetto:</td><iframe srcdoc="&lt;p class=inner&gt;dentro&lt;/p&gt;"></iframe></body></html>`;

describe('a page that is reported', () => {
  const html = censorPage(labelWords, loadPage(page));
  it('says nothing that the page said', () => {
    const said = ['Segreto', 'Rossi', 'elena', 'procura', 'Verdi', 'segreto', 'password', 'bozza', 'pixel', 'Foto', 'dentro', '42', '4711998', 'AAQk', 'geheim', 'open('];
    expect(said.filter((word) => html.includes(word))).toEqual([]);
  });
  it('keeps lengths, punctuation and structure', () => {
    expect(html).toContain('Xxxxx Xxxxx &lt;xxxxx@xxxxxxx.xxxx&gt;, x. 00 x');
    expect(html).toContain('class="task-mail"');
    expect(html).toContain('data-convid=');
    expect(html).toContain('srcdoc="&lt;html&gt;');
    expect(html).toContain('class=&quot;inner&quot;');
  });
  it('keeps the words that label a header', () => expect(html).toContain('Oggetto:'));
  it('hides nothing more the second time', () => expect(censorPage(labelWords, loadPage(html))).toBe(html));
  it.each(fixtures.filter(({ name, expected }) => expected.messages.length === 1 && /read-html|message|single/u.test(name)))(
    'of $id ($name) is read like the page itself: one mail, as long, from a sender of the same shape',
    ({ html: original, expected }) => {
      const doc = loadPage(censorPage(labelWords, loadPage(original, expected.url)), expected.url);
      const [read, ...more] = webmailOfPage(doc, new URL(expected.url)).readOpenMessages(doc);
      expect(more).toEqual([]);
      // Words that make an envelope of certified mail are hidden too.
      if (expected.messages[0]?.subject.startsWith('POSTA')) return;
      expect(read?.message.text.length).toBe(expected.messages[0]?.text.length);
      expect(read?.message.from.email.length).toBe(expected.messages[0]?.from.length);
    },
  );
});
