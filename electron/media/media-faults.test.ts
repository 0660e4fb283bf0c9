// System faults, one at a time, at each call of a write (F02-F04, F17-F21; needs strace).
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { equal, sha256Hex } from "../../crypto/index.ts";
import { hasStrace } from "../disk/strace.fixture.ts";
import { aMedium, aRoot, bytesOf, isJudging } from "./media.fixture.ts";
import { listFiles, openAnswer, readFile, writeFile, type Medium } from "./media.ts";
import {
  bundleChild,
  pointsOf,
  traced,
  tracedWhile,
  type Point,
  type Run,
  type Traced,
} from "./strace.fixture.ts";

const passedOver = !hasStrace && !isJudging;
const long = process.env["LONG"] === "1";
const WHOLE = bytesOf("the bytes that must be whole");
const NAME = "a.txt";

let made: ReturnType<typeof aRoot>;
let medium: Medium;
let run: Run;

beforeAll(() => {
  made = aRoot();
  const content = join(made.root, "content");
  writeFileSync(content, WHOLE);
  medium = aMedium(made.root);
  const files = [NAME, `${NAME}.part`, `${NAME}.partial`].map((name) => join(medium.folder, name));
  run = {
    child: bundleChild(made.root),
    verb: "write",
    root: made.root,
    name: NAME,
    content,
    paths: [medium.folder, ...files],
  };
});
afterAll(() => made.end());
beforeEach(() => {
  for (const name of readdirSync(medium.folder)) {
    if (name !== "medium.json") rmSync(join(medium.folder, name));
  }
});

const at = (name: string): string => join(medium.folder, name);
const standing = (): readonly string[] =>
  readdirSync(medium.folder).filter((name) => name !== "medium.json");
/** In the long run the checks of the marker fail too. */
const swept = (verb: Run["verb"]): Run => ({
  ...run,
  verb,
  paths: [...run.paths, ...(long ? [at("medium.json")] : [])],
});
const withFault = (verb: Run["verb"], inject: string): Traced => traced({ ...run, verb, inject });
const isWhole = (name: string): boolean => equal(readFile(medium, name, 1000), WHOLE);

