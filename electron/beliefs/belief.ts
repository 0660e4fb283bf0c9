// What a row of the table of beliefs is: what we believe of Azure, how an exchange shows it, and how a
// stand-in behaves that turns it around.
import { isArray, isObject, utf8, type Json } from "../../crypto/index.ts";

/** A question as the HSM's side sees it. */
export interface Asked {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** It came with a token. */
  readonly authorized: boolean;
  readonly body: Uint8Array;
}

/** An answer. Names of headers are in lower case. */
export interface Given {
  readonly status: number;
  /** Null: left out, even if every answer has it. */
  readonly headers: Readonly<Record<string, string | null>>;
  readonly body?: Json | undefined;
  /** What is sent instead of the body as JSON. */
  readonly bytes?: Uint8Array;
  /** After so many bytes the connection breaks. */
  readonly cut?: number;
}

/** One question with its answer, as it was sent. */
export interface Exchange extends Asked {
  readonly given: Given;
}

/** What a stand-in can do besides answering. */
export interface Levers {
  /** Makes another exchange key, in this form where it differs from the recorded one. */
  readonly newExchangeKey: (form?: {
    readonly bits?: number;
    readonly commonName?: string;
    readonly years?: number;
    readonly isQuoted?: boolean;
  }) => void;
  /** What was begun ends now. */
  readonly endOperations: () => void;
}

/** Answers otherwise than the right answer, or in place of it: what `right` does, it does when called. */
export type Turn = (asked: Asked, right: () => Given, levers: Levers) => Given;

/** Which questions a belief is about: by default those with a token. */
export interface On {
  readonly method: string;
  readonly path: RegExp;
  readonly without?: "token";
}

/** How an exchange shows it, and how it is turned around. */
interface Shown {
  readonly on: On;
  /**
   * Whether this exchange is as believed; null if it shows nothing.
   * @param before the earlier ones that the belief is about
   */
  readonly holds: (exchange: Exchange, before: readonly Exchange[]) => boolean | null;
  /** Made again for each HSM, because it may count. */
  readonly turn: () => Turn;
  /** What of an answer it is about, in words; by default its status and how its body begins. */
  readonly came?: (given: Given) => string;
}

export interface Belief extends Shown {
  readonly id: string;
  /** One sentence. */
  readonly believed: string;
  /** Section of docs/azure-protocol.md with its marks, or Microsoft's page with its date. */
  readonly why: string;
  /** Our files that depend on it. */
  readonly relies: readonly string[];
  /** What the turned stand-in does: one sentence. */
  readonly otherwise: string;
  /** It is seen only if this one is turned around as well. */
  readonly beside?: string;
}

export type Verdict = "as believed" | "otherwise" | "not seen";

/** What exchanges show of a belief, and what came instead: the first answer of that kind, or "". */
export interface Seen {
  readonly verdict: Verdict;
  readonly came: string;
}

/** What exchanges with an HSM, real or not, show of a belief. */
export function seenIn(
  { on, holds, came = answered }: Shown,
  exchanges: readonly Exchange[],
): Seen {
  const about = exchanges.filter((one) => isOn(on, one));
  const shown = about.map((one, n) => holds(one, about.slice(0, n)));
  const other = about[shown.indexOf(false)];
  if (other !== undefined)
    return { verdict: "otherwise", came: `${other.method} ${other.path}: ${came(other.given)}` };
  return { verdict: shown.includes(true) ? "as believed" : "not seen", came: "" };
}

export const verdictOf = (shown: Shown, exchanges: readonly Exchange[]): Verdict =>
  seenIn(shown, exchanges).verdict;

/** How much of a value is repeated. */
const WORDS_MAX = 120;
const begun = (text: string): string =>
  text.length > WORDS_MAX ? `${text.slice(0, WORDS_MAX)}...` : text;

function answered(given: Given): string {
  const body = new TextDecoder().decode(bytesOf(given));
  return `status ${String(given.status)}${body === "" ? ", no body" : `, ${begun(body)}`}`;
}

const isOn = ({ method, path, without }: On, asked: Asked): boolean =>
  (method === "*" || asked.method === method)
  && path.test(asked.path)
  && asked.authorized === (without === undefined);

/** The stand-in's answers with these beliefs turned around. */
export function turned(beliefs: readonly Belief[]): Turn {
  const turns = beliefs.map(({ on, turn }) => ({ on, turn: turn() }));
  return (asked, right, levers) =>
    turns.reduce<() => Given>(
      (given, { on, turn }) =>
        () =>
          isOn(on, asked) ? turn(asked, given, levers) : given(),
      right,
    )();
}

const isGood = ({ status }: Given): boolean => status >= 200 && status < 300;

