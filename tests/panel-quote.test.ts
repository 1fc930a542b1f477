import { describe, expect, it } from 'vitest';
import { quoteOf } from '../src/panel/quote';
import { textToHtml } from '../src/panel/text-to-html';

const text = 'Thank you. Only emergencies in which life is at risk are an exception. Regards';

describe('a proof on screen', () => {
  it('shows its sentence, no more', () => {
    const start = text.indexOf('emergencies');
    expect(quoteOf(text, start, start + 11)).toEqual({ before: 'Only ', words: 'emergencies', after: ' in which life is at risk are an exception.' });
  });

  it('is cut at words in a sentence that never ends', () => {
    const long = 'word '.repeat(5000);
    const quote = quoteOf(long, 10_000, 10_004);
    expect(quote.before.startsWith('… word')).toBe(true);
    expect(quote.after.endsWith('word …')).toBe(true);
    expect(quoteOf('x'.repeat(5_000_000), 0, 5_000_000).words.length).toBeLessThan(300);
  });
});

describe('typed text as HTML', () => {
  it('keeps lines and shows signs as signs', () => {
    expect(textToHtml('a <b>\n\n"c" & d')).toBe('<div>a &lt;b&gt;</div><div><br></div><div>&quot;c&quot; &amp; d</div>');
  });
});
