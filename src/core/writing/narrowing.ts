import type { Provider } from '../../data/schema/provider';
import type { Instant } from '../case';
import type { DataCategory } from '../ids';
import { momentOf } from '../deadlines';
import { fold } from '../reading/normalise';
import { shown, type Phrases } from './imminence';

/** Kinds of data that a request can name; `grows` ones need a period. Order: from what identifies to what reveals. */
export const narrowItems = [
  { id: 'registration', category: 'subscriber', grows: false },
  { id: 'contact', category: 'subscriber', grows: false },
  { id: 'payment', category: 'subscriber', grows: false },
  { id: 'last-seen', category: 'identification', grows: false },
  { id: 'ip-log', category: 'identification', grows: true },
  { id: 'device', category: 'traffic', grows: false },
  { id: 'location', category: 'traffic', grows: true },
  { id: 'partners', category: 'traffic', grows: true },
  { id: 'contacts-list', category: 'content', grows: false },
  { id: 'content', category: 'content', grows: true },
] as const satisfies readonly { readonly id: string; readonly category: DataCategory; readonly grows: boolean }[];
export type NarrowId = (typeof narrowItems)[number]['id'];

export type NarrowChoice = { readonly items: readonly NarrowId[]; /** Wall times of the zone. */ readonly from?: string; readonly to?: string };
export type NarrowOffer = {
  readonly id: NarrowId;
  readonly category: DataCategory;
  readonly grows: boolean;
  /** `no`: the provider is known not to hold it, or not in readable form. */
  readonly held: 'may' | 'no';
  /** Key of the reason. */
  readonly why?: 'end-to-end';
};

/** What may be asked of this provider: without what it is known not to hold. Source: the directory's fact on encryption. */
export function narrowOffers(provider: Pick<Provider, 'endToEndEncrypted'> | undefined): readonly NarrowOffer[] {
  return narrowItems.map((item) =>
    item.id === 'content' && provider?.endToEndEncrypted === true ? { ...item, held: 'no', why: 'end-to-end' } : { ...item, held: 'may' },
  );
}

const named: Readonly<Record<NarrowId, RegExp>> = {
  registration: /registra|inscri|registr|anmeld|iscri|alta|subscriber|abbonat|abonn|abonad|bestandsdaten/u,
  contact: /e-?mail|phone|telefon|telephone|courriel|correo|numero/u,
  payment: /payment|billing|pagament|paiement|zahlung|pago|fattur|factur/u,
  'last-seen': /last seen|last login|ultimo accesso|derniere connexion|letzte anmeldung|ultima conexion/u,
  'ip-log': /\bip\b|log|access|conness|connex|conex|verbindung/u,
  device: /device|dispositiv|appareil|gerat/u,
  location: /location|posizion|localis|standort|ubicacion/u,
  partners: /contacted|traffic|traffico|trafic|verkehrs|trafico|tabulat/u,
  'contacts-list': /contact list|contacts|contatti|kontakte|contactos|rubrica/u,
  content: /content|messag|contenut|contenu|inhalt|nachricht|mensaje|contenido|chat/u,
};

/** The items that a first answer names already; registration and connection data when it names none (as "all data" does). */
export function narrowFirst(answer: string, provider: Pick<Provider, 'endToEndEncrypted'> | undefined): readonly NarrowId[] {
  const folded = fold(answer.slice(0, 4000));
  const open = narrowOffers(provider).filter(({ held }) => held === 'may');
  const found = open.filter(({ id }) => named[id].test(folded)).map(({ id }) => id);
  return found.length > 0 ? found : ['registration', 'last-seen', 'ip-log'];
}

/**
 * The narrowed request in the letter's language: items in words, a period for those that grow. `gaps`: what is still missing,
 * `items` or `period`. Never names an item that was not chosen or that the provider does not hold.
 */
export function tellNarrowed(
  choice: NarrowChoice,
  provider: Pick<Provider, 'endToEndEncrypted'> | undefined,
  place: { readonly zone: string; readonly language: string; readonly now: Instant },
  phrases: Phrases,
): { readonly text: string; readonly gaps: readonly ('items' | 'period')[] } {
  const offers = narrowOffers(provider).filter(({ id, held }) => held === 'may' && choice.items.includes(id));
  const from = choice.from ? momentOf(choice.from, place.zone) : '';
  const to = choice.to ? momentOf(choice.to, place.zone) : '';
  const grows = offers.some((offer) => offer.grows);
  const whole = from !== '' && to !== '' && Date.parse(from) < Date.parse(to);
  const gaps = [...(offers.length > 0 ? [] : ['items' as const]), ...(grows && !whole ? ['period' as const] : [])];
  if (offers.length === 0) return { text: '', gaps };
  const period = whole ? ` ${(phrases['narrow.period'] ?? '').replace('{from}', () => shown(from, place)).replace('{to}', () => shown(to, place))}` : '';
  const still = offers.filter((offer) => !offer.grows).map(({ id }) => phrases[`narrow.${id}`] ?? id);
  const growing = offers.filter((offer) => offer.grows).map(({ id }) => phrases[`narrow.${id}`] ?? id);
  const parts = [...still, ...(growing.length > 0 ? [`${growing.join(', ')}${period}`] : [])];
  return { text: `${parts.join('; ')}. ${phrases['narrow.only'] ?? ''}`.trim(), gaps };
}
