import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { inTwoLanguages } from '../core/writing/bilingual';
import type { Assessment, Draft, Finding } from '../core/assessment';
import type { Case, Profile } from '../core/case';
import { mailKey, movesOf, type MailMove } from '../core/case/moves';
import { timeline } from '../core/case/timeline';
import { asOverlay, type Overlay } from '../core/directory/overlay';
import type { StepId } from '../core/ids';
import type { Message } from '../core/message';
import { threadKey } from '../core/thread';
import { asLetterPack, type LetterPack } from '../core/writing/letters';
import { sayIn, uiLanguageFor, type UiKey, type UiValues } from '../data/ui';
import { type ReportAnswer, type TabState } from '../wire/calls';
import { asReplay, replayKey, type Replay } from '../wire/replay';
import { asProfile, asSettings, correctionsKey, defaultSettings, joinsKey, lettersKey, profileKey, settingsKey, type Settings } from '../wire/settings';
import { caseMemory, noCase } from './case-memory';
import { caseNeighbours, wholeFacts } from './case-neighbours';
import type { Engine } from './engine';
import type { Host } from './host';
import { ownLetterOf, remarksOn, stepsFor, type OwnLetter } from './own-letter';
import { gravestFirst } from './severity';

export type Status = { readonly tone: 'ok' | 'warn' | 'bad'; readonly key: UiKey; readonly values?: UiValues };
export type View = 'advice' | 'form' | 'review' | 'draft';

const memo = <T>(make: () => T) => computed(make);

