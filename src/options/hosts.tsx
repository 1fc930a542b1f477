import { useState } from 'preact/hooks';
import type { Say } from '../data/ui';
import type { OptionsBrowser, Tell } from './options';

/** Webmails with a host of their own; the others are recognised on any host that the person allows. */
export const known: readonly { readonly name: string; readonly patterns: string[] }[] = [
  { name: 'Gmail', patterns: ['https://mail.google.com/*'] },
  { name: 'Outlook (Microsoft 365)', patterns: ['https://outlook.office.com/*', 'https://outlook.office365.com/*', 'https://outlook.cloud.microsoft/*'] },
  { name: 'Outlook.com', patterns: ['https://outlook.live.com/*'] },
  { name: 'Yahoo Mail', patterns: ['https://mail.yahoo.com/*'] },
  { name: 'AOL Mail', patterns: ['https://mail.aol.com/*'] },
  { name: 'Proton Mail', patterns: ['https://mail.proton.me/*'] },
  { name: 'Aruba PEC', patterns: ['https://webmail.pec.it/*'] },
  { name: 'Legalmail (InfoCert)', patterns: ['https://webmail.infocert.it/*'] },
  { name: 'Namirial PEC', patterns: ['https://webmail.sicurezzapostale.it/*'] },
  { name: 'PosteCert', patterns: ['https://webmail.postecert.it/*', 'https://mail.postecert.it/*'] },
];

/** The mail sites that may be read, allowed one by one. */
export function Hosts({ browser, granted, say, tell }: { browser: OptionsBrowser; granted: readonly string[]; say: Say; tell: Tell }) {
  const [open, setOpen] = useState(granted);
  const [own, setOwn] = useState('');
  const refresh = async () => setOpen(await browser.grantedOrigins());
  const allow = async (patterns: string[]) => {
    if (await browser.requestOrigins(patterns)) tell('options.saved');
    else tell('options.hosts.refused');
    await refresh();
  };
  const remove = async (patterns: string[]) => {
    await browser.removeOrigins(patterns);
    tell('options.saved');
    await refresh();
  };
  const add = () => {
    const pattern = patternOf(own);
    if (!pattern) return tell('options.hosts.bad');
    setOwn('');
    void allow([pattern]);
  };
  const others = open.filter((pattern) => !known.some(({ patterns }) => patterns.includes(pattern)));
  const rows = [...known, ...others.map((pattern) => ({ name: pattern.replace(/\/\*$/u, ''), patterns: [pattern] }))];
  return (
    <section class="card" aria-labelledby="hosts">
      <h2 id="hosts">{say('options.hosts')}</h2>
      <p class="soft">{say('options.hosts.help')}</p>
      <ul class="flat hosts">
        {rows.map(({ name, patterns }) => {
          const on = patterns.every((pattern) => open.includes(pattern));
          return (
            <li key={name}>
              <span>
                {name} <span class="soft">· {say(on ? 'options.hosts.on' : 'options.hosts.off')}</span>
              </span>
              <button
                type="button"
                class="button second small"
                aria-label={`${say(on ? 'options.hosts.remove' : 'options.hosts.allow')}: ${name}`}
                onClick={() => void (on ? remove(patterns) : allow(patterns))}
              >
                {say(on ? 'options.hosts.remove' : 'options.hosts.allow')}
              </button>
            </li>
          );
        })}
      </ul>
      <form
        class="row"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label class="field">
          <span>{say('options.hosts.own')}</span>
          <input type="url" value={own} placeholder="https://" onInput={({ currentTarget }) => setOwn(currentTarget.value)} />
        </label>
        <button type="submit" class="button second">
          {say('options.hosts.add')}
        </button>
      </form>
    </section>
  );
}

/** The match pattern of one site, or undefined for what is no http(s) address. A port can't be part of a pattern. */
export function patternOf(address: string): string | undefined {
  try {
    const { protocol, hostname } = new URL(/^https?:\/\//iu.test(address.trim()) ? address.trim() : `https://${address.trim()}`);
    return hostname.includes('.') || hostname === 'localhost' ? `${protocol}//${hostname}/*` : undefined;
  } catch {
    return undefined;
  }
}
