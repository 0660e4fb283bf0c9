// The restore blob: made by two officers for one exchange key, uploaded once; then the keys.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import {
  fromHex,
  guid,
  random,
  readRestoreBlob,
  readSecurityDomain,
  sha256Hex,
} from "../../crypto/index.ts";
import { requestIdOf } from "../ceremony/ceremony.ts";
import { rehearsalClient } from "../hsm/azure/rehearsal-client.ts";
import { fault } from "../hsm/faults.ts";
import type { AskedHsm, Hsm } from "../hsm/hsm.ts";
import { withKeyReader } from "../hsm/key-reader.ts";
import { startRehearsalHsm } from "../rehearsal-hsm/rehearsal-hsm.ts";
import { acceptRefusal } from "./accept-refusal.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import { HSMS, type Stations } from "./stations.fixture.ts";
import { record } from "./turn.ts";

beforeAll(() => snapshotOf("recovery", "open"));

const BLOB = `${HSMS.recovery}-restore-blob.json`;
const SD = `${HSMS.activation}-SD.json`;

interface Blob {
  readonly EncData: { readonly data: readonly unknown[]; readonly kdf: string };
  readonly WrappedKey: { readonly enc_key: string; readonly x5t_256: string };
}
const blobOf = (stations: Stations): Blob =>
  JSON.parse(readFileSync(stations.on("transfer", BLOB), "utf8")) as Blob;
/** Another first letter, whatever it was. */
const otherFirst = (text: string): string => (text.startsWith("A") ? "B" : "A") + text.slice(1);

/** The same blob with one letter of its wrapped key changed: only opening it detects that. */
const spoilt = ({ EncData, WrappedKey }: Blob): Blob => {
  const { enc_key, x5t_256 } = WrappedKey;
  const at = enc_key.lastIndexOf(".") - 8;
  const letter = enc_key[at] === "A" ? "B" : "A";
  return {
    EncData,
    WrappedKey: { enc_key: enc_key.slice(0, at) + letter + enc_key.slice(at + 1), x5t_256 },
  };
};
const withHsm = (stations: Stations, change: Partial<Hsm>) => ({
  hsm: async (): Promise<AskedHsm> => ({ ...stations.hsm, ...change }),
});
const unknownOutcome = fault("E-HSM-UNKNOWN-OUTCOME", { why: "no answer came" });

describe("making the blob", () => {
  it("takes two officers, and leaves one that contains each entry of the domain", async () => {
    const stations = await stationsAt("recovery", "make-restore-blob");
    await stations.act();
    const made = stations.last("blob-made");
    expect(made.officers).toEqual(["officer-1", "officer-2"]);
    const bytes = readFileSync(stations.on("transfer", BLOB));
    expect(made).toMatchObject({ sha256: sha256Hex(bytes), size: bytes.length });
    const domain = readSecurityDomain(readFileSync(stations.on("transfer", SD)));
    expect(readRestoreBlob(bytes).entries.map(({ tag }) => tag)).toEqual(
      domain.entries.map(({ tag }) => tag),
    );
  });

  it("commits to what was opened, after the activation, or two people decide (B194)", async () => {
    const stations = await stationsAt("recovery", "make-restore-blob");
    const [earlier] = stations.state.opened?.earlier ?? [];
    const { commitment = "", ...rest } = earlier!;
    // As if the record of the activation had been written without its keys.
    const other = sha256Hex(random(32));
    const { data } = stations.offline.record.open!.entries[0]!;
    Object.assign(data as object, { earlier: [{ ...rest, commitment: other }] });
    expect(await codeOf(() => stations.act())).toBe("E-OPENED-OTHER");
    expect(existsSync(stations.on("transfer", BLOB))).toBe(false);
    const decidedBy = ["witness", "officer-1"];
    acceptRefusal(stations.offline, { code: "E-OPENED-OTHER", decidedBy });
    await stations.act();
    const first = stations.last("blob-made").commitment;
    expect(first).toBe(commitment);

    const again = await stationsAt("recovery", "make-restore-blob");
    await again.act();
    const next = fromHex(again.last("blob-made").commitment!)!;
    expect(sha256Hex(next)).toBe(commitment);
  });

  it("writes no commitment into a record of the first version of the rules", async () => {
    const stations = await stationsAt("recovery", "make-restore-blob");
    delete (stations.offline.record.open!.entries[0]!.data as { rules?: number }).rules;
    await stations.act();
    expect(stations.last("blob-made")).not.toHaveProperty("commitment");
  });

  it("is refused with a wrong passphrase, which is counted, and can be repeated", async () => {
    const stations = await stationsAt("recovery", "make-restore-blob");
    stations.slips.push({ passphrase: "not this one" });
    expect(await codeOf(() => stations.act())).toBe("E-KEY-PASSPHRASE");
    expect(stations.last("passphrase-refused").step).toBe("make-restore-blob");
    expect(existsSync(stations.on("transfer", BLOB))).toBe(false);
    await stations.act();
    expect(stations.step.id).toBe("sign-blob");
  });

  it("makes a new one if an interrupted attempt left one unrecorded", async () => {
    const stations = await stationsAt("recovery", "make-restore-blob");
    writeFileSync(stations.on("transfer", BLOB), "left by a crash");
    await stations.act();
    expect(stations.last("blob-made").sha256).toBe(
      sha256Hex(readFileSync(stations.on("transfer", BLOB))),
    );
    expect(readFileSync(stations.on("transfer", `${BLOB}.partial`), "utf8")).toBe(
      "left by a crash",
    );
  });

  it("is refused with a domain altered on either medium, or of another HSM", async () => {
    const stations = await stationsAt("recovery", "make-restore-blob");
    for (const label of ["transfer", "domain-copy"]) {
      const text = readFileSync(stations.on(label, SD), "utf8");
      writeFileSync(stations.on(label, SD), `${text} `);
      expect(await codeOf(() => stations.act())).toBe("E-DOMAIN-HASH");
      writeFileSync(stations.on(label, SD), text);
    }
  });

  it("is not made for an exchange key that was fetched and not compared", async () => {
    const stations = await stationsAt("recovery", "make-restore-blob");
    // The same key, fetched once more: nobody has compared what came now.
    const data = stations.last("exchange-key-fetched");
    record(stations.offline, { type: "exchange-key-fetched", by: "app", data });
    expect(await codeOf(() => stations.act())).toBe("E-XK-OTHER");
    expect(stations.types()).not.toContain("blob-made");
  });

  it("is refused with another officer's certificate", async () => {
    const stations = await stationsAt("recovery", "make-restore-blob");
    cpSync(stations.on("officer-3", "cert_2.cer"), stations.on("officer-2", "cert_1.cer"));
    expect(await codeOf(() => stations.act())).toBe("E-CERT-SWAPPED");
  });
});

