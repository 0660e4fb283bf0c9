// Back offline: the file is the one that was read aloud, names exactly our officers, and every pair
// of keys opens it, re-read from the media.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { random, sha256Hex, utf8, type Certificate } from "../../crypto/index.ts";
import { generateRsa, makeCertificate } from "../../crypto/secret-half.ts";
import { readAnswer, type AskedHsm } from "../hsm/hsm.ts";
import { prepareMedium } from "../media/media.ts";
import { matchDomain } from "./match-domain.ts";
import { readAloud } from "./read-aloud.ts";
import { codeOf, HSMS, passphraseOf, stageAt, wordsOf, type Stage } from "./stations.fixture.ts";
import { snapshotOf } from "./snapshots.fixture.ts";

beforeAll(() => snapshotOf("activation", "open"));

const SD = `${HSMS.activation}-SD.json`;
const MEDIA = ["transfer", "domain-copy"];

/** A JSON text with one letter of its ciphertext changed, which reads as well as before. */
const altered = (text: string): string => {
  const at = text.lastIndexOf('"compact_jwe":"') + 600;
  return text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
};
const matched = (stage: Stage, heard = wordsOf(stage.state.domain!.sha256)): Promise<string> =>
  codeOf(() => matchDomain(stage.offline, { heard }));

describe("the words of the domain", () => {
  it.each(["read-domain-aloud", "match-domain"])("that differ are refused at %s", async (step) => {
    const stage = await stageAt("activation", step);
    const { sha256 } = stage.state.domain!;
    const hear = (heard: string) => step === "match-domain" ? matched(stage, heard)
      : codeOf(() => readAloud(stage.connected, { heard }));
    expect(await hear(wordsOf(sha256Hex(new Uint8Array([1]))))).toBe("E-WORDS-DIFFER");
    expect(await hear(wordsOf(sha256.slice(0, 20)))).toBe("E-WORDS-DIFFER");
    expect(await hear("what was that")).toBe("E-WORDS");
    expect(stage.step.id).toBe(step);
    expect(await hear(wordsOf(sha256))).toBe("nothing thrown");
  });
});

describe("the domain on its media", () => {
  it.each(["match-domain", "prove-quorum"].flatMap((step) =>
    MEDIA.map((label) => [label, step] as const)))(
    "that was altered on %s is found at %s", async (label, step) => {
      const stage = await stageAt("activation", step);
      const file = stage.on(label, SD);
      const text = readFileSync(file, "utf8");
      writeFileSync(file, altered(text));
      expect(await codeOf(() => stage.act())).toBe("E-DOMAIN-HASH");
      writeFileSync(file, `${text}\n`);
      expect(await codeOf(() => stage.act())).toBe("E-DOMAIN-HASH");
      expect(stage.step.id).toBe(step);
      writeFileSync(file, text);
      await stage.act();
    });

  it.each(MEDIA)("that is another HSM's, under this name on %s, is told as such (B034)",
    async (label) => {
      const stage = await stageAt("activation", "match-domain");
      const bytes = await domainOfOthers(stage);
      writeFileSync(stage.on(label, SD), bytes);
      expect(await codeOf(() => stage.act())).toBe("E-SD-WRONG-HSM");
    });

  it.each(MEDIA)("that is missing on %s is asked for", async (label) => {
    const stage = await stageAt("activation", "match-domain");
    rmSync(stage.on(label, SD));
    expect(await codeOf(() => stage.act())).toBe("E-MEDIA-FILE-MISSING");
    rmSync(join(stage.media, label), { recursive: true });
    expect(await codeOf(() => stage.act())).toBe("E-MEDIA-MISSING");
    prepareMedium(stage.media, label, "REHEARSAL", random);
    expect(await codeOf(() => stage.act())).toBe("E-MEDIA-OTHER");
  });
});

describe("a domain that the HSM itself gave", () => {
  it.each([
    ["for other officers", true, 2], ["with another quorum", false, 3],
  ] as const)("%s is refused offline, however well it was kept", async (_, others, quorum) => {
    const stage = await stageAt("activation", "download-domain");
    const certificates = othersCertificates();
    const hsm = async (): Promise<AskedHsm> => ({ ...stage.hsm, download: (ours, __, sink) =>
      stage.hsm.download(others ? certificates : ours, quorum, sink) });
    await stage.act({ hsm });
    await stage.actTo("match-domain");
    expect(await matched(stage)).toBe("E-DOMAIN-OFFICERS");
    expect(stage.types()).not.toContain("domain-matched");
  });
});

