// Ranges of IPv4 addresses, as numbers.

/** A range's first and last address, as numbers of 32 bits. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Reads a range such as `10.1.0.0/16`; bits past the prefix are ignored. */
export function rangeOf(prefix: string): Range {
  const [address = "", bits = "32"] = prefix.split("/");
  const number = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(number / size) * size;
  return { first, last: first + size - 1 };
}

export const contains = (outer: Range, inner: Range): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;

export const overlap = (one: Range, other: Range): boolean =>
  one.first <= other.last && other.first <= one.last;