describe.skipIf(passedOver)("a system call that fails (needs strace)", () => {
  it.each([
    ["pwrite64:error=EIO", "E-MEDIA-IO"],
    ["pwrite64:error=ENOSPC", "E-MEDIA-SPACE"],
    ["pwrite64:error=EDQUOT", "E-MEDIA-SPACE"],
    ["pwrite64:error=EFBIG", "E-MEDIA-SPACE"],
    ["pwrite64:error=ENODEV", "E-MEDIA-GONE"],
    ["pwrite64:error=ENXIO", "E-MEDIA-GONE"],
    ["pwrite64:error=ENOMEDIUM", "E-MEDIA-GONE"],
    ["pwrite64:error=ESTALE", "E-MEDIA-GONE"],
    ["pwrite64:retval=0", "E-MEDIA-IO"],
    ["pwrite64:retval=28", "E-MEDIA-LIES"],
    ["pwrite64:retval=3:when=1", "E-MEDIA-LIES"],
    ["fsync:error=EIO:when=1", "E-MEDIA-IO"],
    ["fsync:error=ENOSPC:when=1", "E-MEDIA-SPACE"],
    ["fsync:error=EIO:when=2", "E-MEDIA-IO"],
    ["rename:error=EIO", "E-MEDIA-IO"],
    ["rename:error=ENOSPC", "E-MEDIA-SPACE"],
    ["rename:error=EROFS", "E-MEDIA-READONLY"],
    ["rename:retval=0", "E-MEDIA-LIES"],
    ["pread64:retval=0:when=1", "E-MEDIA-LIES"],
    ["pread64:retval=0:when=2", "E-MEDIA-LIES"],
    ["openat:error=EROFS:when=1", "E-MEDIA-READONLY"],
    ["openat:error=EACCES:when=1", "E-MEDIA-READONLY"],
    ["openat:error=EPERM:when=1", "E-MEDIA-READONLY"],
    ["openat:error=EMFILE:when=1", "E-RESOURCE"],
    ["access:error=EROFS", "E-MEDIA-READONLY"],
  ])("%s gives %s and leaves nothing", (inject, code) => {
    expect(withFault("write", inject).last).toEqual({ code });
    expect(standing()).toEqual([]);
  });

  it.each(["pwrite64:error=EINTR:when=1", "pwrite64:error=EAGAIN:when=1..3"])(
    "%s is tried again, and no byte is written twice (F19)",
    (inject) => {
      expect(withFault("write", inject).last.written?.sha256).toBe(sha256Hex(WHOLE));
      expect(isWhole(NAME)).toBe(true);
    },
  );

  it("that fails for ever with EAGAIN ends anyway", () => {
    expect(withFault("write", "pwrite64:error=EAGAIN").last).toEqual({ code: "E-MEDIA-IO" });
  });

  it("cuts no file short when O_DIRECT is not known to the file system", () => {
    const { last, calls } = withFault("write", "pread64:error=EINVAL:when=1");
    expect(last.written?.size).toBe(WHOLE.length);
    expect(calls.some((call) => call.includes("EINVAL"))).toBe(true);
  });

  it("of an answer that was not forced down is not asked to be again (F21)", () => {
    const inject = "fsync:error=EIO:when=2";
    const { said, calls } = traced({
      ...run,
      verb: "answer",
      paths: [at(`${NAME}.partial`)],
      inject,
    });
    expect(said.map(({ arrived, code }) => arrived ?? code)).toEqual([5, undefined, "E-MEDIA-IO"]);
    expect(said[1]?.kept?.name).toBe(`${NAME}.partial`);
    expect(calls.filter((call) => call.startsWith("fsync"))).toHaveLength(2);
  });

  it("leaves the old record in place of one that the medium did not take (finding 9)", () => {
    const record = at("record.jsonl");
    writeFileSync(record, "old");
    const paths = [record, `${record}.part`];
    for (const inject of ["pwrite64:retval=28", "fsync:error=EIO:when=1", "rename:error=EIO"]) {
      const { last } = traced({ ...run, verb: "replace", name: "record.jsonl", paths, inject });
      expect(last.code, inject).toMatch(/^E-MEDIA-(LIES|IO)$/);
      expect(standing(), inject).toEqual(["record.jsonl"]);
      expect(readFileSync(record, "utf8"), inject).toBe("old");
    }
  });

  it("finds the name taken by another program a moment before, which keeps it", async () => {
    const outcome = await tracedWhile({ ...run, paths: [at(NAME)] }, "statx:1", () =>
      writeFileSync(at(NAME), "theirs"),
    );
    expect(outcome).toEqual({ code: "E-MEDIA-EXISTS" });
    expect(readFileSync(at(NAME), "utf8")).toBe("theirs");
    expect(standing()).toEqual([NAME]);
  });

  it("finds a file that gives other bytes the second time it is read (B090)", () => {
    writeFile(medium, NAME, WHOLE);
    const { calls } = traced({ ...run, verb: "read" });
    const reads = calls.filter((call) => call.startsWith("pread64"));
    const inject = `pread64:retval=0:when=${reads.length}`;
    expect(withFault("read", inject).last).toEqual({ code: "E-MEDIA-CHANGING" });
  });
});

