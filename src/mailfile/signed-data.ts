/** Depth and number of elements that are read of a signed container. */
const deepest = 40;
const most = 20_000;

/**
 * The mail inside an S/MIME container of the kind "opaque-signed" (RFC 5652 SignedData), or nothing when it is another kind,
 * e.g. encrypted. The signature is not checked.
 */
export function signedContent(bytes: Uint8Array): Uint8Array | null {
  const reader = { bytes, left: most };
  const info = children(reader, 0, bytes.length, 0);
  const outer = info?.[0];
  const parts = outer && children(reader, outer.from, outer.to, 1);
  // 1.2.840.113549.1.7.2 is signedData.
  if (!parts || !isOid(bytes, parts[0], [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02])) return null;
  const wrapped = parts[1] && children(reader, parts[1].from, parts[1].to, 2);
  const signed = wrapped?.[0] && children(reader, wrapped[0].from, wrapped[0].to, 3);
  const content = signed?.[2] && children(reader, signed[2].from, signed[2].to, 4);
  if (!content?.[1] || !isOid(bytes, content[0], [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01])) return null;
  const pieces: Uint8Array[] = [];
  octets(reader, content[1], 5, pieces);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length === 0) return null;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

type Reader = { readonly bytes: Uint8Array; left: number };
type Element = { readonly tag: number; readonly from: number; readonly to: number; readonly next: number };

/** Elements of a stretch, in order (X.690; definite and indefinite lengths); null when the stretch is malformed. */
function children(reader: Reader, from: number, to: number, depth: number): readonly Element[] | null {
  const found: Element[] = [];
  let at = from;
  while (at < to) {
    const element = elementAt(reader, at, to, depth);
    if (!element) return found.length > 0 ? found : null;
    if (element.tag === 0 && element.from === element.to) break;
    found.push(element);
    at = element.next;
  }
  return found;
}

function elementAt(reader: Reader, at: number, to: number, depth: number): Element | null {
  const { bytes } = reader;
  if (depth > deepest || --reader.left < 0 || at + 2 > to) return null;
  const tag = bytes[at] ?? 0;
  if ((tag & 0x1f) === 0x1f) return null;
  const first = bytes[at + 1] ?? 0;
  if (first < 0x80) return at + 2 + first <= to ? { tag, from: at + 2, to: at + 2 + first, next: at + 2 + first } : null;
  const count = first & 0x7f;
  if (count === 0) {
    // Of indefinite length: it ends at two zero bytes on its own level.
    let inner = at + 2;
    while (inner + 2 <= to) {
      if (bytes[inner] === 0 && bytes[inner + 1] === 0) return { tag, from: at + 2, to: inner, next: inner + 2 };
      const element = elementAt(reader, inner, to, depth + 1);
      if (!element) return null;
      inner = element.next;
    }
    return null;
  }
  if (count > 4 || at + 2 + count > to) return null;
  let length = 0;
  for (let index = 0; index < count; index++) length = length * 256 + (bytes[at + 2 + index] ?? 0);
  const start = at + 2 + count;
  return start + length <= to ? { tag, from: start, to: start + length, next: start + length } : null;
}

/** The bytes of an octet string, which may itself consist of octet strings. */
function octets(reader: Reader, element: Element, depth: number, into: Uint8Array[]): void {
  if (depth > deepest) return;
  if ((element.tag & 0x20) === 0) {
    into.push(reader.bytes.subarray(element.from, element.to));
    return;
  }
  for (const child of children(reader, element.from, element.to, depth + 1) ?? []) octets(reader, child, depth + 1, into);
}

function isOid(bytes: Uint8Array, element: Element | undefined, oid: readonly number[]): boolean {
  return element?.tag === 6 && element.to - element.from === oid.length && oid.every((byte, index) => bytes[element.from + index] === byte);
}
