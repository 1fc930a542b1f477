import { batch, signal } from '@preact/signals';
import type { Case } from '../core/case';
import { asJoins, firmer, joinedCases, likelySame } from '../core/case/join';
import { joinsKey } from '../wire/settings';
import { storedCases, type CaseEvent, type StoredCase } from '../wire/stored-case';
import type { Host } from './host';

/** The other threads of the open case: those that the person joined to it, and those that carry the same reference and may belong to it. */
export function caseNeighbours(host: Host, own: () => StoredCase | null) {
  const joined = signal<readonly StoredCase[]>([]);
  const likely = signal<readonly StoredCase[]>([]);
  /** Threads that the person said do not belong together, until the panel is opened anew. */
  const refused = new Set<string>();
  let turn = 0;

  const look = async (): Promise<void> => {
    const mine = ++turn;
    const me = own();
    if (!me) {
      batch(() => {
        joined.value = [];
        likely.value = [];
      });
      return;
    }
    const stored = await host.all('local');
    if (mine !== turn) return;
    const cases = storedCases(stored).filter(({ threadKey }) => threadKey !== me.threadKey);
    const group = joinedCases<CaseEvent, StoredCase>([me, ...cases], asJoins(stored[joinsKey])).find(({ threads }) => threads.includes(me));
    const members = group?.threads.filter((one) => one !== me) ?? [];
    batch(() => {
      joined.value = members;
      likely.value = likelySame(
        me,
        cases.filter((one) => !members.includes(one) && !refused.has(`${me.threadKey} ${one.threadKey}`)),
      );
    });
  };

  return {
    joined,
    likely,
    look,
    /** Makes one case of the open thread and another. */
    join: async (other: string): Promise<void> => {
      const me = own();
      if (!me) return;
      const joins = asJoins(await host.get('local', joinsKey));
      await host.set('local', joinsKey, { ...joins, [other]: me.threadKey });
      await look();
    },
    refuse: (other: string) => {
      refused.add(`${own()?.threadKey ?? ''} ${other}`);
      likely.value = likely.value.filter(({ threadKey }) => threadKey !== other);
    },
  };
}

/** The open thread's facts, completed by those of the threads joined to it: the firmer hold, the earliest request, danger where it was said. */
export function wholeFacts(facts: Case, joined: readonly StoredCase[]): Case {
  return joined.reduce<Case>((whole, { facts: other }) => {
    const firstRequest = [whole.firstRequest, other.firstRequest].filter((date) => date !== undefined).toSorted()[0];
    const preservation = firmer(whole.preservation, other.preservation);
    const emergency = whole.emergency === 'unknown' ? other.emergency : whole.emergency;
    return { ...other, ...whole, emergency, ...(firstRequest ? { firstRequest } : {}), ...(preservation ? { preservation } : {}) };
  }, facts);
}
