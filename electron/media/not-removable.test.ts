// Places that look like a removable drive and are not (need root and loop devices).
import { mkdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { random } from "../../crypto/index.ts";
import { aPort, driveOf, drivesOf, type Port, type Stick } from "./loop.fixture.ts";
import { aMedium, isJudging, isRoot } from "./media.fixture.ts";
import { driveMedia, checkRemovable, prepareDrive, type Drive, type Medium } from "./media.ts";

const passedOver = !isRoot && !isJudging;

let port: Port;
let stick: Stick;

const prepare = async (): Promise<Medium> =>
  prepareDrive(await driveOf(stick), "transfer", "PRODUCTION", random);

describe.skipIf(passedOver)("a place that is no removable drive (needs root)", () => {
  beforeEach(() => {
    port = aPort();
    stick = port.stick("STICK");
  });
  afterEach(() => port.end());

  const codeFor = (medium: Medium, drives: readonly Drive[]): string =>
    codeOf(() => checkRemovable(medium, drives));

  it("is refused: a folder of this computer's disk, also under the drive's name", async () => {
    const medium = aMedium(port.root, "transfer", "PRODUCTION");
    const drive = await driveOf(stick);
    expect(codeFor(medium, [drive])).toBe("E-MEDIA-NOT-REMOVABLE");
    expect(codeFor(medium, [{ ...drive, mount: medium.folder }])).toBe("E-MEDIA-NOT-REMOVABLE");
  });

  it("is refused: a folder on the drive, not its top", async () => {
    await prepare();
    const inner = aMedium(stick.folder, "inner", "PRODUCTION");
    expect(codeFor(inner, [await driveOf(stick)])).toBe("E-MEDIA-NOT-REMOVABLE");
  });

  it("is refused: a link to the drive, or in the drive's place", async () => {
    const medium = await prepare();
    const drive = await driveOf(stick);
    const link = join(port.root, "link");
    symlinkSync(stick.folder, link);
    expect(codeFor({ ...medium, folder: link }, [drive])).toBe("E-MEDIA-NOT-REMOVABLE");
    expect(codeFor({ ...medium, folder: link }, [{ ...drive, mount: link }])).toBe(
      "E-MEDIA-NOT-REMOVABLE",
    );
    stick.pull();
    const away = join(port.root, "away");
    renameSync(stick.folder, away);
    const disk = aMedium(port.root, "disk", "PRODUCTION");
    symlinkSync(disk.folder, stick.folder);
    expect(codeFor(medium, [drive])).toBe("E-MEDIA-NOT-REMOVABLE");
  });

  it("is refused: this computer's disk, or memory, mounted over the drive", async () => {
    const medium = await prepare();
    const before = await driveOf(stick);
    const disk = aMedium(port.root, "transfer", "PRODUCTION");
    port.mount("--bind", disk.folder, stick.folder);
    expect(codeFor(medium, [before])).toBe("E-MEDIA-NOT-REMOVABLE");
    expect((await driveOf(stick)).mount).toBe(null);
    const source = driveMedia(async () => [before]);
    await source.refresh();
    expect(codeOf(() => source.find("transfer"))).toBe("E-MEDIA-NOT-REMOVABLE");
    port.mount("-t", "tmpfs", stick.device, stick.folder);
    expect(codeFor(medium, [before])).toBe("E-MEDIA-NOT-REMOVABLE");
    expect((await driveOf(stick)).mount).toBe(null);
  });

  it("is refused: a part of the drive shown elsewhere, a mount that bears its name", async () => {
    await prepare();
    const part = join(stick.folder, "part");
    const shown = join(port.root, "shown");
    const named = join(port.root, "named");
    for (const folder of [part, shown, named]) mkdirSync(folder);
    port.mount("--bind", part, shown);
    port.mount("-t", "tmpfs", stick.device, named);
    expect((await drivesOf(stick)).map((drive) => drive.mount)).toEqual([stick.folder]);
    for (const [base, folder] of [
      [port.root, "shown"],
      [port.root, "named"],
    ] as const) {
      const medium = aMedium(base, folder, "PRODUCTION");
      expect(codeFor(medium, await drivesOf(stick))).toBe("E-MEDIA-NOT-REMOVABLE");
    }
  });

  it("is refused: a drive that another computer lends", async () => {
    const medium = await prepare();
    const drive: Drive = { ...(await driveOf(stick)), kind: "redirected", bus: "network" };
    expect(codeFor(medium, [drive])).toBe("E-MEDIA-NOT-REMOVABLE");
    const source = driveMedia(async () => [drive]);
    await source.refresh();
    expect(codeOf(() => source.find("transfer"))).toBe("E-MEDIA-MISSING");
  });
});
