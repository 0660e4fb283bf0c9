// The first system of the image, on disks that are files: it takes the one medium that has every byte
// of what was started, and asks no name. A SHA-256 of all stands for the tree of hashes here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { kernelWords } from "./words.mjs";

const SCRIPT = join(import.meta.dirname, "root", "etc", "initramfs-tools", "scripts", "station");
const SECTOR = 512;
const BLOCK = 4096;
/** Where the system is on the image of these tests, in sectors, and how large it is, in blocks. */
const [START, BLOCKS] = [8, 4];
const SYSTEM = Buffer.alloc(BLOCKS * BLOCK, "the image's own system. ");
const IMAGE = Buffer.concat([Buffer.alloc(START * SECTOR, "head"), SYSTEM, Buffer.alloc(BLOCK)]);
const WORDS = kernelWords({
  bytes: IMAGE.length,
  start: START,
  blocks: BLOCKS,
  root: createHash("sha256").update(SYSTEM).digest("hex"),
});

/** What the first system has of others: the device mapper, mounts, a clock. */
const COMMANDS = `
_uptime() { cat "$T/clock"; }
sleep() {
  now=$(($(cat "$T/clock") + 30))
  echo $now >"$T/clock"
  if [ $now -eq 300 ] && [ -e "$T/pulled" ]; then rm -rf "$T/block/$(cat "$T/pulled")"; fi
  if [ $now -gt 600 ]; then echo "waits for somebody"; exit; fi
}
wait_for_udev() { :; }
modprobe() { :; }
reboot() { echo "the computer starts anew"; exit; }
mount() { echo "mounted: $*"; }
checked_dd() {
  for word; do case $word in if=*) map=\${word#if=} ;; esac; done
  read -r part blocks root <"$map"
  if [ -e "$T/worn-\${part##*-}" ]; then
    echo $(($(cat "$T/clock") + 200)) >"$T/clock"
    mv "$T"/later/* "$T/block"
  fi
  found=$(head -c $((blocks * 4096)) "$part" | sha256sum)
  [ "\${found%% *}" = "$root" ] || { echo C >"$map.state"; return 1; }
}
dmsetup() {
  case $1 in
  create)
    map=$T/dev/map-$5
    set -- $7
    case $3 in
    linear) tail -c +$(($5 * 512 + 1)) "$4" | head -c $(($2 * 512)) >"$map" ;;
    verity) echo "$5 $9 \${12}" >"$map"; echo V >"$map.state" ;;
    esac ;;
  info) echo "map-$6" ;;
  status) echo "0 32 verity $(cat "$T/dev/map-$2.state")" ;;
  remove) rm "$T/dev/map-$5" ;;
  esac
}
`;

interface Disk {
  readonly bytes: Buffer;
  readonly isBuiltIn?: boolean;
  /** To read it takes longer than the first system waits for a medium. */
  readonly isWorn?: boolean;
  /** It is there after a worn one was read. */
  readonly isLate?: boolean;
}

/** What it does with these disks, in the order of their names; one is pulled out after ten looks. */
function started(
  disks: Readonly<Record<string, Disk>>,
  pulled?: string,
): { readonly said: readonly string[]; readonly from: string } {
  const folder = mkdtempSync(join(tmpdir(), "sd-station-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ["block", "block/loop0", "later", "dev", "root"])
    mkdirSync(join(folder, name));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write("cmdline", `${WORDS}\n`);
  write("clock", "0\n");
  if (pulled !== undefined) write("pulled", pulled);
  for (const [at, [name, disk]] of Object.entries(disks).entries()) {
    const number = String(at + 1);
    const there = `${disk.isLate === true ? "later" : "block"}/${name}`;
    mkdirSync(join(folder, there));
    write(`${there}/removable`, disk.isBuiltIn === true ? "0\n" : "1\n");
    write(`${there}/size`, `${String(disk.bytes.length / SECTOR)}\n`);
    write(`${there}/diskseq`, `${number}\n`);
    if (disk.isWorn === true) write(`worn-${number}`, "");
    writeFileSync(join(folder, "dev", name), disk.bytes);
  }
  const script = readFileSync(SCRIPT, "utf8")
    .replaceAll(/\/dev\/(?!null)/g, "$T/dev/")
    .replaceAll("/run/live", "$T/run/live")
    .replaceAll("/sys/block", "$T/block")
    .replaceAll("/proc/cmdline", "$T/cmdline")
    .replaceAll("/usr/lib/station/dd", "checked_dd");
  const { stdout, stderr } = spawnSync(
    "sh",
    ["-c", `${COMMANDS}${script}\nmountroot\necho started`],
    {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], T: folder, rootmnt: join(folder, "root") },
    },
  );
  expect(stderr).toBe("");
  const said = stdout
    .replaceAll(folder, "")
    .split("\n")
    .map((line) => line.trim());
  const from = said.includes("started") ? readFileSync(join(folder, "run/live/disk"), "utf8") : "";
  return { said, from: from.replace(folder, "").trim() };
}

