// A domain made with other tools: adopted as `sd rehearse` plays it, then its keys replaced.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { random, readCertificate, utf8 } from "../../crypto/index.ts";
import { custodyHealth, type EventData } from "../ceremony/ceremony.ts";
import { prepareMedium } from "../media/media.ts";
import { PASSPHRASES } from "./activation.fixture.ts";
import { ceremoniesIn } from "./ceremonies.fixture.ts";
import { quickSd } from "./program.fixture.ts";

const { at, dataOf, rehearse, standingIn, verdictOf } = ceremoniesIn("adoption");
const health = (name: string) => custodyHealth(standingIn(name), new Date().toISOString());

/** A key in PKCS #12 in names of people's own, as Key Vault exports it, or with a passphrase. */
function pkcs12(seat: number, name: string, passphrase: string, certificate: string): void {
  const { folder } = prepareMedium(at("media"), `officer-${seat}`, "REHEARSAL", random);
  const key = ["-newkey", "rsa:3072", "-nodes", "-keyout", at("made.key")];
  const subject = ["-subj", `/O=REHEARSAL/CN=officer ${seat}`];
  openssl("req", ...key, "-x509", "-days", "365", ...subject, "-out", join(folder, certificate));
  const made = ["-inkey", at("made.key"), "-in", join(folder, certificate)];
  const out = ["-out", join(folder, name), "-passout", `pass:${passphrase}`];
  openssl("pkcs12", "-export", ...made, ...out);
}
function openssl(...args: readonly string[]): void {
  const ended = spawnSync("openssl", args);
  expect(ended.status, String(ended.stderr)).toBe(0);
}

beforeAll(async () => {
  writeFileSync(at("passphrases"), `${PASSPHRASES.join("\n")}\n`);
  // The rehearsal asks for the domain with these certificates; that of officer 1 is beside no key.
  pkcs12(1, "ines.pfx", "", "for-the-hsm.cer");
  pkcs12(2, "jonas.p12", PASSPHRASES[1], "jonas.cer");
  const played = await rehearse("adoption", "adoption");
  expect(played.code, played.errors).toBe(0);
});

describe("a domain made elsewhere", () => {
  it("is proven by every pair, with keys with a passphrase and without", () => {
    const { entries, closedBy } = verdictOf("adoption");
    expect(closedBy).toBe("paper");
    expect(dataOf("adoption", "quorum-proven").subsets).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
    expect(entries.some(({ type }) => type === "signed")).toBe(false);
  });

  it("says where it came from, and which keys anyone could have copied", () => {
    const found = dataOf("adoption", "domain-found");
    expect(found.origin).toContain("openssl and az");
    expect(found.unprotected).toEqual(["officer-1", "officer-3"]);
    expect(found.officers.map(({ keyName }) => keyName)).toEqual(["ines", "jonas", "cert_2"]);
  });

  it("is proven with a key and its certificate in one file, and that is then beside it", () => {
    const { media } = dataOf("adoption", "quorum-proven");
    expect(media.map(({ name }) => name).slice(2)).toEqual([
      "ines.pfx",
      "ines.cer",
      "jonas.p12",
      "jonas.cer",
      "cert_2.key",
      "cert_2.cer",
    ]);
    const [own, given] = ["ines.cer", "for-the-hsm.cer"].map((name) =>
      readFileSync(at("media", "officer-1", name), "utf8"),
    );
    expect(readCertificate(utf8(own!)).thumbprint).toBe(readCertificate(utf8(given!)).thumbprint);
  });

  it("is in custody: each medium with its bag, place and custodian", () => {
    expect(standingIn("adoption").objects.map(({ object }) => object)).toEqual([
      "officer-1 medium",
      "officer-2 medium",
      "officer-3 medium",
      "transfer medium",
      "domain copy medium",
    ]);
  });

  it("counts as degraded: all its keys are due for replacement at once", () => {
    const { level, healthy, officers } = health("adoption");
    expect([level, healthy]).toEqual(["degraded", 3]);
    expect(officers.map(({ isForeign }) => isForeign)).toEqual([true, true, true]);
  });
});

// An officer's replacement, and what may follow it, is in replacement.test.ts.
const isLong = process.env["LONG"] === "1";
if (isLong)
  describe("its keys", () => {
    it("are replaced, all three, and the custody is whole", async () => {
      const played = await rehearse("replacement", "replacement");
      expect(played.code, played.errors).toBe(0);
      expect(dataOf("replacement", "opened").renewed).toEqual([1, 2, 3]);
      expect(verdictOf("replacement").entries[0]?.prev).toBe(verdictOf("adoption").head);
      expect(verdictOf("replacement").closedBy).toBe("signatures");
      expect(health("replacement").level).toBe("whole");
      const destroyed = verdictOf("replacement")
        .entries.filter(({ type }) => type === "objects-destroyed")
        .flatMap(({ data }) => (data as unknown as EventData["objects-destroyed"]).objects);
      expect(destroyed.map(({ object }) => object)).toEqual([
        "officer-1 medium",
        "officer-2 medium",
        "officer-3 medium",
      ]);
    });

    it("bring a lost HSM back afterwards", async () => {
      expect((await rehearse("recovery", "recovery")).code).toBe(0);
      expect(dataOf("recovery", "keys-compared").keys).toHaveLength(3);
    });
  });

if (isLong)
  it("that was adopted brings a lost HSM back before its keys are replaced, closed on paper", async () => {
    const other = (script: string) =>
      quickSd([
        "rehearse",
        script,
        "--media",
        at("other"),
        "--out",
        at(`other-${script}`),
        "--passphrase-file",
        at("passphrases"),
      ]);
    expect((await other("adoption")).code).toBe(0);
    const played = await other("recovery");
    expect(played.code, played.errors).toBe(0);
    expect(verdictOf("other-recovery").closedBy).toBe("paper");
  });
