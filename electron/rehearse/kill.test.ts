// A rehearsal killed at any moment goes on with the same command, and loses or doubles nothing.
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { fromHex, toWords } from "../../crypto/index.ts";
import { planOf, reach, tellPlan, type Moment, type Plan } from "./kill-moments.fixture.ts";
import {
  acceptedRecord,
  entriesOf,
  expectMediaAsRecorded,
  isMarkedDelivered,
  linesOf,
  stationCopies,
} from "./left-behind.fixture.ts";
import { isJudging, newPlace, Running, type Place } from "./rehearsal.fixture.ts";

const long = process.env["LONG"] === "1";
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
/** `npm test` kills one run, at moments that the seed chooses; `npm run test:long` fifty. */
const first = long ? 0 : seed % 30;
const plans = Array.from({ length: long ? 50 : 1 }, (_, n) => planOf(seed, first + n));

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

/** What a try had shown, stored and left running when it ended. */
interface Try {
  readonly heads: readonly string[];
  readonly copies: readonly string[];
  readonly survivors: Promise<readonly string[]>;
}

/** The words of heads that were shown for steps done. */
const headsIn = (out: string): readonly string[] =>
  [...out.matchAll(/head is ((?:\w+ ){4})\.\.\./g)].map(([, words = ""]) => words.trim());

describe(`sd rehearse killed with SIGKILL (seed ${seed})`, () => {
  it.each(plans.map((plan, n) => [`run ${n}: ${tellPlan(plan)}`, plan] as const))(
    "%s",
    async (told, plan) => {
      const place = placeFor(plan.script);
      const said = `SEED=${seed}, ${told}`;
      const tries: Try[] = [];
      // Each try begins at once: what the one before left running may still be on its way out.
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
    300_000,
  );
});

/** Gives the command and kills the coordinator, and it alone, at the moment; without one, waits. */
async function oneTry(
  place: Place,
  script: string,
  moment: Moment | null,
  said: string,
): Promise<Try> {
  const running = new Running(place, script);
  onTestFinished(() => running.wipe());
  if (moment !== null) {
    await reach(moment, running, place);
    running.signal("SIGKILL");
  }
  const { code, errors, out } = await running.ended;
  expect(errors, said).toBe("");
  // A killed one has no code; it may also have been faster than its moment.
  if (code !== null || moment === null) expect(code, said).toBe(0);
  const copies = stationCopies(place, script);
  return { heads: headsIn(out), copies, survivors: running.survivors(ORPHAN_SECONDS) };
}

/** Every whole line that stood in a station's copy, and every head that was shown, is there. */
function expectKept(record: string, tries: readonly Try[], said: string): void {
  const shown = new Set(
    entriesOf(record).map(({ hash }) =>
      toWords((fromHex(hash) ?? new Uint8Array()).subarray(0, 4)).join(" "),
    ),
  );
  for (const { heads, copies } of tries) {
    for (const head of heads) expect(shown.has(head), `${said}: ${head}`).toBe(true);
    for (const copy of copies) expect(record.startsWith(linesOf(copy).join("")), said).toBe(true);
  }
}

const sees = existsSync("/proc/self/environ") || isJudging;

/** What is on the screen, which vault is killed then, and after how many milliseconds. */
const MOMENTS = [
  ["Choose a passphrase", "officer", 0],
  ["officer 2 types the passphrase", "officer", 40],
  ["types their passphrase once more", "officer", 0],
  ["types their passphrase once more", "quorum", 0],
  ["signs the record", "officer", 0],
  ["officer 2 types the passphrase", "officer", 40],
] as const;

it.skipIf(!sees)(
  "a vault alone killed in mid-step is told (needs /proc)",
  async () => {
    const place = placeFor("activation");
    for (const [text, vault, milliseconds] of MOMENTS.filter((_, i) => long || i % 3 === 0)) {
      const said = `${vault} vault, ${text}`;
      const running = new Running(place, "activation");
      onTestFinished(() => running.wipe());
      expect(await running.heard(text), said).toBe(true);
      await sleep(milliseconds);
      const pid = await running.appears(`vault-process ${vault}`);
      const before = stationCopies(place, "activation");
      process.kill(pid, "SIGKILL");
      const { code, errors } = await running.ended;
      expect({ code, errors }, said).toEqual({ code: 1, errors: GONE });
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
  },
  300_000,
);

const GONE =
  "E-WORKER-GONE: The secure process stopped.\n" + "Nothing was written. Start this step again.\n";

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
