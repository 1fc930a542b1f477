import type { FactRow } from '../core/directory/facts';
import { correctedFacts, type Overlay, type ShownFact } from '../core/directory/overlay';
import { isStale } from '../core/directory/search';
import type { Provider } from '../data/schema/provider';
import { CorrectableFact, type Corrector } from './correctable-fact';
import { ConfidenceMark } from './fact-values';
import type { Say } from '../data/directory-words';

const glance: readonly FactRow[] = [
  'emergencyChannel',
  'emergencyContacts',
  'emergencyTerm',
  'designation',
  'emergencyStandard',
  'emergencyQuestions',
  'preservationDays',
  'preservationChannel',
  'userNotice',
  'euAddressee',
];

type Props = { readonly provider: Provider; readonly overlay: Overlay; readonly corrector: Corrector; readonly say: Say; readonly today: string };

/** All that is known of one provider: the emergency procedure first, then every fact, contacts, sources, gaps. */
export function ProviderCard({ provider, overlay, corrector, say, today }: Props) {
  const facts = correctedFacts(provider, overlay);
  return (
    <article class="card">
      <header>
        <h2>{provider.name}</h2>
        <p class="quiet">
          {[provider.parent?.name, provider.status === 'retired' ? say('retired') : undefined].filter(Boolean).join(' · ')}
          {provider.parent || provider.status === 'retired' ? ' · ' : ''}
          {say('checked', { date: say.date(provider.checkedOn) })}
        </p>
        {isStale(provider, today) && <p class="stale">{say('staleMark', { date: say.date(provider.reviewBy) })}</p>}
      </header>
      <section class="glance" aria-labelledby="glance">
        <h3 id="glance">{say('glance')}</h3>
        <Rows rows={glance.flatMap((row) => facts.filter((fact) => fact.row === row))} provider={provider.id} corrector={corrector} say={say} />
      </section>
      <section aria-labelledby="all">
        <h3 id="all">{say('card')}</h3>
        <Rows rows={facts.filter(({ row }) => !glance.includes(row))} provider={provider.id} corrector={corrector} say={say} />
      </section>
      {provider.contacts.length > 0 && (
        <section aria-labelledby="contacts">
          <h3 id="contacts">{say('contacts')}</h3>
          <ul class="values">
            {provider.contacts.map((contact) => (
              <li key={`${contact.type} ${contact.value}`} class={contact.status === 'superseded' ? 'old' : undefined}>
                <code>{contact.value}</code>
                {contact.status === 'superseded' && <span class="mark">{say('superseded')}</span>}
                {contact.status === 'unknown' && <span class="mark">{say('statusUnknown')}</span>}
                <ConfidenceMark confidence={contact.confidence} say={say} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {provider.entities.length > 0 && (
        <section aria-labelledby="companies">
          <h3 id="companies">{say('companies')}</h3>
          <ul class="values">
            {provider.entities.map((entity) => (
              <li key={entity.name}>
                {[entity.name, entity.country, entity.address].filter(Boolean).join(', ')}
                <ConfidenceMark confidence={entity.confidence} say={say} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {provider.gaps.length > 0 && (
        <section aria-labelledby="gaps">
          <h3 id="gaps">{say('gaps')}</h3>
          <ul class="values">
            {provider.gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="sources">
        <h3 id="sources">{say('sources')}</h3>
        <ul class="values quiet">
          {provider.sources.map((source) => (
            <li key={source.ref}>{[source.ref, source.date].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}

type RowsProps = { readonly rows: readonly ShownFact[]; readonly provider: string; readonly corrector: Corrector; readonly say: Say };

function Rows({ rows, provider, corrector, say }: RowsProps) {
  return (
    <dl>
      {rows.map((fact) => (
        <div key={`${provider} ${fact.row}`}>
          <dt>{say.row(fact.row)}</dt>
          <dd>
            <CorrectableFact fact={fact} provider={provider} corrector={corrector} say={say} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
