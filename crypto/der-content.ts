// What DER asks of the content of simple elements (X.690 8, 10, 11): one form for one value.

/** What is wrong with a universal primitive's content, or null; others are taken as they are. */
export function contentProblem(tag: number, content: Uint8Array): "form" | "oid" | null {
  const judge = JUDGES.get(tag);
  if (judge === undefined || judge(content)) return null;
  return tag === OID ? "oid" : "form";
}

type Judge = (content: Uint8Array) => boolean;

const OID = 0x06;
const ARC_LIMIT = 2 ** 32;

const JUDGES: ReadonlyMap<number, Judge> = new Map<number, Judge>([
  [0x01, (content) => content.length === 1 && [0x00, 0xff].includes(content[0] ?? 1)],
  [0x02, isShortestInteger],
  [0x0a, isShortestInteger],
  [0x03, isBitString],
  [0x05, (content) => content.length === 0],
  [OID, isOid],
  // A sequence and a set are constructed; strings and numbers are not, not even in pieces (10.2).
  ...[
    0x00, 0x10, 0x11, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x2a, 0x2c, 0x32, 0x33, 0x34, 0x35,
    0x36, 0x37, 0x38, 0x3a, 0x3c, 0x3e,
  ].map((tag): [number, Judge] => [tag, () => false]),
]);

/** At least one byte, and no first byte that only repeats the sign. */
function isShortestInteger([first, second]: Uint8Array): boolean {
  if (first === undefined) return false;
  if (second === undefined) return true;
  return !(first === 0x00 && second < 0x80) && !(first === 0xff && second >= 0x80);
}

/** 0 to 7 unused bits, which are zero; none in an empty string. */
function isBitString(content: Uint8Array): boolean {
  const unused = content[0];
  if (unused === undefined || unused > 7) return false;
  if (content.length === 1) return unused === 0;
  return ((content.at(-1) ?? 0) & ((1 << unused) - 1)) === 0;
}

/** Arcs in base 128, each without leading zeros, below 2^32, and the last one whole. */
function isOid(content: Uint8Array): boolean {
  let arc = 0;
  for (const byte of content) {
    if (arc === 0 && byte === 0x80) return false;
    arc = arc * 128 + (byte & 0x7f);
    if (arc >= ARC_LIMIT) return false;
    if (byte < 0x80) arc = 0;
  }
  return content.length > 0 && (content.at(-1) ?? 0x80) < 0x80;
}
