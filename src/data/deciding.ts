import type { DecidingBook, DecidingText, Flag, Row, Source, Step, Threshold } from './schema/deciding';
import countries from './countries.json';
import holidays from './holidays.json';
import settings from './settings.json';
import caveats from './caveats.json';
import signals from './signals.json';
import signing from './signing.json';

const sources = import.meta.glob<Source>('./sources/*.json', { eager: true, import: 'default' });
const steps = import.meta.glob<Step>('./steps/*.json', { eager: true, import: 'default' });
const flags = import.meta.glob<Flag>('./flags/*.json', { eager: true, import: 'default' });
const rows = import.meta.glob<Row>('./rows/*.json', { eager: true, import: 'default' });
const thresholds = import.meta.glob<Threshold>('./thresholds/*.json', { eager: true, import: 'default' });
const texts = import.meta.glob<DecidingText>('./lang/*/deciding.json', { eager: true, import: 'default' });

/** The provider's own test first: it is the one that is applied. */
const thresholdOrder = ['provider', 'us-2702', 'ev-3', 'ev-5-4', 'ev-8-2', 'bud-29', 'it-132'];

/** What may follow an answer, on which basis, by when; what the law was on which day. */
export const deciding: DecidingBook = {
  sources: Object.values(sources),
  steps: Object.values(steps),
  flags: Object.values(flags),
  rows: Object.values(rows).toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true })),
  thresholds: Object.values(thresholds).toSorted((a, b) => thresholdOrder.indexOf(a.id) - thresholdOrder.indexOf(b.id)),
  signals,
  caveats: caveats as DecidingBook['caveats'],
  signing: signing as DecidingBook['signing'],
  settings,
  holidays,
  countries: countries as DecidingBook['countries'],
  texts: Object.fromEntries(Object.entries(texts).map(([path, file]) => [path.split('/')[2] ?? '', file])),
};
