// The drives behind the window, on real file systems that pass for USB sticks.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import {
  aPort,
  drivesOf,
  isMounted,
  withSticks,
  type Port,
  type Stick,
} from "../media/loop.fixture.ts";
import { ejectDrive, findMedium, readFile, writeFile } from "../media/media.ts";
import { Drives } from "./drives.ts";

const isRoot = process.getuid?.() === 0 || process.env["CI"] === "true";
describe.skipIf(!isRoot)("the drives (need root)", () => {
  let port: Port;
  beforeEach(() => {
    port = aPort();
  });
  afterEach(() => {
    port.end();
  });

  /** The drives over these sticks, as long as each is in; `news` counts what was told. */
  function over(sticks: readonly Stick[]) {
    const state = { news: 0, broken: false };
    const drives = new Drives(
      {
        list: async () => {
          if (state.broken) throw new Error("lsblk is gone");
          return drivesOf(...sticks);
        },
        eject: (drive) => ejectDrive(withSticks(...sticks), drive),
        everyMs: 200,
      },
      () => (state.news += 1),
    );
    return { drives, state };
  }

  it("are not listed until they are watched", async () => {
    const { drives, state } = over([port.stick("keys")]);
    expect(drives.view).toBeNull();
    drives.watch();
    await expect
      .poll(() => drives.view?.drives.map(({ name, state: is }) => `${name}: ${is}`))
      .toEqual(["keys: blank"]);
    expect(state.news).toBeGreaterThan(0);
    drives.stop();
    expect(drives.view).toBeNull();
  });

  it("become media, are found as media, keep what is written, and are ejected", async () => {
    const stick = port.stick("keys");
    const { drives } = over([stick]);
    drives.watch();
    const { volume } = (await drives.refresh())[0]!;
    await drives.prepare(volume, "officer-1", "REHEARSAL");
    await expect
      .poll(() => drives.view?.drives[0])
      .toMatchObject({ state: "ready", medium: { label: "officer-1", mode: "REHEARSAL" } });
    expect(drives.view?.free).not.toContain("officer-1");
    const medium = drives.source.find("officer-1");
    expect(medium).toMatchObject({ volume, folder: stick.folder });
    writeFile(medium, "cert_0.cer", new Uint8Array([1, 2, 3]));
    expect(readFile(medium, "cert_0.cer", 10)).toEqual(new Uint8Array([1, 2, 3]));
    await drives.eject(volume);
    expect(isMounted(stick.folder)).toBe(false);
    expect(await codeOf(Promise.resolve().then(() => drives.source.find("officer-1")))).toBe(
      "E-MEDIA-MISSING",
    );
    drives.stop();
  });

  it("that are not empty are not used, and nothing on them is changed", async () => {
    const stick = port.stick("holiday");
    writeFileSync(join(stick.folder, "picture.jpg"), "mine");
    const { drives } = over([stick]);
    const { volume } = (await drives.refresh())[0]!;
    expect(await codeOf(drives.prepare(volume, "transfer", "REHEARSAL"))).toBe("E-DRIVE-NOT-EMPTY");
    expect(() => findMedium(port.root, "holiday")).toThrow();
  });

  it("that are not in any more are refused, whatever the screen still shows", async () => {
    const sticks = [port.stick("keys")];
    const { drives } = over(sticks);
    const { volume } = (await drives.refresh())[0]!;
    sticks.length = 0;
    expect(await codeOf(drives.prepare(volume, "transfer", "REHEARSAL"))).toBe("E-DESK-STALE");
    expect(await codeOf(drives.eject(volume))).toBe("E-DESK-STALE");
  });

  it("that can no longer be listed are no media any more", async () => {
    const { drives, state } = over([port.stick("keys")]);
    const { volume } = (await drives.refresh())[0]!;
    await drives.prepare(volume, "officer-2", "REHEARSAL");
    expect(drives.source.find("officer-2").label).toBe("officer-2");
    state.broken = true;
    await expect(drives.refresh()).rejects.toThrow("lsblk is gone");
    expect(await codeOf(Promise.resolve().then(() => drives.source.find("officer-2")))).toBe(
      "E-DRIVES-TOOL",
    );
  });
});
