import type { OnDemand } from '../on-demand/index.iife';
import { tellExtension } from '../platform/page-browser';

/** What most pages never need, where it is in the page already. */
export function loadedOnDemand(): OnDemand | undefined {
  return (globalThis as { __rogatoryOnDemand?: OnDemand }).__rogatoryOnDemand;
}

/** What most pages never need; the extension brings it into the page the first time. Undefined where it can't. */
export async function onDemand(): Promise<OnDemand | undefined> {
  if (!loadedOnDemand()) await tellExtension({ type: 'rest-wanted' });
  return loadedOnDemand();
}
