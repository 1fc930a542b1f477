import type { Message } from '../core/message';
import type { PanelToContent, TabState } from '../wire/calls';

export type Area = 'local' | 'session';

/** What the panel needs of the browser; the tests hand in another one. */
export type Host = {
  /** The state of the tab that the panel is bound to, or follows; null while nothing is known of it. */
  readTab(): Promise<TabState | null>;
  /** Keeps a draft for the reply page that is about to load. */
  writePending(pending: NonNullable<TabState['pending']> | null): Promise<void>;
  /** The tab, or what is stored about it, changed. */
  onTab(listener: () => void): void;
  /** Keys that changed in the local area. */
  onLocal(listener: (keys: readonly string[]) => void): void;
  send(order: PanelToContent): Promise<unknown>;
  /** Everything that is kept in an area, by key. */
  all(area: Area): Promise<Readonly<Record<string, unknown>>>;
  get(area: Area, key: string): Promise<unknown>;
  set(area: Area, key: string, value: unknown): Promise<void>;
  remove(area: Area, key: string): Promise<void>;
  copy(text: string, html?: string): Promise<boolean>;
  origin(): Promise<string | undefined>;
  /** Asks for one site; call it in the handler of a click, with an origin that is already known. */
  requestSite(origin: string): Promise<boolean>;
  readFile(bytes: Uint8Array, name: string): Promise<Message>;
  readPasted(text: string): Promise<Message>;
  openOptions(): Promise<void>;
};
