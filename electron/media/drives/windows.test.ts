// Removable drives of Windows computers, from recorded answers of PowerShell.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import { computer, failed, recorded, said, windows } from "./drives.fixture.ts";
import { listDrives } from "./list.ts";

describe("a Windows computer", () => {
  it("with two sticks and an empty card slot has two drives", async () => {
    expect(await listDrives(windows("two-sticks"))).toEqual([
      {
        kind: "removable",
        volume: "4A1B-9C3D",
        mount: "E:\\",
        label: "TRANSFER",
        device: "\\\\?\\Volume{7f0c4e3a-0001-11ee-9a53-806e6f6e6963}\\",
        disk: "\\\\.\\PHYSICALDRIVE1",
        fileSystem: "FAT32",
        bytes: 15_502_147_584,
        freeBytes: 15_502_114_816,
        readOnly: false,
        bus: "usb",
      },
      expect.objectContaining({ volume: "6E21-55A0", label: "Officer Ä", readOnly: true }),
    ]);
  });

  it("that was started from a stick does not count that stick", async () => {
    const table = recorded("windows-single.json").replace('"IsBoot":false', '"IsBoot":true');
    const sources = computer("win32", { powershell: () => said(table) });
    expect(await listDrives(sources)).toEqual([]);
  });

  it("may write one object where there is one, and a bus as its number", async () => {
    const drives = await listDrives(windows("single"));
    expect(drives.map(({ mount, bus }) => [mount, bus])).toEqual([["E:\\", "usb"]]);
  });

  it("without a stick has none: neither its own disks nor a second one", async () => {
    expect(await listDrives(windows("no-drive"))).toEqual([]);
  });

  it("has a USB disk that counts as fixed, no network drive, RDP's only when asked", async () => {
    const kinds = async (redirected: boolean): Promise<unknown> =>
      (await listDrives(windows("mixed"), { redirected })).map(({ kind, mount }) => [kind, mount]);
    expect(await kinds(false)).toEqual([["removable", "X:\\"]]);
    expect(await kinds(true)).toEqual([
      ["removable", "X:\\"],
      ["redirected", "T:\\"],
    ]);
  });

  it("is asked by one fixed command without double quotes or line ends", async () => {
    const sources = windows("single");
    await listDrives(sources);
    expect(sources.asked).toHaveLength(1);
    expect(sources.asked[0]).toMatch(/^powershell -NoLogo -NoProfile -NonInteractive -Command \$/);
    expect(sources.asked[0]).not.toMatch(/["\r\n]/);
  });

  it("that answers in another form, or not at all, is refused", async () => {
    const code = (answer: ReturnType<typeof said>): Promise<string> =>
      codeOf(() => listDrives(computer("win32", { powershell: () => answer })));
    expect(await code(failed(1, "Access denied"))).toBe("E-DRIVES-TOOL");
    expect(await code(said("Access denied"))).toBe("E-DRIVES-FORM");
    expect(await code(said('{"logical":[1]}'))).toBe("E-DRIVES-FORM");
    const row = { DeviceID: "E:", DriveType: 2, VolumeSerialNumber: 5, FileSystem: "FAT32" };
    expect(await code(said(JSON.stringify({ logical: row })))).toBe("E-DRIVES-FORM");
  });
});
