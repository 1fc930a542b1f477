import { useLayoutEffect } from 'preact/hooks';
import { Advice } from './advice';
import { DraftView } from './draft-view';
import { EmptyState } from './empty-state';
import { Header } from './header';
import { casesPage, handOverFacts, papersPage } from './open-papers';
import { QuestionnaireForm } from './questionnaire-form';
import { askForPage, ReportPage } from './report-page';
import { StatusLine } from './status-line';
import type { Store } from './store';

/** The directory, open at the provider's entry where one is known. */
function directoryOf(store: Store): string {
  const entry = store.provider.value?.id;
  return `../directory/index.html?lang=${store.language.value}${entry ? `&p=${encodeURIComponent(entry)}` : ''}`;
}

/** The panel: one column, the same order in every state. */
export function App({ store }: { store: Store }) {
  const say = store.say.value;
  const open = store.message.value !== null;
  const view = store.view.value;
  // Before the focus moves: a new view starts at its top.
  useLayoutEffect(() => scrollTo(0, 0), [view]);
  return (
    <div class="panel">
      {open ? <Header store={store} /> : null}
      <main>
        {!store.loaded.value ? <p class="soft">{say('app.loading')}</p> : null}
        {store.loaded.value && !open ? <EmptyState store={store} /> : null}
        {open && view === 'advice' ? <Advice store={store} /> : null}
        {open && (view === 'form' || view === 'review') ? <QuestionnaireForm store={store} /> : null}
        {open && view === 'draft' ? <DraftView store={store} /> : null}
        <ReportPage store={store} />
      </main>
      <StatusLine store={store} />
      <footer>
        <span>{say('footer.local')}</span>
        <span>{say('footer.advice')}</span>
        <a class="plain" href={directoryOf(store)} target="_blank">
          {say('header.directory')}
        </a>
        {open && store.assessment.value ? (
          <a class="plain" href={papersPage} target="_blank" data-testid="open-papers" onClick={() => void handOverFacts(store)}>
            {say('header.papers')}
          </a>
        ) : null}
        <a
          class="plain"
          href={`${casesPage}?lang=${store.language.value}${open && store.thread.value ? `&case=${store.thread.value}` : ''}`}
          target="_blank"
          data-testid="open-cases"
        >
          {say('header.cases')}
        </a>
        <button type="button" class="plain" data-testid="problem-open" onClick={() => void askForPage(store)}>
          {say('problem.open')}
        </button>
        <button type="button" class="plain" onClick={() => void store.host.openOptions()}>
          {say('footer.settings')}
        </button>
      </footer>
    </div>
  );
}
