// The reading of interfaces, over recorded trees and on this machine.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type { NetworkInterfaceInfo } from "node:os";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { hasStrace, straceFlags } from "../disk/strace.fixture.ts";
import {
  isRoutable,
  checkOffline,
  readNetwork,
  type NetworkReading,
  type NetworkSources,
} from "./network.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sd-network-"));
  mkdirSync(join(root, "net"));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string>>;

/** An interface as on Linux: a folder among the devices, and a link among the classes. */
function record(name: string, files: Files): void {
  const device = join(root, "devices", name);
  mkdirSync(join(device, "statistics"), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(device, path), `${text}\n`);
  symlinkSync(device, join(root, "net", name));
}

function radio(name: string, files: Files): void {
  mkdirSync(join(root, "rfkill", name), { recursive: true });
  for (const [path, text] of Object.entries(files))
    writeFileSync(join(root, "rfkill", name, path), `${text}\n`);
}

const wired = (carrier: string, received = "0", sent = "0"): Files => ({
  type: "1",
  carrier,
  operstate: carrier === "1" ? "up" : "down",
  "statistics/rx_bytes": received,
  "statistics/tx_bytes": sent,
});
const loopback: Files = { ...wired("1", "5000", "5000"), type: "772", operstate: "unknown" };

type Addresses = Readonly<Record<string, readonly string[]>>;

/** Addresses by interface; 127.0.0.1 and ::1 are internal, as in node:os. */
function read(addresses: Addresses, platform = "linux"): NetworkReading {
  const info = (address: string): NetworkInterfaceInfo => ({
    address,
    netmask: "",
    mac: "",
    cidr: null,
    family: "IPv4",
    internal: ["127.0.0.1", "::1"].includes(address),
  });
  const sources: NetworkSources = {
    net: join(root, "net"),
    rfkill: join(root, "rfkill"),
    platform,
    addresses: () =>
      Object.fromEntries(Object.entries(addresses).map(([name, all]) => [name, all.map(info)])),
  };
  return readNetwork(sources);
}

describe("a station that is offline", () => {
  it("with loopback alone is green", () => {
    record("lo", loopback);
    expect(read({ lo: ["127.0.0.1", "::1"] })).toEqual({
      interfaces: [],
      radios: [],
      up: [],
      wasOnline: false,
      red: false,
      source: "linux",
    });
  });

  it("with a card that has no cable is green", () => {
    record("lo", loopback);
    record("eth0", wired("0"));
    expect(read({})).toMatchObject({
      interfaces: [
        { name: "eth0", up: false, carrier: false, addresses: 0, receivedBytes: 0, sentBytes: 0 },
      ],
      up: [],
      wasOnline: false,
      red: false,
    });
  });

  it("may keep an address on a card without a cable", () => {
    record("eth0", wired("0"));
    expect(read({ eth0: ["192.168.1.7"] }).up).toEqual([]);
  });

  it("may have a cable that leads to no router: link-local addresses only", () => {
    record("eth0", wired("1"));
    const reading = read({ eth0: ["fe80::1", "169.254.3.4"] });
    expect(reading).toMatchObject({ up: [], red: false });
    expect(reading.interfaces[0]).toMatchObject({ carrier: true, addresses: 0 });
  });

  it("has a card switched off, whose carrier cannot be read", () => {
    record("eth0", wired("0"));
    const carrier = join(root, "devices", "eth0", "carrier");
    rmSync(carrier);
    mkdirSync(carrier);
    expect(read({ eth0: ["10.0.0.1"] }).up).toEqual([]);
  });

  it("has every radio blocked, by switch or by software", () => {
    radio("rfkill0", { type: "wlan", soft: "1", hard: "0" });
    radio("rfkill1", { type: "bluetooth", soft: "0", hard: "1" });
    expect(read({})).toMatchObject({
      radios: [
        { type: "wlan", blocked: true },
        { type: "bluetooth", blocked: true },
      ],
      up: [],
      red: false,
    });
  });
});

