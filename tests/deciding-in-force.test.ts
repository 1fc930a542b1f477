import { describe, expect, test } from 'vitest';
import { stepsOf } from '../src/core/deciding/next-steps';
import { replyTypeIds } from '../src/core/ids';
import { deciding } from '../src/data/deciding';
import { providers } from '../src/data/providers';

/** What may be named when, by whom, towards whom: held against every sentence of the advice. Written apart from the data. */
type Where = { readonly day: string; readonly country: string; readonly seat: string | null };
const eu = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
const bound = eu.filter((state) => state !== 'DK');
const eio = bound.filter((state) => state !== 'IE');
const limits: readonly (readonly [string, RegExp, (where: Where) => boolean])[] = [
  [
    'European orders',
    /2023\/1543|European (?:Production|Preservation) Order|Annex III|(?<!ETS 185\) )Art\. (?:5\(4\)|8\(2\)|16|17)\b|decentralised/u,
    ({ day, country }) => day >= '2026-08-18' && bound.includes(country),
  ],
  ['D.Lgs. 215/2025', /215/u, ({ day, country }) => day >= '2026-08-18' && country === 'IT'],
  ['Italian law', /D\.Lgs|c\.p\.p|L\. 167|between Italy|GIP|Ministry of Justice|Polizia Postale/u, ({ country }) => country === 'IT'],
  ['D.L. 132/2021', /132\/2021/u, ({ day }) => day >= '2021-09-30'],
  ['the British agreement', /Overseas Production|ten by another/u, ({ day, country, seat }) => day >= '2022-10-03' && country === 'GB' && seat === 'US'],
  ['the Australian agreement', /international production/iu, ({ day, country, seat }) => day >= '2024-01-31' && country === 'AU' && seat === 'US'],
  [
    'executive agreements',
    /2523|\(b\)\(9\)|agreement with the United States/u,
    ({ day, country, seat }) => seat === 'US' && ((country === 'GB' && day >= '2022-10-03') || (country === 'AU' && day >= '2024-01-31')),
  ],
  ['US law', /U\.S\.C\.|US law|FBI legal|Office of International Affairs|probable cause/u, ({ seat }) => seat === 'US'],
  ['18 U.S.C. § 3512', /3512/u, ({ day }) => day >= '2009-10-19'],
  ['the US–EU agreement', /US–EU/u, ({ day, country, seat }) => day >= '2010-02-01' && eu.includes(country) && seat === 'US'],
  ['DSA', /2022\/2065/u, ({ day, country }) => day >= '2024-02-17' && eu.includes(country)],
  ['TERREG', /2021\/784/u, ({ day, country }) => day >= '2022-06-07' && eu.includes(country)],
  ['the police directive', /2016\/680/u, ({ day, country }) => day >= '2018-05-06' && eu.includes(country)],
  ['the exchange directive', /2023\/977/u, ({ day, country }) => day >= '2024-12-12' && bound.includes(country)],
  ['the investigation order', /2014\/41/u, ({ day, country, seat }) => day >= '2017-05-22' && eio.includes(country) && seat !== null && eio.includes(seat)],
  ['CETS 224', /CETS 224|Second Additional/u, () => false],
  ['the UN Convention', /UN Convention/u, () => false],
  ['the FBI notice', /FBI notice/u, ({ day }) => day >= '2024-11-04'],
  [
    'Budapest Art. 29, 31, 35 between the two',
    /ETS 185\) Art\. (?:29|31|35)/u,
    ({ day, country, seat }) => country !== 'IE' && seat !== 'RU' && (country !== 'IT' || day >= '2008-10-01'),
  ],
];
const countries = ['IT', 'FR', 'IE', 'DK', 'GB', 'AU', 'CH', 'US', 'CA'];
const days = ['2007-06-01', '2016-04-15', '2018-03-22', '2022-10-02', '2022-10-03', '2024-01-30', '2024-02-18', '2026-08-17', '2026-08-18', '2026-11-24'];
const chosen = [...['facebook', 'signal', 'hetzner', 'vk'].map((id) => providers.find((one) => one.id === id) ?? null), null];
const emergencies = ['now', 'none', 'ended'] as const;

describe('what is not in force is never named', () => {
  test.each(countries)('to somebody who acts for %s, on no day and towards no provider, in basis, reason, caveat, channel or clock', (country) => {
    const faults = new Set<string>();
    for (const [turn, day] of days.entries())
      for (const provider of chosen)
        for (const [index, type] of replyTypeIds.entries()) {
          const emergency = emergencies[(index + turn) % 3] ?? 'none';
          const where = { day, country, seat: provider?.seat ?? null };
          const steps = stepsOf(
            {
              isProviderReply: true,
              replyTypes: [type],
              match: null,
              provider,
              case: {
                emergency,
                dataCategories: ['subscriber', 'traffic', 'content'],
                offence: index % 2 ? { terrorism: true } : { maxYears: 1 },
                suspectResidesIn: 'SY',
              },
              profile: { country, role: index % 3 ? 'prosecutor' : 'police' },
              now: `${day}T12:00:00Z`,
            },
            deciding,
            'en',
          );
          for (const step of steps) {
            const lines = [
              step.title,
              step.reason,
              step.channel ?? '',
              step.clock ?? '',
              step.clockEnds ?? '',
              ...step.needs,
              ...step.caveats,
              ...step.legalBasis.map(({ instrument, article }) => `${instrument} ${article}`),
            ];
            for (const [what, words, holds] of limits)
              for (const line of lines)
                if (words.test(line) && !holds(where))
                  faults.add(`${what} named on ${day} for ${country} towards ${where.seat ?? 'an unknown seat'} in ${step.id}: “${line}”.`);
          }
        }
    expect([...faults]).toEqual([]);
  });

  test('every step but “nothing to do” rests on something, has a reason, and a due date with an offset where it has a clock', () => {
    const faults = new Set<string>();
    for (const country of countries)
      for (const provider of chosen)
        for (const type of replyTypeIds)
          for (const emergency of emergencies)
            for (const step of stepsOf(
              {
                isProviderReply: true,
                replyTypes: [type],
                match: null,
                provider,
                case: { emergency },
                profile: { country, role: 'police' },
                now: '2026-11-24T12:00:00Z',
              },
              deciding,
              'it',
            )) {
              if (step.legalBasis.length === 0) faults.add(`${step.id} rests on nothing for ${country}.`);
              if (step.reason.length < 20) faults.add(`${step.id} has no reason.`);
              if (step.clock && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/u.test(step.due ?? ''))
                faults.add(`${step.id} has a clock but no date with an offset: ${step.due}.`);
            }
    expect([...faults]).toEqual([]);
  });
});
