// The record between the stations: what is handed over, what is taken over, and what is not.
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { random, sha256Hex, utf8 } from "../../crypto/index.ts";
import type { Script } from "../../ceremony-scripts/index.ts";
import { naming } from "../ceremony/record.fixture.ts";
import { hashOf, lineOf } from "../journal/entry.ts";
import { readRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import {
  findMedium,
  folderMedia,
  prepareMedium,
  readManifest,
  writeManifest,
} from "../media/media.ts";
import { versionIn } from "../session/folders.ts";
import type { Notice } from "./deps.ts";
import { carryRecord } from "./hand-over.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import { HSMS, type Stations } from "./stations.fixture.ts";

beforeAll(() => snapshotOf("activation", "open"));

const RECORD = "record.jsonl";
const transferOf = (stations: Stations): string => join(stations.media, "transfer");
/** Puts another folder in the place of the transfer medium. */
function exchange(stations: Stations, other: string): void {
  rmSync(transferOf(stations), { recursive: true });
  cpSync(other, transferOf(stations), { recursive: true });
}
/** Writes other bytes as the record on the medium, with a manifest that names them. */
function carry(stations: Stations, bytes: Uint8Array): void {
  writeFileSync(stations.on("transfer", RECORD), bytes);
  const on = findMedium(stations.media, "transfer");
  const manifest = readManifest(on);
  const files = manifest.files.map((file) =>
    file.name === RECORD ? { name: RECORD, size: bytes.length, sha256: sha256Hex(bytes) } : file,
  );
  writeManifest(on, { ...manifest, files });
}

describe("a transfer medium", () => {
  it("that is another one than the certificates were written to is not handed over", async () => {
    const stations = await stationsAt("activation", "to-connected");
    rmSync(transferOf(stations), { recursive: true });
    prepareMedium(stations.media, "transfer", "REHEARSAL", random);
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-OTHER");
    expect(stations.state.handedTo).toBeNull();
  });

  it("that nobody could take over is refused if the record is written to it", async () => {
    const stations = await stationsAt("activation", "at-offline");
    const [away, own] = [join(stations.root, "away"), transferOf(stations)];
    cpSync(own, away, { recursive: true });
    exchange(stations, away);
    const domain = readdirSync(own).find((name) => name.endsWith("-SD.json"))!;
    rmSync(join(own, domain));
    expect(codeOf(() => carryRecord(stations.connected))).toBe("E-CARRY-INCOMPLETE");
    cpSync(join(away, domain), join(own, domain));
    rmSync(own, { recursive: true });
    prepareMedium(stations.media, "transfer", "REHEARSAL", random);
    expect(codeOf(() => carryRecord(stations.connected))).toBe("E-MEDIA-OTHER");
    exchange(stations, away);
    // A certificate is in the record, and is written again.
    rmSync(join(own, "cert_1.cer"));
    carryRecord(stations.connected);
    await stations.act();
  });

  it("that is missing, or of production, is not taken over", async () => {
    const stations = await stationsAt("activation", "at-connected");
    const away = join(stations.root, "away");
    renameSync(transferOf(stations), away);
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-MISSING");
    prepareMedium(stations.media, "transfer", "PRODUCTION", random);
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-PRODUCTION");
    exchange(stations, away);
    await stations.act();
  });

  it.each([
    ["with a certificate altered", "cert_1.cer", (text: string) => `${text}\n`, "E-MEDIA-HASH"],
    [
      "with the record altered",
      RECORD,
      (text: string) => text.replace("witness", "Witness"),
      "E-MEDIA-HASH",
    ],
    [
      "with the manifest altered",
      "manifest.json",
      (text: string) => ` ${text}`,
      "E-MEDIA-MANIFEST",
    ],
  ])("%s is not taken over, and is once it is whole", async (_, name, change, code) => {
    const stations = await stationsAt("activation", "at-connected");
    const file = stations.on("transfer", name);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, change(text));
    expect(await codeOf(() => stations.act())).toBe(code);
    expect(readRecord(stations.connected.record.folder)).toBeNull();
    writeFileSync(file, text);
    await stations.act();
  });

  it.each(["cert_2.cer", RECORD, "manifest.json"])("without %s is not taken over", async (name) => {
    const stations = await stationsAt("activation", "at-connected");
    rmSync(stations.on("transfer", name));
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-INCOMPLETE");
  });
});

