// A drive's folder counts only if it is on the drive's own device.
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import type { Drive } from "./drives/drive.ts";
import { checkDrive } from "./removable.ts";

it.skipIf(process.platform === "win32")("a folder of another device is no drive's", () => {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "drive-")));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const drive: Drive = {
    kind: "removable",
    volume: "1234-ABCD",
    // Exists on every system, and has no file system, so it is never the mounted one.
    device: "/dev/null",
    disk: "/dev/null",
    mount: folder,
    label: "",
    fileSystem: "vfat",
    bytes: 1,
    freeBytes: 1,
    readOnly: false,
    bus: "usb",
  };
  expect(codeOf(() => checkDrive(drive))).toBe("E-MEDIA-NOT-REMOVABLE");
});
