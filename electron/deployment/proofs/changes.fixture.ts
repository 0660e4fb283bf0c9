// For tests: how right answers are made wrong.
import type { CheckName } from "./checks.ts";

/** Any object of JSON that a test changes. */
export type Loose = Record<string, unknown>;

/** Answers by a name of their own, so that a test can change one of them. */
export type Named = Record<string, unknown>;

/** One wrong state. */
export interface Wrong {
  readonly check: CheckName;
  /** What is wrong, in a few words. */
  readonly state: string;
  readonly change: (named: Named) => void;
  /** What the finding's member must contain. */
  readonly member: string;
}

type Change = Wrong["change"];

/** Rows of one proof: `[what is wrong, how, the member that must be named]`. */
export const statesOf = (
  check: CheckName,
  rows: readonly (readonly [state: string, change: Change, member: string])[],
): readonly Wrong[] => rows.map(([state, change, member]) => ({ check, state, change, member }));

/** Names of members, each in the one before it; as one text, with a dot between any two. */
type Path = string | readonly string[];

const namesIn = (path: Path): readonly string[] =>
  typeof path === "string" ? path.split(".") : path;

/** Replaces a member of one answer by what is made of it; undefined takes it away. */
const edit =
  (answer: string, path: Path, make: (before: unknown) => unknown): Change =>
  (named) => {
    const parts = [answer, ...namesIn(path)];
    const last = parts.pop() ?? "";
    const holder = parts.reduce<unknown>((at, part) => (isLoose(at) ? at[part] : undefined), named);
    const missing = () => new Error(`There is no ${namesIn(path).join(".")} in ${answer}.`);
    if (!isLoose(holder)) throw missing();
    const made = make(holder[last]);
    if (made === undefined && !(last in holder)) throw missing();
    if (made === undefined) Reflect.deleteProperty(holder, last);
    else holder[last] = made;
  };

const isLoose = (value: unknown): value is Loose => typeof value === "object" && value !== null;

/** Sets a member of one answer; undefined takes it away. */
export const set = (answer: string, path: Path, value: unknown): Change =>
  edit(answer, path, () => value);

/** Replaces a part of a text, which must be there. */
export const reword = (answer: string, path: string, from: string | RegExp, to: string): Change =>
  edit(answer, path, (before) => {
    const after = String(before).replaceAll(from, to);
    if (after === before) throw new Error(`${String(from)} is not in ${path} of ${answer}.`);
    return after;
  });

/** Takes some items of a list away, or adds one. */
export const relist = (
  answer: string,
  path: string,
  make: (before: readonly unknown[]) => readonly unknown[],
): Change => edit(answer, path, (before) => make(Array.isArray(before) ? before : []));

/** Gives one answer's member the value that another answer has there. */
export const copy =
  (from: string, to: string, path: string): Change =>
  (named) => {
    const value = path
      .split(".")
      .reduce<unknown>((at, part) => (isLoose(at) ? at[part] : undefined), named[from]);
    set(to, path, value)(named);
  };

/** Takes one answer away. */
export const without =
  (answer: string): Change =>
  (named) => {
    if (!(answer in named)) throw new Error(`There is no answer ${answer}.`);
    Reflect.deleteProperty(named, answer);
  };

/** Adds another answer. */
export const also =
  (value: unknown, name = "another"): Change =>
  (named) => {
    named[name] = value;
  };

/** Several changes. */
export const all =
  (...changes: readonly Change[]): Change =>
  (named) => {
    for (const change of changes) change(named);
  };
