// Only vaults have secrets: the coordinator's memory is searched after every secret step, and so
// are command lines, environments and files (needs root, to read another's memory).
import { createPrivateKey, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { BUILT_IN, readScript } from "../../ceremony-scripts/index.ts";
import { secretsOfDomain } from "./domain-secrets.fixture.ts";
import { entriesOf, stationCopies } from "./left-behind.fixture.ts";
import { searchFiles, searchMemory, type Seen } from "./memory-search.fixture.ts";
import {
  commandLine,
  environment,
  isJudging,
  newPlace,
  processes,
  Running,
  type Place,
  type Stop,
} from "./rehearsal.fixture.ts";
import { formsOfNumber, formsOfText, type Needles } from "./secret-forms.fixture.ts";

const canSearch = process.platform === "linux" && process.getuid?.() === 0;
const SEATS = [1, 2, 3] as const;

describe.skipIf(!canSearch && !isJudging)("a rehearsal's memory (needs root)", () => {
  it("has passphrases, private keys, shares and the domain's secret in vaults alone", async () => {
    const place = newPlace();
    onTestFinished(place.remove);
    const passphrases = SEATS.map(() => randomBytes(24).toString("base64url"));
    const file = join(place.root, "passphrases");
    writeFileSync(file, `${passphrases.join("\n")}\n`, { mode: 0o600 });
    const needles: Record<string, readonly Uint8Array[]> = Object.fromEntries(
      passphrases.map((passphrase, i) => [`passphrase ${i + 1}`, formsOfText(passphrase)]),
    );
    const stops = [...[2, 3, 4, 9, 20, 21, 23].map(done), typing(1), typing(7)];
    const running = new Running(place, "activation", ["--passphrase-file", file], [], stops);
    onTestFinished(() => running.wipe());
    const watch = watchProcesses(running, passphrases);
    onTestFinished(() => void watch());
    const here = () => searchMemory(running.pid, needles);

    for (const seat of SEATS) {
      const keys = () => numbersOf(place, seat, passphrases[seat - 1] ?? "");
      if (seat === 1) await expectInVault(running, place, needles, keys);
      // Stopped before the keys are opened here: the coordinator is as the step left it.
      await stopAfter(running, place, seat + 1, "key-opened");
      Object.assign(needles, keys());
      expectNothing(here(), `after officer ${seat}'s keys were made`);
    }
    await stopAfter(running, place, 9, "signed");
    expectNothing(here(), "after all had signed the act");
    await running.standsAt(done(20));
    Object.assign(needles, domainOf(place, passphrases));
    expectNothing(here(), "after the download");
    await expectInQuorumVault(running, needles);
    await stopAfter(running, place, 21, "quorum-proven");
    expectNothing(here(), "after the proof");
    await stopAfter(running, place, 23, "signed");
    expectNothing(here(), "after all had signed");

    const { code, errors, out } = await running.ended;
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(Object.keys(needles)).toHaveLength(3 + 3 * 2 * 3 + 3 + 1);
    // An HSM has its domain's secret; the rehearsal HSM has it in a file.
    const hsms = join(place.media, ".ceremonies", "hsm");
    const files = searchFiles(
      [place.media, place.out, place.temporary, running.home],
      needles,
      hsms,
    );
    expectNothing(files, "in files", 100_000);
    expect(passphrases.filter((passphrase) => out.includes(passphrase))).toEqual([]);
    // Control: the same search finds them where they are, beside these folders.
    expect(searchFiles([place.root], needles).found).toEqual([
      "passphrase 1",
      "passphrase 2",
      "passphrase 3",
      "secret",
    ]);
    expect(watch()).toEqual({
      leaks: [],
      seen: [
        "people-process",
        "rehearsal-hsm",
        "rehearse",
        "vault-process officer",
        "vault-process quorum",
      ],
    });
  });
});

describe.skipIf(!canSearch && !isJudging)("an adoption's memory (needs root)", () => {
  it("has keys that another tool left open in vaults alone", async () => {
    const place = newPlace();
    onTestFinished(place.remove);
    const { steps } = readScript(BUILT_IN.get("adoption") ?? "", "0".repeat(64));
    const stops = ["find-domain", "prove-quorum"].map((kind) =>
      done(steps.findIndex(({ action }) => action.kind === kind) + 1),
    );
    const running = new Running(place, "adoption", [], [], stops);
    onTestFinished(() => running.wipe());
    for (const stop of stops) {
      await running.standsAt(stop);
      const needles: Needles = Object.fromEntries(
        SEATS.flatMap((seat) => Object.entries(numbersOf(place, seat))),
      );
      expectNothing(searchMemory(running.pid, needles), `after step ${stop[1]}`);
    }
  });
});

/** What is said at the end of each step. */
const done = (steps: number): Stop => [/done; the record's head is/, steps];
/** What is printed when an officer is to type: their vault waits for it, beside the quorum's. */
const typing = (times: number): Stop => [/types the passphrase/, times];

/**
 * Waits until the coordinator stops after so many steps: the entry for the use of secrets is of the
 * step that ended last, or of the one before.
 */
async function stopAfter(
  running: Running,
  place: Place,
  steps: number,
  type: string,
): Promise<void> {
  await running.standsAt(done(steps));
  const types = stationCopies(place, "activation")
    .flatMap(entriesOf)
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .map((entry) => entry.type);
  expect(types).toContain(type);
  const since = types.slice(types.lastIndexOf(type));
  expect(since.filter((one) => one === "step-done").length, type).toBeLessThanOrEqual(2);
}

function expectNothing({ found, bytes }: Seen, when: string, least = 20_000_000): void {
  expect(found, when).toEqual([]);
  expect(bytes, when).toBeGreaterThan(least);
}

/**
 * Control: while officer 1's vault proves the keys it has made, it has their passphrase and both
 * keys' primes; the coordinator, at the same time, does not.
 */
async function expectInVault(
  running: Running,
  place: Place,
  passphrase: Needles,
  keys: () => Needles,
): Promise<void> {
  await running.standsAt(typing(1));
  const vault = await running.appears("vault-process officer");
  const last = join(place.media, "officer-1-backup", "sign_0.key");
  const wanted = ["cert 1 p", "cert 1 q", "passphrase 1", "sign 1 p", "sign 1 q"];
  const found = await foundByTurns(running, vault, wanted, () =>
    existsSync(last) && statSync(last).size > 0 ? { ...passphrase, ...keys() } : {},
  );
  expect(found).toEqual(expect.arrayContaining(wanted));
}

/**
 * The quorum vault gets every share and the domain's secret; at the same time the coordinator,
 * which passes on the shares' sockets, has none.
 */
async function expectInQuorumVault(running: Running, needles: Needles): Promise<void> {
  await running.standsAt(typing(7));
  const vault = await running.appears("vault-process quorum");
  const wanted = ["secret", "share 1", "share 2", "share 3"];
  expect(await foundByTurns(running, vault, wanted, () => needles)).toEqual(wanted);
}

/**
 * What a vault had at any time until everything wanted was found; the coordinator, at the same
 * time, had nothing. They take turns: while one works, the other is stopped. So neither is ever too
 * fast.
 * @param known what there is to search for: more and more
 */
async function foundByTurns(
  running: Running,
  vault: number,
  wanted: readonly string[],
  known: () => Needles,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (let worked = -1; ;) {
    running.signal("SIGSTOP");
    process.kill(vault, "SIGCONT");
    await sleep(50);
    const now = ticksOf(vault);
    if (now > worked) for (const name of searchMemory(vault, known()).found) found.add(name);
    worked = now;
    if (wanted.every((name) => found.has(name))) break;
    process.kill(vault, "SIGSTOP");
    running.signal("SIGCONT");
    await sleep(100);
  }
  expectNothing(searchMemory(running.pid, known()), "while a vault has them");
  return [...found].sort();
}

/** How long a process has worked, in the system's ticks. */
function ticksOf(pid: number): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, "latin1").split(" ").slice(13);
  return Number(user) + Number(system);
}

