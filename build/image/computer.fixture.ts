// For tests: a computer by emulation that starts the live image; it is checked by its screen and
// heard by its serial port.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { deflateSync } from "node:zlib";
import { onPath } from "../setup/run.mjs";

/** UEFI for emulated computers, as Debian's package `ovmf` has it; the other asks for signatures. */
const OVMF = "/usr/share/OVMF/OVMF_CODE_4M.fd";
const SECURE_OVMF = "/usr/share/OVMF/OVMF_CODE_4M.secboot.fd";
/** What it keeps. Without a place for that it would write it to the first FAT that it finds. */
export const OWN_VARIABLES = "/usr/share/OVMF/OVMF_VARS_4M.fd";
export const withoutComputer = !onPath("qemu-system-x86_64") || !existsSync(OVMF);

export interface Screen {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each pixel. */
  readonly pixels: Uint8Array;
}

export interface Computer {
  /** What it told last, in whole: lines `name: value`. */
  readonly told: () => readonly string[];
  /** All that came over its serial port. */
  readonly heard: () => string;
  readonly screen: () => Promise<Screen>;
  /** The screen's lines, while it shows letters alone: with BIOS, before the system has started. */
  readonly text: () => Promise<readonly string[]>;
  /** Keys by QEMU's names, one after the other. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** A text of letters, digits, spaces and hyphens, on a US keyboard. */
  readonly type: (text: string) => Promise<void>;
  /**
   * The screen once it holds still while its clock continues: a busy station shows an old one. After
   * keys, once it is another one than before.
   */
  readonly still: (...keys: readonly string[]) => Promise<Screen>;
  /** Puts a medium into a USB socket: the file that is its disk. */
  readonly insert: (file: string, name: string) => void;
  /** Pulls out a medium that was in a USB socket from the beginning: the first, the second... */
  readonly pull: (at: number) => void;
  readonly off: () => void;
}

/** What a computer starts from, and what else is in it. */
export interface SetUp {
  /** `secure`: UEFI that starts only what the key in `variables` signed. */
  readonly firmware: "bios" | "uefi" | "secure";
  readonly medium: "disc" | "stick";
  /** Files of disks that are built in, and of sticks, in the order in which they are found. */
  readonly beside: readonly {
    readonly file: string;
    readonly socket: "pci" | "nvme" | "sata" | "usb";
  }[];
  /** The file of a firmware's variables. */
  readonly variables?: string;
  /** QEMU's words for what its firmware's tables say besides. */
  readonly tables?: readonly string[];
}

const FIRMWARE = {
  bios: () => [],
  uefi: (variables: string) => flash(OVMF, variables),
  secure: (variables: string) => [
    ...["-global", "driver=cfi.pflash01,property=secure,value=on"],
    ...flash(SECURE_OVMF, variables),
  ],
};
const flash = (code: string, variables: string): readonly string[] => [
  ...["-drive", `if=pflash,unit=0,format=raw,readonly=on,file=${code}`],
  ...["-drive", `if=pflash,unit=1,format=raw,file=${variables}`],
];
const SOCKETS = {
  pci: () => "virtio-blk-pci",
  nvme: (at: number) => `nvme,serial=${at}`,
  sata: (at: number) => `ide-hd,bus=ide.${at + 1}`,
  usb: (at: number) => `usb-storage,id=usb${at},removable=on`,
};

