import type { ProviderMatch } from '../core/assessment';
import type { Store } from './store';

const signs = { listed: '✓', unlisted: '?', lookalike: '!' } as const;

/** Who wrote, and how far that can be trusted. */
export function Header({ store }: { store: Store }) {
  const say = store.say.value;
  const seen = store.assessment.value;
  const match = seen?.provider ?? null;
  const from = store.message.value?.from;
  const sender = from?.email || from?.name || '';
  const own = store.own.value;
  const name = own ? say('own.name') : match ? (store.provider.value?.name ?? match.id) : say('header.unknown');
  const line = own
    ? own.to
      ? say('own.to', { provider: store.provider.value?.name ?? own.to.id })
      : say('own.elsewhere')
    : match
      ? wayText(match)
      : sender
        ? say('header.from', { sender })
        : say('header.nosender');

  function wayText({ matchedBy, domain }: ProviderMatch): string {
    if (matchedBy === 'counsel') return say('header.counsel', { domain });
    if (matchedBy === 'domain') return domain;
    return domain ? say('header.text.domain', { domain }) : say('header.text');
  }

  return (
    <header
      data-testid="provider"
      data-provider={match?.id ?? ''}
      data-trust={match?.trust ?? ''}
      data-mail={store.message.value?.id ?? ''}
      data-asof={store.now.value}
    >
      <div class="initial" aria-hidden="true">
        {match ? (store.provider.value?.name ?? name).slice(0, 1).toUpperCase() : '?'}
      </div>
      <div class="who">
        <h1>{name}</h1>
        <p>{line}</p>
        {seen?.forwardedBy ? <p>{say('header.forwarded', { sender: seen.forwardedBy.email || seen.forwardedBy.name })}</p> : null}
      </div>
      {match && !own ? (
        <span class={`trust ${match.trust}`} title={say(`trust.${match.trust}.why`)}>
          <span aria-hidden="true">{signs[match.trust]}</span> {say(`trust.${match.trust}`)}
        </span>
      ) : null}
    </header>
  );
}