describe("a station that is connected", () => {
  it.each([["192.168.1.7"], ["10.1.2.3"], ["203.0.113.9"], ["2001:db8::1"], ["fd00::1"]])(
    "has a cable and the address %s",
    (address) => {
      record("lo", loopback);
      record("eth0", wired("1"));
      const reading = read({ lo: ["127.0.0.1"], eth0: ["fe80::1", address] });
      expect(reading).toMatchObject({ up: ["eth0"], red: true, wasOnline: false });
    },
  );

  it("has a VPN or phone whose state is unknown", () => {
    record("tun0", { ...wired("1"), type: "65534", operstate: "unknown" });
    expect(read({ tun0: ["10.8.0.2"] }).up).toEqual(["tun0"]);
  });

  it("has a driver without a carrier file", () => {
    record("ppp0", { type: "512", operstate: "unknown" });
    record("ppp1", { type: "512", operstate: "down" });
    expect(read({ ppp0: ["10.0.0.2"], ppp1: ["10.0.0.3"] }).up).toEqual(["ppp0"]);
  });

  it("has an address under an old-style label", () => {
    record("eth0", wired("1"));
    expect(read({ "eth0:1": ["10.0.0.2"] }).up).toEqual(["eth0"]);
  });

  it("has a radio that nothing blocks", () => {
    radio("rfkill0", { type: "wlan", soft: "0", hard: "0" });
    radio("rfkill1", { type: "wlan", soft: "0", hard: "0" });
    radio("rfkill2", { type: "bluetooth" });
    expect(read({})).toMatchObject({ up: ["radio-bluetooth", "radio-wlan"], red: true });
  });

  it("has Wi-Fi unknown to rfkill", () => {
    record("wlan0", wired("0"));
    mkdirSync(join(root, "devices", "wlan0", "phy80211"));
    expect(read({}).up).toEqual(["radio-wlan"]);
    radio("rfkill0", { type: "wlan", soft: "1", hard: "0" });
    expect(read({}).up).toEqual([]);
  });
});

