// What is known of records: the same with and without an index, and nothing of a record that changed.
import { mkdirSync, mkdtempSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { activationWith, onPaper, recordWith } from "../evidence/record.fixture.ts";

let hidden = "";
beforeEach(() => (hidden = join(mkdtempSync(join(tmpdir(), "known-")), ".ceremonies")));

/** As many as make an index worth it. */
const MANY = 33;
const index = (): string => join(hidden, "known-records.jsonl");
const ceremony = (n: number) => ({
  number: n,
  script: "activation",
  folder: join(hidden, `${String(n)}-activation`),
});
const station = (n: number): string => join(ceremony(n).folder, "offline");
const fileOf = (n: number): string => join(station(n), "record.jsonl");
const [opening] = activationWith();

/** A record that opens and is closed on paper, of a ceremony of its own. */
function closed(n: number): Uint8Array {
  const id = { ceremony: String(n).padStart(32, "0") };
  return recordWith([...activationWith({}, id).slice(0, 1), ...onPaper]);
}

function store(n: number, bytes: Uint8Array): void {
  mkdirSync(station(n), { recursive: true });
  writeFileSync(fileOf(n), bytes);
}

/** In a process that has read nothing. */
async function started() {
  vi.resetModules();
  return { ...(await import("./known-records.ts")), ...(await import("./folders.ts")) };
}

/** What each says, as a new process finds it, which then keeps its index. */
async function known() {
  const { knownIn, keepKnown } = await started();
  const found = Array.from({ length: MANY }, (_, n) => knownIn(station(n + 1)));
  keepKnown(hidden);
  return found;
}

/** The index with other words about the first record, and a first line that fits them. */
function forged(change: (line: string) => string): void {
  const [first = "", ...lines] = readFileSync(index(), "utf8").split("\n");
  const rest = lines.map(change).join("\n");
  const { version, commit } = JSON.parse(first) as Record<string, string>;
  const again = JSON.stringify({ version, commit, sha256: sha256Hex(utf8(rest)) });
  writeFileSync(index(), `${again}\n${rest}`);
}

describe("what is known of records", () => {
  beforeEach(() => {
    for (let n = 1; n <= MANY; n++) store(n, closed(n));
  });

  it("is the same from the index as from the records", async () => {
    const first = await known();
    expect(first[0]).toMatchObject({ isClosed: true, isAborted: false });
    expect(new Set(first.map((one) => one?.head))).toHaveLength(MANY);
    const kept = readFileSync(index());
    expect(await known()).toEqual(first);
    expect(readFileSync(index())).toEqual(kept);
  });

  it("is not taken from an index that a disk changed, or that another program wrote", async () => {
    const first = await known();
    const kept = readFileSync(index());
    const changed = Buffer.from(kept);
    const at = changed.lastIndexOf("activation");
    changed.write("x", at < 0 ? changed.length - 9 : at);
    for (const other of [changed, Buffer.from(kept.toString().replace("version", "Version"))]) {
      writeFileSync(index(), other);
      expect(await known()).toEqual(first);
      expect(readFileSync(index())).toEqual(kept);
    }
  });

  it("does not cover a record of which one bit changed, whatever its times say", async () => {
    await known();
    const { atime, mtime } = statSync(fileOf(7));
    const bytes = readFileSync(fileOf(7));
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(fileOf(7), bytes);
    utimesSync(fileOf(7), atime, mtime);
    const { knownIn, latestIn } = await started();
    expect(() => knownIn(station(7))).toThrow(expect.objectContaining({ code: "E-LOG-HASH" }));
    expect(() => latestIn([ceremony(1), ceremony(7)])).toThrow(
      expect.objectContaining({ code: "E-LOG-HASH" }),
    );
  });

  it("gives nobody a closed record that is not closed, even if its index says so", async () => {
    await known();
    const open = recordWith(opening === undefined ? [] : [opening]);
    store(1, open);
    forged((line) =>
      line.includes(sha256Hex(closed(1))) ? line.replace(/[0-9a-f]{64}/, sha256Hex(open)) : line,
    );
    const { knownIn, closedRecord } = await started();
    expect(knownIn(station(1))?.isClosed).toBe(true);
    expect(closedRecord(ceremony(1))).toBeNull();
  });
});

it("few records have no index: reading them takes no time", async () => {
  store(1, closed(1));
  const { knownIn, keepKnown } = await started();
  expect(knownIn(station(1))?.isClosed).toBe(true);
  keepKnown(hidden);
  expect(() => statSync(index())).toThrow("ENOENT");
});
