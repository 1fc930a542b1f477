import { batch, signal } from '@preact/signals';
import type { Case, Instant } from '../core/case';
import type { MailMove } from '../core/case/moves';
import type { ReplyTypeId } from '../core/ids';
import { hash } from '../core/thread';
import { answersKey, caseKey } from '../wire/calls';
import type { Replay } from '../wire/replay';
import type { Settings } from '../wire/settings';
import { asForgotten, forgottenKey, type CaseEvent, type StoredCase } from '../wire/stored-case';
import type { Host } from './host';
import { lastFormKey, type LastForm } from './last-form';

type Answers = Readonly<Record<string, string>>;
type Kept = { readonly answers: Answers; readonly at: string };
/** What the panel knows when a thread is loaded or kept; read at every use. */
export type CaseWorld = {
  /** Key of the open mail's thread; empty when no mail is open. */
  thread(): string;
  provider(): string | null;
  moves(): readonly MailMove[];
  /** The open mail itself, with what it says. */
  open(): { readonly key: string; readonly replyTypes: readonly ReplyTypeId[]; readonly references: readonly string[] };
  settings(): Settings;
  replay(): Replay | null;
  now(): Instant;
};

export const noCase: Case = { emergency: 'unknown' };
/** Most events, most references that are kept of one thread. */
const most = 500;
const mostReferences = 20;

/**
 * The few facts of a case, what happened in it, and the answers that the person typed, remembered for each thread. What is said
 * while a thread is still being read from the store wins over what the store held.
 */
