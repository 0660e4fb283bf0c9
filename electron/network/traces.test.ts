// Where memory could be written to a disk: what counts, and what a limit really prevents.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { checkTraces, limitCores, readTraces, withDescendants, type Traces } from "./network.ts";

const base = mkdtempSync(join(tmpdir(), "sd-traces-"));
afterAll(() => rmSync(base, { recursive: true }));

interface Machine {
  readonly limit?: string;
  readonly pattern?: string;
  readonly swaps?: readonly string[];
  /** Files under /sys, with their contents. */
  readonly sys?: Readonly<Record<string, string>>;
}

/** The reading of a machine with these files. */
function of({ limit = "1", pattern = "core", swaps = [], sys = {} }: Machine): Traces {
  const folder = mkdtempSync(join(base, "machine-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(
    "proc/self/limits",
    `Max stack size  8388608 unlimited bytes\nMax core file size   ${limit}   unlimited   bytes\n`,
  );
  write("proc/sys/kernel/core_pattern", `${pattern}\n`);
  const rows = swaps.map((name) => `${name}  partition  8388604  0  -2\n`).join("");
  write("proc/swaps", `Filename  Type  Size  Used  Priority\n${rows}`);
  for (const [path, text] of Object.entries(sys)) write(`sys/${path}`, text);
  return readTraces({ proc: join(folder, "proc"), sys: join(folder, "sys") });
}

describe("a crash", () => {
  it.each([
    ["unlimited", "core", true],
    ["1000", "/var/cores/%p", true],
    ["0", "core", false],
    ["0", "|/usr/share/apport/apport %p", true],
    ["unlimited", "|/lib/systemd/systemd-coredump", true],
    ["1", "|/lib/systemd/systemd-coredump", false],
    ["1", "core", false],
    ["0", "|/bin/false", false],
    ["unlimited", "|/bin/false", false],
    ["0", "|/bin/false-collector", true],
  ])("with a limit of %s bytes and the pattern %s leaves memory: %s", (limit, pattern, leaves) => {
    expect(of({ limit, pattern }).cores).toBe(leaves);
  });

  it("is unknown if the system does not say", () => {
    const none = readTraces({ proc: join(base, "none"), sys: join(base, "none") });
    expect(none).toEqual({ cores: null, swaps: [] });
    expect(checkTraces(none, "PRODUCTION")).toBe(null);
  });
});

describe("swap", () => {
  it.each<readonly [string, Machine, readonly string[]]>([
    ["a partition and a file", { swaps: ["/swapfile", "/dev/sda3"] }, ["/dev/sda3", "/swapfile"]],
    ["none", {}, []],
    ["memory alone", { swaps: ["/dev/zram0"] }, []],
    [
      "memory with a disk behind it",
      { swaps: ["/dev/zram0"], sys: { "block/zram0/backing_dev": "/dev/sda4\n" } },
      ["/dev/zram0"],
    ],
    [
      "memory with none behind it",
      { swaps: ["/dev/zram0"], sys: { "block/zram0/backing_dev": "none\n" } },
      [],
    ],
    [
      "an encrypted device",
      { swaps: ["/dev/dm-7"], sys: { "block/dm-7/dm/uuid": "CRYPT-PLAIN-swap\n" } },
      [],
    ],
    [
      "a volume that is not encrypted",
      { swaps: ["/dev/dm-7"], sys: { "block/dm-7/dm/uuid": "LVM-abc\n" } },
      ["/dev/dm-7"],
    ],
  ])("on %s is told for what it is", (_, machine, swaps) => {
    expect(of(machine).swaps).toEqual(swaps);
  });
});

describe("a secret step", () => {
  const swaps = ["/dev/sda3"];
  it("is refused in earnest, and says what to switch off", () => {
    expect(checkTraces({ cores: true, swaps }, "PRODUCTION")?.code).toBe("E-TRACE-CORE");
    const refused = checkTraces({ cores: false, swaps }, "PRODUCTION");
    expect(refused).toMatchObject({ code: "E-TRACE-SWAP" });
    expect(refused?.message).toContain("/dev/sda3");
    expect(refused?.next).toContain("swapoff -a");
  });

  it("is not refused in a rehearsal, nor if nothing is written", () => {
    expect(checkTraces({ cores: true, swaps }, "REHEARSAL")).toBe(null);
    expect(checkTraces({ cores: false, swaps: [] }, "PRODUCTION")).toBe(null);
  });

  it("shows no strange name unchanged", () => {
    const refused = checkTraces({ cores: false, swaps: ["/a\u001b[31m"] }, "PRODUCTION");
    expect(refused?.message).toContain("/a??31m");
  });
});

describe.skipIf(process.platform !== "linux")("the limit of this program", () => {
  it("is set for a process and everything it starts later", async () => {
    const child = spawn("sh", ["-c", "read line; grep core /proc/self/limits"], {
      stdio: ["pipe", "pipe", "ignore"],
    });
    onTestFinished(() => void child.kill());
    limitCores([child.pid ?? -1]);
    child.stdin.end("\n");
    let said = "";
    for await (const bytes of child.stdout) said += String(bytes);
    expect(said).toMatch(/^Max core file size\s+1\s+1\s+bytes/);
  });

  it("reaches earlier children, and theirs", async () => {
    const child = spawn("sh", ["-c", "sleep 60 & echo $!; wait"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    onTestFinished(() => void child.kill());
    const [said] = (await once(child.stdout, "data")) as [Buffer];
    const sleeps = Number(said.toString());
    onTestFinished(() => void process.kill(sleeps));
    const family = withDescendants(process.pid);
    expect(family).toContain(child.pid);
    expect(family).toContain(sleeps);
    limitCores([sleeps]);
    expect(readFileSync(`/proc/${sleeps}/limits`, "latin1")).toMatch(
      /^Max core file size\s+1\s+1/m,
    );
  });

  it("prevents a core that is written without it", () => {
    const coresOf = (limit: string): readonly string[] => {
      const folder = mkdtempSync(join(base, "crash-"));
      const words = `ulimit -c unlimited; ${limit}; kill -ABRT $$`;
      spawnSync("sh", ["-c", words], { cwd: folder });
      return readdirSync(folder);
    };
    // If cores go elsewhere, both folders stay empty.
    const isHere = !readFileSync("/proc/sys/kernel/core_pattern", "latin1").includes("/");
    expect(coresOf("true")).toHaveLength(isHere ? 1 : 0);
    expect(coresOf("prlimit --core=1:1 --pid $$")).toEqual([]);
  });
});