/** KVM is not asked for: it is not the same everywhere. @param image the live image */
export async function computer(
  image: string,
  { firmware, medium, beside, variables: given = OWN_VARIABLES, tables = [] }: SetUp,
): Promise<Computer> {
  const folder = mkdtempSync(join(tmpdir(), "sd-computer-"));
  const [serial, monitor] = [join(folder, "serial"), join(folder, "monitor")];
  const variables = join(folder, "variables");
  if (firmware !== "bios") copyFileSync(given, variables);
  const drive = medium === "disc" ? "ide-cd,bus=ide.0" : "usb-storage,id=medium,removable=on";
  const kind = medium === "disc" ? ",media=cdrom" : "";
  const words = [
    ...["-accel", "tcg,thread=multi", "-smp", "2", "-m", "4096", "-machine", "q35,smm=on"],
    // With SHA-256 of its own, which the emulator does not emulate but does.
    ...["-cpu", "qemu64,+ssse3,+sse4.1,+sse4.2,+sha-ni"],
    ...["-vga", "std", "-display", "none", "-net", "none", "-device", "qemu-xhci"],
    ...[...FIRMWARE[firmware](variables), ...tables],
    ...["-serial", `file:${serial}`, "-monitor", `unix:${monitor},server,nowait`],
    ...beside.flatMap(({ file, socket }, at) => [
      ...["-drive", `if=none,id=beside${at},format=raw,file=${file}`],
      ...["-device", `${SOCKETS[socket](at)},drive=beside${at}`],
    ]),
    ...["-drive", `if=none,id=boot,format=raw,readonly=on,file=${image}${kind}`],
    ...["-device", `${drive},drive=boot,bootindex=0`],
    // Of keys on the older socket some come late or never while a computer by emulation is busy.
    ...["-device", "usb-kbd"],
  ];
  const emulator = spawn("qemu-system-x86_64", words, { stdio: ["ignore", "ignore", "inherit"] });
  const kill = (): void => void emulator.kill("SIGKILL");
  process.once("exit", kill);
  emulator.once("exit", () => process.off("exit", kill));
  const socket = await open(monitor, emulator);
  const say = (command: string): void => void socket.write(`${command}\n`);
  const heard = (): string => (existsSync(serial) ? readFileSync(serial, "latin1") : "");
  /** What a command of the monitor writes into a file, once it is whole. */
  const written = async <T>(
    command: (file: string) => string,
    read: (bytes: Buffer) => T | null,
  ): Promise<T> => {
    const file = join(folder, "written");
    rmSync(file, { force: true });
    say(command(file));
    for (;;) {
      const found = existsSync(file) ? read(readFileSync(file)) : null;
      if (found !== null) return found;
      await sleep(100);
    }
  };
  const screen = (): Promise<Screen> => written((file) => `screendump ${file}`, readPpm);
  const text = (): Promise<readonly string[]> =>
    written(
      // Without its quotes the size would be divided by it.
      (file) => `pmemsave ${LETTERS} ${LETTERS_BYTES} "${file}"`,
      (bytes) => (bytes.length < LETTERS_BYTES ? null : linesOf(bytes)),
    );
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      // Held so shortly that a busy station does not repeat it.
      say(`sendkey ${key} 20`);
      await sleep(250);
    }
  };
  return {
    told: () => lastTold(heard()),
    heard,
    screen,
    text,
    press,
    type: (text) => press(...[...text].map(keyOf)),
    still: async (...keys) => {
      const before = await screen();
      await press(...keys);
      let now = before;
      for (let still = 0; still < STILL || (keys.length > 0 && isSame(now, before));) {
        await sleep(1000);
        const next = await screen();
        if (!isSame(now, next)) still = 0;
        else if (isAlive(now, next)) still += 1;
        now = next;
      }
      return now;
    },
    insert: (file, name) => {
      say(`drive_add 0 if=none,id=${name},format=raw,file=${file}`);
      say(`device_add usb-storage,drive=${name},id=${name},removable=on`);
    },
    pull: (at) => {
      say(`device_del usb${at}`);
    },
    off: () => {
      emulator.kill("SIGKILL");
      socket.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The monitor's file is there a moment before it listens. */
async function open(path: string, emulator: ChildProcess): Promise<Socket> {
  for (;;) {
    if (emulator.exitCode !== null) throw new Error("the emulator ended");
    const socket = connect(path);
    const isOpen = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    if (isOpen) return socket.resume();
    await sleep(100);
  }
}

/** Where VGA keeps 25 lines of 80 letters, each with its colours. */
const [LETTERS, LETTERS_BYTES] = ["0xb8000", 4000] as const;

const linesOf = (bytes: Buffer): readonly string[] =>
  (bytes.toString("latin1").replaceAll(/(.)./gs, "$1").match(/.{80}/gs) ?? []).map((line) =>
    line.trimEnd(),
  );

/** What is between the last whole pair of marks. */
function lastTold(text: string): readonly string[] {
  const end = text.lastIndexOf("END told");
  const begin = text.lastIndexOf("BEGIN told", end);
  if (end < 0 || begin < 0) return [];
  return text.slice(begin, end).split(/\r?\n/).slice(1);
}

/** QEMU's name of the key, with Shift where it is one. */
const keyOf = (sign: string): string =>
  sign === " "
    ? "spc"
    : sign === "-"
      ? "minus"
      : /[A-Z]/.test(sign)
        ? `shift-${sign.toLowerCase()}`
        : sign;

/** So many looks that are the same while the station does not sleep: nothing comes any more. */
const STILL = 3;
/** A caret that blinks has fewer points than that. */
const CARET = 200;
/** The app's head, in which a clock goes: so many rows. */
const HEAD = 78;

const isSame = (one: Screen, other: Screen): boolean => differing(one, other) < CARET;

/** Whether the clock continued in between; the console, which ends in black, has none. */
const isAlive = (one: Screen, other: Screen): boolean =>
  other.pixels.at(-1) === 0 || differingIn(one, other, 0, HEAD) > 0;

/** How many points below the head differ; all of them where the screens have not one size. */
export const differing = (one: Screen, other: Screen): number =>
  differingIn(one, other, HEAD, one.height);

function differingIn(one: Screen, other: Screen, top: number, bottom: number): number {
  if (one.pixels.length !== other.pixels.length) return one.pixels.length / 3;
  let found = 0;
  for (let at = top * one.width * 3; at < bottom * one.width * 3; at += 3)
    if (one.pixels[at] !== other.pixels[at]) found += 1;
  return found;
}

/** QEMU's picture, or null while it is written. */
function readPpm(bytes: Buffer): Screen | null {
  const head = /^P6\n(\d+) (\d+)\n255\n/.exec(bytes.toString("latin1", 0, 40));
  if (head === null) return null;
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = bytes.subarray(head[0].length);
  return pixels.length === width * height * 3 ? { width, height, pixels } : null;
}

/** How much of the screen has one colour, from 0 to 1. */
export function shareOf({ pixels }: Screen, [red, green, blue]: readonly number[]): number {
  let found = 0;
  for (let at = 0; at < pixels.length; at += 3)
    if (pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue) found += 1;
  return (found * 3) / pixels.length;
}

/** Red, green, blue of a point. */
export const colourAt = (
  { width, pixels }: Screen,
  [x, y]: readonly [number, number],
): readonly number[] => [...pixels.subarray((y * width + x) * 3, (y * width + x + 1) * 3)];

/** The rows that have one colour from one column to another, those together that are at each other. */
export function rowsOf(
  seen: Screen,
  colour: readonly number[],
  [from, to]: readonly [number, number],
): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (let row = 0; row < seen.height; row += 1) {
    let column = from;
    while (column <= to && String(colourAt(seen, [column, row])) === String(colour)) column += 1;
    if (column <= to) continue;
    const last = found.at(-1);
    if (last?.at(-1) === row - 1) last.push(row);
    else found.push([row]);
  }
  return found;
}

/** The picture as a PNG, for people. */
export function pngOf({ width, height, pixels }: Screen): Buffer {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let row = 0; row < height; row += 1)
    rows.set(pixels.subarray(row * width * 3, (row + 1) * width * 3), row * (width * 3 + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const parts = [part("IHDR", header), part("IDAT", deflateSync(rows)), part("IEND", Buffer.of())];
  return Buffer.concat([signature, ...parts]);
}

function part(name: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(name, 4, "latin1");
  whole.set(data, 8);
  whole.writeInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}

/** ISO 3309, as PNG's annex D has it. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}
