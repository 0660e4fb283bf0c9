// Reads Linux's own files about interfaces and radios. Opens nothing else, sends nothing.
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { shownName } from "./shown-name.ts";

/** An interface other than loopback. Counters in bytes since boot; null if unknown. */
export interface InterfaceReading {
  readonly name: string;
  readonly up: boolean;
  readonly carrier: boolean;
  /** It was plugged in: a network adapter, or a telephone. Known only on Linux. */
  readonly usb: boolean;
  /** Addresses that reach beyond their own cable. */
  readonly addresses: number;
  readonly receivedBytes: number | null;
  readonly sentBytes: number | null;
}

/** A radio by its kind (wlan, bluetooth, wwan, ...). */
export interface RadioReading {
  readonly type: string;
  readonly blocked: boolean;
}

/** ARPHRD_LOOPBACK, of Linux's if_arp.h. */
const LOOPBACK = "772";

/**
 * Every interface but loopback.
 * @param folder /sys/class/net, or a recorded tree of it
 * @param addressesOf how many routable addresses an interface has
 * @throws the system's errors
 */
export function readInterfaces(
  folder: string,
  addressesOf: (name: string) => number,
): readonly InterfaceReading[] {
  // The bonding driver has a file of its own among the interfaces' folders, and an interface may be
  // removed while it is read.
  const names = readdirSync(folder).filter((name) => isFolder(join(folder, name)));
  const others = names.sort().filter((name) => read(join(folder, name), "type") !== LOOPBACK);
  return others.map((name) => {
    const carrier = hasCarrier(join(folder, name));
    const addresses = addressesOf(name);
    return {
      name,
      up: carrier && addresses > 0,
      carrier,
      addresses,
      usb: isUsb(join(folder, name)),
      receivedBytes: counter(join(folder, name), "rx_bytes"),
      sentBytes: counter(join(folder, name), "tx_bytes"),
    };
  });
}

/**
 * Every radio rfkill knows, and Wi-Fi that it does not know.
 * @param rfkill /sys/class/rfkill; absent if the kernel has no rfkill
 * @param net /sys/class/net
 * @throws the system's errors
 */
export function readRadios(rfkill: string, net: string): readonly RadioReading[] {
  const entries = existsSync(rfkill) ? readdirSync(rfkill).sort() : [];
  const known = entries.map((entry) => radio(join(rfkill, entry)));
  if (known.some(({ type }) => type === "wlan")) return known;
  const wireless = readdirSync(net).some(
    (name) => existsSync(join(net, name, "phy80211")) || existsSync(join(net, name, "wireless")),
  );
  return wireless ? [...known, { type: "wlan", blocked: false }] : known;
}

/** A switch that cannot be read does not count as blocking. */
function radio(folder: string): RadioReading {
  const type = shownName(read(folder, "type") ?? "unknown");
  return { type, blocked: read(folder, "soft") === "1" || read(folder, "hard") === "1" };
}

/**
 * `carrier` is 1 or 0, and cannot be read (EINVAL) while an interface is switched off. If a driver
 * has no such file, its state decides; an unknown state counts as connected.
 */
function hasCarrier(folder: string): boolean {
  if (existsSync(join(folder, "carrier"))) return read(folder, "carrier") === "1";
  return !["down", "notpresent", "lowerlayerdown"].includes(read(folder, "operstate") ?? "");
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Where the device is attached, by its path among all devices. */
function isUsb(folder: string): boolean {
  try {
    return /\/usb\d+\//.test(realpathSync(folder));
  } catch {
    return false;
  }
}

function counter(folder: string, name: string): number | null {
  const text = read(join(folder, "statistics"), name);
  if (text === null || !/^\d{1,20}$/.test(text)) return null;
  return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
}

function read(folder: string, name: string): string | null {
  try {
    return readFileSync(join(folder, name), "latin1").trim();
  } catch {
    return null;
  }
}
