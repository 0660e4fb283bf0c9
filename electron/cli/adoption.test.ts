// A domain made with openssl and az: adopted as `sd rehearse` plays it, then its keys replaced.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { random } from "../../crypto/index.ts";
import { custodyHealth, type EventData } from "../ceremony/ceremony.ts";
import { prepareMedium } from "../media/media.ts";
import { PASSPHRASES } from "./activation.fixture.ts";
import { ceremoniesIn } from "./ceremonies.fixture.ts";
import { quickSd } from "./program.fixture.ts";

const { at, dataOf, rehearse, standingIn, verdictOf } = ceremoniesIn("adoption");
const health = (name: string) => custodyHealth(standingIn(name), new Date().toISOString());

/** Keys as Microsoft's page makes them, or with a passphrase and in names of people's own. */
function openssl(seat: number, name: string, protection: readonly string[]): void {
  const { folder } = prepareMedium(at("media"), `officer-${seat}`, "REHEARSAL", random);
  const ended = spawnSync("openssl", [
    "req",
    "-newkey",
    "rsa:3072",
    ...protection,
    "-keyout",
    join(folder, `${name}.key`),
    "-x509",
    "-days",
    "365",
    "-subj",
    `/O=REHEARSAL/CN=officer ${seat}`,
    "-out",
    join(folder, `${name}.cer`),
  ]);
  expect(ended.status, String(ended.stderr)).toBe(0);
}

beforeAll(async () => {
  writeFileSync(at("passphrases"), `${PASSPHRASES.join("\n")}\n`);
  openssl(1, "cert_0", ["-nodes"]);
  openssl(2, "jonas", ["-passout", `pass:${PASSPHRASES[1]}`]);
  const played = await rehearse("adoption", "adoption");
  expect(played.code, played.errors).toBe(0);
}, 120_000);

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

  it("says where it came from, and which keys anybody could have copied", () => {
    const found = dataOf("adoption", "domain-found");
    expect(found.origin).toContain("openssl and az");
    expect(found.unprotected).toEqual(["officer-1", "officer-3"]);
    expect(found.officers.map(({ keyName }) => keyName)).toEqual(["cert_0", "jonas", "cert_2"]);
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
    }, 120_000);

    it("bring a lost HSM back afterwards", async () => {
      expect((await rehearse("recovery", "recovery")).code).toBe(0);
      expect(dataOf("recovery", "keys-compared").keys).toHaveLength(3);
    }, 60_000);
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
  }, 120_000);