describe("a blob on the transfer medium", () => {
  const json = (change: (blob: Blob) => unknown) => (stations: Stations) =>
    JSON.stringify(change(blobOf(stations)));
  const text = (change: (text: string) => string) => (stations: Stations) =>
    change(readFileSync(stations.on("transfer", BLOB), "utf8"));
  it.each<[string, (stations: Stations) => string, string]>([
    ["that was cut (B074)", text((blob) => blob.slice(0, -10)), "E-BLOB-HASH"],
    ["with a line end more (B074)", text((blob) => `${blob}\r\n`), "E-BLOB-HASH"],
    ["with one letter changed (B074)", json(spoilt), "E-BLOB-HASH"],
    [
      "for another exchange key (B073)",
      json((blob) => ({
        ...blob,
        WrappedKey: { ...blob.WrappedKey, x5t_256: otherFirst(blob.WrappedKey.x5t_256) },
      })),
      "E-BLOB-KEY",
    ],
    [
      "without one entry (B075)",
      json((blob) => ({ ...blob, EncData: { ...blob.EncData, data: blob.EncData.data.slice(1) } })),
      "E-BLOB-INCOMPLETE",
    ],
    [
      "that is a security domain (B076)",
      (stations) => readFileSync(stations.on("transfer", SD), "utf8"),
      "E-KIND",
    ],
    ["that is empty (B077)", () => "", "E-MEDIA-FILE-MISSING"],
  ])("%s is not uploaded, and the right one is then", async (_, change, code) => {
    const stations = await stationsAt("recovery", "upload-blob");
    const whole = readFileSync(stations.on("transfer", BLOB));
    writeFileSync(stations.on("transfer", BLOB), change(stations));
    expect(await codeOf(() => stations.act())).toBe(code);
    expect(stations.types()).not.toContain("upload-began");
    writeFileSync(stations.on("transfer", BLOB), whole);
    await stations.act();
    expect(await stations.hsm.activation()).toBe("Active");
  });

  it("that is missing, or whose domain is, is asked for", async () => {
    const stations = await stationsAt("recovery", "upload-blob");
    rmSync(stations.on("domain-copy", SD));
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-FILE-MISSING");
    cpSync(stations.on("transfer", SD), stations.on("domain-copy", SD));
    rmSync(stations.on("transfer", BLOB));
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-FILE-MISSING");
  });

  it("that was uploaded already is not uploaded again (B078)", async () => {
    const stations = await stationsAt("recovery", "upload-blob");
    await stations.hsm.upload(readFileSync(stations.on("transfer", BLOB), "utf8"));
    for (let state = ""; state !== "succeeded";) ({ state } = await stations.hsm.uploadStatus());
    expect(await codeOf(() => stations.act())).toBe("E-BLOB-USED");
    expect(stations.types()).not.toContain("upload-began");
  });
});