/** The panel's whole state: signals that follow the tab, what is computed from them, and the few facts that it stores. */
export function createStore(
  host: Host,
  engine: Engine,
  boot: { readonly browserLanguage: string; readonly now: () => string; readonly language?: 'en' | 'it' },
) {
  const loaded = signal(false);
  const tab = signal<TabState | null>(null);
  const imported = signal<Message | null>(null);
  const profile = signal<Profile | undefined>(undefined);
  const office = computed(() => asProfile(profile.value));
  const settings = signal<Settings>(defaultSettings);
  const chosen = signal<string | undefined>(undefined);
  const view = signal<View>('advice');
  const step = signal<StepId | undefined>(undefined);
  const edited = signal<{ readonly of: string; readonly subject: string; readonly text: string } | null>(null);
  const draftChoice = signal<string | undefined>(undefined);
  /** A second language for the same letter, below the first. */
  const secondLanguage = signal<string | undefined>(undefined);
  /** Another letter than the step's own, chosen by the person. */
  const letter = signal<string | undefined>(undefined);
  const letters = signal<LetterPack>({});
  /** The office's corrections of the directory; the engine has them already. */
  const corrections = signal<Overlay>([]);
  const status = signal<Status | null>(null);
  const canUndo = signal(false);
  const proof = signal(0);
  /** The answer to put the cursor in when the form opens. */
  const focusOn = signal<string | null>(null);
  /** Remarks that the person does not want for a mail: its compose box and the rule. */
  const silenced = signal<ReadonlySet<string>>(new Set());
  const clock = signal(boot.now());
  const asOfMail = signal(false);
  const replay = signal<Replay | null>(null);
  const memory = caseMemory(host, {
    thread: () => thread.value,
    provider: () => sender.value?.id ?? null,
    moves: () => moves.value,
    open: () => ({
      key: message.value ? mailKey(message.value) : '',
      replyTypes: reading.value?.replyTypes.map(({ type }) => type) ?? [],
      references: reading.value?.facts.references.map(({ text }) => text) ?? [],
    }),
    settings: () => settings.value,
    replay: () => replay.value,
    now: () => clock.value,
  });
  const { facts, events, answers, received } = memory;
  const neighbours = caseNeighbours(host, memory.record);

  const language = memo(() => boot.language ?? uiLanguageFor(settings.value.language, boot.browserLanguage));
  const say = memo(() => sayIn(language.value));
  const zone = memo(() => profile.value?.timeZone || Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
  const message = memo<Message | null>(() => imported.value ?? tab.value?.shown?.message ?? null);
  const fingerprint = memo(() => (imported.value ? `imported:${imported.value.id}:${imported.value.text.length}` : (tab.value?.shown?.fingerprint ?? '')));
  const doubts = memo(() => (imported.value ? [] : (tab.value?.shown?.doubts ?? [])));
  const mailDay = memo(() => replay.value?.now ?? message.value?.date);
  const now = memo(() => (asOfMail.value && mailDay.value ? mailDay.value : clock.value));
  const old = memo(() => {
    const date = mailDay.value;
    return date !== undefined && Date.parse(clock.value) - Date.parse(date) > 300 * 86_400_000;
  });

  const receivedAt = memo(() => (message.value ? received.value[mailKey(message.value)] : undefined));
  const run = (given: Case): Assessment | Error | null => {
    const mail = message.value;
    void corrections.value;
    if (!mail) return null;
    try {
      return engine.assess(mail, {
        now: now.value,
        language: language.value,
        case: given,
        ...(office.value ? { profile: office.value } : {}),
        ...(receivedAt.value ? { received: receivedAt.value } : {}),
        ...(settings.value.heuristics ? { heuristics: settings.value.heuristics } : {}),
        ...(chosen.value ? { provider: chosen.value } : {}),
      });
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };
  // Which thread it is must be known before its case can be: a first reading, without one, says who wrote.
  const reading = memo(() => {
    const first = run(noCase);
    return first && !(first instanceof Error) ? first : null;
  });
  const own = memo<OwnLetter | null>(() => (message.value ? ownLetterOf(message.value, reading.value, office.value, engine) : null));
  const sender = memo(() => own.value?.to ?? reading.value?.provider ?? null);
  const thread = memo(() => (message.value ? threadKey(sender.value?.id ?? null, message.value.subject) : ''));
  const moves = memo<readonly MailMove[]>(() =>
    message.value
      ? movesOf(
          message.value,
          own.value ? own.value.to : sender.value,
          (engine.provider(sender.value?.id)?.domains ?? []).filter(({ usersToo }) => !usersToo).map(({ domain }) => domain),
          own.value !== null,
        )
      : [],
  );
  const ball = memo(() => {
    const stored = [...events.value, ...neighbours.joined.value.flatMap(({ events: theirs }) => theirs)].filter(({ what }) => what === 'message');
    // The bar tells the story up to the mail that is open; later ones belong to the later mail.
    const upTo = asOfMail.value ? now.value : clock.value;
    return timeline([...new Map([...stored, ...moves.value].map((move) => [move.key, move])).values()], upTo, zone.value);
  });
  /** What is known of the case, the threads joined to it included. */
  const whole = memo<Case>(() => wholeFacts(facts.value, neighbours.joined.value));
  const known = memo<Case>(() => ({
    ...whole.value,
    ...(whole.value.firstRequest === undefined && ball.value.first !== undefined ? { firstRequest: ball.value.first } : {}),
    flags: { ...settings.value.flags, ...whole.value.flags },
  }));
  const result = memo(() => run(known.value));
  const assessment = memo<Assessment | null>(() => {
    const found = result.value;
    if (!found || found instanceof Error) return null;
    if (!own.value) return found;
    const context = { now: now.value, language: language.value, case: known.value, ...(office.value ? { profile: office.value } : {}) };
    return { ...found, provider: own.value.to ?? found.provider, nextSteps: stepsFor(own.value, found, context, engine, say.value) };
  });
  const trouble = memo(() => (result.value instanceof Error ? result.value.message : null));
  const provider = memo(() => (void corrections.value, engine.provider(assessment.value?.provider?.id)));
  const lookalike = memo(() => assessment.value?.provider?.trust === 'lookalike');
  const first = memo(() => assessment.value?.nextSteps[0]);
  const active = memo(() => assessment.value?.nextSteps.find(({ id }) => id === step.value) ?? first.value);
  const proofs = memo(() => gravestFirst(assessment.value?.replyTypes ?? []).flatMap(({ type, evidence }) => evidence.map((piece) => ({ ...piece, type }))));
  const draftLanguage = memo(() => draftChoice.value ?? assessment.value?.language ?? 'en');

  const compose = (id: StepId | undefined, given = answers.value, template?: string): Draft | string | null => {
    const seen = assessment.value;
    const mail = message.value;
    if (!seen || !mail || !id || lookalike.value || id === 'none' || id === 'wait') return null;
    try {
      const wish = {
        step: id,
        message: mail,
        assessment: seen,
        case: known.value,
        answers: given,
        language: draftLanguage.value,
        now: now.value,
        letters: letters.value,
        ...(template ? { template } : {}),
        ...(office.value ? { profile: office.value } : {}),
      };
      const second = secondLanguage.value;
      const one = engine.compose(wish);
      const made = second && second !== wish.language ? inTwoLanguages(one, engine.compose({ ...wish, language: second })) : one;
      // A step without a letter gives an empty draft.
      return made.text === '' ? null : made;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  const composed = memo(() => compose(active.value?.id, answers.value, letter.value));
  const draft = memo(() => (composed.value && typeof composed.value === 'object' ? composed.value : null));
  /** Every fact that the person must give for this letter, given already or not. */
  const needed = memo(() => {
    const bare = compose(active.value?.id, {}, letter.value);
    return bare && typeof bare === 'object' ? bare.missing : [];
  });
  /** Remarks on the letter of our own that is open. */
  const remarks = memo<readonly Finding[]>(() =>
    own.value && message.value
      ? remarksOn(
          message.value,
          own.value,
          { now: now.value, case: known.value, language: language.value, ...(office.value ? { profile: office.value } : {}) },
          engine,
        )
      : [],
  );
  const draftKey = memo(() => `${fingerprint.value}|${active.value?.id ?? ''}|${letter.value ?? ''}|${draftLanguage.value}|${secondLanguage.value ?? ''}`);

  const readTab = async () => {
    let [state, day] = await Promise.all([host.readTab(), host.get('session', replayKey)]);
    if (!state) {
      // The page may have been read before anybody listened: ask it once.
      const report = (await host.send({ type: 'report' })) as ReportAnswer | undefined;
      if (report) state = { shown: report.shown, compose: report.compose, findings: [] };
    }
    const told = asReplay(day);
    const another = told?.now !== replay.value?.now;
    batch(() => {
      if (another) {
        replay.value = told;
        asOfMail.value = told !== null;
      }
      tab.value = state;
      loaded.value = true;
    });
    if (another) await memory.follow();
  };
  const readSettings = async () => {
    const [office, choices, own, corrected] = await Promise.all(
      [profileKey, settingsKey, lettersKey, correctionsKey].map(async (key) => host.get('local', key)),
    );
    batch(() => {
      corrections.value = asOverlay(corrected);
      engine.correct?.(corrections.value);
      letters.value = asLetterPack(own, new Set(engine.letters));
      profile.value = asProfile(office);
      settings.value = asSettings(choices);
    });
  };

  // Another step has a letter of its own.
  effect(() => {
    void step.value;
    letter.value = undefined;
  });
  // Another mail of the same thread is another move in it.
  effect(() => {
    const key = thread.value;
    void fingerprint.value;
    void key;
    untracked(() => void memory.follow().then(neighbours.look));
  });
  let shownBefore = '';
  effect(() => {
    const key = fingerprint.value;
    if (key === shownBefore) return;
    shownBefore = key;
    batch(() => {
      view.value = 'advice';
      step.value = undefined;
      edited.value = null;
      proof.value = 0;
      chosen.value = undefined;
      asOfMail.value = replay.peek() !== null;
      status.value = null;
      canUndo.value = false;
      draftChoice.value = undefined;
      secondLanguage.value = undefined;
      letter.value = undefined;
    });
  });

  host.onTab(() => void readTab());
  host.onLocal((keys) => {
    void memory.hear(keys).then(() => (keys.some((key) => key === joinsKey || key.startsWith('case:')) ? neighbours.look() : undefined));
    if ([profileKey, settingsKey, lettersKey, correctionsKey].some((key) => keys.includes(key))) void readSettings();
  });

  return {
    host,
    engine,
    loaded,
    tab,
    imported,
    profile,
    settings,
    chosen,
    facts,
    events,
    answers,
    view,
    step,
    edited,
    draftChoice,
    secondLanguage,
    letter,
    corrections,
    status,
    canUndo,
    proof,
    focusOn,
    silenced,
    clock,
    asOfMail,
    language,
    say,
    zone,
    message,
    doubts,
    fingerprint,
    now,
    mailDay,
    replay,
    own,
    office,
    sender,
    remarks,
    old,
    thread,
    ball,
    known,
    whole,
    received,
    neighbours,
    assessment,
    trouble,
    provider,
    lookalike,
    first,
    active,
    proofs,
    draftLanguage,
    composed,
    draft,
    needed,
    draftKey,
    compose,
    tick: () => void (clock.value = boot.now()),
    start: async () => {
      await readSettings();
      await readTab();
    },
    setFacts: memory.setFacts,
    setReceived: memory.setReceived,
    addEvent: memory.addEvent,
    setProfile: (change: Partial<Profile>) => {
      profile.value = { country: '', role: 'prosecutor', ...profile.value, ...change };
      if (asProfile(profile.value)) void host.set('local', profileKey, profile.value);
    },
    setAnswer: memory.setAnswer,
    tell: (tone: Status['tone'], key: UiKey, values?: UiValues) => void (status.value = values ? { tone, key, values } : { tone, key }),
  };
}

export type Store = ReturnType<typeof createStore>;
