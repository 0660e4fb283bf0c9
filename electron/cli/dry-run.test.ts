// A dry run of recovery as `sd rehearse` runs it: what is recorded, that nothing else is written, and
// what it refuses.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fromHex, readSecurityDomain, sha256Hex } from "../../crypto/index.ts";
import { custodyHealth } from "../ceremony/ceremony.ts";
import { ceremoniesIn } from "./ceremonies.fixture.ts";
import { sd } from "./program.fixture.ts";

const { afterActivation, at, dataOf, recordIn, rehearse, standingIn, verdictOf } =
  ceremoniesIn("dry-run");
const SD = "Contoso-Rehearsal-HSM-SD.json";

/** Every file on the media, with its SHA-256. */
const onMedia = (): readonly string[] =>
  readdirSync(at("media"), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !one.parentPath.includes(".ceremonies"))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => `${path} ${sha256Hex(readFileSync(path))}`)
    .toSorted();

beforeAll(async () => {
  await afterActivation();
});

describe("a rehearsed dry run", () => {
  it("is refused with a domain that was altered on either medium, and can continue afterwards", async () => {
    for (const label of ["transfer", "domain-copy"]) {
      const file = at("media", label, SD);
      const text = readFileSync(file, "utf8");
      writeFileSync(file, `${text} `);
      const ended = await rehearse("dry-run", "first");
      expect([ended.code, ended.errors]).toEqual([1, expect.stringContaining("E-DOMAIN-HASH")]);
      writeFileSync(file, text);
    }
  });

  it("leaves the media as they were, byte for byte", async () => {
    const before = onMedia();
    expect(before.length).toBeGreaterThan(20);
    const played = await rehearse("dry-run", "first");
    expect(played.code, played.errors).toBe(0);
    expect(onMedia()).toEqual(before);
  });

  it("records who opened, each entry, and the files that were read", () => {
    const domain = readSecurityDomain(readFileSync(at("media", "transfer", SD)));
    const told = dataOf("first", "dry-run-passed");
    expect(told).toMatchObject({
      domainSha256: domain.sha256,
      required: 2,
      officers: ["officer-1", "officer-2"],
      exchangeKey: "only-in-the-vault",
      entries: domain.entries.length,
    });
    expect(told.opened.map(({ tag }) => tag)).toEqual(domain.entries.map(({ tag }) => tag));
    const proven = dataOf("activation", "quorum-proven");
    expect(told.opened).toEqual(proven.opened);
    expect(sha256Hex(fromHex(told.commitment!)!)).toBe(proven.commitment);
    expect(told.media.map(({ label, name }) => `${label} ${name}`)).toEqual([
      `transfer ${SD}`,
      `domain-copy ${SD}`,
      "officer-1 cert_0.key",
      "officer-1 cert_0.cer",
      "officer-2 cert_1.key",
      "officer-2 cert_1.cer",
    ]);
  });

  it("asks no HSM, and is at the offline station from its first entry to its last", () => {
    const { entries, closedBy } = verdictOf("first");
    expect(new Set(entries.map(({ station }) => station))).toEqual(new Set(["offline"]));
    expect(entries.map(({ type }) => type)).not.toContain("signed-in");
    expect(closedBy).toBe("signatures");
  });

  it("tells no exchange key and no blob: neither a thumbprint nor a digest of them", () => {
    const text = Buffer.from(recordIn("first")).toString();
    for (const word of [
      "blob-made",
      "exchange-key-",
      "WrappedKey",
      "enc_key",
      "Dry run of recovery",
    ])
      expect(text).not.toContain(word);
  });

  it("is good for its verifiers, and its minutes say what was done", async () => {
    const verified = await sd(["verify", at("first")]);
    expect(verified.code, verified.errors).toBe(0);
    expect((await sd(["minutes", at("first"), "--out", at("papers")])).code).toBe(0);
    const papers = readdirSync(at("papers"));
    expect(papers).toContain("minutes.pdf");
    expect(papers).toContain("dry-run-certificate.pdf");
  });

  it("is what the next year is counted from, and shows that these keys open", () => {
    const after = standingIn("first");
    const { at: when } = verdictOf("first").entries.find(({ type }) => type === "dry-run-passed")!;
    expect(after.dryRunAt).toBe(when);
    expect(after.officers.map(({ keyOpenedAt }) => keyOpenedAt === when)).toEqual([
      true,
      true,
      false,
    ]);
    const health = custodyHealth(after, when);
    expect(health.dryRun.at).toBe(new Date(Date.parse(when) + 365 * 86_400_000).toISOString());
    expect(after.subsets).toEqual(standingIn("activation").subsets);
  });

  it("is remembered by the ceremonies that follow", async () => {
    const next = await rehearse("hand-off", "next");
    expect(next.code, next.errors).toBe(0);
    expect(dataOf("next", "opened").earlier[0]?.dryRunAt).toBe(standingIn("first").dryRunAt);
    expect(standingIn("next").dryRunAt).toBe(standingIn("first").dryRunAt);
  });
});
