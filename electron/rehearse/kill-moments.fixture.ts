// For tests: when a rehearsal is killed. The moments come from a seed, so that a failure repeats.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Place, Running } from "./rehearsal.fixture.ts";

/**
 * So many ms after some output, the beginning of a step or a later one, or a new file on a medium.
 */
export interface Moment {
  readonly name: string;
  readonly said?: string;
  readonly step?: readonly [number: number, of: number];
  readonly file?: readonly [folder: string, beginning: string];
  readonly milliseconds: number;
}

/** One rehearsal and the moments at which its coordinator is killed, one per attempt. */
export interface Plan {
  readonly script: string;
  readonly moments: readonly Moment[];
}

const ACTIVATION: readonly Moment[] = [
  { name: "key writing", file: ["officer-1", "cert_0.key"], milliseconds: 60 },
  { name: "download", said: "Now the HSM is activated", milliseconds: 500 },
  { name: "hand-over", said: "go to the connected station", milliseconds: 60 },
  { name: "signing an act", said: "used only for signing", milliseconds: 2500 },
  { name: "closing", said: "signs the record", milliseconds: 2500 },
  { name: "backup writing", file: ["officer-3-backup", "sign_2.key"], milliseconds: 60 },
  { name: "the answer", file: ["transfer", "Contoso-Rehearsal-HSM-SD.rec"], milliseconds: 60 },
  { name: "the proof", said: "inserts their medium and types", milliseconds: 2500 },
  { name: "taking over", said: "takes over the record", milliseconds: 60 },
  { name: "delivery", said: "[23/23]", milliseconds: 4000 },
  { name: "any time", milliseconds: 14_000 },
];

const RECOVERY: readonly Moment[] = [
  { name: "upload", said: "The blob is uploaded, once", milliseconds: 1000 },
  { name: "the blob", file: ["transfer", "Contoso-Recovery-2-restore"], milliseconds: 60 },
  { name: "hand-over", said: "[5/19]", milliseconds: 60 },
  { name: "signing an act", said: "used only for signing", milliseconds: 2000 },
  { name: "restore", said: "Azure allows the restore", milliseconds: 4000 },
  { name: "listing the keys", said: "Every expected key must be there", milliseconds: 800 },
  { name: "closing", said: "signs the record", milliseconds: 2000 },
  { name: "any time", milliseconds: 10_000 },
];

/** So soon after it that no machine has finished the step: the next moments are still to come. */
const at = (said: string, milliseconds: number): Moment => ({ name: said, said, milliseconds });
const standing = (folder: string, file: string): Moment => ({
  name: `${folder}/${file}`,
  file: [folder, file],
  milliseconds: 0,
});

/** The moments of ceremonies that find or replace keys: all of them, in this order. */
export const RENEWALS = {
  replacement: [
    at("whose key is replaced, and why", 0),
    standing("officer-3", "cert_2-2.key"),
    standing("officer-3-backup", "sign_2-2.key"),
    at("used only for signing", 400),
    standing("transfer", "Contoso-Rehearsal-HSM-SD-2.rec"),
    at("provides its security domain once more", 30),
    at("Everything new, and everything that was opened", 0),
    at("Nothing old is destroyed before all have signed", 400),
    at("The old file is removed", 0),
    at("is put on the table: the medium", 0),
    at("signs the record with their signing key", 200),
  ],
  adoption: [
    { name: "while keys are made by hand", milliseconds: 400 },
    at("The app looks for the file", 0),
    at("[3/5]", 60),
    at("From now on there is a record", 0),
  ],
  "recovery-alone": [
    at("The app looks for the security domain", 0),
    at("[9/20]", 60),
    at("writes the sixteen words", 0),
    at("From now on there is a record", 0),
  ],
} as const satisfies Readonly<Record<string, readonly Moment[]>>;

/** Every moment by its script, whose output must contain the text. */
export const MOMENTS: readonly (readonly [script: string, moments: readonly Moment[]])[] = [
  ["activation", ACTIVATION],
  ["recovery", RECOVERY],
  ...Object.entries(RENEWALS),
];

/** Which scripts the runs use, in turn: each gets the next of its script's moments. */
const TURNS = [
  "activation",
  "activation",
  "recovery",
  "activation",
  "activation",
  "recovery",
  "activation",
  "activation",
  "recovery",
  "activation",
] as const;

/** The n-th plan of a seed: a moment by turn, then none, one or two of any. */
export function planOf(seed: number, n: number): Plan {
  const draw = drawing(seed * 1000 + n);
  const script = TURNS[n % TURNS.length] ?? "activation";
  const all = script === "activation" ? ACTIVATION : RECOVERY;
  const before = [...TURNS, ...TURNS, ...TURNS, ...TURNS, ...TURNS]
    .slice(0, n)
    .filter((other) => other === script).length;
  const kills = 1 + Math.floor(draw() * 3);
  const moments = Array.from({ length: kills }, (_, i) => {
    const at = i === 0 ? before % all.length : Math.floor(draw() * all.length);
    const moment = all[at] ?? { name: "any time", milliseconds: 10_000 };
    return { ...moment, milliseconds: Math.floor(draw() * moment.milliseconds) };
  });
  return { script, moments };
}

/** The same words on every machine. */
export const tellPlan = ({ script, moments }: Plan): string =>
  `${script}, killed at ${moments
    .map(({ name, milliseconds }) => `${name} + ${milliseconds} ms`)
    .join(", then at ")}`;

/** Waits for the moment; returns early when the rehearsal has ended. */
export async function reach(
  { said, step, file, milliseconds }: Moment,
  running: Running,
  { media }: Place,
): Promise<void> {
  if (said !== undefined) await running.heard(said);
  if (step !== undefined) await running.heard(stepOrLater(...step));
  if (file !== undefined) await stands(running, join(media, file[0]), file[1]);
  await Promise.race([running.ended, sleep(milliseconds)]);
}

/** The previous attempt may have finished the step before it was killed. */
function stepOrLater(number: number, of: number): RegExp {
  const numbers = Array.from({ length: of - number + 1 }, (_, n) => number + n);
  return new RegExp(`\\[(?:${numbers.join("|")})/${of}\\]`);
}

async function stands(running: Running, folder: string, beginning: string): Promise<void> {
  while (!running.over) {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    if (names.some((name) => name.startsWith(beginning))) return;
    await sleep(1);
  }
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