describe("an answer of the HSM on the medium (B169)", () => {
  /** After the download: with a file of an answer's name more, which the manifest may name. */
  const KEY = utf8("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n");
  const NAME = `${HSMS.activation}-SD.received.partial`;

  it("is what the record says, and not what a name or the manifest says", async () => {
    const stations = await stationsAt("activation", "at-offline");
    writeFileSync(stations.on("transfer", NAME), KEY);
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-SECRET");
    const on = findMedium(stations.media, "transfer");
    const manifest = readManifest(on);
    const named = { name: NAME, size: KEY.length, sha256: sha256Hex(KEY) };
    writeManifest(on, { ...manifest, files: [...manifest.files, named] });
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-SECRET");
  });

  it("is not one that only a record with a broken chain names", async () => {
    const stations = await stationsAt("activation", "at-offline");
    writeFileSync(stations.on("transfer", NAME), KEY);
    const text = readFileSync(stations.on("transfer", RECORD), "utf8");
    const { sha256 } = stations.last("answer-received");
    const own = readRecord(stations.offline.record.folder)!;
    carry(stations, utf8(text.replaceAll(sha256, sha256Hex(KEY))));
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-SECRET");
    expect(readRecord(stations.offline.record.folder)!.head).toBe(own.head);
  });
});

describe("the script on the medium", () => {
  const fileOf = ({ sha256 }: Script): string => `recovery-${sha256.slice(0, 8)}.yaml`;

  it("lets a station end a ceremony that has another version of it, both ways", async () => {
    const stations = await stationsAt("recovery", "open");
    const today = stations.script;
    const text = `${today.text}\n# As it is in another version.\n`;
    const other: Script = { ...today, text, sha256: sha256Hex(utf8(text)) };
    /** What a station has that has no record of this ceremony, and no such script. */
    const elsewhere = (): Script => {
      const ceremony = { number: 1, script: "recovery", folder: join(stations.root, "nothing") };
      return versionIn(ceremony, today, naming(other.sha256), folderMedia(stations.media));
    };
    for (const one of [stations, stations.connected]) Object.assign(one, { script: other });
    await stations.actTo("at-offline");
    expect(await codeOf(() => stations.act())).toBe("E-SCRIPT-OTHER");
    expect(readRecord(stations.offline.record.folder)).toBeNull();
    expect(readFileSync(stations.on("transfer", fileOf(other)), "utf8")).toBe(text);
    Object.assign(stations.offline, { script: elsewhere() });
    expect(stations.offline.script).toEqual(other);
    await stations.actTo("to-connected");
    rmSync(stations.on("transfer", fileOf(other)));
    await stations.actTo("at-connected");
    Object.assign(stations.connected, { script: elsewhere() });
    await stations.act();
    expect(stations.step.id).toBe("upload-blob");
  });

  it("that is another one is refused, and set aside when it is written again (B170)", async () => {
    const stations = await stationsAt("recovery", "at-offline");
    const file = fileOf(stations.script);
    const place = stations.on("transfer", file);
    const on = findMedium(stations.media, "transfer");
    for (const text of ["x".repeat(256 * 1024 + 1), `${stations.script.text} `]) {
      writeFileSync(place, text);
      expect(await codeOf(() => stations.act())).toBe("E-MEDIA-HASH");
      const manifest = readManifest(on);
      const named = { name: file, size: text.length, sha256: sha256Hex(utf8(text)) };
      const files = manifest.files.map((one) => (one.name === file ? named : one));
      writeManifest(on, { ...manifest, files });
      expect(await codeOf(() => stations.act())).toBe("E-SCRIPT-CARRIED");
      writeManifest(on, manifest);
    }
    expect(readRecord(stations.offline.record.folder)).toBeNull();
    carryRecord(stations.connected);
    expect(readFileSync(place, "utf8")).toBe(stations.script.text);
    expect(readFileSync(`${place}.partial`, "utf8")).toBe(`${stations.script.text} `);
    await stations.act();
  });

  it("that an earlier version did not write is not missed where it is known", async () => {
    const stations = await stationsAt("recovery", "at-offline");
    const on = findMedium(stations.media, "transfer");
    const manifest = readManifest(on);
    const isScript = ({ name }: { name: string }) => name === fileOf(stations.script);
    expect(manifest.files.find(isScript)?.sha256).toBe(stations.script.sha256);
    rmSync(stations.on("transfer", fileOf(stations.script)));
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-INCOMPLETE");
    writeManifest(on, { ...manifest, files: manifest.files.filter((one) => !isScript(one)) });
    await stations.act();
  });
});

