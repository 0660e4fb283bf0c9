// npm start without a screen, as a person starts it: both ceremonies, their verification, exit code 0.
// In a copy of what it needs, whose programs are those that only tests run: they take half the time.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { VERIFIER } from "./bundle/identity.mjs";
import { bundleOnce } from "./start/bundle-once.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NEEDED = ["build", "package.json", "package-lock.json", "tsconfig.json", VERIFIER];
const isLinux = process.platform === "linux";
let folder = "";
let program = "";

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sd-start-"));
  const copy = join(folder, "copy");
  for (const path of NEEDED) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"), "junction");
  await bundleOnce(copy, async () =>
    cpSync(join(ROOT, ".runtime", "quick"), join(copy, "dist"), { recursive: true }),
  );
  program = join(copy, "build", "start.mjs");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Starts it where there is no screen, with its rehearsals in the folder of this test. */
async function startWithoutScreen(args: readonly string[]) {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "", TMPDIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out };
}

/** The folder that it names, which must be in the folder of temporary files. */
function namedIn(out: string): string {
  const [, named = ""] = /^Folder: (.+)$/m.exec(out) ?? [];
  expect(named.startsWith(join(folder, "security-domain-rehearsal-"))).toBe(true);
  return named;
}

test.runIf(isLinux)(
  "without a screen simulated people hold an activation and a recovery, which verify (needs Linux)",

  async () => {
    const { code, out } = await startWithoutScreen(["--bits", "2048"]);
    expect({ code, out }).toMatchObject({ code: 0 });
    for (let step = 1; step <= 23; step++) expect(out).toContain(`  [${step}/23] `);
    for (let step = 1; step <= 19; step++) expect(out).toContain(`  [${step}/19] `);
    expect(out.match(/^The bundle is complete: /gm)).toHaveLength(2);
    expect(out.match(/^The head is the one that was read aloud\.$/gm)).toHaveLength(2);
    expect(out).not.toContain("Electron");
    const named = namedIn(out);
    expect(out).toContain(`Everything is in ${named}:\n`);
    for (const ceremony of ["activation", "recovery"]) {
      expect(existsSync(join(named, ceremony, "record.jsonl"))).toBe(true);
      expect(readdirSync(join(named, ceremony, "papers"))).toContain("minutes.pdf");
    }
    expect(readdirSync(join(named, "media"))).toContain("officer-1");
  },
);

test.runIf(isLinux)(
  "where the rehearsal is refused it says why and what to do next, and ends with 1 (needs Linux)",

  async () => {
    const { code, out } = await startWithoutScreen(["--bits", "1024"]);
    expect(code).toBe(1);
    expect(out).toContain("The flag --bits takes 2048, 3072 or 4096.");
    expect(out).toContain(`The activation was not closed; the reason is above. What was made`);
    expect(out).toContain(`is in ${namedIn(out)}.\nRun npm start again`);
  },
);
