// Back offline: the file is the one that was read aloud, names exactly our officers, and every pair
// of keys opens it, re-read from the media.
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { random, sha256Hex, utf8, type Certificate } from "../../crypto/index.ts";
import { generateRsa, makeCertificate } from "../../crypto/secret-half.ts";
import type { AskedHsm } from "../hsm/hsm.ts";
import { readAnswer } from "../hsm/download.ts";
import { prepareMedium } from "../media/media.ts";
import { matchDomain } from "./match-domain.ts";
import { readAloud } from "./read-aloud.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import { HSMS, passphraseOf, wordsOf, type Stations } from "./stations.fixture.ts";

beforeAll(() => snapshotOf("activation", "open"));

const SD = `${HSMS.activation}-SD.json`;
const MEDIA = ["transfer", "domain-copy"];

/** A JSON text with one letter of its ciphertext changed, which reads as well as before. */
const altered = (text: string): string => {
  const at = text.lastIndexOf('"compact_jwe":"') + 600;
  return text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
};
const matched = (stations: Stations, heard = wordsOf(stations.state.domain!.sha256)): string =>
  codeOf(() => matchDomain(stations.offline, { heard }));

describe("the words of the domain", () => {
  it.each(["read-domain-aloud", "match-domain"])("that differ are refused at %s", async (step) => {
    const stations = await stationsAt("activation", step);
    const { sha256 } = stations.state.domain!;
    const hear = (heard: string) =>
      step === "match-domain"
        ? matched(stations, heard)
        : codeOf(() => readAloud(stations.connected, { heard }));
    expect(hear(wordsOf(sha256Hex(new Uint8Array([1]))))).toBe("E-WORDS-DIFFER");
    expect(hear(wordsOf(sha256.slice(0, 20)))).toBe("E-WORDS-DIFFER");
    expect(hear("what was that")).toBe("E-WORDS");
    expect(stations.step.id).toBe(step);
    expect(hear(wordsOf(sha256))).toBe("nothing thrown");
  });
});

describe("the backup of a key that was made in this ceremony", () => {
  const LABEL = "officer-2-backup";

  it("is opened once more before it is sealed, and that is recorded", async () => {
    const stations = await stationsAt("activation", "prove-quorum");
    const before = stations.entries.length;
    await stations.act();
    expect(stations.types(before).filter((type) => type === "key-opened")).toHaveLength(3);
    expect(stations.types(before)).toContain("quorum-proven");
  });

  it("that is lost stops the proof, also when an empty medium takes its place", async () => {
    const stations = await stationsAt("activation", "prove-quorum");
    const [folder, away] = [join(stations.media, LABEL), join(stations.root, "away")];
    renameSync(folder, away);
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-MISSING");
    prepareMedium(stations.media, LABEL, "REHEARSAL", random);
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-OTHER");
    expect(stations.types()).not.toContain("quorum-proven");
    rmSync(folder, { recursive: true });
    renameSync(away, folder);
    await stations.act();
    expect(stations.types()).toContain("quorum-proven");
  });

  it("that has other files, or none, stops the proof", async () => {
    const stations = await stationsAt("activation", "prove-quorum");
    const key = stations.on(LABEL, "cert_1.key");
    const right = readFileSync(key);
    cpSync(stations.on("officer-1-backup", "cert_0.key"), key);
    expect(await codeOf(() => stations.act())).toBe("E-BACKUP-CHANGED");
    rmSync(key);
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-FILE-MISSING");
    writeFileSync(key, right);
    await stations.act();
    expect(stations.types()).toContain("quorum-proven");
  });
});

describe("the domain on its media", () => {
  it.each(
    ["match-domain", "prove-quorum"].flatMap((step) =>
      MEDIA.map((label) => [label, step] as const),
    ),
  )("that was altered on %s is found at %s", async (label, step) => {
    const stations = await stationsAt("activation", step);
    const file = stations.on(label, SD);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, altered(text));
    expect(await codeOf(() => stations.act())).toBe("E-DOMAIN-HASH");
    writeFileSync(file, `${text}\n`);
    expect(await codeOf(() => stations.act())).toBe("E-DOMAIN-HASH");
    expect(stations.step.id).toBe(step);
    writeFileSync(file, text);
    await stations.act();
  });

  it.each(MEDIA)(
    "that is another HSM's, under this name on %s, is reported as another's (B034)",
    async (label) => {
      const stations = await stationsAt("activation", "match-domain");
      const bytes = await domainOfOthers(stations);
      writeFileSync(stations.on(label, SD), bytes);
      expect(await codeOf(() => stations.act())).toBe("E-SD-WRONG-HSM");
    },
  );

  it.each(MEDIA)("that is missing on %s is asked for", async (label) => {
    const stations = await stationsAt("activation", "match-domain");
    rmSync(stations.on(label, SD));
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-FILE-MISSING");
    rmSync(join(stations.media, label), { recursive: true });
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-MISSING");
    prepareMedium(stations.media, label, "REHEARSAL", random);
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-OTHER");
  });
});

