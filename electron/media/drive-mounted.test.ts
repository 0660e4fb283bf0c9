// Drives that are really mounted: listed, written, ejected, pulled (needs root and loop devices).
import { execFileSync } from "node:child_process";
import { closeSync, cpSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { random, sha256Hex } from "../../crypto/index.ts";
import {
  aPort,
  driveOf,
  drivesOf,
  isMounted,
  withSticks,
  type Port,
  type Stick,
} from "./loop.fixture.ts";
import { bytesOf, isJudging, isRoot } from "./media.fixture.ts";
import {
  driveMedia,
  ejectDrive,
  checkMedium,
  checkRemovable,
  listDrives,
  listFiles,
  prepareDrive,
  readFile,
  systemSources,
  watchDrives,
  writeFile,
  type Drive,
  type DriveNews,
  type Medium,
} from "./media.ts";

const passedOver = !isRoot && !isJudging;
const PRODUCTION = { mode: "PRODUCTION", freeBytes: 0 } as const;

let port: Port;
let stick: Stick;

const prepare = async (on = stick, label = "transfer"): Promise<Medium> =>
  prepareDrive(await driveOf(on), label, "PRODUCTION", random);

describe.skipIf(passedOver)("a drive that is really in (needs root)", () => {
  beforeEach(() => {
    port = aPort();
    stick = port.stick("STICK");
  });
  afterEach(() => port.end());

  it("is listed with its volume id, mount and room; as a loop device it is not", async () => {
    const uuid = execFileSync("blkid", ["-p", "-o", "value", "-s", "UUID", stick.device], {
      encoding: "utf8",
    }).trim();
    const [drive, ...others] = await drivesOf(stick);
    expect(others).toEqual([]);
    expect(drive).toMatchObject({
      kind: "removable",
      volume: uuid,
      device: stick.device,
      mount: stick.folder,
      label: "STICK",
      fileSystem: "ext4",
      bytes: 32 * 1024 * 1024,
      readOnly: false,
    });
    expect(drive?.freeBytes).toBeGreaterThan(20 * 1024 * 1024);
    expect((await listDrives(systemSources())).map(({ device }) => device)).not.toContain(
      stick.device,
    );
  });

  it("becomes a medium, is found by its label, and gives back what is written to it", async () => {
    const made = await prepare();
    const source = driveMedia(() => drivesOf(stick));
    await source.refresh();
    const medium = source.find("transfer");
    expect(medium).toEqual(made);
    expect(medium).toMatchObject({ folder: stick.folder, volume: (await driveOf(stick)).volume });
    expect(readdirSync(stick.folder).sort()).toEqual(["lost+found", "medium.json"]);
    checkMedium(medium, PRODUCTION);
    checkRemovable(medium, await drivesOf(stick));
    const bytes = random(100_000);
    expect(writeFile(medium, "a.bin", bytes).sha256).toBe(sha256Hex(bytes));
    stick.pull();
    stick.mount();
    await source.refresh();
    expect(readFile(source.find("transfer"), "a.bin", 200_000)).toEqual(bytes);
    expect(listFiles(source.find("transfer"))).toEqual(["a.bin"]);
  });

  it("is prepared only once, and not over other people's files", async () => {
    const medium = await prepare();
    expect(await prepare()).toEqual(medium);
    expect(await codeOf(() => prepare(stick, "other"))).toBe("E-MEDIA-MARKER");
    const full = port.stick("FULL");
    writeFileSync(join(full.folder, "holiday.jpg"), "x");
    expect(await codeOf(() => prepare(full))).toBe("E-MEDIA-MARKER");
    full.pull();
    expect(await codeOf(() => prepare(full))).toBe("E-DRIVE-UNMOUNTED");
    expect(readdirSync(full.folder)).toEqual([]);
  });

  it("is not prepared once pulled out, nor is the folder beneath", async () => {
    const drive = await driveOf(stick);
    stick.pull();
    const code = codeOf(() => prepareDrive(drive, "transfer", "PRODUCTION", random));
    expect(code).toBe("E-MEDIA-NOT-REMOVABLE");
    expect(readdirSync(stick.folder)).toEqual([]);
  });

  it("that a program uses is not ejected, and is once the program is done", async () => {
    const medium = await prepare();
    writeFile(medium, "a.txt", bytesOf("x"));
    const drive = await driveOf(stick);
    const held = openSync(join(stick.folder, "a.txt"), "r");
    const code = await codeOf(() => ejectDrive(withSticks(stick), drive));
    closeSync(held);
    expect([code, isMounted(stick.folder)]).toEqual(["E-DRIVE-BUSY", true]);
    await ejectDrive(withSticks(stick), drive);
    expect(isMounted(stick.folder)).toBe(false);
    expect((await driveOf(stick)).mount).toBe(null);
    await ejectDrive(withSticks(stick), drive);
    expect(codeOf(() => checkMedium(medium, PRODUCTION))).toBe("E-MEDIA-GONE");
  });

  it("that is a disk of this machine is never ejected", async () => {
    const drive = await driveOf(stick);
    expect(await codeOf(() => ejectDrive(systemSources(), drive))).toBe("E-DRIVE-EJECT");
    expect(isMounted(stick.folder)).toBe(true);
  });

  it("that is pulled out is noticed by the watch and by every use (F14)", async () => {
    const medium = await prepare();
    const told: DriveNews[] = [];
    let look = (): void => undefined;
    let heard = (): void => undefined;
    const next = (): Promise<void> =>
      new Promise((resolve) => {
        heard = resolve;
      });
    let present: readonly Stick[] = [stick];
    const first = next();
    const { stop } = watchDrives({
      everyMs: 2000,
      list: () => drivesOf(...present),
      timer: (_, work) => {
        look = work;
        return () => undefined;
      },
      onChange: (news) => {
        told.push(news);
        heard();
      },
    });
    await first;
    stick.pull();
    const closed = next();
    look();
    await closed;
    expect(told[1]).toMatchObject({ state: "known", changed: [{ mount: null }], removed: [] });
    present = [];
    const gone = next();
    look();
    await gone;
    stop();
    expect(told[2]).toMatchObject({ drives: [], removed: [{ volume: medium.volume }] });
    expect(codeOf(() => checkMedium(medium, PRODUCTION))).toBe("E-MEDIA-GONE");
    expect(codeOf(() => writeFile(medium, "b.txt", bytesOf("x")))).toBe("E-MEDIA-GONE");
    expect(readdirSync(stick.folder)).toEqual([]);
  });

  it("pulled off a folder with the very same marker gets nothing written", async () => {
    const medium = await prepare();
    const copy = readFileSync(join(stick.folder, "medium.json"));
    stick.pull();
    writeFileSync(join(stick.folder, "medium.json"), copy);
    const uses = [
      () => checkMedium(medium, PRODUCTION),
      () => writeFile(medium, "key", bytesOf("secret")),
    ];
    expect(uses.map(codeOf)).toEqual(["E-MEDIA-GONE", "E-MEDIA-GONE"]);
    expect(codeOf(() => checkRemovable(medium, []))).toBe("E-MEDIA-NOT-REMOVABLE");
    expect(readdirSync(stick.folder)).toEqual(["medium.json"]);
  });
});

describe.skipIf(passedOver)("two drives (need root)", () => {
  beforeEach(() => {
    port = aPort();
    stick = port.stick("STICK");
  });
  afterEach(() => port.end());

  const sourceOf = async (...present: readonly Stick[]) => {
    const source = driveMedia(() => drivesOf(...present));
    await source.refresh();
    return source;
  };

  it("with two labels are distinguished, by volume too", async () => {
    const two = port.stick("TWO");
    await prepare(stick, "officer-1");
    await prepare(two, "officer-2");
    const source = await sourceOf(stick, two);
    expect(source.find("officer-1").folder).toBe(stick.folder);
    expect(source.find("officer-2").folder).toBe(two.folder);
    expect(source.labels().map(({ label, state }) => [label, state])).toEqual([
      ["officer-1", "ready"],
      ["officer-2", "ready"],
    ]);
  });

  it.each([
    ["made by dd, with the same volume id", true],
    ["made by cp, with another volume id", false],
  ])("of which one is a copy %s are both refused", async (_, whole) => {
    const medium = await prepare();
    const copy = port.stick("COPY", whole ? stick : undefined);
    if (!whole) cpSync(join(stick.folder, "medium.json"), join(copy.folder, "medium.json"));
    const both = await sourceOf(stick, copy);
    expect(codeOf(() => both.find("transfer"))).toBe("E-MEDIA-TWICE");
    expect(both.labels().map(({ state }) => state)).toEqual(["twice", "twice"]);
    const alone = (await sourceOf(copy)).find("transfer");
    expect(alone.id).toBe(medium.id);
    expect(alone.volume === medium.volume).toBe(whole);
  });

  it("of which one takes the other's place are not mixed up", async () => {
    const medium = await prepare();
    const other = port.stick("OTHER");
    cpSync(join(stick.folder, "medium.json"), join(other.folder, "medium.json"));
    const [drive] = await drivesOf(other);
    const inItsPlace: Drive = { ...drive!, mount: stick.folder };
    expect(codeOf(() => checkRemovable(medium, [inItsPlace]))).toBe("E-MEDIA-OTHER");
    other.pull();
    stick.pull();
    execFileSync("mount", [other.device, stick.folder]);
    expect(codeOf(() => writeFile(medium, "a.txt", bytesOf("x")))).toBe("E-MEDIA-GONE");
    expect(codeOf(() => checkRemovable(medium, [inItsPlace]))).toBe("E-MEDIA-OTHER");
  });

  it("that say nothing, or something broken, are shown and not taken", async () => {
    const broken = port.stick("BROKEN");
    writeFileSync(join(broken.folder, "medium.json"), "{");
    const source = await sourceOf(stick, broken);
    expect(source.labels().map(({ label, state }) => [label, state])).toEqual([
      [null, "blank"],
      [null, "damaged"],
    ]);
    expect(codeOf(() => source.find("transfer"))).toBe("E-MEDIA-MARKER");
    expect(codeOf(() => source.find("../transfer"))).toBe("E-MEDIA-NAME");
    expect(codeOf((await sourceOf(stick)).find.bind(null, "transfer"))).toBe("E-MEDIA-MISSING");
  });

  it("that are write-protected are shown so, and refused before a step", async () => {
    await prepare();
    execFileSync("mount", ["-o", "remount,ro", stick.folder]);
    const source = await sourceOf(stick);
    expect(source.labels()).toMatchObject([{ label: "transfer", state: "read-only" }]);
    expect((await driveOf(stick)).readOnly).toBe(true);
    expect(codeOf(() => checkMedium(source.find("transfer"), PRODUCTION))).toBe("E-MEDIA-READONLY");
  });
});
