import type { Provider } from './schema/provider';

const files = import.meta.glob<Provider>('./providers/*.json', { eager: true, import: 'default' });

/** Every provider of the directory, in order of id. */
export const providers: readonly Provider[] = Object.keys(files)
  .sort()
  .map((path) => files[path] as Provider);