describe("a station that was online since boot", () => {
  it.each([
    ["received", wired("0", "1", "0")],
    ["sent", wired("0", "0", "1")],
  ])("%s something on a card that is down now", (_, files) => {
    record("eth0", files);
    expect(read({})).toMatchObject({ up: [], wasOnline: true, red: true });
  });

  it("is distinguished from one whose counters cannot be read", () => {
    record("eth0", { type: "1", carrier: "0" });
    expect(read({})).toMatchObject({ wasOnline: null, red: false });
    record("eth1", wired("0", "1", "0"));
    expect(read({})).toMatchObject({ wasOnline: true, red: true });
  });

  it("has counters beyond what a number can represent exactly", () => {
    record("eth0", wired("0", "18446744073709551615", "0"));
    expect(read({}).interfaces[0]?.receivedBytes).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe("names of interfaces, which are recorded", () => {
  it.each([
    ["eth\n0", "eth?0"],
    ["\u202eeth0", "?eth0"],
    ["<b>", "?b?"],
    ["r\u00e9seau", "r?seau"],
    ["a".repeat(65), "a".repeat(64)],
  ])("show of %j what every paper has: %j", (name, shown) => {
    record(name, wired("1"));
    expect(read({ [name]: ["10.0.0.1"] }).up).toEqual([shown]);
  });

  it("are those that Windows gives in its user's language", () => {
    const usual = { "Ethernet 2": ["10.0.0.1"], "vEthernet (x)": ["10.0.0.2"] };
    expect(read(usual, "win32").up).toEqual(["Ethernet 2", "vEthernet (x)"]);
    const theirs = { "\u4ee5\u592a\u7f51": ["10.0.0.1"], lo: ["127.0.0.1"] };
    expect(read(theirs, "win32")).toMatchObject({ up: ["???"], red: true });
  });

  it("do not count if the bonding driver keeps a file", () => {
    writeFileSync(join(root, "net", "bonding_masters"), "");
    expect(read({}).interfaces).toEqual([]);
  });

  it("of radios are shown so too", () => {
    radio("rfkill0", { type: "<b>", soft: "0", hard: "0" });
    expect(read({}).up).toEqual(["radio-?b?"]);
  });
});

describe("a system that does not answer", () => {
  it("is refused", () => {
    writeFileSync(join(root, "rfkill"), "");
    expect(codeOf(() => read({}))).toBe("E-NET-UNREADABLE");
  });
});

describe("an interface that is pulled out while it is read", () => {
  it("is no longer there", () => {
    record("eth0", wired("1"));
    symlinkSync(join(root, "devices", "gone"), join(root, "net", "usb0"));
    expect(read({}).interfaces.map(({ name }) => name)).toEqual(["eth0"]);
  });
});

describe("other systems", () => {
  it("report what is up from node:os alone, and not whether it was online", () => {
    record("eth0", wired("1", "1", "1"));
    const addresses = { lo0: ["127.0.0.1"], en0: ["fe80::1", "10.0.0.5"], awdl0: ["fe80::2"] };
    const unknown = { usb: false, receivedBytes: null, sentBytes: null };
    expect(read(addresses, "darwin")).toEqual({
      interfaces: [
        { name: "awdl0", up: false, carrier: true, addresses: 0, ...unknown },
        { name: "en0", up: true, carrier: true, addresses: 1, ...unknown },
      ],
      radios: [],
      up: ["en0"],
      wasOnline: null,
      red: true,
      source: "os",
    });
  });
});

describe("the check before a secret step", () => {
  const reading = (up: readonly string[], wasOnline: boolean | null): NetworkReading => ({
    interfaces: [],
    radios: [],
    up,
    wasOnline,
    red: true,
    source: "linux",
  });

  it("forbids it in production on a station that is or was connected", () => {
    expect(checkOffline(reading(["eth0"], true), "PRODUCTION")?.code).toBe("E-NET-UP");
    expect(checkOffline(reading([], true), "PRODUCTION")?.code).toBe("E-NET-WAS-ONLINE");
    expect(checkOffline(reading([], false), "PRODUCTION")).toBeNull();
    expect(checkOffline(reading([], null), "PRODUCTION")).toBeNull();
  });

  it("leaves rehearsal to the people", () => {
    expect(checkOffline(reading(["eth0"], true), "REHEARSAL")).toBeNull();
  });

  it("says of a device on USB that it is one: it may have come in with the media", () => {
    const device = join(root, "devices", "pci0000", "usb2", "2-1", "net", "enx0");
    mkdirSync(join(device, "statistics"), { recursive: true });
    for (const [path, text] of Object.entries(wired("1"))) writeFileSync(join(device, path), text);
    symlinkSync(device, join(root, "net", "enx0"));
    record("eth0", wired("1"));
    const found = read({ eth0: ["10.0.0.5"], enx0: ["192.168.42.7"] });
    expect(checkOffline(found, "PRODUCTION")?.message).toBe(
      "This station is connected: enx0 (on USB), eth0.",
    );
  });

  it("names each device, so that people find what to unplug", () => {
    expect(checkOffline(reading(["eth0", "eth1"], true), "PRODUCTION")?.message).toBe(
      "This station is connected: eth0, eth1.",
    );
  });
});

describe("addresses", () => {
  it.each([
    "fe80::1",
    "FE80::1",
    "febf::1",
    "::1",
    "::",
    "127.0.0.1",
    "127.9.9.9",
    "169.254.1.1",
    "0.0.0.0",
    "::ffff:127.0.0.1",
    "::ffff:169.254.1.1",
  ])("%s does not lead beyond its cable", (address) => {
    expect(isRoutable(address)).toBe(false);
  });

  it.each([
    "10.0.0.1",
    "169.253.1.1",
    "128.0.0.1",
    "fec0::1",
    "fd12::1",
    "2001:db8::fe80",
    "::ffff:10.0.0.1",
    "::2",
  ])("%s may", (address) => expect(isRoutable(address)).toBe(true));
});

describe.runIf(process.platform === "linux")("this machine", () => {
  /** Names and counters from /proc: a second view of the same kernel. */
  const counted = (): Readonly<Record<string, readonly [number, number]>> =>
    Object.fromEntries(
      readFileSync("/proc/net/dev", "utf8")
        .split("\n")
        .slice(2)
        .filter((line) => line.includes(":"))
        .map((line) => {
          const [name = "", rest = ""] = line.trim().split(/:\s*/);
          const fields = rest.split(/\s+/).map(Number);
          return [name, [fields[0] ?? 0, fields[8] ?? 0] as const];
        }),
    );

  it("has the interfaces and counters that /proc/net/dev shows", () => {
    const before = counted();
    const { interfaces, source } = readNetwork();
    const after = counted();
    expect(source).toBe("linux");
    const others = Object.keys(after)
      .filter((name) => name !== "lo")
      .sort();
    expect(interfaces.map(({ name }) => name)).toEqual(others);
    for (const { name, receivedBytes, sentBytes } of interfaces) {
      expect(receivedBytes).toBeGreaterThanOrEqual(before[name]?.[0] ?? Infinity);
      expect(receivedBytes).toBeLessThanOrEqual(after[name]?.[0] ?? -1);
      expect(sentBytes).toBeGreaterThanOrEqual(before[name]?.[1] ?? Infinity);
    }
  });

  it.skipIf(!hasStrace && process.env["CI"] !== "true")(
    "is read without an internet socket (needs strace)",
    () => {
      const child = join(root, "child.mjs");
      buildSync({
        stdin: {
          contents:
            "import { readNetwork } from './network.ts';" + "console.log(readNetwork().source);",
          resolveDir: fileURLToPath(new URL(".", import.meta.url)),
          loader: "ts",
        },
        bundle: true,
        platform: "node",
        format: "esm",
        outfile: child,
        logLevel: "error",
        banner: {
          js:
            "import { createRequire } from 'node:module';"
            + "const require = createRequire(import.meta.url);",
        },
      });
      const log = join(root, "calls");
      const calls = ["-e", "trace=socket,connect,sendto,sendmsg,sendmmsg"];
      const command = [...straceFlags(), ...calls, "-o", log, process.execPath, child];
      const { stdout } = spawnSync("strace", command, { encoding: "utf8" });
      expect(stdout).toBe("linux\n");
      const called = readFileSync(log, "utf8");
      // Addresses are read from the kernel over netlink, so the log is not empty.
      expect(called).toContain("AF_NETLINK");
      expect(called).not.toMatch(/AF_INET/);
    },
  );
});