/** Where a member is: names, and `[]` for each item of a list. */
type Path = readonly string[];

/** A body with the value at a path changed; undefined removes the member. */
function changedAt(
  body: Json | undefined,
  path: Path,
  change: (value: Json | undefined) => Json | undefined,
): Json | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return change(body);
  if (first === "[]")
    return body !== undefined && isArray(body)
      ? body.flatMap((item) => changedAt(item, rest, change) ?? [])
      : body;
  if (!isObject(body)) return body;
  const value = changedAt(body[first], rest, change);
  const { [first]: _, ...others } = body;
  return value === undefined ? others : { ...body, [first]: value };
}

/** The values at a path; undefined for a missing one. */
function valuesAt(body: Json | undefined, path: Path): readonly (Json | undefined)[] {
  const [first, ...rest] = path;
  if (first === undefined) return [body];
  if (first === "[]")
    return body !== undefined && isArray(body) ? body.flatMap((item) => valuesAt(item, rest)) : [];
  return isObject(body) ? valuesAt(body[first], rest) : [undefined];
}

const pathIn = (words: string): Path =>
  words.split(".").flatMap((word) => (word.endsWith("[]") ? [word.slice(0, -2), "[]"] : [word]));

/**
 * A member of successful answers.
 * @param at such as `value[].kid`
 * @param other the value in the turned answer; undefined removes it
 * @param only the answers that it is about
 */
export function member(
  on: On,
  at: string,
  isBelieved: (value: Json | undefined) => boolean,
  other: (value: Json | undefined) => Json | undefined,
  only: (given: Given) => boolean = () => true,
): Shown {
  const path = pathIn(at);
  const isAbout = (given: Given): boolean => isGood(given) && only(given);
  return {
    on,
    holds: ({ given }) => {
      const values = isAbout(given) ? valuesAt(given.body, path) : [];
      return values.length === 0 ? null : values.every(isBelieved);
    },
    came: ({ body }) => {
      const other = valuesAt(body, path).find((value) => !isBelieved(value));
      return `${at} is ${other === undefined ? "missing" : begun(JSON.stringify(other))}`;
    },
    turn: () => (_, right) => {
      const given = right();
      return isAbout(given) ? { ...given, body: changedAt(given.body, path, other) } : given;
    },
  };
}

/** The status of successful answers. `empty`: the other one has no body. */
export const status = (
  on: On,
  believed: number,
  other: number,
  { empty = false, only = () => true }: { empty?: boolean; only?: (given: Given) => boolean } = {},
): Shown => ({
  on,
  holds: ({ given }) => (isGood(given) && only(given) ? given.status === believed : null),
  came: (given) => `status ${String(given.status)}`,
  turn: () => (_, right) => {
    const { body, ...given } = right();
    if (!isGood(given) || !only({ ...given, body })) return { ...given, body };
    return { ...given, status: other, ...(empty ? {} : { body }) };
  },
});

/** A header; null removes it. */
export const header = (
  on: On,
  name: string,
  isBelieved: (value: string | null) => boolean,
  other: string | null,
): Shown => ({
  on,
  holds: ({ given }) => isBelieved(given.headers[name] ?? null),
  came: ({ headers }) => `${name} is ${headers[name] ?? "missing"}`,
  turn: () => (_, right) => {
    const given = right();
    return { ...given, headers: { ...given.headers, [name]: other } };
  },
});

/**
 * An answer that is believed not to come.
 * @param times how many questions get it; then the right answers follow
 * @param done true if what was asked is done nevertheless
 */
export const never = (
  on: On,
  answer: Pick<Given, "status" | "body"> & { readonly headers?: Given["headers"] },
  { times = 1, done = false }: { times?: number; done?: boolean } = {},
): Shown => ({
  on,
  holds: ({ given }) => given.status !== answer.status,
  turn: () => {
    let left = times;
    return (_, right) => {
      if (left === 0) return right();
      left -= 1;
      return { headers: {}, ...(done ? right() : {}), body: undefined, ...answer };
    };
  },
});

/** How an answer is sent. */
export const sent = (
  on: On,
  holds: (given: Given) => boolean | null,
  other: (given: Given) => Given,
): Shown => ({ on, holds: ({ given }) => holds(given), turn: () => (_, right) => other(right()) });

/** The bytes of an answer. */
export const bytesOf = ({ body, bytes }: Given): Uint8Array =>
  bytes ?? utf8(body === undefined ? "" : JSON.stringify(body));

/** A refusal in Azure's form. */
export const error = (code: string, message: string): Json => ({
  error: { code, message, innererror: null },
});

export const isText = (value: Json | undefined): value is string =>
  typeof value === "string" && value !== "";

/** A text, or "" for anything else. */
export const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");
