// Durable before visible, seen from outside: the system calls of a whole rehearsal (needs strace).
// A reply is whatever leaves the coordinator for others: a write to its standard output or error,
// or to a socket (people and vaults on local ones, the HSM on TCP). Files, and the pipes and
// counters by which its own threads wake each other, are not.
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fromHex, toWords } from "../../crypto/index.ts";
import { hasStrace } from "../disk/strace.fixture.ts";
import { acceptedRecord, entriesOf, type Line } from "./left-behind.fixture.ts";
import { isJudging, type Place } from "./rehearsal.fixture.ts";
import {
  forces,
  isAsking,
  isReply,
  opens,
  pathsIn,
  targetOf,
  theOne,
  tracedActivation,
  writes,
  type Call,
  type Traced,
} from "./traced.fixture.ts";

const HSM = "Contoso-Rehearsal-HSM";

let place: Place;
let processes: readonly Traced[];
/** The coordinator's. */
let calls: readonly Call[];
let entries: readonly Line[];

describe.skipIf(!hasStrace && !isJudging)("a rehearsal's system calls (need strace)", () => {
  beforeAll(async () => {
    ({ place, processes } = await tracedActivation());
    ({ calls } = theOne(processes, "rehearse"));
    entries = entriesOf(await acceptedRecord(place, "under strace"));
  });

  it("write every line of the record in a single call, once", () => {
    expect(lines().map(hashIn)).toEqual(entries.map(({ hash }) => hash));
  });

  it("force every line to the disk before anything leaves the coordinator", () => {
    for (const line of lines()) {
      const forced = forcing(line, targetOf(line));
      // From before the line was passed to the system until the disk has it.
      expect(repliesIn(line.from, forced.to), hashIn(line)).toEqual([]);
    }
  });

  it("show a head only when its line, the newest, is on the disk", () => {
    const shown = calls.filter((call) => isReply(call) && call.args.includes(" head is "));
    expect(shown).toHaveLength(23);
    for (const call of shown) {
      const newest = lines()
        .filter(({ from }) => from < call.from)
        .at(-1);
      const words = toWords((fromHex(hashIn(newest)) ?? new Uint8Array()).subarray(0, 4));
      expect(call.args).toContain(` head is ${words.join(" ")} ...`);
    }
  });

  it("force a file before it gets its name, and the name before anything leaves", () => {
    const named = calls.filter(
      ({ name, args }) =>
        /^(rename|link)/.test(name) && pathsIn(args).at(-1)?.startsWith(place.root),
    );
    const targets = named.map(({ args }) => pathsIn(args).at(-1) ?? "");
    for (const [folder, count] of [
      // Marker and four files; marker, certificates, script, answer, domain, record twice and manifest.
      ["media/officer-1", 5],
      ["media/officer-3-backup", 5],
      ["media/transfer", 11],
      ["media/domain-copy", 3],
      ["out", 4],
      ["out/certificates", 6],
      ["out/papers", 8],
    ] as const)
      expect(
        targets.filter((path) => join(path, "..") === join(place.root, folder)),
        folder,
      ).toHaveLength(count);
    for (const call of named) expectForcedAndNamed(call);
  });

  it("have the answer on both media, as it arrives, before anything else is done with it", () => {
    const began = lineOf("download-began");
    const [answer = [], copy = []] = ["transfer", "domain-copy"].map((medium) =>
      after(began).filter((call) => writes(call, on(medium, `${HSM}-SD.received.partial`))),
    );
    // The irreversible request is sent on a connection that is newer than `download-began`.
    expect(after(began).find(isAsking)?.to).toBeLessThan(answer[0]?.from ?? 0);
    expect(answer.length).toBeGreaterThan(0);
    expect(answer.map(({ result }) => result)).toEqual(copy.map(({ result }) => result));
    for (const piece of [...answer, ...copy]) {
      const path = targetOf(piece);
      const next = after(piece).find((call) => writes(call, path) || forces(call, path));
      expect(next?.name).toBe("fsync");
    }
  });

  it("have answer and domain on both media, read back and recorded, before the first poll", () => {
    const began = lineOf("download-began");
    const partial = on("transfer", `${HSM}-SD.received.partial`);
    const first = after(began).find((call) => writes(call, partial));
    const written = lineOf("domain-written");
    const forced = forcing(written, targetOf(written));
    // The HSM is asked on a new connection or on an old one. From the answer's first byte until
    // `domain-written` is forced there is no new one, and on old ones nothing but TLS's closing
    // alert: a record of 24 bytes, which cannot contain a request.
    const meanwhile = calls.filter(({ from }) => from > (first?.from ?? 0) && from < forced.to);
    expect(meanwhile.filter(isAsking)).toEqual([]);
    expect(meanwhile.filter((call) => isReply(call) && call.result !== 24)).toEqual([]);
    for (const [name, line] of [
      [`${HSM}-SD.received`, lineOf("answer-received")],
      [`${HSM}-SD.json`, written],
    ] as const)
      for (const medium of ["transfer", "domain-copy"]) expectWhole(on(medium, name), began, line);
    // Control: the next connection is the poll; after it comes the HSM's answer.
    const poll = after(forced).find(isAsking);
    expect(poll?.name).toBe("connect");
    // The HSM may be asked again before the coordinator reports its answer; never reported before.
    // On a busy machine it is done at the first question.
    const told = calls.find(({ args }) => /is being confirmed|resource is active/.test(args));
    expect(told?.from).toBeGreaterThan(poll?.to ?? Infinity);
  });

  it("open no file of a medium for writing but a new one, and shorten none", () => {
    const all = processes.flatMap((process) => process.calls);
    const opened = all.filter(
      ({ name, args }) => /^(open|openat|creat)$/.test(name) && isOnMedium(pathsIn(args).at(-1)),
    );
    const writing = opened.filter(
      ({ name, args }) => name === "creat" || /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND/.test(args),
    );
    // Each file of a medium is opened twice when made: aside, and as a reserved name.
    expect(writing.length).toBeGreaterThan(80);
    expect(writing.filter(({ args }) => !/O_CREAT\|O_EXCL\|(?!.*O_TRUNC)/.test(args))).toEqual([]);
    expect(
      all.filter(
        ({ name, args }) =>
          name.includes("truncate")
          && (isOnMedium(pathsIn(args)[0]) || args.includes(`<${place.media}/`)),
      ),
    ).toEqual([]);
    // Control: the trace would show one, because the HSM writes its own state so.
    expect(all.some(({ args }) => args.includes("O_TRUNC"))).toBe(true);
  });
});

