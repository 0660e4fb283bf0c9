// Ejecting, on recorded computers: what is asked of the system, and when it counts as done.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import { computer, failed, linux, mac, recorded, said, windows } from "./drives.fixture.ts";
import type { Drive } from "./drive.ts";
import { ejectDrive } from "./eject.ts";
import { listDrives } from "./list.ts";
import type { Tool, ToolAnswer } from "./tools.ts";

type Answers = Partial<Record<Tool, (args: readonly string[]) => ToolAnswer>>;

/** A Linux computer on which `closes` says whether a call takes the drive's mounts away. */
async function ejecting(name: string, answers: Answers, closes: (asked: string) => boolean) {
  const mounts = JSON.parse(recorded(`${name}.findmnt.json`)) as { filesystems: Row[] };
  const [drive] = await listDrives(linux(name));
  const sources = computer("linux", {
    lsblk: () => said(recorded(`${name}.lsblk.json`)),
    sync: () => said(""),
    findmnt: () => {
      const gone = sources.asked.filter(closes).flatMap((asked) => asked.split(" ").slice(-1));
      const left = mounts.filesystems.filter(
        ({ source, target }) => !gone.includes(source) && !gone.includes(target),
      );
      return said(JSON.stringify({ filesystems: left }));
    },
    ...answers,
  });
  const code = await codeOf(() => ejectDrive(sources, drive!));
  return { code, asked: sources.asked.filter((one) => !/^(lsblk|findmnt) /.test(one)) };
}
interface Row {
  readonly source: string;
  readonly target: string;
}

const closing = (asked: string): boolean => /^(umount|udisksctl unmount) /.test(asked);
const busy = failed(32, "umount: /run/media/anna/TRANSFER: target is busy.");

describe("ejecting on Linux", () => {
  it("forces all out, closes by udisks, and takes the power off", async () => {
    const { code, asked } = await ejecting(
      "laptop-two-sticks",
      { udisksctl: () => said("Unmounted\n") },
      closing,
    );
    expect(code).toBe("nothing thrown");
    expect(asked).toEqual([
      "sync -f -- /run/media/anna/TRANSFER",
      "udisksctl unmount --no-user-interaction -b /dev/sda1",
      "udisksctl power-off --no-user-interaction -b /dev/sda",
    ]);
  });

  it("closes by umount if there is no udisks, or none that runs", async () => {
    const umount = { umount: () => said("") };
    const bare = await ejecting("laptop-two-sticks", umount, closing);
    expect(bare.code).toBe("nothing thrown");
    expect(bare.asked).toEqual([
      "sync -f -- /run/media/anna/TRANSFER",
      "umount -- /run/media/anna/TRANSFER",
    ]);
    const idle = await ejecting(
      "laptop-two-sticks",
      { ...umount, udisksctl: () => failed(1, "Error connecting to the udisks daemon") },
      (asked) => asked.startsWith("umount"),
    );
    expect(idle.code).toBe("nothing thrown");
  });

  it("closes every mount of every partition, the newest first", async () => {
    const { code, asked } = await ejecting(
      "several-partitions",
      { umount: () => said("") },
      closing,
    );
    expect(code).toBe("nothing thrown");
    expect(asked.filter((one) => one.startsWith("umount"))).toEqual([
      "umount -- /mnt/part-of-two",
      "umount -- /run/media/anna/TWO",
      "umount -- /run/media/anna/ONE",
    ]);
  });

  it("locks an encrypted stick again", async () => {
    const { asked } = await ejecting("luks-open", { udisksctl: () => said("") }, (one) =>
      closing(one),
    );
    expect(asked.slice(-2)).toEqual([
      "udisksctl lock --no-user-interaction -b /dev/sda1",
      "udisksctl power-off --no-user-interaction -b /dev/sda",
    ]);
  });

  it("refuses while a program uses the drive, and takes no power off", async () => {
    for (const answers of [{ umount: () => busy }, { udisksctl: () => busy }]) {
      const { code, asked } = await ejecting("laptop-two-sticks", answers, () => false);
      expect(code).toBe("E-DRIVE-BUSY");
      expect(asked.join()).not.toContain("power-off");
    }
  });

  it("refuses what it may not close, and what says it is closed and is not", async () => {
    const denied = { umount: () => failed(32, "umount: must be superuser to unmount.") };
    expect((await ejecting("laptop-two-sticks", denied, () => false)).code).toBe("E-DRIVE-EJECT");
    const lies = { umount: () => said("") };
    expect((await ejecting("laptop-two-sticks", lies, () => false)).code).toBe("E-DRIVE-EJECT");
  });

  it("refuses if what was written cannot be forced to the disk", async () => {
    const answers = { sync: () => failed(1, "Input/output error"), umount: () => said("") };
    const { code, asked } = await ejecting("laptop-two-sticks", answers, closing);
    expect([code, asked.length]).toEqual(["E-MEDIA-IO", 1]);
  });

  it("has nothing to do for a drive that is gone, and never touches a system's disk", async () => {
    const [drive] = await listDrives(linux("laptop-two-sticks"));
    await ejectDrive(linux("laptop-no-drive"), drive!);
    const ofSystem: Drive = { ...drive!, device: "/dev/nvme0n1p2", disk: "/dev/nvme0n1" };
    const code = await codeOf(() => ejectDrive(linux("laptop-no-drive"), ofSystem));
    expect(code).toBe("E-DRIVE-EJECT");
    const live: Drive = { ...drive!, device: "/dev/sda3" };
    expect(await codeOf(() => ejectDrive(linux("live-stick"), live))).toBe("E-DRIVE-EJECT");
  });
});

