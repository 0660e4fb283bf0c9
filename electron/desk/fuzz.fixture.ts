// For tests: requests of the window that nobody means, made from good ones by chance, from a seed.
import { GOOD } from "../bridge/good-requests.fixture.ts";
import type { Method } from "../bridge/methods.ts";

type Draw = () => number;

const below = (draw: Draw, limit: number): number => Math.floor(draw() * limit);
const oneOf = <Value>(draw: Draw, values: readonly Value[]): Value =>
  values[below(draw, values.length)]!;

/** A value that holds itself. */
function ring(): object {
  const held: Record<string, unknown> = {};
  held["held"] = held;
  return held;
}

const deep = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => ({ inner }), 1);

/** Values that a cloned message may have, and that are easily forgotten. */
const STRANGE: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => Number.NaN,
  () => Number.NEGATIVE_INFINITY,
  () => -0,
  () => 2 ** 53,
  () => 10n,
  () => "",
  () => "__proto__",
  () => "x".repeat(601),
  () => "y".repeat(200_000),
  () => "\ud800",
  () => "\u202e\0\n",
  () => "../../etc/passwd",
  () => [],
  () => Array.from({ length: 50 }, () => "officer-1"),
  () => ({}),
  () => new Map([["step", "s"]]),
  () => new Set([1]),
  () => new Date(Number.NaN),
  () => /x/,
  () => new Uint8Array(10),
  () => new Error("x"),
  () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
  () => JSON.parse('{"constructor":{"prototype":{"polluted":true}}}') as unknown,
  () => ({ then: "x", toJSON: "x" }),
  () => deep(40),
  ring,
];

/** A good request with one to three of its places changed, or something else altogether. */
export function strangeRequest(method: Method, draw: Draw): unknown {
  if (below(draw, 10) === 0) return oneOf(draw, STRANGE)();
  let request: unknown = structuredClone(GOOD[method]);
  for (let changes = 1 + below(draw, 3); changes > 0; changes--) request = changed(request, draw);
  return request;
}

/** One place of it changed, removed or added. */
function changed(value: unknown, draw: Draw): unknown {
  if (typeof value !== "object" || value === null || below(draw, 6) === 0)
    return oneOf(draw, [...STRANGE, () => altered(value, draw)])();
  if (Array.isArray(value)) {
    const at = below(draw, value.length + 1);
    return value.toSpliced(at, below(draw, 2), changed(value[at], draw));
  }
  const members = Object.entries(value as Record<string, unknown>);
  const at = below(draw, members.length + 1);
  const [name, inner] = members[at] ?? [oneOf(draw, ["more", "toString", "then", "0"]), 1];
  if (below(draw, 5) === 0) return Object.fromEntries(members.toSpliced(at, 1));
  return { ...value, [name]: changed(inner, draw) };
}

/** A value of the same kind: what a parser may well take. */
function altered(value: unknown, draw: Draw): unknown {
  if (typeof value === "string")
    return `${value}${String.fromCharCode(32 + below(draw, 95))}`.slice(below(draw, 2));
  if (typeof value === "number") return value + below(draw, 5) - 2;
  return typeof value === "boolean" ? !value : value;
}