export function caseMemory(host: Host, world: CaseWorld) {
  const facts = signal<Case>(noCase);
  const events = signal<readonly CaseEvent[]>([]);
  const answers = signal<Answers>({});
  const references = signal<readonly string[]>([]);
  const received = signal<Readonly<Record<string, Instant>>>({});
  /** The person had this case forgotten: it is kept again only when they say something about it. */
  let forgotten = false;
  let loaded = '';
  let loading: { readonly key: string; facts: Partial<Case>; answers: Answers; events: readonly CaseEvent[] } | undefined;
  let replayed: string | undefined;

  const merge = (past: readonly CaseEvent[]): readonly CaseEvent[] => {
    const all = new Map(past.map((event) => [`${event.what}|${event.key}`, event]));
    const open = world.open();
    for (const { at, by, key } of world.moves())
      if (!all.has(`message|${key}`))
        all.set(`message|${key}`, { at, by, what: 'message', key, ...(key === open.key && open.replyTypes.length > 0 ? { replyTypes: open.replyTypes } : {}) });
    return [...all.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(-most);
  };
  const save = async () => {
    const key = world.thread();
    // A case that is still being read is kept once it is whole.
    if (key === '' || key !== loaded) return;
    forgotten = false;
    await host.set('local', caseKey(key), record(key));
  };
  const record = (key: string): StoredCase => ({
    threadKey: key,
    provider: world.provider(),
    facts: facts.value,
    events: events.value,
    ...(references.value.length > 0 ? { references: references.value } : {}),
    ...(Object.keys(received.value).length > 0 ? { received: received.value } : {}),
    updatedAt: world.now(),
  });
  /** Keeps what the mails themselves told; not of a case that the person had forgotten. */
  const saveQuietly = async () => {
    if (!forgotten) await save();
  };
  /** What the person says themselves brings a forgotten case back. */
  const saveSaid = async () => {
    if (forgotten)
      await host.set(
        'session',
        forgottenKey,
        asForgotten(await host.get('session', forgottenKey)).filter((key) => key !== world.thread()),
      );
    await save();
  };
  const withReferences = (past: readonly string[]) => [...new Set([...past, ...world.open().references])].slice(0, mostReferences);
  const bare = () => {
    facts.value = noCase;
    events.value = [];
    answers.value = {};
    references.value = [];
    received.value = {};
  };
  const saveAnswers = () => {
    const key = world.thread();
    if (key === '' || key !== loaded) return;
    void host.set('session', answersKey(key), answers.value);
    if (Object.values(answers.value).some((value) => value.trim() !== ''))
      void host.set('session', lastFormKey, { thread: key, answers: answers.value } satisfies LastForm);
    if (world.settings().keepAnswers) void host.set('local', answersKey(key), { answers: answers.value, at: world.now() } satisfies Kept);
  };
  /** What the file knew on a day that is told again; once for each day, so that the person can still say otherwise. */
  const replayFacts = (): Partial<Case> => {
    const day = world.replay();
    const told = `${world.thread()} ${day?.now}`;
    if (!day || told === replayed) return {};
    replayed = told;
    return day.facts ?? {};
  };

  /** Brings the memory to the open mail: another thread is read from the store, another mail of the same thread is a move in it. */
  const follow = async (): Promise<void> => {
    const key = world.thread();
    if (key === '') {
      loaded = '';
      loading = undefined;
      batch(bare);
      return;
    }
    if (key === loaded) {
      const before = events.value;
      const told = replayFacts();
      batch(() => {
        facts.value = { ...facts.value, ...told };
        answers.value = { ...world.replay()?.answers, ...answers.value };
        events.value = merge(before);
        references.value = withReferences(references.value);
      });
      if (world.provider() !== null && (events.value.length > before.length || Object.keys(told).length > 0)) await saveQuietly();
      return;
    }
    if (loading?.key === key) return;
    loaded = '';
    const mine = { key, facts: {}, answers: {}, events: [] };
    loading = mine;
    batch(bare);
    const [stored, live, kept, gone] = await Promise.all([
      host.get('local', caseKey(key)),
      host.get('session', answersKey(key)),
      host.get('local', answersKey(key)),
      host.get('session', forgottenKey),
    ]);
    if (loading !== mine) return;
    const past = stored as StoredCase | undefined;
    const saved = kept as Kept | undefined;
    const fresh = saved && Date.parse(world.now()) - Date.parse(saved.at) < world.settings().keepDays * 86_400_000;
    if (saved && !fresh) void host.remove('local', answersKey(key));
    const said = mine as NonNullable<typeof loading>;
    loaded = key;
    loading = undefined;
    forgotten = past === undefined && asForgotten(gone).includes(key);
    batch(() => {
      facts.value = { ...(past?.facts ?? noCase), ...replayFacts(), ...said.facts };
      events.value = merge([...(past?.events ?? []), ...said.events]);
      references.value = withReferences(past?.references ?? []);
      received.value = past?.received ?? {};
      answers.value = { ...world.replay()?.answers, ...((live as Answers | undefined) ?? (fresh ? saved.answers : {})), ...said.answers };
    });
    if (Object.keys(said.answers).length > 0) saveAnswers();
    const news = events.value.length > (past?.events.length ?? 0) || references.value.length > (past?.references?.length ?? 0) || world.replay() !== null;
    if (world.provider() === null) return;
    if (Object.keys(said.facts).length > 0) await saveSaid();
    else if (news) await saveQuietly();
  };

  const happen = (happened: readonly CaseEvent[]) => {
    if (loading) loading.events = [...loading.events, ...happened];
    events.value = [...events.value, ...happened];
  };

  /** The page of cases can end the emergency of the thread that is open here, or have it forgotten: it is told, and not said otherwise at the next save. */
  const hear = async (keys: readonly string[]): Promise<void> => {
    const key = loaded;
    if (key === '' || !keys.includes(caseKey(key))) return;
    const stored = (await host.get('local', caseKey(key))) as StoredCase | undefined;
    if (key !== loaded) return;
    if (stored === undefined && asForgotten(await host.get('session', forgottenKey)).includes(key)) {
      forgotten = true;
      batch(() => {
        bare();
        events.value = merge([]);
      });
      return;
    }
    if (stored?.facts.emergency !== 'ended') return;
    const known = new Set(events.value.map((event) => event.key));
    const news = stored.events.filter((event) => event.what === 'emergency-ended' && !known.has(event.key));
    if (news.length === 0) return;
    batch(() => {
      facts.value = { ...facts.value, emergency: 'ended' };
      events.value = [...events.value, ...news];
    });
  };

  return {
    facts,
    events,
    received,
    hear,
    /** The open thread as it would be kept; null while none is known. */
    record: (): StoredCase | null => {
      const key = world.thread();
      return key === '' ? null : record(key);
    },
    setReceived: (mail: string, at: Instant | undefined) => {
      const { [mail]: _before, ...rest } = received.value;
      received.value = at === undefined ? rest : { ...rest, [mail]: at };
      void saveSaid();
    },
    answers,
    follow,
    setFacts: (change: Partial<Case>) => {
      const before = facts.value;
      if (loading) loading.facts = { ...loading.facts, ...change };
      facts.value = { ...before, ...change };
      const at = world.now();
      const news: CaseEvent[] = [];
      if (change.emergency === 'ended' && before.emergency !== 'ended') news.push({ at, by: 'us', what: 'emergency-ended', key: hash(`emergency-ended${at}`) });
      if (change.preservation?.state === 'confirmed' && before.preservation?.state !== 'confirmed')
        news.push({ at, by: 'provider', what: 'hold-confirmed', key: hash(`hold-confirmed${at}`) });
      happen(news);
      void saveSaid();
    },
    addEvent: (event: CaseEvent) => {
      happen([event]);
      void saveSaid();
    },
    setAnswer: (key: string, value: string) => {
      if (loading) loading.answers = { ...loading.answers, [key]: value };
      answers.value = { ...answers.value, [key]: value };
      saveAnswers();
    },
  };
}
