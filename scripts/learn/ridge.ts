/** One case: what it has, by place, and how much of it. */
export type Row = { readonly entries: readonly (readonly [place: number, value: number])[]; readonly yes: boolean; readonly cost: number };

const rounds = 15;

/** Weights of a logistic regression with a ridge penalty, by Newton's method; the last one is the bias, which is not pulled. */
export function regress(rows: readonly Row[], size: number, pull: number | ((place: number) => number)): Float64Array {
  const pullOf = typeof pull === 'number' ? () => pull : pull;
  const width = size + 1;
  const weights = new Float64Array(width);
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(width);
    const matrix = Array.from({ length: width }, () => new Float64Array(width));
    for (const { entries, yes, cost } of rows) {
      if (cost === 0) continue;
      let sum = weights[size] ?? 0;
      for (const [place, value] of entries) sum += value * (weights[place] ?? 0);
      const likely = 1 / (1 + Math.exp(-sum));
      const error = cost * (likely - (yes ? 1 : 0));
      const curve = cost * likely * (1 - likely) + 1e-6;
      const all = [...entries, [size, 1] as const];
      for (const [a, one] of all) {
        gradient[a] = (gradient[a] ?? 0) + error * one;
        const line = matrix[a];
        if (line) for (const [b, other] of all) line[b] = (line[b] ?? 0) + curve * one * other;
      }
    }
    for (let place = 0; place < size; place++) {
      gradient[place] = (gradient[place] ?? 0) + pullOf(place) * (weights[place] ?? 0);
      const line = matrix[place];
      if (line) line[place] = (line[place] ?? 0) + pullOf(place);
    }
    const step = solve(matrix, gradient);
    let moved = 0;
    for (let place = 0; place < width; place++) {
      weights[place] = (weights[place] ?? 0) - (step[place] ?? 0);
      moved = Math.max(moved, Math.abs(step[place] ?? 0));
    }
    if (moved < 1e-4) break;
  }
  return weights;
}

/** Solves a symmetric positive system (Cholesky). */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const answer = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    const line = matrix[row] as Float64Array;
    for (let column = 0; column <= row; column++) {
      const other = matrix[column] as Float64Array;
      let sum = line[column] as number;
      for (let at = 0; at < column; at++) sum -= (line[at] as number) * (other[at] as number);
      line[column] = row === column ? Math.sqrt(Math.max(sum, 1e-9)) : sum / (other[column] as number);
    }
  }
  for (let row = 0; row < size; row++) {
    const line = matrix[row] as Float64Array;
    let sum = answer[row] as number;
    for (let at = 0; at < row; at++) sum -= (line[at] as number) * (answer[at] as number);
    answer[row] = sum / (line[row] as number);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = answer[row] as number;
    for (let at = row + 1; at < size; at++) sum -= ((matrix[at] as Float64Array)[row] as number) * (answer[at] as number);
    answer[row] = sum / ((matrix[row] as Float64Array)[row] as number);
  }
  return answer;
}
