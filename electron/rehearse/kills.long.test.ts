// Hundreds of kills of whole ceremonies, each at a place that SEED chooses: the same command
// continues, and ends in a closed record that verifies, with media as it says. KILLS says how many,
// EACH how many per ceremony: the more often one is killed, the less time a kill takes.
import { cpSync, readdirSync } from "node:fs";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { BUILT_IN, readScript } from "../../ceremony-scripts/index.ts";
import { drawing, tellPlan, type Plan } from "./kill-moments.fixture.ts";
import { oneTry, type Try } from "./killed.fixture.ts";
import {
  acceptedRecord,
  entriesOf,
  expectFilesOf,
  expectKept,
  isMarkedDelivered,
} from "./left-behind.fixture.ts";
import { newPlace, Running, type Place } from "./rehearsal.fixture.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
const wanted = Number(process.env["KILLS"] ?? 500);
/** Each in a later step, and within so many milliseconds of its beginning. */
const each = Number(process.env["EACH"] ?? 8);
const WITHIN = 400;
const TURNS = ["activation", "recovery", "activation", "replacement", "attestation", "hand-off"];

const stepsOf = (script: string): number =>
  readScript(BUILT_IN.get(script) ?? "", "0".repeat(64)).steps.length;

/** The n-th plan of the seed. */
function planOf(n: number): Plan {
  const draw = drawing(seed * 1000 + n);
  const script = TURNS[n % TURNS.length]!;
  const steps = stepsOf(script);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(each, steps)) chosen.add(1 + Math.floor(draw() * steps));
  const moments = [...chosen]
    .sort((a, b) => a - b)
    .map((step) => ({
      name: `[${step}/${steps}]`,
      step: [step, steps] as const,
      milliseconds: Math.floor(draw() * WITHIN),
    }));
  return { script, moments };
}

/** A ceremony may end before its last kill, and some have few steps, so there are spare plans. */
const plans = Array.from({ length: Math.ceil((wanted / each) * 3) }, (_, n) => planOf(n));

describe(`ceremonies killed with SIGKILL again and again (seed ${seed})`, () => {
  let activated: Place & { readonly remove: () => void };
  let activation = "";
  beforeAll(async () => {
    activated = newPlace();
    const ended = await new Running(activated, "activation").ended;
    expect(ended).toMatchObject({ code: 0, errors: "" });
    activation = await acceptedRecord(activated, "the activation for the others");
  });
  afterAll(() => activated.remove());

  let [ceremonies, kills] = [0, 0];
  it.each(plans.map((plan, n) => [`run ${n}: ${tellPlan(plan)}`, plan] as const))(
    "%s",
    async (told, { script, moments }) => {
      if (kills >= wanted) return;
      const place = newPlace();
      onTestFinished(place.remove);
      if (script !== "activation") cpSync(activated.media, place.media, { recursive: true });
      const said = `SEED=${seed}, ${told}`;
      const tries: Try[] = [];
      for (const moment of [...moments, null]) {
        if (isMarkedDelivered(place, script)) break;
        tries.push(await oneTry(place, script, moment, said));
      }
      const record = await acceptedRecord(place, said);
      expectKept(record, tries, said);
      expectFilesOf(place, entriesOf(record), said);
      // Files of an earlier ceremony are there as well, except those that this one replaced.
      if (script !== "activation")
        expectFilesOf(
          place,
          entriesOf(activation).filter(
            ({ type, data }) =>
              script !== "replacement" || (type === "key-made" && data.officer !== "officer-3"),
          ),
          said,
        );
      for (const { survivors } of tries) expect(await survivors, said).toEqual([]);
      expect(readdirSync(place.temporary), said).toEqual([]);
      ceremonies += 1;
      kills += tries.filter(({ isKilled }) => isKilled).length;
    },
  );

  it("as often as was asked for", () => {
    process.stdout.write(`kills: ${kills} of ${ceremonies} ceremonies, each to a closed record\n`);
    expect(kills).toBeGreaterThanOrEqual(wanted);
  });
});