/** The officers' shares of the domain and its secret, opened from the media. */
function domainOf({ media }: Place, passphrases: readonly string[]): Needles {
  const name = readdirSync(join(media, "transfer")).find((file) => file.endsWith("-SD.json")) ?? "";
  const officers = passphrases.map((passphrase, i) => {
    const [keyPem, certificatePem] = ["key", "cer"].map((ending) =>
      readFileSync(join(media, `officer-${i + 1}`, `cert_${i}.${ending}`)),
    );
    return { keyPem: keyPem!, certificatePem: certificatePem!, passphrase };
  });
  return secretsOfDomain(readFileSync(join(media, "transfer", name)), officers);
}

/**
 * The private numbers of an officer's keys, opened from their medium with node's own crypto: of a
 * key that another tool left open, which has no signing key beside it, also its text.
 */
function numbersOf({ media }: Place, seat: number, passphrase?: string): Needles {
  const own = passphrase === undefined ? ["cert"] : ["cert", "sign"];
  return Object.fromEntries(
    own.flatMap((name) => {
      const key = readFileSync(join(media, `officer-${seat}`, `${name}_${seat - 1}.key`));
      const jwk = createPrivateKey(passphrase === undefined ? key : { key, passphrase }).export({
        format: "jwk",
      });
      const lines = key.toString().split("\n").slice(2, -3);
      const text =
        passphrase === undefined
          ? [[`key ${seat}`, lines.map((line) => Buffer.from(line))] as const]
          : [];
      const numbers = (["p", "q", "d"] as const).map(
        (part) =>
          [
            `${name} ${seat} ${part}`,
            formsOfNumber(Buffer.from(jwk[part] ?? "", "base64url")),
          ] as const,
      );
      return [...numbers, ...text];
    }),
  );
}

/** Examines every process that starts meanwhile, often. @returns what ends it and returns what it saw */
function watchProcesses(running: Running, secrets: readonly string[]) {
  const [leaks, seen] = [new Set<string>(), new Set<string>()];
  // Most processes of a busy machine are unrelated.
  let before = processes();
  const timer = setInterval(() => {
    const now = processes();
    before = before.filter((pid) => now.includes(pid));
    for (const pid of now.filter((one) => one === running.pid || !before.includes(one))) {
      const [words, variables] = [commandLine(pid), environment(pid)];
      const text = `${words.join("\n")}\n${variables}`;
      if (secrets.some((secret) => text.includes(secret))) leaks.add(text.slice(0, 80));
      // The program that stops the rehearsal comes first.
      const [, program = "", kind = "", which = ""] =
        words[1] === "--import" ? words.toSpliced(1, 2) : words;
      // A program of ours is a bundle under Node; prlimit, which each runs once, is not.
      if (running.owns(variables) && program.endsWith(".cjs") && kind !== "")
        seen.add(kind === "vault-process" ? `${kind} ${which}` : kind);
    }
  }, 30);
  return () => {
    clearInterval(timer);
    return { leaks: [...leaks], seen: [...seen].sort() };
  };
}