describe("the proof", () => {
  it("is of every pair, on the very bytes, with the keys on the media", async () => {
    const stage = await stageAt("activation", "prove-quorum");
    await stage.act();
    const proof = stage.last("quorum-proven");
    expect(proof).toMatchObject({ required: 2, subsets: [[1, 2], [1, 3], [2, 3]] });
    expect(proof.domainSha256).toBe(sha256Hex(readFileSync(stage.on("transfer", SD))));
    expect(proof.media.map(({ label, name }) => `${label}/${name}`).sort()).toEqual([
      `domain-copy/${SD}`, "officer-1/cert_0.cer", "officer-1/cert_0.key", "officer-2/cert_1.cer",
      "officer-2/cert_1.key", "officer-3/cert_2.cer", "officer-3/cert_2.key", `transfer/${SD}`,
    ]);
    const { EncData: { data } } = JSON.parse(readFileSync(stage.on("transfer", SD), "utf8")) as {
      EncData: { data: { compact_jwe: string; tag: string }[] };
    };
    expect(proof.opened).toEqual(data.map(({ compact_jwe, tag }) =>
      ({ tag, sha256: sha256Hex(utf8(compact_jwe)) })));
    for (const { label, name, sha256 } of proof.media)
      expect(sha256).toBe(sha256Hex(readFileSync(stage.on(label, name))));
  });

  it("waits a second after a wrong passphrase, counts it, and can be repeated (B053)", async () => {
    const stage = await stageAt("activation", "prove-quorum");
    const invite: typeof stage.invite = async (invitation) => {
      if (invitation.seat === 2) stage.slips.push({ passphrase: "not this one" });
      await stage.invite(invitation);
    };
    const [before, began] = [stage.entries.length, performance.now()];
    expect(await codeOf(() => stage.act({ invite }))).toBe("E-KEY-PASSPHRASE");
    expect(performance.now() - began).toBeGreaterThan(1000);
    const counted = () => stage.types(before).filter((type) => type !== "seat-taken");
    expect(stage.types(before)).toEqual(
      ["step-began", "seat-taken", "seat-taken", "seat-taken", "passphrase-refused"]);
    expect(stage.last("passphrase-refused"))
      .toEqual({ officer: "officer-2", step: "prove-quorum" });
    await stage.act();
    expect(counted().slice(2)).toEqual(["quorum-proven", "step-performed", "step-done"]);
  });

  it.each([
    ["a key that is another officer's", "cert_1.key", "E-KEY-CERT-MISMATCH"],
    ["a certificate that is another officer's", "cert_1.cer", "E-CERT-SWAPPED"],
  ])("is not given with %s in the place of officer 3's", async (_, name, code) => {
    const stage = await stageAt("activation", "prove-quorum");
    const to = name.replace("cert_1", "cert_2");
    cpSync(stage.on("officer-2", name), stage.on("officer-3", to));
    const invite: typeof stage.invite = async (invitation) => {
      if (invitation.seat === 3) stage.slips.push({ passphrase: passphraseOf(2) });
      await stage.invite(invitation);
    };
    expect(await codeOf(() => stage.act({ invite }))).toBe(code);
    expect(stage.types()).not.toContain("quorum-proven");
  });

  it.each(["cert_2.key", "cert_2.cer"])("is not given without %s", async (name) => {
    const stage = await stageAt("activation", "prove-quorum");
    rmSync(stage.on("officer-3", name));
    expect(await codeOf(() => stage.act())).toBe("E-MEDIA-FILE-MISSING");
  });

  it("is not given from an officer's other medium", async () => {
    const stage = await stageAt("activation", "prove-quorum");
    const marker = readFileSync(stage.on("officer-3-backup", "medium.json"), "utf8");
    writeFileSync(stage.on("officer-3", "medium.json"),
      marker.replace("officer-3-backup", "officer-3"));
    expect(await codeOf(() => stage.act())).toBe("E-MEDIA-OTHER");
  });
});

/** Certificates of three people who are not of this ceremony. */
const othersCertificates = (): readonly Certificate[] => [1, 2, 3].map((n) => {
  const identity = { commonName: `other ${n}`, rehearsal: true, now: new Date(), random };
  return makeCertificate(identity, "keyEncipherment", generateRsa(2048).pkcs8);
});

/** A sound domain for people who are not of this ceremony. */
async function domainOfOthers(stage: Stage): Promise<string> {
  const chunks: Uint8Array[] = [];
  await stage.hsm.download(othersCertificates(), 2,
    { write: (chunk) => void chunks.push(chunk.slice()) });
  return readAnswer(new Uint8Array(Buffer.concat(chunks)));
}
