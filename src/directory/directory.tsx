import { useMemo, useState } from 'preact/hooks';
import type { UiLanguage } from '../core/ids';
import type { Provider } from '../data/schema/provider';
import { searchProviders, type DirectoryFilter } from '../core/directory/search';
import { withCorrection, withoutCorrection, type Overlay } from '../core/directory/overlay';
import { Comparison } from './comparison';
import { CorrectionsFile } from './corrections-file';
import { ProviderCard } from './provider-card';
import { directoryWords } from '../data/directory-words';

const filters: readonly DirectoryFilter[] = ['all', 'emergency', 'preservation', 'eu', 'stale'];

type Props = {
  readonly providers: readonly Provider[];
  readonly language: UiLanguage;
  /** ISO date, for what has gone stale. */
  readonly today: string;
  readonly open: string | null;
  readonly beside: string | null;
  /** The office's corrections as they were kept. */
  readonly corrections: Overlay;
  /** Who corrects on this machine; empty when the office entered no name. */
  readonly author: string;
  readonly host: DirectoryHost;
};
export type DirectoryHost = {
  readonly keep: (overlay: Overlay) => void;
  /** Hands a file to the browser's download. */
  readonly save: (text: string, name: string) => void;
};

/** The page: a list to search, a card, and a comparison of two cards. */
export function Directory({ providers, language, today, open, beside, corrections, author, host }: Props) {
  const say = useMemo(() => directoryWords(language), [language]);
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState<DirectoryFilter>('all');
  const [chosen, choose] = useState<string | null>(open);
  const [second, chooseSecond] = useState<string | null>(beside);
  const [overlay, setOverlay] = useState(corrections);
  const keep = (changed: Overlay) => {
    setOverlay(changed);
    host.keep(changed);
  };
  const corrector = {
    author,
    today,
    correct: (one: Overlay[number]) => keep(withCorrection(overlay, one)),
    remove: (fact: Pick<Overlay[number], 'provider' | 'row'>) => keep(withoutCorrection(overlay, fact)),
  };
  const found = searchProviders(providers, words, filter, today);
  const provider = providers.find(({ id }) => id === chosen) ?? null;
  const other = providers.find(({ id }) => id === second) ?? null;

  const show = (id: string | null, next: string | null = null) => {
    choose(id);
    chooseSecond(next);
    document.getElementById('main')?.focus();
    scrollTo({ top: 0 });
  };

  return (
    <div class={provider ? 'page has-card' : 'page'}>
      <header class="top">
        <h1>{say('title')}</h1>
        <p>{say('intro')}</p>
      </header>
      <nav class="list" aria-label={say('title')}>
        <label for="words">{say('search')}</label>
        <input id="words" type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} autocomplete="off" />
        <label for="filter">{say('filter')}</label>
        <select id="filter" value={filter} onChange={(event) => setFilter(event.currentTarget.value as DirectoryFilter)}>
          {filters.map((name) => (
            <option key={name} value={name}>
              {say(name)}
            </option>
          ))}
        </select>
        <p role="status" class="quiet">
          {found.length > 0 ? say('found', { count: found.length, total: providers.length }) : say('foundNone')}
        </p>
        <ul>
          {found.map((one) => (
            <li key={one.id}>
              <button type="button" aria-current={one.id === chosen ? 'true' : undefined} onClick={() => show(one.id)}>
                {one.name}
                {one.status === 'retired' && <span class="quiet"> · {say('retired')}</span>}
                {overlay.some(({ provider: id }) => id === one.id) && <span class="quiet"> · {say('correctedMark')}</span>}
              </button>
            </li>
          ))}
        </ul>
        <CorrectionsFile overlay={overlay} keep={keep} save={host.save} say={say} />
      </nav>
      <main id="main" tabIndex={-1}>
        {provider && (
          <>
            <div class="tools">
              <button type="button" class="back" onClick={() => show(null)}>
                {say('back')}
              </button>
              <label for="second">{say('compare')}</label>
              <select id="second" value={second ?? ''} onChange={(event) => chooseSecond(event.currentTarget.value || null)}>
                <option value="">{say('compareNone')}</option>
                {relatives(provider, providers).map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name} · {say('family')}
                  </option>
                ))}
                {searchProviders(providers, '', 'all', today)
                  .filter((one) => one !== provider && !relatives(provider, providers).includes(one))
                  .map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name}
                    </option>
                  ))}
              </select>
              <button type="button" onClick={() => print()}>
                {say('print')}
              </button>
            </div>
            {other ? (
              <Comparison left={provider} right={other} overlay={overlay} say={say} />
            ) : (
              <ProviderCard provider={provider} overlay={overlay} corrector={corrector} say={say} today={today} />
            )}
          </>
        )}
      </main>
    </div>
  );
}

/** Parent, subsidiaries and sisters. */
function relatives(provider: Provider, all: readonly Provider[]): readonly Provider[] {
  const parent = provider.parent?.id;
  return all.filter((one) => one !== provider && (one.id === parent || one.parent?.id === provider.id || (parent && one.parent?.id === parent)));
}
