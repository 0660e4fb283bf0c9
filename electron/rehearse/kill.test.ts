// A rehearsal killed at any moment continues with the same command, and loses or duplicates nothing.
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { BUILT_IN, readScript } from "../../ceremony-scripts/index.ts";
import { hasStrace } from "../disk/strace.fixture.ts";
import { MOMENTS, planOf, tellPlan, type Plan } from "./kill-moments.fixture.ts";
import { oneTry, ORPHAN_SECONDS, type Try } from "./killed.fixture.ts";
import {
  acceptedRecord,
  expectKept,
  expectMediaAsRecorded,
  isMarkedDelivered,
  stationCopies,
} from "./left-behind.fixture.ts";
import { isJudging, newPlace, Running, type Place } from "./rehearsal.fixture.ts";
import { tracedActivation } from "./traced.fixture.ts";

const long = process.env["LONG"] === "1";
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
/** One run in `npm test`, at moments that the seed chooses; fifty in `npm run test:long`. */
const first = long ? 0 : seed % 30;
const plans = Array.from({ length: long ? 50 : 1 }, (_, n) => planOf(seed, first + n));

let activated: Place;
let activation = "";
/** Where there is no strace. */
let own: ReturnType<typeof newPlace> | undefined;

beforeAll(async () => {
  activated = await activatedPlace();
  activation = await acceptedRecord(activated, "the activation for the recoveries");
});

afterAll(() => own?.remove());

/** That of the tests of system calls, where they run; else one for this file. */
async function activatedPlace(): Promise<Place> {
  if (hasStrace) return (await tracedActivation()).place;
  own = newPlace();
  const { code, errors } = await new Running(own, "activation").ended;
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  return own;
}

/** A place for the script: empty, or what the activation left. */
function placeFor(script: Plan["script"]): Place {
  const place = newPlace();
  onTestFinished(place.remove);
  if (script === "recovery") cpSync(activated.media, place.media, { recursive: true });
  return place;
}

it.each(MOMENTS)("what is waited for before a kill is said in %s", (script, moments) => {
  const { steps } = readScript(BUILT_IN.get(script) ?? "", "0".repeat(64));
  const said = steps.map(({ say }, n) => `[${n + 1}/${steps.length}] ${say}`);
  const unsaid = moments.filter((one) => !said.some((text) => text.includes(one.said ?? "")));
  expect(unsaid).toEqual([]);
});

describe(`sd rehearse killed with SIGKILL (seed ${seed})`, () => {
  it.each(plans.map((plan, n) => [`run ${n}: ${tellPlan(plan)}`, plan] as const))(
    "%s",
    async (told, plan) => {
      const place = placeFor(plan.script);
      const said = `SEED=${seed}, ${told}`;
      const tries: Try[] = [];
      // Each attempt begins at once: processes of the one before may still be ending.
      for (const moment of [...plan.moments, null]) {
        if (isMarkedDelivered(place, plan.script)) break;
        tries.push(await oneTry(place, plan.script, moment, said));
      }
      const record = await acceptedRecord(place, said);
      expectKept(record, tries, said);
      expectMediaAsRecorded(place, plan.script === "recovery" ? activation : record, said);
      for (const { survivors } of tries) expect(await survivors, said).toEqual([]);
      expect(readdirSync(place.temporary), said).toEqual([]);
    },
  );
});

const sees = existsSync("/proc/self/environ") || isJudging;

/** The first time that an officer types after this output: their vault waits for it. */
const typingAfter = (said: string): RegExp => new RegExp(`${said}[^]*?types the passphrase`);

/** The output, which vault is killed then, and after how many milliseconds. */
const VAULTS = [
  [typingAfter("Choose a passphrase"), "officer", 0],
  [/officer 2 types the passphrase/, "officer", 40],
  [typingAfter("types their passphrase once more to sign it"), "officer", 0],
  [typingAfter("inserts their medium and types their passphrase once more"), "quorum", 0],
  [typingAfter("signs the record"), "officer", 0],
  [/officer 2 types the passphrase/, "officer", 40],
] as const;

it.skipIf(!sees)("a vault alone killed in mid-step is reported (needs /proc)", async () => {
  const place = placeFor("activation");
  for (const [form, vault, milliseconds] of VAULTS.filter((_, i) => long || i % 3 === 0)) {
    const said = `${vault} vault, ${form}`;
    const running = new Running(place, "activation", [], [], [[form, 1]]);
    onTestFinished(() => running.wipe());
    await running.standsAt([form, 1]);
    // The coordinator continues when the vault is to work, or the next vault has its place by then.
    if (milliseconds > 0) running.signal("SIGCONT");
    await sleep(milliseconds);
    const pid = await running.appears(`vault-process ${vault}`);
    const before = stationCopies(place, "activation");
    process.kill(pid, "SIGKILL");
    running.signal("SIGCONT");
    const { code, errors } = await running.ended;
    expect(code, said).toBe(1);
    expect(GONE, said).toContain(errors);
    const after = stationCopies(place, "activation");
    expect(
      after.every((copy, i) => copy.startsWith(before[i]!)),
      said,
    ).toBe(true);
    const since = after.flatMap((copy, i) =>
      copy.slice(before[i]!.length).split("\n").filter(Boolean),
    );
    // Others were called at the same time, and may have taken the seat a moment later.
    expect(
      since.filter((line) => !line.includes('"type":"seat-taken"')),
      said,
    ).toEqual([]);
    expect(await running.survivors(ORPHAN_SECONDS), said).toEqual([]);
  }
  const { code, errors } = await new Running(place, "activation").ended;
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expectMediaAsRecorded(place, await acceptedRecord(place, "after killed vaults"), "");
});

/** Who notices first: the coordinator, or a client that finds no socket: people, another vault. */
const GONE = [
  "E-WORKER-GONE: The secure process stopped.\n",
  "E-VAULT-DOOR: The secure process cannot be reached.\n",
].map((told) => `${told}Nothing was written. Start this step again.\n`);

it("a kill between delivery and its mark: the same command only marks", async () => {
  const place = placeFor("recovery");
  cpSync(activated.out, place.out, { recursive: true });
  rmSync(join(place.media, ".ceremonies", "1-activation", "delivered"));
  const { code, errors, out } = await new Running(place, "activation").ended;
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(out).toContain("The ceremony is closed:");
  expect(isMarkedDelivered(place, "activation")).toBe(true);
  const again = await new Running(place, "activation").ended;
  expect(again.code).toBe(1);
  expect(again.errors).toMatch(/^E-REHEARSE-DONE: /);
});
