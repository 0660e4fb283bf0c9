// The live image, started by BIOS and by UEFI: the app alone, no network, nothing kept.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { makeImage, PROGRAMS } from "../image.mjs";
import { sha256Of } from "../package/sha256.mjs";
import { onPath } from "../setup/run.mjs";
import { computer, pngOf, shareOf, withoutComputer, type Computer } from "./computer.fixture.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const SHOTS = join(ROOT, ".shots", "image");
const MINUTES = 60_000;
const PAPER = [0xfc, 0xfb, 0xf8];
const impossible =
  withoutComputer
  || process.getuid?.() !== 0
  || !existsSync(join(ROOT, ".runtime", "electron.json"))
  || PROGRAMS.some((program) => !onPath(program));

describe.skipIf(impossible)("the live image (needs root, Debian, QEMU and the runtime)", () => {
  let folder = "";
  let image = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sd-image-test-"));
    const { file, kind } = await makeImage(folder, { telling: true });
    expect(kind).toBe("rehearsal");
    image = file;
  }, 30 * MINUTES);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("is the same to the byte when it is made again", { timeout: 30 * MINUTES }, async () => {
    const { file } = await makeImage(join(folder, "again"), { telling: true });
    expect(sha256Of(file)).toBe(sha256Of(image));
    rmSync(file);
  });

  describe.each(["bios", "uefi"] as const)("started by %s", (firmware) => {
    let station: Computer;
    const stick = (): string => join(folder, `stick-${firmware}.img`);
    const named = (name: string): readonly string[] =>
      station
        .told()
        .filter((line) => line.startsWith(`${name}: `))
        .map((line) => line.slice(name.length + 2));
    const look = async (name: string) => {
      const seen = await station.screen();
      mkdirSync(SHOTS, { recursive: true });
      writeFileSync(join(SHOTS, `${firmware}-${name}.png`), pngOf(seen));
      return seen;
    };
    beforeAll(async () => {
      writeFileSync(stick(), new Uint8Array(64 * 1024 * 1024));
      expect(spawnSync("/usr/sbin/mkfs.vfat", ["-n", "OFFICER-1", stick()]).status).toBe(0);
      station = await computer(image, { firmware, stick: stick() });
    }, MINUTES);
    afterAll(() => {
      station.off();
    });

    test("says which image it is, and waits", { timeout: 15 * MINUTES }, async () => {
      const opening = (): boolean => named("process").some((line) => line.endsWith(" opening"));
      await vi.waitFor(() => expect(opening()).toBe(true), {
        timeout: 14 * MINUTES,
        interval: 2000,
      });
      expect(named("image")).toEqual([sha256Of(image)]);
      await look("1-opening");
    });

    test(
      "opens the app, full screen, as a user without rights",
      { timeout: 15 * MINUTES },
      async () => {
        await station.press("ret");
        await look("2-clock");
        await station.press("ret");
        // Before Home there is nothing, and then only a title on paper.
        await vi.waitFor(
          async () => {
            const share = shareOf(await look("3-home"), PAPER);
            expect(share).toBeGreaterThan(0.3);
            expect(share).toBeLessThan(0.8);
          },
          { timeout: 14 * MINUTES, interval: 3000 },
        );
        const app = named("process").filter((line) => line.includes(" security-domain"));
        expect(app.length).toBeGreaterThan(2);
        expect(app.filter((line) => !line.startsWith("ceremony "))).toEqual([]);
      },
    );

    test("has no network, and nothing that listens", () => {
      expect(named("network")).toEqual(["lo"]);
      expect(named("listening")).toEqual([]);
      const strange =
        /^(e1000|virtio_net|r8169|iwl|ath\d|btusb|bluetooth|cfg80211|mac80211|usbnet|cdc_ether)/;
      expect(named("module").length).toBeGreaterThan(20);
      expect(named("module").filter((name) => strange.test(name))).toEqual([]);
    });

    test("has no login, no swap, and writes to no disk", { timeout: 2 * MINUTES }, async () => {
      await vi.waitFor(() => expect(named("mount").join("\n")).toContain("OFFICER-1"), MINUTES);
      expect(named("process").filter((line) => /getty|\blogin\b|sshd/.test(line))).toEqual([]);
      expect(named("root")[0]).toMatch(/^root L /);
      expect(named("swap")).toEqual([]);
      const disks = named("written").filter((line) => /^(sr|sd|vd|nvme)/.test(line));
      // The officer's stick alone may be written to: opening a FAT marks it as in use.
      const system = firmware === "bios" ? /^sr0 / : /^sd[ab] 0$/;
      expect(disks.some((line) => system.test(line))).toBe(true);
      const kept = named("mount").filter((line) =>
        /^\/run\/media|(ext4|vfat|xfs|btrfs)/.test(line),
      );
      for (const line of kept)
        expect(line).toMatch(/^\/run\/media\/ceremony\/OFFICER-1 vfat .*nosuid/);
      expect(kept).toHaveLength(1);
    });
  });
});
