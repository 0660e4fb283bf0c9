// Strict DER (X.690): definite minimal lengths, bounded depth, no trailing bytes; and a small
// writer.

/** One element: its tag byte, its content, and where it stands. Constructed ones have children. */
export interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly bytes: Uint8Array;
  readonly children: readonly Element[];
}

const DEPTH_MAX = 16;
const CONSTRUCTED = 0x20;

export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  nullValue: 0x05,
  oid: 0x06,
  sequence: 0x30,
} as const;

/** Reads exactly one element that fills `bytes`, or null if it is not strict DER. */
export function readDer(bytes: Uint8Array): Element | null {
  const element = readElement(bytes, 0, 0);
  return element?.bytes.length === bytes.length ? element : null;
}

function readElement(bytes: Uint8Array, start: number, depth: number): Element | null {
  const tag = bytes[start];
  const length = readLength(bytes, start + 1);
  if (tag === undefined || (tag & 0x1f) === 0x1f || length === null || depth > DEPTH_MAX)
    return null;
  const end = length.next + length.value;
  if (end > bytes.length) return null;
  const content = bytes.subarray(length.next, end);
  const children: Element[] = [];
  if ((tag & CONSTRUCTED) !== 0)
    for (let at = 0; at < content.length; at += children.at(-1)?.bytes.length ?? 0) {
      const child = readElement(content, at, depth + 1);
      if (child === null) return null;
      children.push(child);
    }
  return { tag, content, bytes: bytes.subarray(start, end), children };
}

/** A definite length in its shortest form, up to 3 length bytes. */
function readLength(bytes: Uint8Array, at: number): { value: number; next: number } | null {
  const first = bytes[at];
  if (first === undefined || first === 0x80) return null;
  if (first < 0x80) return { value: first, next: at + 1 };
  const count = first & 0x7f;
  if (count > 3 || at + count >= bytes.length) return null;
  let value = 0;
  for (let i = 1; i <= count; i++) value = value * 256 + (bytes[at + i] ?? 0);
  const shortest = value >= 0x80 && value >= 256 ** (count - 1);
  return shortest ? { value, next: at + 1 + count } : null;
}

/** Writes one element around its content. */
export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  const out = new Uint8Array([tag, ...lengthBytes(length), ...new Array<number>(length).fill(0)]);
  let at = out.length - length;
  for (const part of contents) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array =>
  writeDer(TAG.sequence, ...parts);

/** A non-negative INTEGER below 2^31. */
export function integer(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; bytes.length === 0 || rest > 0; rest = Math.floor(rest / 256))
    bytes.unshift(rest % 256);
  if ((bytes[0] ?? 0) >= 0x80) bytes.unshift(0);
  return writeDer(TAG.integer, Uint8Array.from(bytes));
}

/** The value of a non-negative INTEGER of at most 6 bytes, or null. */
export function readInteger(element: Element | undefined): number | null {
  const content = element?.tag === TAG.integer ? element.content : null;
  if (!content?.length || content.length > 6 || (content[0] ?? 0) >= 0x80) return null;
  return content.reduce((value, byte) => value * 256 + byte, 0);
}

/** An OBJECT IDENTIFIER from its dotted form (arcs below 2^28). */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let more = arc >>> 7; more > 0; more >>>= 7) groups.unshift((more & 0x7f) | 0x80);
    return groups;
  });
  return writeDer(TAG.oid, Uint8Array.from(bytes));
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}
