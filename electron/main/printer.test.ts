// The system's printer, with programs in the place of CUPS's that answer and keep as those do.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { printerOf, printOn, type PrintPrograms } from "./printer.ts";

/** Programs of these shell scripts, in a folder that is gone after the test. */
function programs(lpstat: string, lp = "exit 1"): PrintPrograms & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "sd-printer-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const program = (name: string, script: string): string => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\ncd "${folder}"\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  return { folder, lpstat: program("lpstat", lpstat), lp: program("lp", lp) };
}

const answering = (chosen: string, all: string): string =>
  `case "$1" in -d) echo '${chosen}';; -e) printf '${all}';; esac`;

describe.skipIf(process.platform === "win32")("the printer of this computer", () => {
  it("is the system's default one, else the first", async () => {
    const chosen = answering("system default destination: Office_2", "Office_1\\nOffice_2\\n");
    expect(await printerOf(programs(chosen))).toBe("Office_2");
    const none = answering("no system default destination", "Office_1\\nOffice_2\\n");
    expect(await printerOf(programs(none))).toBe("Office_1");
  });

  it.each([
    ["none is known", answering("no system default destination", "")],
    ["its name would be an option", answering("no system default destination", "-o\\n")],
    ["the queue cannot be asked", "exit 1"],
  ])("is none where %s", async (_why, script) => {
    expect(await printerOf(programs(script))).toBeNull();
  });

  it("is given the very bytes, and nothing of this program's environment", async () => {
    const kept = programs("", 'cat > paper; printf "%s\\n" "$@" > words; env > environment');
    const bytes = new Uint8Array(300_000).map((_, i) => i % 251);
    const job = { title: "minutes.pdf", bytes, isFirstPage: true };
    expect(await printOn(kept, "Office_2", job)).toBe(true);
    expect(readFileSync(join(kept.folder, "paper")).equals(bytes)).toBe(true);
    expect(readFileSync(join(kept.folder, "words"), "utf8").split("\n")).toEqual(
      expect.arrayContaining(["-d", "Office_2", "-t", "minutes.pdf", "media=A4", "page-ranges=1"]),
    );
    const environment = readFileSync(join(kept.folder, "environment"), "utf8");
    expect(environment).toMatch(/^LC_ALL=C$/m);
    expect(environment).not.toMatch(/^HOME=/m);
  });

  it("took nothing if its queue refuses, also before it has read all", async () => {
    const job = { title: "x", bytes: new Uint8Array(5_000_000), isFirstPage: false };
    expect(await printOn(programs("", "exit 1"), "Office_2", job)).toBe(false);
  });
});
