// A power cut during five ceremonies, one after the other (needs strace): every distinct state in
// which it may leave the disks. From some of them the same command continues to the end. One
// ceremony alone is run by its name: `-t recovery`. EVERY, GO_ON and SEED are below.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { PASSPHRASES } from "../cli/activation.fixture.ts";
import { hasStrace } from "../disk/strace.fixture.ts";
import { crashesOf, checkedCrash, putDown, type Crash } from "./crash-states.fixture.ts";
import { happenedIn, type Happened } from "./disk-changes.fixture.ts";
import { drawing } from "./kill-moments.fixture.ts";
import { acceptedRecord, expectMediaAsRecorded, isMarkedDelivered } from "./left-behind.fixture.ts";
import { isJudging, newPlace, Running } from "./rehearsal.fixture.ts";
import { CHANGING, traced } from "./traced.fixture.ts";

/** In the order in which they continue each other. */
const CEREMONIES = ["activation", "hand-off", "attestation", "replacement", "recovery"] as const;
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
/** The power is cut after one of this many changes. */
const every = Number(process.env["EVERY"] ?? 1);
/** From this many states the activation continues. */
const goesOn = Number(process.env["GO_ON"] ?? 20);

describe.skipIf(!hasStrace && !isJudging)(`a power cut (seed ${seed}; needs strace)`, () => {
  const place = newPlace();
  const happened: Happened[] = [];
  /** The numbers of each ceremony's first change, and of the one after its last. */
  const spans = new Map<string, { readonly first: number; readonly end: number }>();
  /** How many states each ceremony had. */
  const tried = new Map<string, number>();
  const flags = ["--passphrase-file", join(place.root, "passphrases")];
  beforeAll(async () => {
    writeFileSync(join(place.root, "passphrases"), `${PASSPHRASES.join("\n")}\n`);
    for (const name of CEREMONIES) {
      const at = { ...place, out: join(place.root, name) };
      const run = await traced(at, name, CHANGING, flags);
      expect({ name, ...run.ended, out: "" }).toEqual({ name, code: 0, errors: "", out: "" });
      const first = happened.length;
      happened.push(...happenedIn(run.processes, place.root));
      spans.set(name, { first, end: happened.length });
    }
  });
  afterAll(() => place.remove());

  /** The states of the power cuts during one ceremony; those before it succeeded. */
  function crashesIn(ceremony: string): Generator<Crash> {
    const { first, end } = spans.get(ceremony)!;
    return crashesOf(happened.slice(0, end), place.root, drawing(seed), every, first);
  }

  it.each(CEREMONIES)(
    "at any time of five ceremonies loses nothing that was reported: %s",
    (ceremony) => {
      const counts = new Map<string, number>();
      const violations: string[] = [];
      let states = 0;
      for (const crash of crashesIn(ceremony)) {
        states++;
        const { wrong, taken } = checkedCrash(crash);
        violations.push(...wrong.map((what) => `after change ${crash.after}: ${what}`));
        for (const code of taken) counts.set(code, (counts.get(code) ?? 0) + 1);
      }
      const { first, end } = spans.get(ceremony)!;
      const records = [...counts].map(([code, count]) => `${count} ${code}`).join(", ");
      process.stdout.write(
        `power cuts in ${ceremony}: ${states} states of ${end - first} changes, `
          + `${violations.length} violations; records: ${records}\n`,
      );
      expect(violations.slice(0, 50), `SEED=${seed}`).toEqual([]);
      expect(states).toBeGreaterThan((end - first) / every);
      tried.set(ceremony, states);
    },
  );

  it("was tried in more than 10,000 states, where after every change", () => {
    expect([...tried.keys()]).toEqual(CEREMONIES);
    const states = [...tried.values()].reduce((sum, count) => sum + count, 0);
    expect(states).toBeGreaterThan(10_000 / every);
  });

  it("in an activation is continued by the same command, to a record that verifies", async () => {
    const states = () => crashesIn("activation");
    const count = Array.from(states(), () => 1).length;
    const draw = drawing(seed + 1);
    const chosen = new Set(Array.from({ length: goesOn }, () => Math.floor(draw() * count)));
    let opened = 0;
    let n = 0;
    for (const crash of states()) {
      if (!chosen.has(n++)) continue;
      // A refused record is for people: nothing continues by itself.
      if (checkedCrash(crash).taken.some((code) => code !== "opened")) continue;
      opened++;
      await goOn(crash, `SEED=${seed}, after change ${crash.after}`);
    }
    expect(opened).toBeGreaterThan(goesOn / 2);
  });

  /** The HSM and the people are not on the computer that lost its power. */
  async function goOn(crash: Crash, said: string): Promise<void> {
    const fresh = newPlace();
    onTestFinished(fresh.remove);
    const next = { ...fresh, out: join(fresh.root, "activation") };
    putDown(crash.files, place.root, next.root);
    putDown(crash.others, place.root, next.root);
    if (isMarkedDelivered(next, "activation")) return;
    const { code, errors } = await new Running(next, "activation", flags).ended;
    expect({ code, errors }, said).toEqual({ code: 0, errors: "" });
    expectMediaAsRecorded(next, await acceptedRecord(next, said), said);
  }
});
