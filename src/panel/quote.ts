/** A proof as it is shown: the words, and enough of their sentence to be understood. */
export type Quote = { readonly before: string; readonly words: string; readonly after: string };

/** Characters of context that are shown on either side. */
const reach = 90;

/** The words between two offsets with the rest of their sentence, white space flattened, long ends cut with an ellipsis. */
export function quoteOf(text: string, start: number, end: number): Quote {
  const left = text.slice(Math.max(0, start - reach), start);
  const from = Math.max(...['. ', '? ', '! ', '\n'].map((stop) => left.lastIndexOf(stop) + (left.includes(stop) ? stop.length : 0)), 0);
  const before = left.slice(from);
  const right = text.slice(end, end + reach);
  const stops = ['. ', '? ', '! ', '\n'].map((stop) => right.indexOf(stop)).filter((at) => at >= 0);
  const to = stops.length > 0 ? Math.min(...stops) + 1 : right.length;
  const cutLeft = from === 0 && start > reach;
  const cutRight = stops.length === 0 && end + reach < text.length;
  const words = flat(text.slice(start, end));
  return {
    before: `${cutLeft ? '… ' : ''}${flat(cutLeft ? before.replace(/^\S{0,40}\s/u, '') : before).trimStart()}`,
    words: words.length <= 280 ? words : `${words.slice(0, 270).trimEnd()} …`,
    after: `${flat(cutRight ? right.replace(/\s\S{0,40}$/u, '') : right.slice(0, to)).trimEnd()}${cutRight ? ' …' : ''}`,
  };
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
