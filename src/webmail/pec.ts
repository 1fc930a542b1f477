import { addressesIn } from './address';
import { readableText } from './readable-text';
import type { OpenMessage } from './webmail';

const envelope = /^\s*(?:posta certificata|anomalia messaggio)\s*:/iu;
const notice = /il messaggio originale\s+(?:è|e['’`]?)\s+(?:incluso|allegato)/iu;
const behalf = /per conto di:?\s{0,9}(?:"\s{0,9})?([^\s"<>,;\\]{1,64}@[^\s"<>,;\\]{1,200})/iu;
const sentBy = /(?:è|e['’`]?)\s+stat[oa]\s+inviat[oa]\s+da\s{0,9}(?:"\s{0,9})?(?:"?[^"<\n]{0,120}<)?([^\s"<>,;\\]{1,64}@[^\s"<>,;\\]{1,200})/iu;
const innerParts = '.message-part, .mimePartData, .mailer_mailcontent, .mimePartBase, .message-htmlpart, .sg-mail-part';

/**
 * Prefers the mail inside a certified one (PEC): the provider's notice says who sent it, the mail itself stands below. Leaves
 * everything as it is when it isn't one, or when notice and envelope name different people (then the sender is in doubt).
 */
export function innerMail(open: OpenMessage): OpenMessage {
  const { message, body } = open;
  const head = message.text.slice(0, 6000);
  const isNotice = notice.test(head);
  const named = behalf.exec(message.from.name)?.[1] ?? behalf.exec(callbackText(body))?.[1];
  if (!isNotice && !envelope.test(message.subject) && !named) return open;
  const claims = [...new Set([named, isNotice ? sentBy.exec(head)?.[1] : undefined].flatMap((one) => (one ? [one.toLowerCase()] : [])))];
  const sender = claims.length === 1 ? claims[0] : undefined;
  const part = isNotice ? lastPart(body) : undefined;
  const inner = part ? readableText(part) : undefined;
  const innerSubject = isNotice && inner ? subjectBefore(part!) : '';
  // An ordinary mail can quote such a notice; only the envelope's own words make it one.
  if (
    !envelope.test(message.subject) &&
    !named &&
    !(isNotice && sender && /\bposta[- ]certificata@|@(?:[\w-]+\.)*(?:pec|legalmail|postecert|sicurezzapostale)\b/iu.test(message.from.email))
  )
    return open;
  const doubts = new Set(open.doubts);
  if (!sender) doubts.add('sender');
  return {
    ...open,
    ...(part && inner ? { body: part } : {}),
    ...(doubts.size > 0 ? { doubts: [...doubts] } : {}),
    message: {
      ...message,
      from: sender ? { name: '', email: sender } : claims.length > 1 ? { name: message.from.name, email: '' } : message.from,
      subject: innerSubject && !envelope.test(message.subject) ? innerSubject : message.subject,
      ...(inner ? { text: inner.text, marks: inner.marks } : {}),
    },
  };
}

/** Roundcube shows the envelope's address without its name; the name is in the call that would add it to the address book. */
function callbackText(body: Element): string {
  const link = body.ownerDocument.querySelector('.header.from .rcmaddcontact, .header-summary .rcmaddcontact');
  return (link?.getAttribute('onclick') ?? '').slice(0, 500);
}

/** The last part below the notice that holds running text and is no certificate data. */
function lastPart(body: Element): Element | undefined {
  const parts = [...body.querySelectorAll(innerParts)].filter((one) => !one.parentElement?.closest(innerParts) || one.matches('.mimePartData'));
  return parts.findLast((one) => {
    const { text } = readableText(one);
    return text.length > 20 && !notice.test(text) && !/^<\?xml|<postacert/iu.test(text) && addressesIn(text).length < text.length / 20;
  });
}

/** The subject in the header that Roundcube draws above an enclosed mail. */
function subjectBefore(part: Element): string {
  for (let node = part.previousElementSibling; node; node = node.previousElementSibling)
    if (node.matches('.message-partheaders')) return node.querySelector('.header.subject')?.textContent?.trim() ?? '';
  return '';
}