describe("an upload", () => {
  it("whose end is recorded, though not its step's, is over when it is done again", async () => {
    const stations = await stationsAt("recovery", "upload-blob");
    const { connected } = stations;
    const journal = connected.record.open!;
    const append: typeof journal.append = (entries) => {
      if (entries[0]?.type === "step-performed") throw new Error("dark");
      return journal.append(entries);
    };
    const open = new Proxy(journal, {
      get: (of, name) => (name === "append" ? append : (Reflect.get(of, name, of) as unknown)),
    });
    await expect(stations.act({ record: { ...connected.record, open } })).rejects.toThrow("dark");
    expect(stations.types().at(-1)).toBe("upload-ended");
    await stations.act();
    expect(stations.step.id).toBe("backup-empty");
  });

  it("F43: whose answer is lost is not repeated: the HSM's status decides", async () => {
    const stations = await stationsAt("recovery", "upload-blob");
    let sent = 0;
    const change = withHsm(stations, {
      upload: async (blob) => {
        sent += 1;
        await stations.hsm.upload(blob);
        throw unknownOutcome;
      },
    });
    await stations.act(change);
    expect([sent, stations.step.id]).toEqual([1, "backup-empty"]);
  });

  it("F43: that a stop interrupted is not repeated when the HSM has the blob", async () => {
    const stations = await stationsAt("recovery", "upload-blob");
    const dark = withHsm(stations, { uploadStatus: () => Promise.reject(new Error("dark")) });
    await expect(stations.act(dark)).rejects.toThrow("dark");
    const never = withHsm(stations, { upload: () => Promise.reject(new Error("sent again")) });
    await stations.act(never);
    expect(stations.types().filter((type) => type === "upload-began")).toHaveLength(1);
    expect(stations.step.id).toBe("backup-empty");
  });

  it("that never reached the HSM is sent again", async () => {
    const stations = await stationsAt("recovery", "upload-blob");
    const lost = withHsm(stations, { upload: () => Promise.reject(unknownOutcome) });
    expect(await codeOf(() => stations.act(lost))).toBe("E-HSM-NONE");
    await stations.act();
    expect(await stations.hsm.activation()).toBe("Active");
  });

  it("that the HSM refuses leaves it waiting, and says so", async () => {
    const stations = await stationsAt("recovery", "upload-blob");
    const change = withHsm(stations, {
      upload: (blob) => stations.hsm.upload(JSON.stringify(spoilt(JSON.parse(blob) as Blob))),
    });
    expect(await codeOf(() => stations.act(change))).toBe("E-UPLOAD-FAILED");
    expect(await stations.hsm.activation()).toBe("NotActivated");
    await stations.act();
    expect(await stations.hsm.activation()).toBe("Active");
  });

  it("F45: that the HSM refuses because its exchange key is another now, says so", async () => {
    const stations = await stationsAt("recovery", "upload-blob");
    let asked = 0;
    const change = withHsm(stations, {
      upload: (blob) => stations.hsm.upload(JSON.stringify(spoilt(JSON.parse(blob) as Blob))),
      exchangeKey: async (id) => {
        asked += 1;
        // As Azure's log will name it: by the entry before the refusal.
        expect(id).toBe(requestIdOf(stations.entries.at(-1)!.hash));
        expect(stations.types().at(-1)).toBe("upload-began");
        return anotherKey();
      },
    });
    expect(await codeOf(() => stations.act(change))).toBe("E-XK-STALE");
    expect(asked).toBe(1);
    expect(await stations.hsm.activation()).toBe("NotActivated");
  });
});

/** The exchange key, as answered, of an HSM of this name that was created again. */
async function anotherKey(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "another-key-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const running = await startRehearsalHsm({
    dir: join(folder, "hsm"),
    name: HSMS.recovery,
    clock: () => new Date(),
    random,
  });
  const given = await rehearsalClient({ name: HSMS.recovery, ...running }).exchangeKey();
  await running.close();
  return given;
}

describe("the keys of the recovered HSM", () => {
  it("that are not those expected keep the ceremony open", async () => {
    const stations = await stationsAt("recovery", "compare-keys");
    const found = await withKeyReader(stations.hsm, guid(random), () => stations.hsm.keys());
    const [first, ...rest] = found;
    for (const keys of [[], rest, [{ ...first!, publicSha256: "0".repeat(64) }, ...rest]]) {
      expect(await codeOf(() => stations.act(withHsm(stations, { keys: async () => keys })))).toBe(
        "E-KEYS-DIFFER",
      );
      expect(stations.types()).not.toContain("keys-compared");
    }
    await stations.act();
    expect(stations.last("keys-compared").keys).toHaveLength(found.length);
  });

  it("are not restored from a backup that is not there", async () => {
    const stations = await stationsAt("recovery", "restore-backup");
    const change = withHsm(stations, {
      startRestore: (container) =>
        stations.hsm.startRestore(container, "mhsm-Contoso-HSM-20260101000000"),
    });
    expect(await codeOf(() => stations.act(change))).toBe("E-HSM-FAILED");
    await stations.act();
    expect(stations.step.id).toBe("compare-keys");
  });

  it("are not restored while the new HSM has no backup of its own", async () => {
    const stations = await stationsAt("recovery", "backup-empty");
    expect(
      await codeOf(() =>
        stations.act(
          withHsm(stations, {
            startBackup: () => Promise.reject(fault("E-HSM-AUTH", { why: "" })),
          }),
        ),
      ),
    ).toBe("E-HSM-AUTH");
    expect(stations.step.id).toBe("backup-empty");
  });
});
