import type { Message } from '../../src/core/message';

/** A labelled mail of `tests/samples`. */
export type Sample = { readonly from: string; readonly subject?: string; readonly text?: string; readonly label: { readonly kind: string } };

/**
 * Mails of 2–20 kB made of samples, as threads come: an ordinary one is a sample above the quotation of itself, again and again, so
 * that it stays on its subject; a reply is one reply above the quotation of ordinary mail. The sizes follow a fixed pattern, so that
 * two runs measure the same.
 */
export function mixture(samples: readonly Sample[], kind: 'ordinary' | 'reply', count: number): readonly Message[] {
  const own = samples.filter(({ label, text }) => label.kind === kind && text);
  const others = samples.filter(({ label, text }) => label.kind === 'ordinary' && text);
  return Array.from({ length: own.length > 0 ? count : 0 }, (_, index) => {
    const first = own[Math.floor((index * own.length) / count)] as Sample;
    const size = Math.round(2_000 * 10 ** ((index % 17) / 16));
    let text = first.text ?? '';
    for (let depth = 1; text.length < size && others.length > 0; depth++) {
      const more = (kind === 'ordinary' ? first.text : others[(index + depth) % others.length]?.text) ?? '';
      text += `\n\nOn 20 Nov 2026, at 10:00, Elena Ferri <elena.ferri@procura.test> wrote:\n${more.replace(/^/gmu, '> ')}`;
    }
    const email = /<([^>]{3,200})>/u.exec(first.from)?.[1] ?? first.from;
    return {
      id: `${kind}-${index}`,
      from: { name: '', email },
      to: [],
      cc: [],
      subject: first.subject ?? '',
      text: text.slice(0, 20_000),
      marks: [],
      attachments: [],
    };
  });
}
