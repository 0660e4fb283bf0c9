// Whether this station is, or was, connected: read from the system's own files, never by sending.
import { existsSync } from "node:fs";
import { networkInterfaces, type NetworkInterfaceInfo } from "node:os";
import process from "node:process";
import type { Fault } from "../../crypto/index.ts";
import { fault } from "./faults.ts";
import { readInterfaces, readRadios, type InterfaceReading, type RadioReading } from "./linux.ts";
import { shownName } from "./shown-name.ts";

export type { InterfaceReading, RadioReading } from "./linux.ts";
export { checkTraces, limitCores, readTraces, withDescendants, type Traces } from "./traces.ts";

export interface NetworkReading {
  readonly interfaces: readonly InterfaceReading[];
  readonly radios: readonly RadioReading[];
  /** Names, as shown, of interfaces that are up, and `radio-KIND` of unblocked radios; sorted. */
  readonly up: readonly string[];
  /** Whether anything was sent or received since boot; null if the system does not say. */
  readonly wasOnline: boolean | null;
  /** Up, or was online. */
  readonly red: boolean;
  readonly source: "linux" | "os";
}

/** Where a reading comes from. */
export interface NetworkSources {
  /** /sys/class/net, or a recorded tree; without it only node:os is used. */
  readonly net: string;
  /** /sys/class/rfkill, or a recorded tree. */
  readonly rfkill: string;
  readonly platform: string;
  readonly addresses: () => Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
}

/** This machine. */
const thisMachine = (): NetworkSources => ({
  net: "/sys/class/net",
  rfkill: "/sys/class/rfkill",
  platform: process.platform,
  addresses: networkInterfaces,
});

/**
 * Reads the interfaces. "Up" is carrier and a routable address, or a radio that rfkill does not
 * block; "was online" is any traffic since boot (docs/guide/in-earnest.md). A removed interface
 * takes its counters with it.
 * @throws Fault E-NET-UNREADABLE
 */
export function readNetwork(sources: NetworkSources = thisMachine()): NetworkReading {
  try {
    const linux = sources.platform === "linux" && existsSync(sources.net);
    return linux ? fromLinux(sources) : fromOs(sources);
  } catch {
    throw fault("E-NET-UNREADABLE");
  }
}

/**
 * What forbids a secret step on the offline station: in production, a connection that is or was. A
 * rehearsal forbids nothing; a red reading is an exception that the people acknowledge. If the
 * system does not say whether it was online, only what is up counts.
 * @returns Fault E-NET-UP, E-NET-WAS-ONLINE, or null
 */
export function checkOffline(
  { interfaces, up, wasOnline }: NetworkReading,
  mode: "REHEARSAL" | "PRODUCTION",
): Fault | null {
  if (mode === "REHEARSAL") return null;
  const isUsb = (name: string): boolean =>
    interfaces.some((one) => shownName(one.name) === name && one.usb);
  const names = up.map((name) => (isUsb(name) ? `${name} (on USB)` : name)).join(", ");
  if (up.length > 0) return fault("E-NET-UP", { names });
  return wasOnline === true ? fault("E-NET-WAS-ONLINE") : null;
}

function fromLinux({ net, rfkill, addresses }: NetworkSources): NetworkReading {
  const routable = countRoutable(addresses());
  const interfaces = readInterfaces(net, (name) => routable.get(name) ?? 0);
  const counters = interfaces.flatMap(({ receivedBytes, sentBytes }) => [receivedBytes, sentBytes]);
  const wasOnline = counters.some((bytes) => bytes !== null && bytes > 0)
    ? true
    : counters.includes(null)
      ? null
      : false;
  return summed("linux", interfaces, readRadios(rfkill, net), wasOnline);
}

/** Node lists only interfaces that are switched on and running, so each has a carrier. */
function fromOs({ addresses }: NetworkSources): NetworkReading {
  const all = addresses();
  const routable = countRoutable(all);
  const names = Object.keys(all).filter((name) => all[name]?.some(({ internal }) => !internal));
  const interfaces = names.sort().map((name): InterfaceReading => {
    const count = routable.get(name) ?? 0;
    return {
      name,
      up: count > 0,
      carrier: true,
      addresses: count,
      usb: false,
      receivedBytes: null,
      sentBytes: null,
    };
  });
  return summed("os", interfaces, [], null);
}

function summed(
  source: "linux" | "os",
  interfaces: readonly InterfaceReading[],
  radios: readonly RadioReading[],
  wasOnline: boolean | null,
): NetworkReading {
  const up = [
    ...new Set([
      ...interfaces.filter((one) => one.up).map(({ name }) => shownName(name)),
      ...radios.filter(({ blocked }) => !blocked).map(({ type }) => `radio-${type}`),
    ]),
  ].sort();
  return { interfaces, radios, up, wasOnline, red: up.length > 0 || wasOnline === true, source };
}

/** Routable addresses by interface; an old-style label (`eth0:1`) counts for its interface. */
function countRoutable(
  all: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [label, addresses = []] of Object.entries(all)) {
    const name = label.replace(/:\d+$/, "");
    const found = addresses.filter(({ internal, address }) => !internal && isRoutable(address));
    counts.set(name, (counts.get(name) ?? 0) + found.length);
  }
  return counts;
}

/**
 * True for an address that can reach other networks: not loopback, link-local or unspecified.
 * Private ones (10/8, fc00::/7, ...) count: they lead to routers.
 * @param address IPv4 or IPv6 as text, as from node:os
 */
export function isRoutable(address: string): boolean {
  const text = address.toLowerCase();
  // IPv4 within IPv6 is checked as IPv4.
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1];
  const unroutable =
    mapped === undefined && text.includes(":")
      ? // fe80::/10 reaches to febf.
        /^(::1?$|fe[89ab])/
      : /^(127\.|169\.254\.|0\.)/;
  return !unroutable.test(mapped ?? text);
}
