// The timings of the core: each is set against the same text merely normalised and lower-cased, in the same run.
import { performance } from 'node:perf_hooks';
import { assess, type AssessContext } from '../../src/core/assess';
import { nextSteps } from '../../src/core/deciding/next-steps';
import type { Message } from '../../src/core/message';
import { mayConcernProvider } from '../../src/core/understanding/prefilter';
import { lintDraft } from '../../src/core/writing/lint-draft';
import { book } from '../../src/data';
import { hints } from '../../src/data/hints';
import { mixture, type Sample } from './mixture';

const now = '2026-11-24T09:00:00Z';
const context: AssessContext = { now, language: 'en', case: { emergency: 'unknown' }, profile: { country: 'IT', role: 'prosecutor' } };

const timed = (work: () => void): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
let kept = 0;
const fold = (text: string): void => void (kept += text.normalize('NFKC').toLowerCase().length);

/** Time of assess over time of folding, round by round in turn, so that a slow moment hits both; the median of the rounds. */
function ratio(messages: readonly Message[], rounds: number): { readonly ratio: number; readonly mbPerSecond: number } {
  const size = messages.reduce((sum, { text }) => sum + text.length, 0);
  const run = () => timed(() => messages.forEach((message) => void (kept += assess(message, context, book).nextSteps.length)));
  const base = () => timed(() => messages.forEach(({ text }) => fold(text)));
  run();
  base();
  const ratios: number[] = [];
  const speeds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const one = run();
    const repeats = 8;
    let other = 0;
    for (let times = 0; times < repeats; times++) other += base();
    ratios.push(one / (other / repeats));
    speeds.push(size / 1e6 / (one / 1000));
  }
  return { ratio: round(quantile(ratios, 0.5)), mbPerSecond: round(quantile(speeds, 0.5), 1) };
}

/** The exponent with which time grows with length: 1 is linear. */
function scaling(seed: string): number {
  const points: { readonly x: number; readonly y: number }[] = [];
  for (const size of [1_000, 4_000, 16_000, 64_000, 256_000, 1_000_000, 5_000_000]) {
    const text = seed.repeat(Math.ceil(size / seed.length)).slice(0, size);
    const message = { ...mail('whatsapp@support.whatsapp.com', text), id: String(size) };
    const times = size < 100_000 ? 9 : 3;
    const spent = Array.from({ length: times }, () => timed(() => void (kept += assess(message, context, book).nextSteps.length)));
    points.push({ x: Math.log(size), y: Math.log(Math.min(...spent)) });
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  return round(points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0));
}

function mail(email: string, text: string): Message {
  return { id: 'bench', from: { name: '', email }, to: [], cc: [], subject: 'Request', text, marks: [], attachments: [] };
}

/** All figures of the core. `samples` are the labelled mails of the tests. */
export function measure(samples: readonly Sample[]): Readonly<Record<string, number>> {
  const ordinary = mixture(samples, 'ordinary', 300);
  const replies = mixture(samples, 'reply', 200);
  const plain = ratio(ordinary, 9);
  const answered = ratio(replies, 9);
  const sight = ordinary.map(({ text, from }) => timed(() => void (kept += Number(mayConcernProvider(text, from.email, hints)))));
  const passed = ordinary.filter(({ text, subject, from }) => !mayConcernProvider(`${subject}\n${text}`, from.email, hints)).length;

  const reply = replies[0] ?? mail('a@b.example', 'Please submit an MLAT request.');
  const known = assess(reply, context, book);
  const situation = {
    isProviderReply: true,
    replyTypes: known.replyTypes.map(({ type }) => type),
    replies: known.replyTypes,
    match: known.provider,
    provider: book.providers.find(({ id }) => id === known.provider?.id) ?? null,
    case: context.case,
    now,
    ignoredAsks: [],
    words: reply.text,
  };
  const advice = Array.from({ length: 80 }, () => timed(() => void (kept += nextSteps(situation, book.deciding, 'en').nextSteps.length)));
  const draft = replies
    .map(({ text }) => text)
    .join('\n')
    .slice(0, 20_000);
  const outgoing = {
    id: 'bench',
    to: [{ name: '', email: 'records@example.org' }],
    cc: [],
    subject: 'Emergency disclosure request',
    text: draft,
    attachments: [],
  };
  const lints = Array.from({ length: 40 }, () => timed(() => void (kept += lintDraft(outgoing, { now }, book, 'en').length)));

  return {
    ratio_to_baseline: answered.ratio,
    ratio_to_baseline_ordinary: plain.ratio,
    assess_mb_per_s: answered.mbPerSecond,
    assess_mb_per_s_ordinary: plain.mbPerSecond,
    scaling_exponent: scaling(reply.text),
    first_sight_p95_ms: round(quantile(sight, 0.95), 4),
    first_sight_share_passed_over: round(passed / ordinary.length, 3),
    advice_p50_ms: round(quantile(advice.slice(10), 0.5), 3),
    advice_p95_ms: round(quantile(advice.slice(10), 0.95), 3),
    lint_20kb_p50_ms: round(quantile(lints.slice(5), 0.5), 2),
    checksum: kept % 997,
  };
}
