/** Numbers of what a case is made of; each counts `1 / sqrt(how many)`. */
export type Case = { readonly traits: Int32Array; readonly yes: boolean; readonly cost: number };
export type Model = { readonly weights: Float32Array; readonly bias: number };

const rounds = 60;
const nearEnough = 0.02;

/** The same shuffle every time. */
export function shuffle(items: Int32Array, length: number, seed: number): void {
  let state = seed >>> 0;
  for (let index = length - 1; index > 0; index--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (index + 1);
    const kept = items[index] ?? 0;
    items[index] = items[other] ?? 0;
    items[other] = kept;
  }
}

/**
 * A linear classifier with squared hinge loss, by coordinate descent in the dual with shrinking (Hsieh and others, 2008). The same cases give
 * the same weights.
 */
export function separate(cases: readonly Case[], traits: number): Model {
  const weights = new Float32Array(traits);
  let bias = 0;
  const count = cases.length;
  const alpha = new Float64Array(count);
  const active = Int32Array.from({ length: count }, (_, index) => index);
  let size = count;
  let bound = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    shuffle(active, size, round + 7);
    let worst = 0;
    for (let at = 0; at < size; at++) {
      const index = active[at] ?? 0;
      const one = cases[index] as Case;
      const share = 1 / Math.sqrt(Math.max(1, one.traits.length));
      let sum = 0;
      for (let trait = 0; trait < one.traits.length; trait++) sum += weights[one.traits[trait] as number] as number;
      const side = one.yes ? 1 : -1;
      const soft = 0.5 / one.cost;
      const slope = side * (sum * share + bias) - 1 + soft * (alpha[index] ?? 0);
      const old = alpha[index] ?? 0;
      if (old === 0 && slope > bound) {
        // Far on its own side: looked at again only at the end.
        size--;
        active[at] = active[size] ?? 0;
        active[size] = index;
        at--;
        continue;
      }
      const steep = old === 0 ? Math.min(0, slope) : slope;
      worst = Math.max(worst, Math.abs(steep));
      if (Math.abs(steep) < 1e-9) continue;
      // Its own length is one, and the bias is one trait more.
      const fresh = Math.max(0, old - slope / (2 + soft));
      alpha[index] = fresh;
      const step = (fresh - old) * side;
      for (let trait = 0; trait < one.traits.length; trait++) {
        const place = one.traits[trait] as number;
        weights[place] = (weights[place] as number) + step * share;
      }
      bias += step;
    }
    bound = worst > 0 ? worst : Number.POSITIVE_INFINITY;
    if (worst < nearEnough) {
      if (size === count) break;
      size = count;
      bound = Number.POSITIVE_INFINITY;
    }
  }
  return { weights, bias };
}

/** What a model makes of a sentence. */
export function oddsOf({ weights, bias }: Model, traits: Int32Array): number {
  let sum = 0;
  for (const trait of traits) sum += weights[trait] ?? 0;
  return bias + sum / Math.sqrt(Math.max(1, traits.length));
}
