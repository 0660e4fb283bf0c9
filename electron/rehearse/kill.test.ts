// A rehearsal killed at any moment goes on with the same command, and loses or doubles nothing.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { fromHex, toWords } from "../../crypto/index.ts";
import { planOf, reach, tellPlan, type Moment, type Plan } from "./kill-moments.fixture.ts";
import {
  acceptedRecord, entriesOf, expectMediaAsRecorded, isMarkedDelivered, linesOf, stationCopies,
} from "./left-behind.fixture.ts";
import { newPlace, Running, type Place } from "./rehearsal.fixture.ts";

const long = process.env["LONG"] === "1";
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
const plans = Array.from({ length: long ? 50 : 10 }, (_, n) => planOf(seed, n));

/** So long a vault may be in the middle of a computation before it sees that it is alone. */
const ORPHAN_SECONDS = 8;

let activated: Place & { readonly remove: () => void };
let activation = "";

beforeAll(async () => {
  activated = newPlace();
  const { code, errors } = await new Running(activated, "activation").ended;
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  activation = await acceptedRecord(activated, "the activation for the recoveries");
}, 180_000);
afterAll(() => activated.remove());

/** A place for the script: empty, or what the activation left. */
function placeFor(script: Plan["script"]): Place {
  const place = newPlace();
  onTestFinished(place.remove);
  if (script === "recovery") cpSync(activated.media, place.media, { recursive: true });
  return place;
}

/** What was said and stored before kills: none of it may be missing in the record at the end. */
interface Promised {
  readonly heads: readonly string[];
  readonly copies: readonly string[];
}

/** The words of heads that were shown for steps done. */
const headsIn = (out: string): readonly string[] =>
  [...out.matchAll(/head is ((?:\w+ ){4})\.\.\./g)].map(([, words = ""]) => words.trim());

describe(`sd rehearse killed with SIGKILL (seed ${seed})`, () => {
  it.each(plans.map((plan, n) => ({ n, plan, told: tellPlan(plan) })))(
    "$n: $told",
    async ({ n, plan }) => {
      const place = placeFor(plan.script);
      const said = `SEED=${seed}, run ${n}: ${tellPlan(plan)}`;
      const promised: Promised[] = [];
      for (const moment of plan.moments) promised.push(await killAt(moment, place, plan, said));
      if (!isMarkedDelivered(place, plan.script)) {
        const last = new Running(place, plan.script);
        const { code, errors, out } = await last.ended;
        expect({ code, errors }, said).toEqual({ code: 0, errors: "" });
        expect(await last.survivors(ORPHAN_SECONDS), said).toEqual([]);
        promised.push({ heads: headsIn(out), copies: stationCopies(place, plan.script) });
      }
      const record = await acceptedRecord(place, said);
      expectKept(record, promised, said);
      expectMediaAsRecorded(place, plan.script === "recovery" ? activation : record, said);
    }, 300_000,
  );
});

/** Kills the coordinator alone; the same command may be given again at once. */
async function killAt(
  moment: Moment, place: Place, { script }: Plan, said: string,
): Promise<Promised> {
  if (isMarkedDelivered(place, script)) return { heads: [], copies: [] };
  const running = new Running(place, script);
  await reach(moment, running, place);
  running.signal("SIGKILL");
  const { code, errors, out } = await running.ended;
  // It may have been faster than the moment; a killed one has no code.
  expect([null, 0], `${said}: ${errors}`).toContain(code);
  expect(errors, said).toBe("");
  const copies = stationCopies(place, script);
  expect(await running.survivors(ORPHAN_SECONDS), said).toEqual([]);
  return { heads: headsIn(out), copies };
}

/** Every whole line that stood in a station's copy, and every head that was shown, is still there. */
function expectKept(record: string, promised: readonly Promised[], said: string): void {
  const shown = new Set(entriesOf(record).map(({ hash }) =>
    toWords((fromHex(hash) ?? new Uint8Array()).subarray(0, 4)).join(" ")));
  for (const { heads, copies } of promised) {
    for (const head of heads) expect(shown.has(head), `${said}: ${head}`).toBe(true);
    for (const copy of copies)
      expect(record.startsWith(linesOf(copy).join("")), said).toBe(true);
  }
}

it("a kill between delivery and its mark: the same command only marks", async () => {
  const place = placeFor("recovery");
  cpSync(activated.out, place.out, { recursive: true });
  rmSync(join(place.media, ".rehearsal", "1-activation", "delivered"));
  const { code, errors, out } = await new Running(place, "activation").ended;
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(out).toContain("The ceremony is closed:");
  expect(isMarkedDelivered(place, "activation")).toBe(true);
  const again = await new Running(place, "activation").ended;
  expect(again.code).toBe(1);
  expect(again.errors).toMatch(/^E-REHEARSE-DONE: /);
});
