// Openings side by side: the same shares whoever opens them, refusals in the officers' order, and
// a thread of its own only where that pays.
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import process from "node:process";
import { Worker } from "node:worker_threads";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import {
  isFault, random, readCertificate, readSecurityDomain, utf8,
} from "../../crypto/index.ts";
import { writePrivateKey } from "../../crypto/private-key.ts";
import { openPrivateKey } from "../../crypto/secret-half.ts";
import { sharesOf } from "../../crypto/vectors.fixture.ts";
import { openShares } from "./openings.ts";
import { CANARY, expectRefusal, PROGRAM, sd } from "./program.fixture.ts";
import type { OfficerFiles } from "./officer-files.ts";
import { vectorFile } from "./restore-blob.fixture.ts";

vi.mock("node:worker_threads", { spy: true });

const NAME = "2of3-rsa2048";
const PASSPHRASE = `${CANARY} ${CANARY}`;
const domain = readSecurityDomain(readFileSync(vectorFile(NAME, "sd.json")));
const begun = process.argv[1] ?? "";
beforeAll(() => {
  process.argv[1] = PROGRAM;
});
afterAll(() => {
  process.argv[1] = begun;
});
afterEach(() => {
  vi.clearAllMocks();
});

/** Officer `n`'s files; `locked` under 600,000 rounds, as we write them. */
function officer(n: number, locked: boolean): OfficerFiles {
  const certificate = readCertificate(readFileSync(vectorFile(NAME, `cert_${n - 1}.cer`)));
  const plain = readFileSync(vectorFile(NAME, `cert_${n - 1}.key`));
  const { pkcs8 } = openPrivateKey(plain, "", n);
  const key = locked ? utf8(writePrivateKey(pkcs8, PASSPHRASE, random)) : new Uint8Array(plain);
  return { n, thumbprint: certificate.thumbprint, key, certificate };
}

const PLAIN = [1, 2, 3].map((n) => officer(n, false));
const LOCKED = [1, 2, 3].map((n) => officer(n, true));
const right = () => Promise.resolve(PASSPHRASE);
const threadsFor = (slow: number) => Math.min(slow, availableParallelism()) - 1;

/** The shares, whom was asked, and what was warned of. */
async function opened(officers: readonly OfficerFiles[], ask = right) {
  const [asked, warned]: [number[], string[]] = [[], []];
  const shares = await openShares(domain, officers, (n) => {
    asked.push(n);
    return ask();
  }, ({ message }) => warned.push(message.slice(0, 6)));
  return { shares, asked, warned };
}

const codeOf = (error: unknown) => (isFault(error) ? error.code : "no fault");

describe("shares are opened", () => {
  it("in this thread where no passphrase takes its time", async () => {
    const { shares, asked, warned } = await opened(PLAIN);
    expect(shares).toEqual(sharesOf(NAME).shares);
    expect([asked, warned]).toEqual([[], ["Key 1:", "Key 2:", "Key 3:"]]);
    expect(Worker).not.toHaveBeenCalled();
  });

  it("side by side where it does, all passphrases asked for before", async () => {
    const { shares, asked, warned } = await opened(LOCKED);
    expect(shares).toEqual(sharesOf(NAME).shares);
    expect([asked, warned]).toEqual([[1, 2, 3], []]);
    expect(Worker).toHaveBeenCalledTimes(threadsFor(3));
  });

  it("in the officers' order, quick and slow ones mixed", async () => {
    const { shares, warned } = await opened([LOCKED[2]!, PLAIN[0]!, LOCKED[1]!]);
    expect(shares.map(({ n }) => n)).toEqual([3, 1, 2]);
    expect(warned).toEqual(["Key 1:"]);
    expect(Worker).toHaveBeenCalledTimes(threadsFor(2));
  });
});

describe("what is refused", () => {
  it("is the first in the officers' order, a second after a wrong passphrase", async () => {
    const began = performance.now();
    const passphrases = [PASSPHRASE, "wrong", "wrong too"];
    await expect(opened(LOCKED, () => Promise.resolve(passphrases.shift() ?? "")))
      .rejects.toMatchObject({ code: "E-KEY-PASSPHRASE", message: /key 2 is wrong/ });
    expect(performance.now() - began).toBeGreaterThan(1000);
  });

  it("names both of two keys whose certificates are exchanged, from a thread as well", async () => {
    const [one, two, three] = LOCKED as [OfficerFiles, OfficerFiles, OfficerFiles];
    const exchanged = [
      one, { ...two, certificate: three.certificate }, { ...three, certificate: two.certificate },
    ];
    await expect(opened(exchanged)).rejects.toMatchObject({ code: "E-CERT-EXCHANGED",
      message: "Private key 2 belongs to the certificate beside key 3." });
  });

  it("is judged by form before anybody is asked for a passphrase", async () => {
    const asked = vi.fn(right);
    const spoilt = { ...LOCKED[1]!, key: utf8("no key") };
    await expect(opened([LOCKED[0]!, spoilt], asked)).rejects.toMatchObject({ code: "E-KEY-PEM" });
    expect(asked).not.toHaveBeenCalled();
  });

  it("is the thread's own word, typed as a command", async () => {
    expectRefusal(await sd(["opening-thread"]), "E-USAGE", 2);
  });

  it("is a program that is not there, or ends without an answer, as a fault of ours", async () => {
    for (const entry of [`${PROGRAM}.none`, new URL("../../build/identity.mjs", import.meta.url)]) {
      process.argv[1] = entry instanceof URL ? entry.pathname : entry;
      const ended = await opened(LOCKED.slice(0, 2)).then(() => "opened", codeOf);
      expect(ended).toBe(threadsFor(2) > 0 ? "E-BUG" : "opened");
    }
    process.argv[1] = PROGRAM;
  });
});
