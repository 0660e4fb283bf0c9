// Every text of the window is there in German: by the types of the English one, and by its words.
import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { STEPS as STEPS_IN_GERMAN } from "../steps/steps.de.ts";
import { STEPS } from "../steps/steps.ts";

/** What is in the place of a text in another language: any text, and all else alike. */
type Wide<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Made
    ? (...given: Given) => Wide<Made>
    : T extends object
      ? { readonly [Key in keyof T]: Wide<T[Key]> }
      : T;

interface Pair {
  readonly english: () => Promise<object>;
  readonly german: () => Promise<object>;
}

/** A module that lacks a text, or has one of another form, does not compile here. */
const pair = <Module extends object>(
  english: () => Promise<Module>,
  german: () => Promise<Wide<Module>>,
): Pair => ({ english, german });

const PAIRS: Readonly<Record<string, Pair>> = {
  anchoring: pair(
    () => import("./anchoring.ts"),
    () => import("./anchoring.de.ts"),
  ),
  arrival: pair(
    () => import("./arrival.ts"),
    () => import("./arrival.de.ts"),
  ),
  attestation: pair(
    () => import("./attestation.ts"),
    () => import("./attestation.de.ts"),
  ),
  audit: pair(
    () => import("./audit.ts"),
    () => import("./audit.de.ts"),
  ),
  away: pair(
    () => import("./away.ts"),
    () => import("./away.de.ts"),
  ),
  backup: pair(
    () => import("./backup.ts"),
    () => import("./backup.de.ts"),
  ),
  checking: pair(
    () => import("./checking.ts"),
    () => import("./checking.de.ts"),
  ),
  choose: pair(
    () => import("./choose.ts"),
    () => import("./choose.de.ts"),
  ),
  consent: pair(
    () => import("./consent.ts"),
    () => import("./consent.de.ts"),
  ),
  crew: pair(
    () => import("./crew.ts"),
    () => import("./crew.de.ts"),
  ),
  custody: pair(
    () => import("./custody.ts"),
    () => import("./custody.de.ts"),
  ),
  "custody-check": pair(
    () => import("./custody-check.ts"),
    () => import("./custody-check.de.ts"),
  ),
  damaged: pair(
    () => import("./damaged.ts"),
    () => import("./damaged.de.ts"),
  ),
  deciders: pair(
    () => import("./deciders.ts"),
    () => import("./deciders.de.ts"),
  ),
  discarded: pair(
    () => import("./discarded.ts"),
    () => import("./discarded.de.ts"),
  ),
  drives: pair(
    () => import("./drives.ts"),
    () => import("./drives.de.ts"),
  ),
  deployment: pair(
    () => import("./deployment.ts"),
    () => import("./deployment.de.ts"),
  ),
  evidence: pair(
    () => import("./evidence.ts"),
    () => import("./evidence.de.ts"),
  ),
  frame: pair(
    () => import("./frame.ts"),
    () => import("./frame.de.ts"),
  ),
  "hand-off": pair(
    () => import("./hand-off.ts"),
    () => import("./hand-off.de.ts"),
  ),
  hearing: pair(
    () => import("./hearing.ts"),
    () => import("./hearing.de.ts"),
  ),
  home: pair(
    () => import("./home.ts"),
    () => import("./home.de.ts"),
  ),
  "home-now": pair(
    () => import("./home-now.ts"),
    () => import("./home-now.de.ts"),
  ),
  incident: pair(
    () => import("./incident.ts"),
    () => import("./incident.de.ts"),
  ),
  ledger: pair(
    () => import("./ledger.ts"),
    () => import("./ledger.de.ts"),
  ),
  objects: pair(
    () => import("./objects.ts"),
    () => import("./objects.de.ts"),
  ),
  opening: pair(
    () => import("./opening.ts"),
    () => import("./opening.de.ts"),
  ),
  passphrase: pair(
    () => import("./passphrase.ts"),
    () => import("./passphrase.de.ts"),
  ),
  "plan-terms": pair(
    () => import("./plan-terms.ts"),
    () => import("./plan-terms.de.ts"),
  ),
  photographs: pair(
    () => import("./photographs.ts"),
    () => import("./photographs.de.ts"),
  ),
  preflight: pair(
    () => import("./preflight.ts"),
    () => import("./preflight.de.ts"),
  ),
  print: pair(
    () => import("./print.ts"),
    () => import("./print.de.ts"),
  ),
  reconcile: pair(
    () => import("./reconcile.ts"),
    () => import("./reconcile.de.ts"),
  ),
  refusal: pair(
    () => import("./refusal.ts"),
    () => import("./refusal.de.ts"),
  ),
  room: pair(
    () => import("./room.ts"),
    () => import("./room.de.ts"),
  ),
  running: pair(
    () => import("./running.ts"),
    () => import("./running.de.ts"),
  ),
  said: pair(
    () => import("./said.ts"),
    () => import("./said.de.ts"),
  ),
  sent: pair(
    () => import("./sent.ts"),
    () => import("./sent.de.ts"),
  ),
  "sign-in": pair(
    () => import("./sign-in.ts"),
    () => import("./sign-in.de.ts"),
  ),
  "station-role": pair(
    () => import("./station-role.ts"),
    () => import("./station-role.de.ts"),
  ),
  "step-frame": pair(
    () => import("./step-frame.ts"),
    () => import("./step-frame.de.ts"),
  ),
  tasks: pair(
    () => import("./tasks.ts"),
    () => import("./tasks.de.ts"),
  ),
  times: pair(
    () => import("./times.ts"),
    () => import("./times.de.ts"),
  ),
  trainer: pair(
    () => import("./trainer.ts"),
    () => import("./trainer.de.ts"),
  ),
  waiting: pair(
    () => import("./waiting.ts"),
    () => import("./waiting.de.ts"),
  ),
};