describe("a domain that the HSM itself gave", () => {
  it.each([
    ["for other officers", true, 2],
    ["with another quorum", false, 3],
  ] as const)("%s is refused offline, however well it was kept", async (_, others, quorum) => {
    const stations = await stationsAt("activation", "download-domain");
    const certificates = othersCertificates();
    const hsm = async (): Promise<AskedHsm> => ({
      ...stations.hsm,
      download: (ours, __, sink) =>
        stations.hsm.download(others ? certificates : ours, quorum, sink),
    });
    await stations.act({ hsm });
    await stations.actTo("match-domain");
    expect(matched(stations)).toBe("E-DOMAIN-OFFICERS");
    expect(stations.types()).not.toContain("domain-matched");
  });
});

describe("the proof", () => {
  it("is of every pair, on the very bytes, with the keys on the media", async () => {
    const stations = await stationsAt("activation", "prove-quorum");
    await stations.act();
    const proof = stations.last("quorum-proven");
    expect(proof).toMatchObject({
      required: 2,
      subsets: [
        [1, 2],
        [1, 3],
        [2, 3],
      ],
    });
    expect(proof.domainSha256).toBe(sha256Hex(readFileSync(stations.on("transfer", SD))));
    expect(proof.media.map(({ label, name }) => `${label}/${name}`).sort()).toEqual([
      `domain-copy/${SD}`,
      "officer-1/cert_0.cer",
      "officer-1/cert_0.key",
      "officer-2/cert_1.cer",
      "officer-2/cert_1.key",
      "officer-3/cert_2.cer",
      "officer-3/cert_2.key",
      `transfer/${SD}`,
    ]);
    const {
      EncData: { data },
    } = JSON.parse(readFileSync(stations.on("transfer", SD), "utf8")) as {
      EncData: { data: { compact_jwe: string; tag: string }[] };
    };
    expect(proof.opened).toEqual(
      data.map(({ compact_jwe, tag }) => ({ tag, sha256: sha256Hex(utf8(compact_jwe)) })),
    );
    for (const { label, name, sha256 } of proof.media)
      expect(sha256).toBe(sha256Hex(readFileSync(stations.on(label, name))));
  });

  it("waits a second after a wrong passphrase, counts it, and can be repeated (B053)", async () => {
    const stations = await stationsAt("activation", "prove-quorum");
    const invite: typeof stations.invite = async (invitation) => {
      if (invitation.seat === 2) stations.slips.push({ passphrase: "not this one" });
      await stations.invite(invitation);
    };
    const [before, began] = [stations.entries.length, performance.now()];
    expect(await codeOf(() => stations.act({ invite }))).toBe("E-KEY-PASSPHRASE");
    expect(performance.now() - began).toBeGreaterThan(1000);
    const counted = () => stations.types(before).filter((type) => type !== "seat-taken");
    expect(stations.types(before)).toEqual([
      "step-began",
      "seat-taken",
      "seat-taken",
      "seat-taken",
      "passphrase-refused",
    ]);
    expect(stations.last("passphrase-refused")).toEqual({
      officer: "officer-2",
      step: "prove-quorum",
    });
    await stations.act();
    expect(counted().slice(2)).toEqual([
      ...Array.from({ length: 3 }, () => "key-opened"),
      "quorum-proven",
      "step-performed",
      "step-done",
    ]);
  });

  it.each([
    ["a key that is another officer's", "cert_1.key", "E-KEY-CERT-MISMATCH"],
    ["a certificate that is another officer's", "cert_1.cer", "E-CERT-SWAPPED"],
  ])("is not given with %s in the place of officer 3's", async (_, name, code) => {
    const stations = await stationsAt("activation", "prove-quorum");
    const to = name.replace("cert_1", "cert_2");
    cpSync(stations.on("officer-2", name), stations.on("officer-3", to));
    const invite: typeof stations.invite = async (invitation) => {
      if (invitation.seat === 3) stations.slips.push({ passphrase: passphraseOf(2) });
      await stations.invite(invitation);
    };
    expect(await codeOf(() => stations.act({ invite }))).toBe(code);
    expect(stations.types()).not.toContain("quorum-proven");
  });

  it.each(["cert_2.key", "cert_2.cer"])("is not given without %s", async (name) => {
    const stations = await stationsAt("activation", "prove-quorum");
    rmSync(stations.on("officer-3", name));
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-FILE-MISSING");
  });

  it("is not given from an officer's other medium", async () => {
    const stations = await stationsAt("activation", "prove-quorum");
    const marker = readFileSync(stations.on("officer-3-backup", "medium.json"), "utf8");
    writeFileSync(
      stations.on("officer-3", "medium.json"),
      marker.replace("officer-3-backup", "officer-3"),
    );
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-OTHER");
  });
});

/** Certificates of three people who are not in this ceremony. */
const othersCertificates = (): readonly Certificate[] =>
  [1, 2, 3].map((n) => {
    const identity = { commonName: `other ${n}`, rehearsal: true, now: new Date(), random };
    return makeCertificate(identity, "keyEncipherment", generateRsa(2048).pkcs8);
  });

/** A valid domain for people who are not in this ceremony. */
async function domainOfOthers(stations: Stations): Promise<string> {
  const chunks: Uint8Array[] = [];
  await stations.hsm.download(othersCertificates(), 2, {
    write: (chunk) => void chunks.push(chunk.slice()),
  });
  return readAnswer(new Uint8Array(Buffer.concat(chunks)));
}
