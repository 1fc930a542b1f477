// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { nextSteps } from '../src/core/deciding/next-steps';
import { deciding } from '../src/data/deciding';
import { providers } from '../src/data/providers';
import { sayIn } from '../src/data/ui';
import { StepDetails } from '../src/panel/step-details';

const say = sayIn('en');
afterEach(() => render(null, document.body));

describe('what a step rests on', () => {
  const whatsapp = providers.find(({ id }) => id === 'whatsapp') ?? null;
  const [first] = nextSteps(
    {
      isProviderReply: true,
      replyTypes: ['jurisdiction_refusal'],
      replies: [{ type: 'jurisdiction_refusal', score: 0.9, evidence: [{ start: 0, end: 8, text: 'use MLAT' }] }],
      match: null,
      provider: whatsapp,
      case: { emergency: 'now', dataCategories: ['subscriber'] },
      profile: { country: 'IT', role: 'police' },
      now: '2026-11-24T09:00:00+01:00',
    },
    deciding,
    'en',
  ).nextSteps;

  test('opens on each article: own words, link, dates, how far it was checked; the row, what would change it, who validates', () => {
    if (!first) throw new Error('No step.');
    render(<StepDetails step={first} say={say} now="2026-11-24T09:00:00+01:00" zone="Europe/Rome" />, document.body);
    const [article] = document.querySelectorAll('.basis details');
    expect(article?.querySelector('summary')?.textContent).toContain('Regulation (EU) 2023/1543 Art. 10');
    expect(article?.textContent).toContain('eight hours in an emergency');
    expect(article?.textContent).toContain('in force since 18 Aug 2026');
    expect(article?.textContent).toContain('read in the primary text');
    expect(article?.querySelector('a')?.getAttribute('href')).toContain('eur-lex.europa.eu');
    expect(document.body.textContent).toContain('D2');
    expect(document.body.textContent).toContain('No danger: European Preservation Order first.');
    expect(document.body.textContent).toContain('the prosecutor validates within 48 hours');
    expect(document.body.textContent).toContain('8 hours from receipt by the addressee, by law (time of Europe/Rome)');
    expect(document.body.textContent).toContain('any other establishment in the Union');
  });
});
