import { clearEvidence, showEvidence } from './evidence';
import { inserting } from './inserting';
import { showFindings } from './overlay';
import { markRows } from './row-marks';

/**
 * What most pages never need: writing into a compose box, marks of evidence, remarks on a draft, marks on rows. The extension brings it into
 * a page the first time that something is to be written or shown there, and it is handed over by the world that our scripts share and the
 * page can't reach.
 */
const rest = { inserting, showEvidence, clearEvidence, showFindings, markRows };
export type OnDemand = typeof rest;

(globalThis as { __rogatoryOnDemand?: OnDemand }).__rogatoryOnDemand ??= rest;
