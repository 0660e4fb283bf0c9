// Secrets never reach a network, nor a file of their process, seen from outside: the sockets of a
// whole rehearsal, and what its vaults write (needs strace).
// One exception: a socket of the family NETLINK asks the kernel for its own list of interfaces
// (node's os.networkInterfaces, when the station reads its network). It reaches nobody.
import { beforeAll, describe, expect, it } from "vitest";
import { hasStrace } from "../disk/strace.fixture.ts";
import { isJudging } from "./rehearsal.fixture.ts";
import {
  CHANGING,
  isReply,
  pathsIn,
  startedAs,
  theOne,
  targetOf,
  tracedActivation,
  type Call,
  type Traced,
} from "./traced.fixture.ts";

/** Local sockets, and the kernel's own list of interfaces. */
const LOCAL = /^AF_(UNIX|NETLINK),/;

let processes: readonly Traced[];

describe.skipIf(!hasStrace && !isJudging)("a rehearsal's sockets (need strace)", () => {
  beforeAll(async () => {
    ({ processes } = await tracedActivation());
  });

  it.each([
    // Three make keys and sign that they did, three prove the quorum, three sign the end.
    ["officer", 12],
    ["quorum", 1],
  ])("an %s vault has its local socket and no other", (kind, count) => {
    const vaults = startedAs(processes, "vault-process", kind);
    expect(vaults).toHaveLength(count);
    for (const { calls } of vaults) {
      expect(familiesIn(calls)).toEqual(["AF_UNIX"]);
      expect(calls.filter(leaves)).toEqual([]);
    }
  });

  it.each(["officer", "quorum"])("an %s vault makes no file, and writes to none", (kind) => {
    const vaults = startedAs(processes, "vault-process", kind);
    expect(vaults.length).toBeGreaterThan(0);
    for (const { calls } of vaults)
      expect(calls.filter(keeps).map(({ name, args }) => `${name} ${args.slice(0, 80)}`)).toEqual(
        [],
      );
    // Control: the coordinator, which gets no secret, writes the record.
    const { calls } = theOne(processes, "rehearse");
    for (const name of ["openat", "write", "rename"])
      expect(calls.filter((call) => call.name === name && keeps(call)).length).toBeGreaterThan(9);
  });

  it("the simulated people bring passphrases by local sockets alone", () => {
    const { calls } = theOne(processes, "people-process");
    expect(familiesIn(calls)).toEqual(["AF_UNIX"]);
    expect(calls.filter(leaves)).toEqual([]);
  });

  it("the coordinator reaches for the HSM only while the record is at that station", () => {
    const { calls } = theOne(processes, "rehearse");
    const there = opened(calls, "connected");
    const back = said(calls, " OFFLINE,", there);
    const before = calls.filter(({ to }) => to < there);
    const after = calls.filter(({ from }) => from > back);
    expect(before.filter(leaves)).toEqual([]);
    expect(after.filter(leaves)).toEqual([]);
    // Control: in between there are connections to the HSM.
    expect(calls.filter(leaves).length).toBeGreaterThan(4);
    // Both parts have secret steps: keys are made before, and opened again after.
    expect(before.some((call) => tells(call, "officer 3 types the passphrase"))).toBe(true);
    expect(after.some((call) => tells(call, "officer 3 types the passphrase"))).toBe(true);
  });

  it("the token and certificate of the HSM are read at the connected station, not before", () => {
    const { calls } = theOne(processes, "rehearse");
    const read = calls.filter(
      ({ name, args }) => name === "openat" && /\/(token|ca\.pem)$/.test(pathsIn(args)[0] ?? ""),
    );
    expect(read.length).toBeGreaterThan(0);
    expect(read[0]?.from).toBeGreaterThan(opened(calls, "connected"));
  });

  it("no process of a rehearsal listens for the network but the HSM, and that on loopback", () => {
    const bound = processes.flatMap(({ words, calls }) =>
      calls
        .filter(({ name, args }) => name === "bind" && args.includes("AF_INET"))
        .map(({ args }) => `${words[0] ?? ""} ${/inet_addr\("[^"]*"\)/.exec(args)?.[0] ?? args}`),
    );
    expect(bound).toEqual(['rehearsal-hsm inet_addr("127.0.0.1")']);
  });
});

/** A socket that could leave the machine is made, or used for it. */
const leaves = ({ name, args }: Call): boolean =>
  (/^socket(pair)?$/.test(name) && !LOCAL.test(args)) || args.includes("sa_family=AF_INET");

/** A file is made, changed or named; a vault's socket is in a folder, which it makes and removes. */
function keeps(call: Call): boolean {
  if (/^(mkdir|rmdir|unlink)(at)?$/.test(call.name)) return false;
  if (!CHANGING.includes(call.name) || call.name.startsWith("send")) return false;
  if (call.name.startsWith("open"))
    return /\bO_(WRONLY|RDWR|CREAT)\b/.test(call.args) && !pathsIn(call.args).includes("/dev/null");
  // With a descriptor: of a file, not of a pipe or socket.
  return /^\d+</.test(call.args) ? targetOf(call).startsWith("/") : true;
}

/** The families of all sockets, each once. */
const familiesIn = (calls: readonly Call[]): readonly string[] =>
  [
    ...new Set(
      calls
        .filter(({ name }) => /^socket(pair)?$/.test(name))
        .map(({ args }) => /^\w+/.exec(args)?.[0] ?? args),
    ),
  ].sort();

const tells = (call: Call, text: string): boolean => isReply(call) && call.args.includes(text);

/** Where in the log this station's record is first made. */
function opened(calls: readonly Call[], station: string): number {
  const first = calls.find(
    ({ name, args }) =>
      name === "openat"
      && args.includes("O_CREAT")
      && pathsIn(args)[0]?.includes(`/${station}/record.jsonl`),
  );
  if (first === undefined) throw new Error(`no record at the ${station} station`);
  return first.from;
}

/** Where in the log the coordinator first says this after a place. */
function said(calls: readonly Call[], text: string, from: number): number {
  const first = calls.find((call) => call.from > from && tells(call, text));
  if (first === undefined) throw new Error(`never said: ${text}`);
  return first.from;
}
