// For tests: a computer by emulation that starts the live image; it is looked at by its screen and
// heard by its serial port.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { deflateSync } from "node:zlib";
import { onPath } from "../setup/run.mjs";

/** UEFI for emulated computers, as Debian's package `ovmf` has it. */
const OVMF = "/usr/share/ovmf/OVMF.fd";
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
  readonly screen: () => Promise<Screen>;
  /** Keys by QEMU's names, one after the other. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly off: () => void;
}

/**
 * By BIOS from a disc, or by UEFI from a stick. KVM is not asked for: it is not the same everywhere.
 * @param image the live image @param stick an image of an officer's medium, on USB
 */
export async function computer(
  image: string,
  { firmware, stick }: { readonly firmware: "bios" | "uefi"; readonly stick: string },
): Promise<Computer> {
  const folder = mkdtempSync(join(tmpdir(), "sd-computer-"));
  const [serial, monitor] = [join(folder, "serial"), join(folder, "monitor")];
  const boot =
    firmware === "bios"
      ? ["-boot", "d", "-cdrom", image]
      : [
          ...["-bios", OVMF, "-drive", `if=none,id=boot,format=raw,readonly=on,file=${image}`],
          ...["-device", "usb-storage,drive=boot,bootindex=0,removable=on"],
        ];
  const words = [
    ...["-accel", "tcg,thread=multi", "-smp", "2", "-m", "2048", "-machine", "q35"],
    ...["-vga", "std", "-display", "none", "-net", "none", "-device", "qemu-xhci"],
    ...["-serial", `file:${serial}`, "-monitor", `unix:${monitor},server,nowait`],
    ...boot,
    ...["-drive", `if=none,id=stick,format=raw,file=${stick}`],
    ...["-device", "usb-storage,drive=stick,removable=on"],
  ];
  const emulator = spawn("qemu-system-x86_64", words, { stdio: ["ignore", "ignore", "inherit"] });
  process.once("exit", () => emulator.kill("SIGKILL"));
  const socket = await open(monitor, emulator);
  const say = (command: string): void => void socket.write(`${command}\n`);
  return {
    told: () => lastTold(existsSync(serial) ? readFileSync(serial, "latin1") : ""),
    screen: async () => {
      const file = join(folder, "screen.ppm");
      rmSync(file, { force: true });
      say(`screendump ${file}`);
      for (;;) {
        const found = existsSync(file) ? readPpm(readFileSync(file)) : null;
        if (found !== null) return found;
        await sleep(100);
      }
    },
    press: async (...keys) => {
      for (const key of keys) {
        say(`sendkey ${key}`);
        // A key is held for 100 ms; the next one would be lost before.
        await sleep(250);
      }
    },
    off: () => {
      emulator.kill("SIGKILL");
      socket.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function open(path: string, emulator: ChildProcess): Promise<Socket> {
  while (!existsSync(path)) {
    if (emulator.exitCode !== null) throw new Error("the emulator ended");
    await sleep(100);
  }
  const socket = connect(path);
  socket.resume();
  await once(socket, "connect");
  return socket;
}

/** What stands between the last whole pair of marks. */
function lastTold(text: string): readonly string[] {
  const end = text.lastIndexOf("END told");
  const begin = text.lastIndexOf("BEGIN told", end);
  if (end < 0 || begin < 0) return [];
  return text.slice(begin, end).split(/\r?\n/).slice(1);
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
