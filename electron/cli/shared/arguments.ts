// The command line's own grammar: every flag known, every value counted, nothing guessed.
import { fault } from "./faults.ts";

/** How many values a flag accepts: "one", "many", or "none"; "again": many, and the flag as often. */
type Form = "one" | "many" | "again" | "none";

/** A command's flags. */
export type Flags = Readonly<Record<string, Form>>;

/** Accepted by every command, without a value; `main.ts` looks for it. */
export const JSON_FLAG = "--json";

/** The arguments: words before flags, and each flag's values. */
export interface Given {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** @throws Fault E-USAGE */
export function readArguments(args: readonly string[], flags: Flags, words: number): Given {
  const values = new Map<string, string[]>();
  const loose: string[] = [];
  let current: { name: string; kind: Form } | null = null;
  for (const argument of args) {
    const flag = argument.startsWith("--") ? flagOf(argument, flags) : null;
    if (flag !== null) {
      const before = values.get(flag.name);
      if (before !== undefined && flag.kind !== "again")
        throw usage(`The flag ${flag.name} was given twice.`);
      values.set(flag.name, [...(before ?? []), ...(flag.inline === null ? [] : [flag.inline])]);
      current = flag;
      continue;
    }
    const into = current === null ? undefined : values.get(current.name);
    const full = current?.kind === "none" || (current?.kind === "one" && into?.length === 1);
    if (into === undefined || full) loose.push(argument);
    else into.push(argument);
  }
  if (loose.length > words) throw usage("There is one word too many on the command line.");
  for (const [name, given] of values)
    if (given.length === 0 && name !== JSON_FLAG && flags[name] !== "none")
      throw usage(`The flag ${name} needs a value.`);
  values.delete(JSON_FLAG);
  return { words: loose, values };
}

/** The one value of a required flag. @throws Fault E-USAGE */
export function need(given: Given, flag: string): string {
  const [value] = given.values.get(flag) ?? [];
  if (value === undefined || value === "") throw usage(`The flag ${flag} is needed.`);
  return value;
}

/** The one value of an optional flag, or null. */
export const optional = (given: Given, flag: string): string | null =>
  given.values.get(flag)?.[0] ?? null;

/** Seconds, with or without a fraction, or the default. @throws Fault E-USAGE */
export function secondsOf(given: Given, flag: string, otherwise: number, max: number): number {
  const text = optional(given, flag);
  if (text === null) return otherwise;
  const value = /^\d{1,5}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= max)) throw usage(`The flag ${flag} needs seconds, up to ${String(max)}.`);
  return value;
}

/** An integer, or the default. @throws Fault E-USAGE */
export function numberOf(given: Given, flag: string, otherwise: number, max: number): number {
  const text = optional(given, flag);
  if (text === null) return otherwise;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= max)) throw usage(`The flag ${flag} needs a whole number up to ${String(max)}.`);
  return value;
}

/** A fault about how the command was called: exit code 2. */
export const usage = (what: string) => fault("E-USAGE", { what });

/** Only names of our own table are ever repeated. `--flag=value` is accepted too, as in az. */
function flagOf(argument: string, flags: Flags) {
  const [name = "", ...rest] = argument.split("=");
  const own = Object.hasOwn(flags, name) ? flags[name] : undefined;
  const kind = name === JSON_FLAG ? "none" : own;
  if (kind === undefined) throw usage("There is an unknown flag on the command line.");
  const inline = argument.includes("=") ? rest.join("=") : null;
  if (inline !== null && kind === "none") throw usage(`The flag ${name} takes no value.`);
  return { name, kind, inline };
}