describe("a record on the medium", () => {
  it.each([
    ["that was cut", (text: string) => text.slice(0, -20), "E-LOG-TORN"],
    ["in which a letter differs", (text: string) => text.replace("Asha", "Asho"), "E-LOG-HASH"],
    [
      "without its first entry",
      (text: string) => text.slice(text.indexOf("\n") + 1),
      "E-LOG-CHAIN",
    ],
    ["that is empty but for a line", () => "\n", "E-LOG-CORRUPT"],
    ["of more than 8 MiB", (text: string) => text + "{}\n".repeat(3_000_000), "E-LOG-FORM"],
  ])("%s is not taken over, though the manifest names it", async (_, change, code) => {
    const stations = await stationsAt("activation", "at-connected");
    carry(stations, utf8(change(readFileSync(stations.on("transfer", RECORD), "utf8"))));
    expect(await codeOf(() => stations.act())).toBe(code);
    expect(readRecord(stations.connected.record.folder)).toBeNull();
  });

  it("that does not mean what it says is not taken over, though its chain is whole", async () => {
    const stations = await stationsAt("activation", "at-connected");
    const { entries } = verifyRecord(readFileSync(stations.on("transfer", RECORD)));
    const at = entries.findLastIndex(({ type }) => type === "step-performed");
    let { prev } = entries[0]!;
    const lines = entries.map((entry, i) => {
      const told = { ...entry, prev, ...(i === at ? { by: "witness" } : {}) };
      prev = hashOf(told);
      return lineOf(told);
    });
    carry(stations, new Uint8Array(Buffer.concat(lines)));
    expect(await codeOf(() => stations.act())).toBe("E-MEAN-BY");
    expect(readRecord(stations.connected.record.folder)).toBeNull();
  });

  it("of another history of this ceremony is an incident, and changes nothing", async () => {
    const stations = await stationsAt("activation", "at-offline");
    const own = readRecord(stations.offline.record.folder)!;
    // The same ceremony, handed over a second time from the entry before.
    const twin = await stationsAt("activation", "to-connected");
    await twin.actTo("at-offline");
    exchange(stations, transferOf(twin));
    expect(await codeOf(() => stations.act())).toBe("E-LOG-FORK");
    expect(readRecord(stations.offline.record.folder)!.head).toBe(own.head);
  });

  it("that is older than this station's own copy is not taken over", async () => {
    const stations = await stationsAt("recovery", "at-offline-to-sign");
    exchange(stations, join(await snapshotOf("recovery", "at-offline"), "media", "transfer"));
    const own = readRecord(stations.offline.record.folder)!;
    expect(await codeOf(() => stations.act())).toBe("E-LOG-STALE");
    expect(readRecord(stations.offline.record.folder)!.head).toBe(own.head);
  });

  it("that this station itself handed over is not taken back; the right one is", async () => {
    const stations = await stationsAt("activation", "at-offline");
    const [right, old] = [
      join(stations.root, "right"),
      await snapshotOf("activation", "at-connected"),
    ];
    renameSync(transferOf(stations), right);
    cpSync(join(old, "media", "transfer"), transferOf(stations), { recursive: true });
    expect(await codeOf(() => stations.act())).toBe("E-STATE-STATION");
    expect(stations.offline.record.open).toBeNull();
    exchange(stations, right);
    await stations.act();
    expect(stations.step.id).toBe("match-domain");
  });

  it("of another HSM's ceremony is distinguished from an incident", async () => {
    const stations = await stationsAt("activation", "at-offline");
    exchange(stations, join(await snapshotOf("recovery", "at-offline"), "media", "transfer"));
    expect(await codeOf(() => stations.act())).toBe("E-SD-WRONG-HSM");
  });

  it("of another ceremony leaves nothing at a station that knows none", async () => {
    const stations = await stationsAt("activation", "at-connected");
    const right = join(stations.root, "right");
    cpSync(transferOf(stations), right, { recursive: true });
    exchange(stations, join(await snapshotOf("recovery", "at-connected"), "media", "transfer"));
    expect(await codeOf(() => stations.act())).toBe("E-SCRIPT-OTHER");
    expect(readRecord(stations.connected.record.folder)).toBeNull();
    exchange(stations, right);
    await stations.act();
    expect(stations.step.id).toBe("read-activation");
  });

  it.each([10, -10])(
    "is taken over by a clock %i years off, and says so at once",
    async (years) => {
      const stations = await stationsAt("activation", "at-connected");
      const off = years * 365 * 86_400_000;
      const told: string[] = [];
      Object.assign(stations.connected, {
        clock: () => new Date(Date.now() + off),
        notice: (notice: Notice) => told.push(notice.kind === "warned" ? notice.code : notice.kind),
      });
      const began = Date.now() + off;
      await stations.act();
      const ended = Date.now() + off;
      const types = stations.types();
      expect(types.slice(types.indexOf("taken-over"))).toEqual([
        "taken-over",
        "clock-jumped",
        "step-done",
      ]);
      const { before, after } = stations.last("clock-jumped");
      // The hand-over may have been at any time before: only the difference of both entries counts.
      const at = types.indexOf("taken-over");
      const [theirs, ours] = stations.entries
        .slice(at - 1, at + 1)
        .map((one) => Date.parse(one.at));
      expect(Date.parse(after) - Date.parse(before)).toBe(ours! - theirs!);
      expect(ours).toBeGreaterThanOrEqual(began);
      expect(Date.parse(after)).toBeLessThanOrEqual(ended);
      expect(told).toContain("W-CLOCK-JUMPED");
      await stations.act();
      expect(stations.types().filter((type) => type === "clock-jumped")).toHaveLength(1);
    },
  );
});
