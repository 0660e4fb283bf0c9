// What a process reported as accepted is there after any kill and any failure of the disk.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasStrace, straceFlags } from "../disk/strace.fixture.ts";
import { acceptedOf, buildAppender, Child, type Accepted } from "./child.fixture.ts";
import { openJournal, readRecord, RECORD_FILE } from "./journal.ts";
import { temporaryFolder } from "./record.fixture.ts";

const open = (folder: string) =>
  openJournal({ folder, station: "offline", clock: () => new Date() });
const entry = { by: "administrator", type: "noted", data: {} };

/** Opens what a process left: all that it reported as accepted must be there, after `before`. */
function expectAccepted(folder: string, before: number, accepted: Accepted): void {
  const journal = open(folder);
  for (const [seq, hash] of accepted) expect(journal.entries[seq]?.hash).toBe(hash);
  // The one that was being written may be there too, complete, though it was not reported.
  const known = before + accepted.size;
  expect([known, known + 1]).toContain(journal.entries.length);
  const [next] = journal.append([entry]);
  journal.close();
  expect(readRecord(folder)).toMatchObject({ head: next?.hash, torn: false });
}

describe("kill -9", () => {
  it("at any moment loses no accepted entry", async () => {
    const folder = temporaryFolder();
    const program = buildAppender();
    for (let round = 0; round < 12; round++) {
      const before = readRecord(folder)?.entries.length ?? 0;
      const child = new Child(program, folder, 100_000);
      await child.lines(2 + ((round * 7) % 23));
      const accepted = acceptedOf(await child.kill());
      expect(accepted.size).toBeGreaterThan(0);
      expectAccepted(folder, before, accepted);
    }
  });
});

const passedOver = !hasStrace && process.env["CI"] !== "true";

/** Two accepted entries and a torn line, so that opening has work to do. */
function folderToOpen(): string {
  const folder = temporaryFolder();
  const journal = open(folder);
  journal.append([entry, entry]);
  journal.close();
  appendFileSync(join(folder, RECORD_FILE), "{torn");
  return folder;
}

/** What a process prints that appends three entries while its Nth call on the record fails. */
async function failing(
  program: string,
  folder: string,
  call: string,
  fault: string,
  nth: number,
): Promise<readonly string[]> {
  const paths = ["", RECORD_FILE, `${RECORD_FILE}.new`, "record.torn-1.new"].flatMap((name) => [
    "-P",
    join(folder, name).replace(/\/$/, ""),
  ]);
  const inject = ["-e", `trace=${call}`, "-e", `inject=${call}:${fault}:when=${nth}`];
  const log = ["-o", join(folder, "trace")];
  const child = new Child(program, folder, 3, [
    "strace",
    ...straceFlags(fault),
    ...log,
    ...paths,
    ...inject,
  ]);
  return child.end();
}

/** Each way to fail, and what the process may print about it. A killed one prints nothing. */
const SWEEPS: readonly (readonly [call: string, fault: string, code: string])[] = [
  ["write", "error=EIO", "E-LOG-IO"],
  ["write", "error=ENOSPC", "E-LOG-SPACE"],
  ["write", "error=EROFS", "E-LOG-READONLY"],
  // The disk reports a write, and wrote nothing.
  ["write", "retval=1000", "E-LOG-IO"],
  // It reports one byte, and has only the others.
  ["write", "retval=1", "E-LOG-IO"],
  ["write", "signal=KILL", ""],
  ["fsync", "error=EIO", "E-LOG-IO"],
  ["fsync", "error=ENOMEM", "E-RESOURCE"],
  ["fsync", "signal=KILL", ""],
  ["link", "error=EIO", "E-LOG-IO"],
  ["link", "signal=KILL", ""],
  ["rename", "error=EIO", "E-LOG-IO"],
  ["rename", "signal=KILL", ""],
];

describe.skipIf(passedOver)("a disk (needs strace)", () => {
  it.each(SWEEPS)("where any %s ends in %s loses no accepted entry", async (call, fault, code) => {
    const program = buildAppender();
    let failures = 0;
    for (;;) {
      const folder = folderToOpen();
      const said = await failing(program, folder, call, fault, failures + 1);
      const accepted = acceptedOf(said);
      expectAccepted(folder, 2, accepted);
      if (accepted.size === 3) break;
      failures++;
      const refusals = said.filter((line) => line.startsWith("E-"));
      expect(refusals[0] ?? "").toBe(code);
      for (const later of refusals.slice(1)) expect(later).toBe("E-LOG-DEAD");
    }
    // Opening sets a torn line aside and writes the record again; then three entries follow.
    expect(failures).toBe({ write: 5, fsync: 8, link: 1, rename: 1 }[call]);
  });
});
