// Removable drives of Linux computers, from recorded answers and from this machine.
import process from "node:process";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import { computer, failed, linux, recorded, said } from "./drives.fixture.ts";
import { listDrives } from "./list.ts";
import { systemSources } from "./tools.ts";

const listed = async (name: string): Promise<readonly string[]> =>
  (await listDrives(linux(name))).map(({ device, mount }) => `${device} ${mount ?? "closed"}`);

describe("a laptop with two sticks", () => {
  it("has two drives, one of them open", async () => {
    expect(await listDrives(linux("laptop-two-sticks"))).toEqual([
      {
        kind: "removable",
        volume: "4A1B-9C3D",
        device: "/dev/sda1",
        disk: "/dev/sda",
        mount: "/run/media/anna/TRANSFER",
        label: "TRANSFER",
        fileSystem: "vfat",
        bytes: 15_517_876_224,
        freeBytes: 1234,
        readOnly: false,
        bus: "usb",
      },
      {
        kind: "removable",
        volume: "6E21-55A0",
        device: "/dev/sdb1",
        disk: "/dev/sdb",
        mount: null,
        label: "Officer 1",
        fileSystem: "exfat",
        bytes: 31_036_801_024,
        freeBytes: null,
        readOnly: false,
        bus: "usb",
      },
    ]);
  });

  it("is asked by fixed commands only", async () => {
    const { asked, ...sources } = linux("laptop-two-sticks");
    await listDrives(sources);
    expect(asked).toEqual([
      "lsblk -J -b -o NAME,PATH,MAJ:MIN,TYPE,RM,HOTPLUG,TRAN,RO,SIZE,FSTYPE,LABEL,UUID,MOUNTPOINT",
      "findmnt -J -l -v -o SOURCE,TARGET,FSROOT,FSTYPE,MAJ:MIN,OPTIONS",
    ]);
  });
});

describe("what counts as a removable drive", () => {
  it("is nothing of a laptop's own: no disk, loop, zram, network or optical drive", async () => {
    expect(await listed("laptop-no-drive")).toEqual([]);
  });

  it("is a card in a USB reader and in the laptop's slot, but no soldered memory", async () => {
    const drives = await listDrives(linux("card-readers"));
    expect(drives.map(({ device, bus, readOnly }) => [device, bus, readOnly])).toEqual([
      ["/dev/sdd1", "usb", true],
      ["/dev/mmcblk0p1", "sd", false],
    ]);
  });

  it("is a stick without a partition table", async () => {
    expect(await listed("whole-disk-stick")).toEqual(["/dev/sda /run/media/anna/NO TABLE"]);
  });

  it("is an encrypted stick: its lock while closed, what is in it once open", async () => {
    expect(await listed("luks-locked")).toEqual(["/dev/sda1 closed"]);
    const [open] = await listDrives(linux("luks-open"));
    expect(open).toMatchObject({
      device: "/dev/mapper/luks-8d2f1f0b-06d5-4a43-a1fd-0fb58f5d9e61",
      disk: "/dev/sda",
      volume: "77c7f3a2-92cb-4d3e-8a0d-4c2f6a9d5b18",
      mount: "/run/media/anna/officer-3",
      fileSystem: "ext4",
      label: "officer-3",
      bus: "usb",
    });
  });

  it("is each partition that has a file system, by the top of it", async () => {
    expect(await listed("several-partitions")).toEqual([
      "/dev/sda1 /run/media/anna/ONE",
      "/dev/sda2 /run/media/anna/TWO",
      "/dev/sda5 closed",
    ]);
  });

  it("is no part of the stick the system itself was started from", async () => {
    expect(await listed("live-stick")).toEqual(["/dev/sdb1 /media/user/TRANSFER"]);
    // Of our own image only the volume that dm-verity made of the stick is mounted.
    expect(await listed("live-image")).toEqual(["/dev/sdb1 /media/user/TRANSFER"]);
  });

  it("is not open if its mount is covered, partial, or only says its name", async () => {
    expect(await listed("false-mounts")).toEqual([
      "/dev/sda1 closed",
      "/dev/sdb1 closed",
      "/dev/sde1 closed",
    ]);
  });

  it("is a folder of a remote desktop only when asked for", async () => {
    expect(await listed("remote-desktop")).toEqual([]);
    const drives = await listDrives(linux("remote-desktop"), { redirected: true });
    expect(drives).toMatchObject([{ kind: "redirected", bus: "network" }]);
  });
});

describe("a computer without udev", () => {
  const bare = JSON.stringify({
    blockdevices: [
      {
        name: "sda",
        path: "/dev/sda",
        "maj:min": "8:0",
        type: "disk",
        rm: true,
        hotplug: true,
        tran: "usb",
        ro: false,
        size: 1_000_000,
        fstype: null,
        label: null,
        uuid: null,
        mountpoint: null,
      },
    ],
  });
  const rest = {
    lsblk: () => said(bare),
    findmnt: () => said(recorded("laptop-no-drive.findmnt.json")),
  };

  it("uses blkid to find what is on the drive", async () => {
    const sources = computer("linux", { ...rest, blkid: () => said(recorded("blkid.txt")) });
    expect(await listDrives(sources)).toMatchObject([
      { volume: "6E21-55A0", label: "Officer Ä", fileSystem: "exfat", device: "/dev/sda" },
    ]);
    expect(sources.asked).toContain("blkid -p -o udev /dev/sda");
  });

  it("has no drive if nothing is on it, or nothing shows it", async () => {
    expect(await listDrives(computer("linux", { ...rest, blkid: () => failed(2) }))).toEqual([]);
    expect(await listDrives(computer("linux", rest))).toEqual([]);
  });
});

describe("answers that are not understood", () => {
  const listing = (blocks: string, mounts = recorded("laptop-no-drive.findmnt.json")) =>
    codeOf(() =>
      listDrives(computer("linux", { lsblk: () => said(blocks), findmnt: () => said(mounts) })),
    );
  const stick = recorded("laptop-two-sticks.lsblk.json");

  it.each([
    ["nothing", ""],
    ["no JSON", "lsblk: unknown column"],
    ["an array", "[]"],
    ["another table", '{"filesystems": []}'],
    ["flags as of old versions", stick.replaceAll('"rm": true', '"rm": "1"')],
    ["sizes with units", stick.replace("15518924800", '"14,5G"')],
    ["no device number", stick.replaceAll("maj:min", "number")],
    ["a device that is none", stick.replaceAll("/dev/sda1", "--all")],
    ["a device elsewhere", stick.replaceAll("/dev/sda1", "/dev/../etc/passwd")],
    ["a member twice", stick.replace('"name": "sda"', '"name": "sda","name": "sdb"')],
  ])("are refused: %s", async (_, blocks) => {
    expect(await listing(blocks)).toBe("E-DRIVES-FORM");
  });

  it("are refused of findmnt as well, and a tool that fails is said to", async () => {
    expect(await listing(stick, "{}")).toBe("E-DRIVES-FORM");
    const broken = computer("linux", { lsblk: () => failed(1), findmnt: () => failed(1) });
    expect(await codeOf(() => listDrives(broken))).toBe("E-DRIVES-TOOL");
  });
});

describe.skipIf(process.platform !== "linux")("this machine (needs Linux)", () => {
  it("tells its drives in the known form, none of them one of its own disks", async () => {
    const drives = await listDrives(systemSources(), { redirected: true });
    expect(drives.filter(({ mount }) => mount === "/" || mount === "/boot")).toEqual([]);
    expect(drives.filter(({ bus }) => !["usb", "sd"].includes(bus))).toEqual([]);
  });
});
