// `sd rehearse`: a built-in script or a file, run with simulated people.
import { isAbsolute, resolve } from "node:path";
import { readRecord } from "../journal/journal.ts";
import { identity } from "../session/identity.ts";
import { rehearse as play } from "../rehearse/rehearse.ts";
import type { TrialWish } from "../rehearse/trial-begin.ts";
import type { Score } from "../rehearse/trial-score.ts";
import { isTrial, TRIAL_NAMES } from "../rehearse/trial-names.ts";
import { optional, need, numberOf, usage, type Given } from "./shared/arguments.ts";
import { checkReadable } from "./shared/files.ts";
import type { Outcome, Voice } from "./shared/outcome.ts";
import { countedIn, scriptOf } from "./shared/script-file.ts";
import { spoken } from "./shared/spoken.ts";

const BITS = [2048, 3072, 4096] as const;

/**
 * @throws Fault E-USAGE, E-FILE-*, E-SCRIPT-*, E-CHECK-*, E-REHEARSE-*, those of the use cases
 */
export async function rehearse(given: Given, voice: Voice): Promise<Outcome> {
  const { tell } = voice;
  const [name] = given.words;
  if (name === undefined)
    throw usage("Say what to rehearse: activation, recovery, a script file, or deployment.");
  if (optional(given, "--plan") !== null)
    return (await import("./rehearse-deployment.ts")).deploymentRehearsal(given, voice);
  if (optional(given, "--wrong") !== null) throw usage("The flag --wrong goes with --plan.");
  const wanted = numberOf(given, "--bits", 4096, 4096);
  const bits = BITS.find((known) => known === wanted);
  if (bits === undefined) throw usage("The flag --bits takes 2048, 3072 or 4096.");
  const passphraseFile = optional(given, "--passphrase-file");
  // Its passphrases are only for the simulated people.
  if (passphraseFile !== null) checkReadable(passphraseFile, "--passphrase-file");
  const out = resolve(need(given, "--out"));
  const score = await play({
    script: countedIn(given, scriptOf(name)),
    bits,
    officer: officersIn(given),
    isCounted: optional(given, "--officers") !== null,
    choices: given.values.get("--choose") ?? [],
    print: tell,
    media: resolve(need(given, "--media")),
    out,
    passphraseFile: passphraseFile === null ? null : resolve(passphraseFile),
    trial: trialIn(given),
    entry: entryFile(),
    software: identity(__BUILD__, `node ${process.versions.node}`, entryFile()),
  });
  const head = readRecord(out)?.head ?? "";
  const trial = score === null ? {} : { trial: dataOf(score) };
  return { text: "", data: { head: spoken(head), folder: out, ...trial } };
}

/** @throws Fault E-USAGE */
const officersIn = (given: Given): readonly number[] =>
  (given.values.get("--officer") ?? []).map((value) => {
    const seat = Number(value);
    if (!/^\d+$/.test(value) || seat < 1 || seat > 10)
      throw usage("The flag --officer takes numbers from 1 to 10.");
    return seat;
  });

/** @throws Fault E-USAGE */
function trialIn(given: Given): TrialWish | null {
  const wanted = optional(given, "--trial");
  const careless = optional(given, "--careless");
  const seed =
    optional(given, "--seed") === null ? null : String(numberOf(given, "--seed", 0, 999_999_999));
  if (wanted === null) {
    if (seed === null && careless === null) return null;
    throw usage("The flags --seed and --careless go with --trial.");
  }
  const known = `Drills: ${TRIAL_NAMES.join(", ")}.`;
  if (wanted !== "random" && wanted !== "all" && !isTrial(wanted))
    throw usage(`The flag --trial takes random, all, or one drill. ${known}`);
  if (careless !== null && !isTrial(careless))
    throw usage(`The flag --careless takes one drill. ${known}`);
  return { wanted, seed, careless };
}

const dataOf = ({ found, of, seed, asSealed, verdicts }: Score) => ({
  found,
  of,
  seed,
  asSealed,
  trials: verdicts.map(({ trial, step, seat, found: by, by: entry, steps }) => ({
    trial,
    step,
    seat,
    found: by,
    steps,
    entry: entry?.seq ?? null,
    what: entry?.what ?? null,
    at: entry?.at ?? null,
  })),
});

function entryFile(): string {
  const entry = process.argv[1] ?? "";
  return isAbsolute(entry) ? entry : resolve(entry);
}
