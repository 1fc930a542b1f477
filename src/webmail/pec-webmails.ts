import { findComposers } from './composers';
import { accountOf, readUnknown } from './landmarks';
import type { Webmail } from './webmail';

const hosts: Readonly<Record<string, RegExp>> = {
  aruba: /^(?:webmail\.pec\.it|webmail(?:domini)?\.aruba\.it|[\w-]+\.webmailpec\.it)$/u,
  legalmail: /^(?:webmail\.infocert\.it|m\.legalmail\.infocert\.it|webmail\.legalmail\.it)$/u,
  namirial: /^webmail\.sicurezzapostale\.it$/u,
  poste: /^(?:mail|webmail)\.postecert\.it$/u,
};

/**
 * The webmails of Italian providers of certified mail. Nobody has seen their pages from inside: a known engine under them is
 * recognised before, all else is read without knowledge, open shadow roots included; the mail inside the envelope is preferred.
 */
export const pecWebmails: readonly Webmail[] = Object.entries(hosts).map(([id, host]) => ({
  id,
  isHost: (name) => host.test(name),
  readOpenMessages: (doc) => readUnknown(doc, accountOf(doc)),
  findComposers: (doc) => findComposers(doc),
  account: (doc) => accountOf(doc),
}));
