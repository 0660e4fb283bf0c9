// Where media are searched: folders in a rehearsal, and drives, also when nothing is known.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { fault } from "./shared/faults.ts";
import { aMedium, aRoot } from "./media.fixture.ts";
import { driveMedia, folderMedia, type Drive } from "./media.ts";

let root = "";
let end = (): void => undefined;
beforeEach(() => ({ root, end } = aRoot()));
afterEach(() => end());

describe("folders as media", () => {
  it("are found by their name, and need no asking", async () => {
    const medium = aMedium(root);
    const source = folderMedia(root);
    await source.refresh();
    expect(source.find("transfer")).toEqual(medium);
    expect(codeOf(() => source.find("officer-1"))).toBe("E-MEDIA-MISSING");
  });

  it("are shown with their state; what is no medium is not", () => {
    const medium = aMedium(root, "officer-1", "PRODUCTION");
    mkdirSync(join(root, "holiday"));
    mkdirSync(join(root, "broken"));
    writeFileSync(join(root, "broken", "medium.json"), "{");
    writeFileSync(join(root, "note.txt"), "x");
    expect(folderMedia(root).labels()).toEqual([
      {
        label: null,
        id: null,
        mode: null,
        folder: join(root, "broken"),
        volume: null,
        state: "damaged",
      },
      {
        label: "officer-1",
        id: medium.id,
        mode: "PRODUCTION",
        folder: medium.folder,
        volume: null,
        state: "ready",
      },
    ]);
    expect(folderMedia(join(root, "none")).labels()).toEqual([]);
  });

  it("are not found through a link", () => {
    symlinkSync(aMedium(root).folder, join(root, "other"));
    expect(codeOf(() => folderMedia(root).find("other"))).toBe("E-MEDIA-KIND");
  });
});

describe("drives as media", () => {
  const disk = (mount: string): Drive => ({
    kind: "removable",
    volume: "AAAA-BBBB",
    device: "/dev/null",
    disk: "/dev/null",
    mount,
    label: "",
    fileSystem: "vfat",
    bytes: 1,
    freeBytes: 1,
    readOnly: false,
    bus: "usb",
  });

  it("are not found before the drives were asked for, nor after that failed", async () => {
    let answer = async (): Promise<readonly Drive[]> => [];
    const source = driveMedia(() => answer());
    expect(codeOf(() => source.find("transfer"))).toBe("E-DRIVES-TOOL");
    await source.refresh();
    expect(codeOf(() => source.find("transfer"))).toBe("E-MEDIA-MISSING");
    expect(source.labels()).toEqual([]);
    answer = async () => {
      throw fault("E-DRIVES-FORM");
    };
    expect(await codeOf(() => source.refresh())).toBe("E-DRIVES-FORM");
    expect(codeOf(() => source.find("transfer"))).toBe("E-DRIVES-FORM");
    expect(codeOf(() => source.labels())).toBe("E-DRIVES-FORM");
  });

  it("are known by the newest question, whichever is answered last", async () => {
    const answers: ((drives: readonly Drive[]) => void)[] = [];
    const source = driveMedia(() => new Promise((resolve) => answers.push(resolve)));
    const [older, newer] = [source.refresh(), source.refresh()];
    answers[1]?.([]);
    await newer;
    answers[0]?.([disk(aMedium(root, "transfer", "PRODUCTION").folder)]);
    await older;
    expect(codeOf(() => source.find("transfer"))).toBe("E-MEDIA-MISSING");
  });

  it("that were pulled since they were asked for are not in", async () => {
    const { folder } = aMedium(root, "transfer", "PRODUCTION");
    const pulled = { ...disk(folder), device: join(root, "gone") };
    const source = driveMedia(async () => [pulled, { ...pulled, mount: join(root, "gone") }]);
    await source.refresh();
    expect(source.labels()).toEqual([]);
    expect(codeOf(() => source.find("transfer"))).toBe("E-MEDIA-MISSING");
  });

  it("have a neighbour in any other volume of their disk, but for the small one of macOS", async () => {
    const medium = { ...aMedium(root), volume: "AAAA-BBBB" };
    const own = disk(medium.folder);
    const second = { ...own, volume: "CCCC-DDDD", mount: null };
    const neighbours = async (...drives: readonly Drive[]): Promise<boolean> => {
      const source = driveMedia(async () => [own, ...drives]);
      await source.refresh();
      return source.hasNeighbour(medium);
    };
    expect(await neighbours()).toBe(false);
    expect(await neighbours({ ...second, disk: "/dev/sdc" })).toBe(false);
    expect(await neighbours({ ...second, label: "EFI", bytes: 209_715_200 })).toBe(false);
    expect(await neighbours(second)).toBe(true);
    expect(await neighbours({ ...second, label: "EFI", bytes: 4e9 })).toBe(true);
  });

  it("are never folders of this computer's own disk, whatever the list says", async () => {
    const { folder } = aMedium(root, "transfer", "PRODUCTION");
    const source = driveMedia(async () => [disk(folder)]);
    await source.refresh();
    expect(codeOf(() => source.find("transfer"))).toBe("E-MEDIA-NOT-REMOVABLE");
  });
});