describe.skipIf(passedOver)("the order of a write (needs strace)", () => {
  const order = (verb: Run["verb"]): readonly string[] =>
    traced({ ...run, verb }).calls.filter((call) =>
      /^(openat|pwrite64|fsync|rename|pread64|unlink)/.test(call),
    );
  const indexOf = (calls: readonly string[], form: RegExp, from = 0): number => {
    const found = calls.findIndex((call, i) => i >= from && form.test(call));
    expect(found, form.source).toBeGreaterThanOrEqual(from);
    return found;
  };

  it("is: write aside, fsync, read past the cache, rename, fsync both, read by name", () => {
    const calls = order("write");
    let i = indexOf(calls, /^openat.*a\.txt\.part", O_WRONLY.*O_EXCL/);
    for (const step of [
      /^pwrite64.*a\.txt\.part>/,
      /^fsync.*a\.txt\.part>/,
      /^openat.*a\.txt\.part", .*O_DIRECT/,
      /^pread64.*a\.txt\.part>/,
      /^openat.*a\.txt", O_WRONLY.*O_EXCL/,
      /^rename\(/,
      // FAT writes a file's place only with the file.
      /^fsync.*a\.txt>/,
      /^fsync.*transfer>/,
      /^openat.*a\.txt", .*O_DIRECT/,
      /^pread64.*a\.txt>/,
    ])
      i = indexOf(calls, step, i);
  });

  it("of an answer forces each piece to the medium before the next", () => {
    const calls = order("answer").filter((call) => /^(pwrite64|fsync|rename)/.test(call));
    expect(calls.map((call) => /^\w+/.exec(call)?.[0])).toEqual([
      "fsync",
      "pwrite64",
      "fsync",
      "pwrite64",
      "fsync",
      "fsync",
      "rename",
      "fsync",
      "fsync",
    ]);
  });

  it("opens nothing to be cut short or overwritten (promise 39)", () => {
    for (const verb of ["write", "replace", "answer"] as const) {
      const name = verb === "replace" ? "record.jsonl" : `${verb}.txt`;
      const paths = [medium.folder, ...["", ".part", ".partial"].map((end) => at(name + end))];
      const { calls, last } = traced({ ...run, verb, name, paths });
      expect(last.written?.name).toBe(name);
      const opened = calls.filter((call) => /^openat.*O_(WRONLY|RDWR)/.test(call));
      expect(opened.length).toBeGreaterThan(0);
      const exclusive = (call: string): boolean =>
        call.includes("O_EXCL") && !call.includes("O_TRUNC");
      expect(opened.every(exclusive)).toBe(true);
    }
  });
});

/** One call in three in `npm test`; every call in the long run. */
const some = (points: readonly Point[]): readonly Point[] =>
  points.filter((_, i) => long || i % 3 === 0);

/** Every fault at calls of a write, or of an answer. */
describe.skipIf(passedOver)("a write with one fault at each of its calls (needs strace)", () => {
  const sweep = (
    verb: Run["verb"],
    effect: string,
    judge: (result: Traced, point: Point) => void,
  ): void => {
    const points = pointsOf(traced(swept(verb)).calls);
    expect(points.length).toBeGreaterThan(20);
    for (const point of some(points)) {
      for (const name of standing()) rmSync(at(name));
      const inject = `${point.call}:${effect}:when=${point.n}`;
      judge(traced({ ...swept(verb), inject }), point);
    }
  };

  it("is acknowledged and whole, or refused with a code and gone", () => {
    sweep("write", "error=EIO", ({ last }, { call, n }) => {
      const where = `${call} ${n}: ${JSON.stringify(last)}`;
      if (last.written === undefined) {
        expect(last.code, where).toMatch(/^E-/);
        expect(standing(), where).toEqual([]);
      } else {
        expect(last.written.sha256, where).toBe(sha256Hex(WHOLE));
        expect(isWhole(NAME), where).toBe(true);
      }
    });
  });

  it("and killed there is whole or absent, and can be repeated (F02, F03, F04)", () => {
    sweep("write", "signal=SIGKILL", ({ last }, { call, n }) => {
      const where = `${call} ${n}`;
      expect(last, where).toEqual({});
      const stands = listFiles(medium).includes(NAME);
      const again = codeOf(() => writeFile(medium, NAME, WHOLE));
      expect(again, where).toBe(stands ? "E-MEDIA-EXISTS" : "nothing thrown");
      expect(isWhole(NAME), where).toBe(true);
      expect(standing(), where).toEqual([NAME]);
    });
  });

  it("replaces whole by whole, though killed at any call", () => {
    const record = join(medium.folder, "record.jsonl");
    const paths = [medium.folder, record, `${record}.part`];
    const one = { ...run, verb: "replace", name: "record.jsonl", paths } as const;
    const points = pointsOf(traced(one).calls);
    for (const { call, n } of some(points)) {
      writeFileSync(record, "old");
      traced({ ...one, inject: `${call}:signal=SIGKILL:when=${n}` });
      expect(["old", Buffer.from(WHOLE).toString()]).toContain(readFileSync(record, "utf8"));
    }
  });
});

describe.skipIf(passedOver)("an answer with one fault at each of its calls (needs strace)", () => {
  const points = (): readonly Point[] => pointsOf(traced(swept("answer")).calls);
  const clear = (): void => {
    for (const name of standing()) rmSync(at(name));
  };

  const effects = ["error=EIO", "signal=SIGKILL"];
  it.each(effects)("(%s) loses no piece that had arrived (F10, F35, F36)", (effect) => {
    for (const { call, n } of some(points())) {
      clear();
      const inject = `${call}:${effect}:when=${n}`;
      const { said, last } = traced({ ...swept("answer"), inject });
      const where = `${call} ${n}: ${JSON.stringify(said)} ${standing().join()}`;
      const arrived = said.reduce((sum, { arrived = 0 }) => sum + arrived, 0);
      const named = existsSync(at(NAME)) && readFileSync(at(NAME)).length > 0;
      // A complete answer gets a name, or none does, and never a refused one.
      if (named) expect(isWhole(NAME), where).toBe(true);
      if (last.code !== undefined) expect(named, where).toBe(false);
      const lies = named ? NAME : `${NAME}.partial`;
      const kept = arrived === 0 ? new Uint8Array() : new Uint8Array(readFileSync(at(lies)));
      expect(equal(kept.subarray(0, arrived), WHOLE.subarray(0, arrived)), where).toBe(true);
      if (last.written !== undefined) expect(named, where).toBe(true);
      // And a new answer finds a free name.
      if (!named) openAnswer(medium, NAME).abandon();
    }
  });
});
