// An officer's keys: made in a vault, written to two media, proven from there, never overwritten.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import {
  fromBase64,
  random,
  readCertificate,
  sha256Hex,
  utf8,
  verifySignature,
} from "../../crypto/index.ts";
import { isProtected } from "../../crypto/secret-half.ts";
import { prepareMedium } from "../media/media.ts";
import { nodeVaults } from "../vault/node-vaults.ts";
import type { Vaults } from "../vault/vault.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import { passphraseOf, PROGRAM, type Stations } from "./stations.fixture.ts";

const NAMES = ["cert_0.cer", "cert_0.key", "sign_0.cer", "sign_0.key"];
const MEDIA = ["officer-1", "officer-1-backup"];
const filesOn = (stations: Stations, label: string): readonly string[] =>
  readdirSync(join(stations.media, label)).filter((name) => name !== "medium.json");

beforeAll(() => snapshotOf("activation", "make-key-1"));

describe("an officer's keys", () => {
  it("are on both media under the names az needs, as the record says, and protected", async () => {
    const stations = await stationsAt("activation", "make-key-1");
    await stations.act();
    expect(MEDIA.map((label) => filesOn(stations, label))).toEqual([NAMES, NAMES]);
    const { files, officer, bits } = stations.last("key-made");
    expect({ officer, bits, files: files.length }).toEqual({
      officer: "officer-1",
      bits: 2048,
      files: 8,
    });
    for (const { label, name, sha256, size } of files) {
      const bytes = readFileSync(stations.on(label, name));
      expect([bytes.length, sha256Hex(bytes)]).toEqual([size, sha256]);
      if (name.endsWith(".key")) expect(isProtected(bytes)).toBe(true);
    }
    expect(stations.step.id).toBe("make-key-2");
  });

  it("are bound: the signing key has signed the wrapping key's thumbprint, once", async () => {
    const stations = await stationsAt("activation", "confirm-thumbprint-1");
    const bound = stations.entries.filter(({ type }) => type === "signer-bound");
    expect(bound.map(({ by }) => by)).toEqual(["officer-1", "officer-2", "officer-3"]);
    const { thumbprint, signingThumbprint, signingCertificate } = stations.last("key-made");
    const { certificate, wrapping, signature } = stations.last("signer-bound");
    expect([certificate, wrapping]).toEqual([signingThumbprint, thumbprint]);
    const signer = readCertificate(utf8(signingCertificate));
    const bytes = fromBase64(signature) as Uint8Array;
    expect(verifySignature(signer, utf8(`wrapping-key ${thumbprint}`), bytes)).toBe(true);
  });

  it("leave no word of the passphrase and no private key in the record", async () => {
    const stations = await stationsAt("activation", "confirm-thumbprint-1");
    const record = readFileSync(join(stations.offline.record.folder, "record.jsonl"), "utf8");
    expect(record).toContain("BEGIN CERTIFICATE");
    expect(record).not.toContain("PRIVATE");
    for (const seat of [1, 2, 3]) expect(record).not.toContain(passphraseOf(seat));
  });

  it("are not made with passphrases that will not do, and can be made then", async () => {
    const stations = await stationsAt("activation", "make-key-1");
    const refused = [
      ["E-PASS-MISMATCH", "a good passphrase", "another passphrase"],
      ["E-PASS-MISMATCH", "a good passphrase"],
      ["E-PASS-POLICY", "short", "short"],
      ["E-PASS-POLICY", " ".repeat(12), " ".repeat(12)],
      ["E-PASS-POLICY", "p\u00e4ssphrase", "p\u00e4ssphrase"],
    ] as const;
    for (const [code, passphrase, again] of refused) {
      stations.slips.push({ passphrase, ...(again === undefined ? {} : { again }) });
      expect(await codeOf(() => stations.act())).toBe(code);
      expect(MEDIA.flatMap((label) => filesOn(stations, label))).toEqual([]);
    }
    await stations.act();
    expect(MEDIA.map((label) => filesOn(stations, label))).toEqual([NAMES, NAMES]);
  });

  it.each(
    MEDIA.flatMap((label) =>
      [...NAMES, "cert_0-2.key", "old.pfx"].map((name) => [label, name] as const),
    ),
  )("are not made if %s already contains %s", async (label, name) => {
    const stations = await stationsAt("activation", "make-key-1");
    writeFileSync(stations.on(label, name), "an older one");
    expect(await codeOf(() => stations.act())).toBe("E-KEY-STANDS");
    expect(MEDIA.map((one) => filesOn(stations, one)).flat()).toEqual([name]);
    expect(readFileSync(stations.on(label, name), "utf8")).toBe("an older one");
    expect(stations.types()).not.toContain("key-making-began");
  });

  it("are made by the same step where it was ended before the first of them was written (F01)", async () => {
    const stations = await stationsAt("activation", "make-key-1");
    const ended = stations.act({
      notice: (notice) => {
        // Sent after the record says that they are made, and before anything is written.
        if (notice.kind === "task" && notice.task === "write-media") throw new Error("ended");
      },
    });
    await expect(ended).rejects.toThrow("ended");
    expect(stations.types()).toContain("key-making-began");
    expect(MEDIA.flatMap((label) => filesOn(stations, label))).toEqual([]);
    expect(await codeOf(() => stations.act())).toBe("nothing thrown");
    expect(MEDIA.map((label) => filesOn(stations, label))).toEqual([NAMES, NAMES]);
    expect(stations.types()).not.toContain("unrecorded-removed");
  });

  it("take away what an interrupted try left under their names, and record it", async () => {
    const stations = await stationsAt("activation", "make-key-1");
    stations.slips.push({ passphrase: "a good passphrase" });
    expect(await codeOf(() => stations.act())).toBe("E-PASS-MISMATCH");
    writeFileSync(stations.on("officer-1", "cert_0.key"), "left by a crash");
    await stations.act();
    expect(stations.last("unrecorded-removed").files).toEqual(["officer-1/cert_0.key"]);
    expect(readFileSync(stations.on("officer-1", "cert_0.key"), "utf8")).toContain("ENCRYPTED");
  });
});