const on = (medium: string, name: string): string => join(place.media, medium, name);

const isOnMedium = (path = ""): boolean =>
  path.startsWith(`${place.media}/`) && !path.startsWith(`${place.media}/.ceremonies/`);

/** The lines appended to the stations' records. */
const lines = (): readonly Call[] =>
  calls.filter(
    (call) =>
      /\/\.ceremonies\/1-activation\/(offline|connected)\/record\.jsonl$/.test(targetOf(call))
      && writes(call, targetOf(call)),
  );

/** The line of the only entry of this type. */
function lineOf(type: string): Call {
  const [entry, other] = entries.filter((one) => one.type === type);
  const line = lines().find((call) => hashIn(call) === entry?.hash);
  if (line === undefined || other !== undefined) throw new Error(`not one line ${type}`);
  return line;
}

/** The hash of the one entry that a call writes whole; else what makes the test fail. */
function hashIn(call: Call | undefined): string {
  const [text = ""] = /"\{.*\}\\n"/.exec(call?.args ?? "") ?? [];
  const [hash, other] = text.matchAll(/\\"hash\\":\\"([0-9a-f]{64})\\",\\"prev\\"/g);
  return other === undefined ? (hash?.[1] ?? "no line") : "two lines";
}

const after = (call: Call): readonly Call[] => calls.filter(({ from }) => from > call.from);

/** The call that forces this path to the disk next. */
function forcing(call: Call, path: string): Call {
  const forced = after(call).find((one) => forces(one, path));
  if (forced?.result !== 0) throw new Error(`never forced: ${path}`);
  return forced;
}

/** Replies that were on their way at any time between two places of the log. */
const repliesIn = (from: number, to: number): readonly Call[] =>
  calls.filter((call) => isReply(call) && call.to >= from && call.from <= to);

function expectForcedAndNamed(call: Call): void {
  const [source = "", target = ""] = pathsIn(call.args);
  const before = calls.filter(({ from }) => from < call.from);
  const touched = before
    .filter((one) => writes(one, source) || opens(one, source, "O_EXCL"))
    .at(-1);
  const forced = before.filter((one) => forces(one, source)).at(-1);
  expect(touched, source).toBeDefined();
  expect(forced?.from, source).toBeGreaterThan(touched?.to ?? 0);
  expect(repliesIn(call.from, forcing(call, join(target, "..")).to), target).toEqual([]);
}

/** Between two lines a file got its name, and was read back by it, past the cache. */
function expectWhole(path: string, began: Call, line: Call): void {
  const named = after(began).find(
    ({ name, args }) => name.startsWith("rename") && pathsIn(args).at(-1) === path,
  );
  const read = named && after(named).find((call) => opens(call, path, "O_DIRECT"));
  expect(read?.to, path).toBeLessThan(line.from);
}
