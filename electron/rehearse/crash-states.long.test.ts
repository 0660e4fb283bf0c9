// A power cut during five ceremonies, one after the other, and during two of five officers (needs
// strace): every distinct state in which it may leave the disks. From some of them the same command
// continues to the end. One ceremony alone is run by its name: `-t recovery`. EVERY, GO_ON and SEED
// are below.
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

/** Ceremonies in the order in which they continue each other; the power is cut less often in some. */
const CHAINS = [
  {
    of: "2 of 3",
    ceremonies: ["activation", "hand-off", "attestation", "replacement", "recovery"],
    counts: [],
    less: 1,
  },
  {
    of: "3 of 5",
    ceremonies: ["activation", "dry-run"],
    counts: ["--officers", "5", "--quorum", "3"],
    less: 10,
  },
] as const;
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
/** The power is cut after one of this many changes. */
const everyOf = Number(process.env["EVERY"] ?? 1);
/** From this many states the activation continues. */
const goesOnOf = Number(process.env["GO_ON"] ?? 20);
/** The chain of 2 of 3 is renewed to 3 of 5, with another key for the third officer. */
const RENEWED = ["--officers", "5", "--quorum", "3", "--officer", "3"];
const OF_FOURTH_AND_FIFTH = ["fourth officer", "officer, the fifth"];

const power = describe.skipIf(!hasStrace && !isJudging);
power.each(CHAINS)(`a power cut, $of (seed ${seed}; needs strace)`, (chain) => {
  const { ceremonies, counts } = chain;
  const every = everyOf * chain.less;
  const goesOn = Math.ceil(goesOnOf / chain.less);
  const place = newPlace();
  const happened: Happened[] = [];
  /** The numbers of each ceremony's first change, and of the one after its last. */
  const spans = new Map<string, { readonly first: number; readonly end: number }>();
  /** How many states each ceremony had. */
  const tried = new Map<string, number>();
  const flags = ["--passphrase-file", join(place.root, "passphrases"), ...counts];
  beforeAll(async () => {
    const passphrases = [...PASSPHRASES, ...OF_FOURTH_AND_FIFTH];
    writeFileSync(join(place.root, "passphrases"), `${passphrases.join("\n")}\n`);
    for (const name of ceremonies) {
      const at = { ...place, out: join(place.root, name) };
      const more = name === "replacement" ? RENEWED : [];
      const run = await traced(at, name, CHANGING, [...flags, ...more]);
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

  it.each(ceremonies)(
    "at any time of its ceremonies loses nothing that was reported: %s",
    (ceremony) => {
      const codes = new Map<string, number>();
      const violations: string[] = [];
      let states = 0;
      for (const crash of crashesIn(ceremony)) {
        states++;
        const { wrong, taken } = checkedCrash(crash);
        violations.push(...wrong.map((what) => `after change ${crash.after}: ${what}`));
        for (const code of taken) codes.set(code, (codes.get(code) ?? 0) + 1);
      }
      const { first, end } = spans.get(ceremony)!;
      const records = [...codes].map(([code, count]) => `${count} ${code}`).join(", ");
      process.stdout.write(
        `power cuts in ${ceremony} of ${chain.of}: ${states} states of ${end - first} changes, `
          + `${violations.length} violations; records: ${records}\n`,
      );
      expect(violations.slice(0, 50), `SEED=${seed}`).toEqual([]);
      expect(states).toBeGreaterThan((end - first) / every);
      tried.set(ceremony, states);
    },
  );

  it("was tried in more than 10,000 states, if after every change", () => {
    expect([...tried.keys()]).toEqual(ceremonies);
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