describe("ejecting elsewhere", () => {
  it("asks diskutil for the whole disk, and looks that it is closed", async () => {
    const [drive] = await listDrives(mac("list"));
    let list = "mac-list.plist";
    const answer = (args: readonly string[]): ToolAnswer => {
      if (args[0] === "eject") {
        list = "mac-list-none.plist";
        return said("Disk /dev/disk4 ejected\n");
      }
      return said(recorded(args[0] === "list" ? list : `mac-info-${args[2] ?? ""}.plist`));
    };
    const sources = computer("darwin", { diskutil: answer });
    await ejectDrive(sources, drive!);
    expect(sources.asked).toContain("diskutil eject /dev/disk4");
    const held = computer("darwin", {
      diskutil: (args) =>
        args[0] === "eject"
          ? failed(1)
          : said(
              recorded(args[0] === "list" ? "mac-list.plist" : `mac-info-${args[2] ?? ""}.plist`),
            ),
    });
    expect(await codeOf(() => ejectDrive(held, drive!))).toBe("E-DRIVE-BUSY");
  });

  it("asks Windows' shell for the letter, and looks that it is closed", async () => {
    const [drive] = await listDrives(windows("two-sticks"));
    let table = "windows-two-sticks.json";
    const sources = computer("win32", {
      powershell: (args) => {
        if (args.at(-1)?.includes("Eject") === true) table = "windows-no-drive.json";
        return said(recorded(table));
      },
    });
    await ejectDrive(sources, drive!);
    expect(sources.asked.join()).toContain("ParseName('E:').InvokeVerb('Eject')");
    expect(await codeOf(() => ejectDrive(windows("two-sticks"), drive!))).toBe("E-DRIVE-BUSY");
  });

  it("refuses an invalid letter or disk before it goes into a command", async () => {
    const [drive] = await listDrives(windows("two-sticks"));
    const odd = { ...drive!, mount: "E'); Remove-Item C:\\" };
    expect(await codeOf(() => ejectDrive(windows("two-sticks"), odd))).toBe("E-DRIVE-EJECT");
    const far: Drive = { ...drive!, kind: "redirected" };
    expect(await codeOf(() => ejectDrive(windows("two-sticks"), far))).toBe("E-DRIVE-EJECT");
    const apple = { ...drive!, disk: "/dev/disk4 --force" };
    expect(await codeOf(() => ejectDrive(mac("list"), apple))).toBe("E-DRIVE-EJECT");
  });
});
