import { describe, expect, test } from 'vitest';
import type { Advice, Situation } from '../src/core/deciding/situation';
import { nextSteps } from '../src/core/deciding/next-steps';
import type { ReplyTypeId, StepId } from '../src/core/ids';
import { deciding } from '../src/data/deciding';
import { providers } from '../src/data/providers';

/** A case as a prosecutor would put it, with what has to follow. Written from the decision table, not from what the code says. */
type Scenario = {
  readonly row: string;
  readonly says: string;
  readonly replies: readonly ReplyTypeId[];
  readonly provider: string | null;
  readonly profile: NonNullable<Situation['profile']>;
  readonly case: Situation['case'];
  readonly now: string;
  readonly about?: Readonly<Partial<Record<ReplyTypeId, readonly string[]>>>;
  readonly words?: string;
  /** End of a hold that the mail names. */
  readonly expiry?: string;
  readonly messageDate?: string;
  readonly ignoredAsks?: readonly string[];
  readonly trust?: 'lookalike';
  readonly isProviderReply?: false;
  readonly expect: {
    /** One of these comes first. */
    readonly first: readonly StepId[];
    readonly has?: readonly StepId[];
    /** In this order among themselves. */
    readonly order?: readonly StepId[];
    readonly not?: readonly StepId[];
    /** Nothing but the first. */
    readonly only?: boolean;
    /** A freeze stands at this rank at the latest. */
    readonly freezeBy?: number;
    readonly signed?: Readonly<Record<string, string | null>>;
    /** Some step's legal basis contains each of these; none contains those. */
    readonly cites?: readonly string[];
    readonly citesNot?: readonly string[];
    readonly caveat?: readonly string[];
    readonly channel?: Readonly<Record<string, string>>;
    readonly asks?: readonly string[];
    readonly rejected?: readonly StepId[];
  };
};

const files = import.meta.glob<readonly Scenario[]>('./scenarios/*.json', { eager: true, import: 'default' });
const scenarios = Object.entries(files).flatMap(([path, cases]) => cases.map((one) => [path.replace(/^.*\/|\.json$/gu, ''), one] as const));
const freezes: readonly StepId[] = ['preservation_request', 'epoc_pr', 'network_24_7'];

function advise(one: Scenario): Advice {
  const provider = providers.find(({ id }) => id === one.provider) ?? null;
  return nextSteps(
    {
      isProviderReply: one.isProviderReply ?? true,
      replyTypes: one.replies,
      ...(one.about ? { replies: one.replies.map((type) => ({ type, score: 0.9, evidence: [], about: [...(one.about?.[type] ?? [])] })) } : {}),
      match: provider ? { id: provider.id, matchedBy: 'domain', trust: one.trust ?? 'listed', domain: 'example.com', reasons: [] } : null,
      provider,
      case: one.case,
      profile: one.profile,
      now: one.now,
      ...(one.expiry
        ? { facts: { references: [], questions: [], deadlines: [], legalBasis: [], contacts: [], identifiers: [], amounts: [], expiry: one.expiry } }
        : {}),
      ...(one.words ? { words: one.words } : {}),
      ...(one.messageDate ? { messageDate: one.messageDate } : {}),
      ...(one.ignoredAsks ? { ignoredAsks: one.ignoredAsks } : {}),
    },
    deciding,
    'en',
  );
}

/** What is wrong with the advice, a sentence each. */
function faults({ expect: wanted, ...one }: Scenario): readonly string[] {
  const { nextSteps: steps, asks, rejected } = advise({ ...one, expect: wanted });
  const ids = steps.map(({ id }) => id);
  const given = `Given: ${ids.join(' → ')}.`;
  const said: string[] = [];
  const say = (sentence: string) => said.push(`${one.row}: ${one.says} ${sentence} ${given}`);
  if (!wanted.first.includes(ids[0] ?? 'none')) say(`First should be ${wanted.first.join(' or ')}, not ${ids[0]}.`);
  if (wanted.only && ids.length > 1) say('Nothing else should follow.');
  for (const id of wanted.has ?? []) if (!ids.includes(id)) say(`${id} is missing.`);
  for (const id of wanted.not ?? []) if (ids.includes(id)) say(`${id} does not belong here.`);
  const places = (wanted.order ?? []).map((id) => ids.indexOf(id));
  if (places.some((place, index) => place < 0 || (index > 0 && place < (places[index - 1] ?? 0)))) say(`The order should be ${wanted.order?.join(' → ')}.`);
  const freeze = ids.findIndex((id) => freezes.includes(id)) + 1;
  if (wanted.freezeBy && wanted.freezeBy < 99 && (freeze === 0 || freeze > wanted.freezeBy)) say('The freeze comes too late.');
  for (const [id, who] of Object.entries(wanted.signed ?? {})) {
    const found = steps.find((step) => step.id === id);
    if (!found) say(`${id} is missing, so nobody signs it.`);
    else if ((found.signedBy ?? null) !== who) say(`${id} should be signed by ${who ?? 'the person'}, not ${found.signedBy ?? 'the person'}.`);
  }
  const basis = steps.flatMap(({ legalBasis }) => legalBasis.map(({ instrument, article }) => `${instrument} ${article}`));
  for (const words of wanted.cites ?? []) if (!basis.some((line) => line.includes(words))) say(`Nothing cites ${words}.`);
  for (const words of wanted.citesNot ?? []) if (basis.some((line) => line.includes(words))) say(`${words} is cited, but it does not apply.`);
  const caveats = steps.flatMap((step) => step.caveats);
  for (const words of wanted.caveat ?? []) if (!caveats.some((line) => line.includes(words))) say(`No caveat says “${words}”.`);
  for (const [id, words] of Object.entries(wanted.channel ?? {}))
    if (!steps.find((step) => step.id === id)?.channel?.includes(words)) say(`${id} does not go to ${words}.`);
  for (const fact of wanted.asks ?? []) if (!asks.some((ask) => ask.fact === fact)) say(`The person is not asked for ${fact}.`);
  for (const id of wanted.rejected ?? []) if (!rejected.some((step) => step.id === id)) say(`Nobody says why ${id} was left out.`);
  return said;
}

describe('the decision table', () => {
  test('has at least 120 cases, and a case for every row', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(120);
    const covered = new Set(scenarios.map(([, { row }]) => row));
    expect(deciding.rows.filter(({ id }) => id !== 'freeze' && !covered.has(id)).map(({ id }) => `No case names ${id}.`)).toEqual([]);
  });
  test.each(scenarios.map(([file, one]) => [`${file} · ${one.row}: ${one.says}`, one] as const))('%s', (_name, one) => expect(faults(one)).toEqual([]));
});
