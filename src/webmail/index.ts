import { demo } from './demo';
import { generic } from './generic';
import { gmail } from './gmail';
import { horde } from './horde';
import { outlook } from './outlook';
import { owa } from './owa';
import { pecWebmails } from './pec-webmails';
import { proton } from './proton';
import { roundcube } from './roundcube';
import { snappymail } from './snappymail';
import { sogo } from './sogo';
import type { Webmail } from './webmail';
import { yahoo } from './yahoo';
import { zimbra } from './zimbra';
import { zimbraModern } from './zimbra-modern';

/** Every webmail that is known, in the order in which they are tried; the last one fits every page. */
export const webmails: readonly Webmail[] = [
  demo,
  roundcube,
  outlook,
  owa,
  sogo,
  horde,
  zimbraModern,
  zimbra,
  yahoo,
  proton,
  snappymail,
  gmail,
  ...pecWebmails,
  generic,
];

/**
 * The webmail of a page: by its host; else the one whose landmark stands first in the page, so that a mail which carries the landmarks of
 * another webmail can't pass for it (a mail's text comes after the page around it).
 */
export function webmailOfPage(doc: Document, url: URL): Webmail {
  const hosted = webmails.find((one) => one.isHost?.(url.hostname));
  // A provider of certified mail may run an engine that is known.
  if (hosted?.findMark) return hosted;
  let best: { readonly webmail: Webmail; readonly mark: Element } | undefined;
  for (const webmail of webmails) {
    const mark = webmail.findMark?.(doc);
    if (!mark) continue;
    const before = !best || (mark.ownerDocument === best.mark.ownerDocument ? (best.mark.compareDocumentPosition(mark) & 2) !== 0 : mark.ownerDocument === doc);
    if (before) best = { webmail, mark };
  }
  return best?.webmail ?? hosted ?? generic;
}
