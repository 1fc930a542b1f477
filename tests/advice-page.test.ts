import { expect, test } from 'vitest';
import { stepsOf } from '../src/core/deciding/next-steps';
import { replyTypeIds, type ReplyTypeId, type StepId } from '../src/core/ids';
import { deciding } from '../src/data/deciding';
import { providers } from '../src/data/providers';
import type { Situation } from '../src/core/deciding/situation';

const meta = providers.find(({ id }) => id === 'facebook') ?? null;
const days = { '2016': '2016-04-15T10:00:00+02:00', '2026': '2026-11-24T09:00:00+01:00' } as const;

function advise(replyTypes: readonly ReplyTypeId[], facts: Situation['case'], now: string, more: Partial<Situation> = {}): readonly StepId[] {
  const situation: Situation = {
    isProviderReply: true,
    replyTypes,
    match: null,
    provider: meta,
    case: facts,
    profile: { country: 'IT', role: 'prosecutor' },
    now,
    ...more,
  };
  return stepsOf(situation, deciding, 'en').map(({ id }) => id);
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) => [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
const steps = (ids: readonly StepId[]) => ids.map((id) => `\`${id}\``).join(' → ');

/** The page that a lawyer reads: made from the data, so that it can't tell another story than the code. */
function page(): string {
  const sub = ['subscriber', 'identification'] as const;
  const single = replyTypeIds.map((type) => [
    `\`${type}\``,
    steps(advise([type], { emergency: 'now', dataCategories: sub }, days[2016])),
    steps(advise([type], { emergency: 'now', dataCategories: sub }, days[2026])),
    steps(advise([type], { emergency: 'none', dataCategories: sub }, days[2016])),
    steps(advise([type], { emergency: 'none', dataCategories: sub }, days[2026])),
  ]);
  const pairs = replyTypeIds.flatMap((one, index) =>
    replyTypeIds.slice(index + 1).map((other) => {
      const first = (emergency: 'now' | 'none', now: string) => `\`${advise([one, other], { emergency, dataCategories: sub }, now)[0]}\``;
      return [`\`${one}\` + \`${other}\``, first('now', days[2016]), first('now', days[2026]), first('none', days[2016]), first('none', days[2026])];
    }),
  );
  const soon = { state: 'confirmed', expires: '2026-12-01' } as const;
  const long = { state: 'confirmed', expires: '2027-02-20' } as const;
  const variants: readonly (readonly [string, Situation['case'], Partial<Situation>])[] = [
    ['content, terrorism', { emergency: 'now', dataCategories: ['content'], offence: { terrorism: true } }, {}],
    ['content, terrorism', { emergency: 'none', dataCategories: ['content'], offence: { terrorism: true } }, {}],
    ['content, offence of one year', { emergency: 'none', dataCategories: ['content'], offence: { maxYears: 1 } }, {}],
    ['held for three months', { emergency: 'none', dataCategories: sub, preservation: long }, {}],
    ['hold ends in a week', { emergency: 'none', dataCategories: sub, preservation: soon }, {}],
    ['freeze asked, unanswered', { emergency: 'none', dataCategories: sub, preservation: { state: 'requested' } }, {}],
    ['hold lapsed', { emergency: 'none', dataCategories: sub, preservation: { state: 'expired' } }, {}],
    ['emergency over', { emergency: 'ended', dataCategories: sub }, {}],
    ['no addressee in the Union', { emergency: 'none', dataCategories: sub, euAddressee: null }, {}],
    ['addressee in Denmark', { emergency: 'none', dataCategories: sub, euAddressee: 'DK' }, {}],
    ['addressee in the own state', { emergency: 'none', dataCategories: sub, euAddressee: 'IT' }, {}],
    ['Irish act not commenced', { emergency: 'none', dataCategories: sub, flags: { F4: false } }, {}],
    ['British officer', { emergency: 'none', dataCategories: sub }, { profile: { country: 'GB', role: 'police' } }],
    ['British officer', { emergency: 'now', dataCategories: sub }, { profile: { country: 'GB', role: 'police' } }],
    ['Swiss prosecutor', { emergency: 'none', dataCategories: sub }, { profile: { country: 'CH', role: 'prosecutor' } }],
    ['Canadian provider', { emergency: 'none', dataCategories: sub, providerSeat: 'CA', euAddressee: null }, { provider: null }],
  ];
  return `# What follows which reply

Made from \`src/data/rows\` by \`npx vitest run tests/advice-page.test.ts -u\`; a test holds it against the code. Nobody's advice: a table to review.
Unless said otherwise: an Italian prosecutor, a US company with an addressee in Ireland, subscriber and identification data, nothing held.
2016 stands for every day before 18 August 2026, when European orders began to exist.

## One type alone

${table(['reply', 'life at risk, 2016', 'life at risk, 2026', 'no danger, 2016', 'no danger, 2026'], single)}

## A refusal (\`jurisdiction_refusal\`), 2026, when something else differs

${table(
  ['what', 'emergency', 'steps'],
  variants.map(([what, facts, more]) => [what, facts.emergency, steps(advise(['jurisdiction_refusal'], facts, days[2026], more))]),
)}

## Two types in one mail: what comes first

${table(['reply', 'life at risk, 2016', 'life at risk, 2026', 'no danger, 2016', 'no danger, 2026'], pairs)}

## Rows

${deciding.rows.map(({ id, says }) => `- **${id}** ${says.en}`).join('\n')}

## Who must sign

First match counts; what matches nothing may be signed by the person who asks. “48 h”: police issue, the prosecutor validates within 48 hours.

${table(
  ['step', 'state', 'role', 'data', 'emergency', 'who signs', 'source'],
  deciding.signing.map(({ steps: ids, states, role, data, danger, who, check, source }) => [
    ids.join(', '),
    states.join(', ') || 'every',
    role.join(', '),
    data,
    danger?.join(', ') ?? 'any',
    `${who.replace('-48h', ', 48 h')}${check ? ' (check national law)' : ''}`,
    source,
  ]),
)}
`;
}

test('docs/advice.md says what the code advises; run this test with -u after a change of the rows, and read the difference', async () => {
  await expect(page()).toMatchFileSnapshot('../docs/advice.md');
});