describe("what an interrupted try left", () => {
  it("is in the record before it is removed", async () => {
    const stations = await stationsAt("activation", "make-key-1");
    stations.slips.push({ passphrase: "a good passphrase" });
    expect(await codeOf(() => stations.act())).toBe("E-PASS-MISMATCH");
    const left = stations.on("officer-1", "cert_0.key");
    writeFileSync(left, "left by a crash");
    let stood: boolean | null = null;
    // The time is asked for right before an entry.
    const clock = () => {
      if (!stations.types().includes("unrecorded-removed")) stood = existsSync(left);
      return new Date();
    };
    await stations.act({ clock });
    expect(stations.types()).toContain("unrecorded-removed");
    expect(stood).toBe(true);
    expect(readFileSync(left, "utf8")).toContain("ENCRYPTED");
  });
});

describe("an officer's medium", () => {
  it.each(MEDIA)("%s that is not inserted is asked for", async (label) => {
    const stations = await stationsAt("activation", "make-key-1");
    renameSync(join(stations.media, label), join(stations.root, "away"));
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-MISSING");
    expect(stations.types()).not.toContain("key-making-began");
  });

  it("of production is refused before any passphrase is asked", async () => {
    const stations = await stationsAt("activation", "make-key-1");
    rmSync(join(stations.media, "officer-1-backup"), { recursive: true });
    prepareMedium(stations.media, "officer-1-backup", "PRODUCTION", random);
    let asked = 0;
    const invite = async () => void (asked += 1);
    expect(await codeOf(() => stations.act({ invite }))).toBe("E-MEDIA-PRODUCTION");
    expect(asked).toBe(0);
  });

  it("of rehearsal is refused in production, as is the record itself", async () => {
    const stations = await stationsAt("activation", "make-key-1");
    expect(await codeOf(() => stations.act({ mode: "PRODUCTION" }))).toBe("E-STATE-MODE");
  });

  it("that is another one when the step is tried again is refused", async () => {
    const stations = await stationsAt("activation", "make-key-1");
    stations.slips.push({ passphrase: "a good passphrase" });
    expect(await codeOf(() => stations.act())).toBe("E-PASS-MISMATCH");
    rmSync(join(stations.media, "officer-1-backup"), { recursive: true });
    prepareMedium(stations.media, "officer-1-backup", "REHEARSAL", random);
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-OTHER");
  });
});

describe("a vault that dies after the keys were made and recorded", () => {
  /** Real vaults whose officers' processes are gone before they prove. */
  const dying = (vaults: Vaults): Vaults => ({
    ...vaults,
    openOfficerVault: async () => {
      const vault = await vaults.openOfficerVault();
      const prove: typeof vault.call.prove = async (request) => {
        await vault.end();
        return vault.call.prove(request);
      };
      return { ...vault, call: { ...vault.call, prove } };
    },
  });

  it("costs one more typing: the keys are proven then, not made again", async () => {
    const stations = await stationsAt("activation", "make-key-1");
    const vaults = dying(nodeVaults(PROGRAM));
    expect(await codeOf(() => stations.act({ vaults }))).toBe("E-WORKER-GONE");
    const { thumbprint } = stations.last("key-made");
    const began = performance.now();
    stations.slips.push({ passphrase: "not the passphrase" });
    expect(await codeOf(() => stations.act())).toBe("E-KEY-PASSPHRASE");
    expect(performance.now() - began).toBeGreaterThan(1000);
    expect(stations.last("passphrase-refused")).toEqual({
      officer: "officer-1",
      step: "make-key-1",
    });
    await stations.act();
    expect(stations.last("key-made").thumbprint).toBe(thumbprint);
    expect(stations.last("key-opened").media).toEqual(MEDIA);
    expect(stations.types().filter((type) => type === "key-made")).toHaveLength(1);
  });
});
