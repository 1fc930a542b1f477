import type { Message } from '../../core/message';
import { bareSubject } from '../../core/thread';
import type { Composer } from '../webmail';

/** The compose box that is meant: the one in use, the one that answers this mail, or the only one; never a guess between two. */
export function chooseComposer(composers: readonly Composer[], message?: Message): Composer | 'none' | 'several' {
  if (composers.length === 0) return 'none';
  const used = composers.filter(isFocused);
  if (used.length === 1 && used[0]) return used[0];
  if (composers.length === 1 && composers[0]) return composers[0];
  const fits = message
    ? composers.filter(
        ({ to, subject }) =>
          to.some(({ email }) => email !== '' && email === message.from.email) ||
          (bareSubject(subject) !== '' && bareSubject(subject) === bareSubject(message.subject)),
      )
    : [];
  return fits.length === 1 && fits[0] ? fits[0] : 'several';
}

/** True when the caret is in this box, in whatever frame or shadow root it lies. */
function isFocused({ body }: Composer): boolean {
  let active: Element | null = body.ownerDocument.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const whole = body.tagName === 'BODY' && body.ownerDocument.defaultView !== window.top && active === body.ownerDocument.documentElement;
  if (!active || !(whole || active === body || body.contains(active))) return false;
  // A frame keeps its active element when the focus is elsewhere: the frame itself must be the active one, up to the page.
  for (let view = body.ownerDocument.defaultView; view && view !== view.parent; view = view.parent as Window & typeof globalThis)
    if (view.frameElement !== view.parent.document.activeElement) return false;
  return true;
}
