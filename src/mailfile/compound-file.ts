const endOfChain = -2;
const entrySize = 128;

/**
 * Whether a compound file ([MS-CFB], the container of `.msg`) can be walked to its end: no chain of sectors and no branch of the
 * directory comes back to itself, and the streams together are no larger than the file can hold. A reader that trusts a damaged one never ends.
 */
export function isSound(bytes: Uint8Array): boolean {
  if (bytes.length < 1024) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint8(30) === 12 ? 4096 : 512;
  const sectors = Math.ceil(bytes.length / size);
  const read = (offset: number) => (offset >= 0 && offset + 4 <= bytes.length ? view.getInt32(offset, true) : endOfChain);
  const sectorAt = (sector: number) => (sector + 1) * size;
  const tables = tableSectors(read, size, sectors);
  if (!tables) return false;
  const perSector = size / 4;
  const nextOf = (list: readonly number[]) => (sector: number) => {
    const table = list[Math.floor(sector / perSector)];
    return table === undefined ? endOfChain : read(sectorAt(table) + 4 * (sector % perSector));
  };
  const next = nextOf(tables);
  if (!endsAlways(Math.min(tables.length * perSector, sectors + perSector), next)) return false;

  const small: number[] = [];
  for (let at = read(60), left = read(64); at > 0 && at !== endOfChain && left > 0; left--) {
    if (small.length > sectors) return false;
    small.push(at);
    at = next(at);
  }
  if (!endsAlways(small.length * perSector, nextOf(small))) return false;

  const entries: number[] = [];
  for (let at = read(48); at !== endOfChain && at >= 0; at = next(at)) {
    if (entries.length > 200_000) return false;
    for (let inside = 0; inside < size; inside += entrySize) entries.push(sectorAt(at) + inside);
  }
  return entries.length > 0 && directoryEnds(entries, read, bytes);
}

/** The sectors of the allocation table: 109 in the header, further ones in a chain of their own. */
function tableSectors(read: (offset: number) => number, size: number, sectors: number): readonly number[] | null {
  const count = read(44);
  const further = read(72);
  if (count < 1 || count > sectors || further < 0 || further > sectors) return null;
  const found: number[] = [];
  for (let index = 0; index < Math.min(count, 109); index++) found.push(read(76 + 4 * index));
  let at = read(68);
  for (let block = 0; block < further && at >= 0; block++) {
    for (let index = 0; index < size / 4 - 1 && found.length < count; index++) found.push(read((at + 1) * size + 4 * index));
    at = read((at + 1) * size + size - 4);
  }
  return found;
}

/** Whether every chain ends, from wherever one starts. Linear: each link is followed once. */
function endsAlways(count: number, next: (sector: number) => number): boolean {
  const seen = new Int32Array(count);
  for (let start = 0; start < count; start++) {
    let at = start;
    while (at >= 0 && at < count && seen[at] === 0) {
      seen[at] = start + 1;
      at = next(at);
    }
    // Back on the way that began here.
    if (at >= 0 && at < count && seen[at] === start + 1) return false;
  }
  return true;
}

function directoryEnds(entries: readonly number[], read: (offset: number) => number, bytes: Uint8Array): boolean {
  const named = new Uint8Array(entries.length);
  let total = 0;
  for (const offset of entries) {
    const type = bytes[offset + 66] ?? 0;
    if (type !== 1 && type !== 2 && type !== 5) continue;
    for (const link of [68, 72, 76]) {
      const other = read(offset + link);
      if (other === -1) continue;
      if (other <= 0 || other >= entries.length || named[other] === 1) return false;
      named[other] = 1;
    }
    const length = read(offset + 120);
    if (length < 0) return false;
    if (type !== 1) total += length;
  }
  return total <= bytes.length * 2 + 1_000_000;
}