/** The image with one byte of its system changed. */
function changed(at: number): Buffer {
  const bytes = Buffer.from(IMAGE);
  bytes[START * SECTOR + at] = (bytes[START * SECTOR + at] ?? 0) ^ 1;
  return bytes;
}

describe.skipIf(process.platform !== "linux")("the first system of an image (needs Linux)", () => {
  it("starts the one medium that has every byte of it, whatever was read before", () => {
    const { said, from } = started({
      sda: { bytes: changed(0) },
      sdb: { bytes: changed(SYSTEM.length - 1) },
      sdc: { bytes: IMAGE.subarray(0, START * SECTOR + BLOCK) },
      sdd: { bytes: IMAGE },
      sde: { bytes: Buffer.alloc(IMAGE.length) },
    });
    expect(from).toBe("/dev/sdd");
    expect(said).toContain("mounted: -t squashfs -o ro /dev/map-system-4 /run/live/system");
  });

  it("reads a medium that came while a worn one was read, however long that took", () => {
    const { said, from } = started({
      sda: { bytes: changed(SYSTEM.length - 1), isWorn: true },
      sdb: { bytes: IMAGE, isLate: true },
    });
    expect(said.filter((line) => line.startsWith("No medium"))).toEqual([]);
    expect(from).toBe("/dev/sdb");
  });

  it.each([
    ["has all its bytes but one", { sda: { bytes: changed(BLOCK) } }],
    ["is built in", { sda: { bytes: IMAGE, isBuiltIn: true } }],
    ["is none", {}],
  ])("starts nothing, and gives nobody commands, where the only disk %s", (_, disks) => {
    const { said } = started(disks);
    expect(said.filter((line) => line.startsWith("mounted:"))).toEqual([]);
    expect(said.filter((line) => line !== "")).toEqual([
      "Checking the medium that was started.",
      "No medium has the whole system that was started: it is damaged, changed, or was removed.",
      "The station does not start. Switch the computer off.",
      "the computer starts anew",
    ]);
  });

  it("chooses neither of two complete ones: it asks for one to be removed, and continues with the other", () => {
    const { said, from } = started({ sda: { bytes: IMAGE }, sdb: { bytes: IMAGE } }, "sda");
    expect(said).toContain(
      "More than one medium has this system. Remove all but the one that you started.",
    );
    expect(from).toBe("/dev/sdb");
  });
});

describe("the kernel's words", () => {
  it("name the system by its hash tree and no disk, and let nobody in where something fails", () => {
    const words = WORDS.split(" ");
    expect(words).toContain(`sd.bytes=${String(IMAGE.length)}`);
    expect(words.find((word) => word.startsWith("sd.system="))).toMatch(
      /^sd\.system=8:4:[0-9a-f]{64}$/,
    );
    for (const word of [
      "boot=station",
      "panic=-1",
      "sysctl.kernel.sysrq=0",
      "noresume",
      "systemd.swap=no",
    ])
      expect(words).toContain(word);
    for (const word of ["systemd.gpt_auto=no", "systemd.import_credentials=no", "efi=noruntime"])
      expect(words).toContain(word);
    expect(words.filter((word) => /^(root|init|break|debug|live)\b/.test(word))).toEqual([]);
  });
});