/** Modules that stay English, and why. */
const ENGLISH_ALONE: Readonly<Record<string, string>> = {};

/** Texts that are the same in both languages, and why. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  "names and numbers": ["HSM", "SHA-256", "UTC", "Container"],
  "terms of a plan, as it has them": [
    "South India, SI",
    "Central India, CI",
    "CMK",
    "TDE, DEK",
    "DES",
    "ASR",
    "PE",
    "SQL MI",
    "SQL Managed Instance",
  ],
  "names of programs": ["bash", "PowerShell", "Shell"],
  "German has the same word": [
    "Administrator",
    "Alarm",
    "Plan",
    "Pools",
    "OFFLINE",
    "Passphrase",
    "Stick",
  ],
};

/** What a program reads: a code, or a member that is a value and no text. */
const isCode = (path: string, text: string): boolean =>
  /^E-[A-Z-]+$/.test(text) || /(^|\.)(value|at|checks\.\d+)$/.test(path);

/** Every text in a value, by where it is. */
function textsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    textsIn(one, path === "" ? key : `${path}.${key}`),
  );
}

/** The shape of a value: its members, and how many arguments its functions take. */
function shapeOf(value: unknown): unknown {
  if (typeof value === "function") return `takes ${String(value.length)}`;
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)]));
}

it("every module of texts has a German one, or a reason", () => {
  const modules = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".ts") && !/\.(test|de)\.ts$/.test(name))
    .map((name) => name.replace(/\.ts$/, ""));
  expect([...Object.keys(PAIRS), ...Object.keys(ENGLISH_ALONE)].toSorted()).toEqual(
    modules.toSorted(),
  );
});

it.each(Object.entries(PAIRS))(
  "%s says the same things in German",
  async (_, { english, german }) => {
    expect(shapeOf({ ...(await german()) })).toEqual(shapeOf({ ...(await english()) }));
  },
);

it("the words of every kind of step are there in German", () => {
  expect(shapeOf(STEPS_IN_GERMAN)).toEqual(shapeOf(STEPS));
  const known = new Set(textsIn(STEPS, "").map(([, text]) => text));
  const same = textsIn(STEPS_IN_GERMAN, "").filter(([, text]) => known.has(text));
  expect(same).toEqual([]);
});

it("nothing in German is the English, but what has a reason", async () => {
  const reasons = new Set(Object.values(ALIKE).flat());
  const same: string[] = [];
  for (const [name, { english, german }] of Object.entries(PAIRS)) {
    const known = new Map(textsIn(await english(), ""));
    for (const [path, text] of textsIn(await german(), ""))
      if (
        known.get(path) === text
        && /[A-Za-z]{2}/.test(text)
        && !isCode(path, text)
        && !reasons.has(text)
      )
        same.push(`${name}.${path}: ${text}`);
  }
  expect(same).toEqual([]);
});
