// Calls by which the coordinator of a rehearsed activation changes a disk, each made to fail (needs
// strace): with an error, with a part that the disk only claims to have, or by a kill. What had been
// shown is kept, and the same command continues to a record that verifies.
//
// There are hundreds of calls, and each failure is two rehearsals: a run takes FAILURES of them, at
// places that SEED chooses.
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasStrace } from "../disk/strace.fixture.ts";
import { drawing } from "./kill-moments.fixture.ts";
import {
  acceptedRecord,
  expectKept,
  expectMediaAsRecorded,
  isMarkedDelivered,
  shownBy,
} from "./left-behind.fixture.ts";
import { isJudging, newPlace, Running, type Place } from "./rehearsal.fixture.ts";
import { theOne, traced } from "./traced.fixture.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
const failures = Number(process.env["FAILURES"] ?? 40);

/** What may come of each call; a claimed length is one byte, of which the disk has none. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
  pwrite64: ["error=EIO", "error=ENOSPC", "retval=1", "signal=KILL"],
  write: ["error=EIO", "error=ENOSPC", "retval=1", "signal=KILL"],
  fsync: ["error=EIO", "signal=KILL"],
  rename: ["error=EIO", "signal=KILL"],
  link: ["error=EIO", "signal=KILL"],
  unlink: ["error=EIO", "signal=KILL"],
  mkdir: ["error=ENOSPC", "signal=KILL"],
};

/** The files that are written by write(2): of others it is the screen, or a socket. */
const recordsIn = ({ media, out }: Place): readonly string[] => [
  ...["offline", "connected"].flatMap((station) => {
    const record = join(media, ".ceremonies", "1-activation", station, "record.jsonl");
    return [record, `${record}.new`];
  }),
  join(out, "record.jsonl.new"),
];

const under = (place: Place, call: string, fault: string, nth: number): readonly string[] => [
  "strace",
  "-qq",
  ...(call === "write" ? recordsIn(place).flatMap((path) => ["-P", path]) : []),
  ...["-e", `trace=${call}`, "-e", `inject=${call}:${fault}:when=${nth}`],
  ...["-o", join(place.root, "strace.log"), "--"],
];

describe.skipIf(!hasStrace && !isJudging)(`a failing disk (seed ${seed}; needs strace)`, () => {
  const places: (Place & { readonly remove: () => void })[] = [];
  const counts = new Map<string, number>();
  beforeAll(async () => {
    const place = newPlace();
    places.push(place);
    const run = await traced(place, "activation", Object.keys(FAULTS));
    expect({ ...run.ended, out: "" }).toEqual({ code: 0, errors: "", out: "" });
    for (const { name, args } of theOne(run.processes, "rehearse").calls) {
      if (name === "write" && !recordsIn(place).some((path) => args.includes(`<${path}>`)))
        continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  });
  afterAll(() => {
    for (const place of places) place.remove();
  });

  const draw = drawing(seed);
  const codes = new Map<string, number>();
  it.each(Array.from({ length: failures }, (_, n) => n + 1))("loses nothing (%i)", async () => {
    const calls = Object.keys(FAULTS).flatMap((name) =>
      Array.from({ length: counts.get(name) ?? 0 }, (_, n) => ({ name, nth: n + 1 })),
    );
    const { name, nth } = calls[Math.floor(draw() * calls.length)]!;
    const faults = FAULTS[name] ?? [];
    const fault = faults[Math.floor(draw() * faults.length)]!;
    const said = `SEED=${seed}, ${name} ${nth} ${fault}`;
    const place = newPlace();
    places.push(place);
    const first = new Running(place, "activation", [], under(place, name, fault, nth));
    const { code, out, errors } = await first.ended;
    const refusal = fault === "signal=KILL" ? "killed" : (/^E-[A-Z-]+/m.exec(errors)?.[0] ?? "");
    codes.set(refusal, (codes.get(refusal) ?? 0) + 1);
    // Where nothing hung on the call, or there were fewer this time, the rehearsal continued to its end.
    if (code === 0) expect(errors, said).toBe("");
    else if (fault === "signal=KILL")
      expect({ code, errors }, said).toEqual({ code: null, errors: "" });
    else expect(errors, said).toMatch(/^E-(?!BUG|WORKER)[A-Z-]+: /);
    const shown = shownBy(place, "activation", out);
    await first.survivors(20);
    if (!isMarkedDelivered(place, "activation"))
      expect(await new Running(place, "activation").ended, said).toMatchObject({
        code: 0,
        errors: "",
      });
    const record = await acceptedRecord(place, said);
    expectKept(record, [shown], said);
    expectMediaAsRecorded(place, record, said);
    place.remove();
  });

  it("is counted", () => {
    const told = [...codes].map(([code, count]) => `${count} ${code || "went on"}`).join(", ");
    process.stdout.write(
      `failing calls: ${failures} of ${[...counts.values()].reduce((sum, n) => sum + n, 0)}, ${told}\n`,
    );
    expect([...codes.values()].reduce((sum, n) => sum + n, 0)).toBe(failures);
  });
});
