import { describe, expect, test } from 'vitest';
import { followUps, joinFollowUps } from '../src/core/writing/follow-ups';
import { readIdentifiers } from '../src/core/writing/identifier-clinic';
import { nextContact, tellImminence } from '../src/core/writing/imminence';
import { lintDraft } from '../src/core/writing/lint-draft';
import { narrowFirst, narrowItems, narrowOffers, tellNarrowed } from '../src/core/writing/narrowing';
import { book } from '../src/data';

const { fixes } = book.writing;
const place = { now: '2016-04-20T09:00:00+02:00', zone: 'Europe/Rome', language: 'en' };
const whatsapp = book.providers.find(({ id }) => id === 'whatsapp');

describe('the builder of imminence', () => {
  test('looks ahead from a rhythm of fifteen days, and says that it is computed', () => {
    expect(nextContact({ lastContact: '2016-04-12T22:00', rhythm: 15 }, place.now, place.zone)?.at).toBe('2016-04-27T22:00:00+02:00');
    const { statements, text } = tellImminence({ lastContact: '2016-04-12T22:00', rhythm: 15 }, place, fixes['en'] ?? {});
    expect(statements).toEqual([{ id: 'rhythm', text: expect.stringContaining('27 April 2016 at 22:00 (UTC+02:00)'), computed: true }]);
    expect(text).toContain('(computed)');
  });
  test('skips contacts that have passed, and needs a rhythm that is one', () => {
    expect(nextContact({ lastContact: '2016-02-01T10:00', rhythm: 15 }, place.now, place.zone)?.at).toBe('2016-05-01T10:00:00+02:00');
    expect(nextContact({ lastContact: '2016-04-12', rhythm: 0 }, place.now, place.zone)).toBeUndefined();
    expect(nextContact({ rhythm: 15 }, place.now, place.zone)).toBeUndefined();
    expect(nextContact({ lastContact: '2014-04-12', rhythm: 15 }, place.now, place.zone), 'a rhythm that ended long ago').toBeUndefined();
    expect(nextContact({ lastContact: 'soon', rhythm: 15 }, place.now, place.zone)).toBeUndefined();
  });
  test('tells facts as facts, what is left and how old it is as computed, what is missing as a gap', () => {
    const told = tellImminence(
      {
        act: 'an attack on churchgoers.',
        victim: 'the faithful in the cathedral',
        from: '2016-04-20T18:00',
        basis: 'interception',
        basisAt: '2016-04-19T21:00',
      },
      place,
      fixes['en'] ?? {},
    );
    expect(told.statements.map(({ id, computed }) => [id, computed])).toEqual([
      ['act', false],
      ['victim', false],
      ['at', false],
      ['left', true],
      ['basis-at', false],
      ['age-hours', true],
    ]);
    expect(told.text).toContain('9 hours remain');
    expect(told.text).toContain('12 hours old');
    expect(told.gaps).toEqual([]);
    expect(tellImminence({}, place, fixes['en'] ?? {})).toEqual({ statements: [], text: '', gaps: ['act', 'victim', 'window', 'basis'] });
  });
  test.each(['en', 'it', 'fr', 'de', 'es'])('writes sentences that the check of drafts takes for a deadline with its zone, in %s', (language) => {
    const { text } = tellImminence(
      { act: 'x', from: '2026-11-25T18:00', basis: 'y' },
      { ...place, now: '2026-11-24T09:00:00+01:00', language },
      fixes[language] ?? {},
    );
    expect(text).not.toMatch(/[{}]/u);
    expect(text).toContain('UTC+01:00');
  });
});

describe('the identifier clinic', () => {
  const read = (text: string, country?: string) => readIdentifiers(text, country).map(({ kind, clean, ok, notes }) => ({ kind, clean, ok, notes }));
  test('makes phones international', () => {
    expect(read('call 347 555 0101 or +44 7700 900118', 'IT')).toEqual([
      { kind: 'phone', clean: '+393475550101', ok: true, notes: ['made-international'] },
      { kind: 'phone', clean: '+447700900118', ok: true, notes: [] },
    ]);
  });
  test('reads what a scanner made of a number or an address', () => {
    expect(read('+39 34O 555 OlOI', 'IT')).toEqual([{ kind: 'phone', clean: '+393405550101', ok: true, notes: ['ocr-mended'] }]);
    expect(read('john.doe (at) gmail.com')).toEqual([{ kind: 'email', clean: 'john.doe@gmail.com', ok: true, notes: ['ocr-mended'] }]);
  });
  test('finds what is hidden', () => {
    expect(read('profile +39 *** and g.ver*****@gmail.com').map(({ kind, ok }) => [kind, ok])).toEqual([
      ['masked', false],
      ['masked', false],
    ]);
  });
  test('takes the handle or the number out of a link', () => {
    expect(read('https://www.instagram.com/anna.b/?hl=it and https://www.facebook.com/profile.php?id=100012345678 and https://vm.tiktok.com/ZM1234/')).toEqual([
      { kind: 'handle', clean: '@anna.b', ok: true, notes: ['handle-from-url'] },
      { kind: 'user-id', clean: '100012345678', ok: true, notes: ['id-from-url'] },
      { kind: 'url', clean: 'https://vm.tiktok.com/ZM1234/', ok: false, notes: ['short-link'] },
    ]);
  });
  test('wants port, time and zone of an address on the net', () => {
    expect(read('93.44.12.8')).toEqual([{ kind: 'ip', clean: '93.44.12.8', ok: false, notes: ['ip-without-port', 'ip-without-time'] }]);
    expect(read('93.44.12.8 port 51234, 24 November 2026 at 18:04:11')[0]?.notes).toEqual(['time-without-zone']);
    expect(read('93.44.12.8:51234, 24 November 2026 18:04 UTC')[0]).toEqual({ kind: 'ip', clean: '93.44.12.8:51234', ok: true, notes: [] });
    expect(read('192.168.1.7')[0]?.notes).toContain('ip-private');
    expect(read('999.1.1.1')).toEqual([]);
  });
  test('finds nothing in plain words, and ends on a long text', () => {
    expect(read('The hearing is on Thursday.')).toEqual([]);
    expect(read('+39 '.repeat(20_000)).length).toBeLessThanOrEqual(100);
  });
});

describe('the narrowing wizard', () => {
  test('leaves out what the provider can’t read', () => {
    expect(narrowOffers(whatsapp).find(({ id }) => id === 'content')).toMatchObject({ held: 'no', why: 'end-to-end' });
    expect(narrowFirst('all data, messages included', whatsapp)).not.toContain('content');
    const { text } = tellNarrowed({ items: ['content', 'registration'] }, whatsapp, place, fixes['en'] ?? {});
    expect(text).toBe('registration data. Nothing else is requested.');
  });
  test('starts from what the answer names, or from what is given most easily', () => {
    expect(narrowFirst('tutti i dati', whatsapp)).toEqual(['registration', 'last-seen', 'ip-log']);
    expect(narrowFirst('log degli indirizzi IP e dati di registrazione', whatsapp)).toEqual(['registration', 'ip-log']);
  });
  test('wants a period for what grows', () => {
    expect(tellNarrowed({ items: ['ip-log'] }, whatsapp, place, fixes['en'] ?? {}).gaps).toEqual(['period']);
    const told = tellNarrowed({ items: ['registration', 'ip-log'], from: '2016-04-10', to: '2016-04-20' }, whatsapp, place, fixes['en'] ?? {});
    expect(told.gaps).toEqual([]);
    expect(told.text).toContain('from 10 April 2016 at 00:00 (UTC+02:00) to 20 April 2016');
  });
  test.each(['en', 'it', 'fr', 'de', 'es'])('writes what the check of drafts finds neither too broad nor without dates, in %s', (language) => {
    const every = narrowItems.filter(({ id }) => id !== 'content').map(({ id }) => id);
    const { text } = tellNarrowed({ items: every, from: '2026-11-10', to: '2026-11-20' }, whatsapp, { ...place, language }, fixes[language] ?? {});
    expect(text).not.toMatch(/[{}]/u);
    const ask = { en: 'We request: ', it: 'Si chiedono: ', fr: 'Nous demandons : ', de: 'Wir bitten um: ', es: 'Solicitamos: ' }[language] ?? '';
    const found = lintDraft(
      { id: 'n', to: [{ name: '', email: 'whatsapplec@zwillgen.com' }], cc: [], subject: '12/26', text: `${ask}${text}`, attachments: [] },
      { now: '2026-11-24T09:00:00Z' },
      book,
      'en',
    ).map(({ rule }) => rule);
    expect(found).not.toContain('overbroad_scope');
    expect(found).not.toContain('date_range_missing');
    expect(found).not.toContain('content_from_e2ee');
  });
});

describe('follow-ups', () => {
  test('ask for what an answer leaves open, and nothing of an empty one', () => {
    expect(followUps({})).toEqual([]);
    expect(followUps({ imminence: 'tomorrow evening' }).map(({ ask }) => ask)).toEqual(['hour', 'source', 'unknown']);
    expect(followUps({ imminence: 'tomorrow at 21:00' }).map(({ ask }) => ask)).toEqual(['zone', 'source', 'unknown']);
    expect(followUps({ data_requested: 'IP log' }).map(({ ask }) => ask)).toEqual(['period']);
    expect(followUps({ data_requested: 'IP log from 1 to 10 May 2026' })).toEqual([]);
    expect(followUps({ identifier: '93.44.12.8' }).map(({ id }) => id)).toEqual(['identifier..ip-time']);
  });
  test('are joined to the answer that raised them, once, and forgotten with it', () => {
    const answers = { imminence: 'tomorrow at 21:00 UTC', 'imminence..source': 'a witness', 'nature..means': 'a rifle' };
    expect(joinFollowUps(answers, fixes['en'] ?? {})).toEqual({ imminence: 'tomorrow at 21:00 UTC\nHow it is known: a witness.' });
  });
});
