// `npm run build` makes the command line as one file, and the app, from sources and packages alone.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DE } from "../electron/text/de/de.ts";
import { EN } from "../electron/text/en/en.ts";
import { bundleOnce } from "./start/bundle-once.mjs";
import { treePaths } from "./tidy/tree.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
let folder = "";
/** What a copy of the project built. */
let first = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sd-build-"));
  first = buildCopy();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function build(folder: string): void {
  const shell = process.platform === "win32";
  const ended = spawnSync("npm", ["run", "build"], { cwd: folder, encoding: "utf8", shell });
  expect(ended.status, ended.stderr).toBe(0);
}

/** Copies what a clone would hold, lends it our packages, builds it; returns the folder made. */
function buildCopy(): string {
  const copy = join(folder, "copy");
  for (const path of treePaths(root)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  // With git's folder the copy is of the same commit, which programs say.
  for (const lent of ["node_modules", ".git"])
    if (existsSync(join(root, lent))) symlinkSync(join(root, lent), join(copy, lent), "junction");
  build(copy);
  expect(readdirSync(join(copy, "dist"))).toEqual([
    "app",
    "azure-reader.cjs",
    "deployment.cjs",
    "paper.cjs",
    "rehearsal-arm.cjs",
    "sd.cjs",
    "sign-in.cjs",
    "verifier.html",
  ]);
  return join(copy, "dist");
}

test("a copy builds the command line, which plain node runs with nothing else beside it", () => {
  const alone = join(folder, "alone");
  mkdirSync(alone);
  cpSync(join(first, "sd.cjs"), join(alone, "sd.cjs"));
  const ran = spawnSync(process.execPath, ["sd.cjs", "no-such-command"], {
    cwd: alone,
    encoding: "utf8",
    env: {},
  });
  expect(ran.stderr).toMatch(/^E-[A-Z-]+: .+/);
  expect(ran.status).toBe(2);
  expect(readdirSync(alone)).toEqual(["sd.cjs"]);
});

test("the command line alone says what it lacks to print, and prints with it", () => {
  const alone = join(folder, "printing");
  mkdirSync(alone);
  cpSync(join(first, "sd.cjs"), join(alone, "sd.cjs"));
  const print = () =>
    spawnSync(process.execPath, ["sd.cjs", "script", "walk", "activation", "--pdf", "a.pdf"], {
      cwd: alone,
      encoding: "utf8",
    });
  expect(print().stderr).toMatch(/^E-PAPER: /);
  expect(readdirSync(alone)).toEqual(["sd.cjs"]);
  cpSync(join(first, "paper.cjs"), join(alone, "paper.cjs"));
  expect(print().status).toBe(0);
  expect(readFileSync(join(alone, "a.pdf"), "latin1")).toMatch(/^%PDF-/);
});

test("a command loads what it needs and no more: `help` neither an engine nor child processes", () => {
  const tell = `process.on("exit", () => {
    const loaded = process.moduleLoadList.map((name) => name.replace("NativeModule ", ""));
    console.error(JSON.stringify(["crypto", "child_process"].filter((name) => loaded.includes(name))));
  });`;
  const file = join(folder, "tell.cjs");
  writeFileSync(file, tell);
  const loadedBy = (...words: readonly string[]) =>
    spawnSync(process.execPath, ["--require", file, join(first, "sd.cjs"), ...words], {
      encoding: "utf8",
    }).stderr.trim();
  expect(loadedBy("help")).toBe("[]");
  expect(loadedBy("words", "0123456789abcdef0123")).toBe('["crypto"]');
});

/**
 * A program's code. One in parts has lines of a limited length, which may end within a sentence.
 * @param name its path in dist/
 */
const joined = (name: string): string =>
  readFileSync(join(first, name), "utf8").replaceAll("\\\n", "");

/** The programs that have this text, by their paths in dist/. */
function holdersOf(text: string | RegExp): readonly string[] {
  return readdirSync(first, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cjs"))
    .filter((name) => joined(name).split(text, 2).length > 1)
    .map((name) => name.replaceAll("\\", "/"))
    .toSorted();
}

/** As they are written with blanks, or without. */
const FEW = /ROUNDS ?= ?1e3\b/;

test("what protects a key does so with 600,000 rounds: fewer are for tests' own programs", () => {
  expect(holdersOf(/ROUNDS ?= ?6e5\b/)).toEqual(["app/vault.cjs", "sd.cjs"]);
  expect(holdersOf(FEW)).toEqual([]);
  expect(readFileSync(join(root, ".runtime", "quick", "sd.cjs"), "utf8")).toMatch(FEW);
});

test("no program makes keys of primes that are known: that is for tests' own programs", () => {
  expect(holdersOf("generatePrimeSync")).toEqual(
    expect.arrayContaining(["app/rehearsal-hsm.cjs", "sd.cjs"]),
  );
  expect(holdersOf("prime ${")).toEqual([]);
  expect(readFileSync(join(root, ".runtime", "quick", "sd.cjs"), "utf8")).toContain("prime ${");
});

test("what signs in to Azure is in a file beside sd.cjs, and in the connected station", () => {
  expect(holdersOf("msal")).toEqual(["app/connected.cjs", "sign-in.cjs"]);
});

test("what asks Azure Resource Manager is in no program of the offline station", () => {
  expect(holdersOf("KeyVault\\/managedHSMs\\/[^/]+$/i")).toEqual(["app/connected.cjs", "sd.cjs"]);
});

test("the code that checks a deployment is in a file beside sd.cjs and in a process that the offline station never starts", () => {
  expect(holdersOf("recoveryHsm.retentionDays")).toEqual(["app/deployment.cjs", "deployment.cjs"]);
});

test("a program has the sentences that it says, and no others", () => {
  const [, inGerman] = DE.minutes["section.people"];
  for (const text of [EN["officer-card"].keep, EN.minutes["section.people"], inGerman])
    expect(holdersOf(text)).toEqual(["app/paper.cjs", "paper.cjs"]);
  expect(holdersOf(EN["cli-faults"]["E-PAPER"])).toEqual(["sd.cjs"]);
});

test("what a program names, it can say", () => {
  const texts = new Map(
    Object.entries(EN).flatMap(([noun, rows]) =>
      // As esbuild writes them: what it escapes is left out.
      Object.entries<string>(rows)
        .filter(([, text]) => /^[ -!#-[\]-~]+$/.test(text))
        .map(([key, text]) => [`${noun}.${key}`, text] as const),
    ),
  );
  const said = readdirSync(first, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cjs"))
    .map((name) => {
      const code = joined(name);
      const all = (form: RegExp) => new Set([...code.matchAll(form)].map(([, one = ""]) => one));
      const ids = all(/"([a-z-]+\.[\w.-]+)"/g);
      const rows = all(/:\s?"([^"\\\n]*)"/g);
      const named = [...texts].filter(([id]) => ids.has(id));
      expect(
        named.filter(([, text]) => !rows.has(text)).map(([id]) => id),
        name,
      ).toEqual([]);
      return named.length;
    });
  expect(Math.max(...said)).toBeGreaterThan(500);
});

test("a window has each refusal that a program of the app has", () => {
  const built = join(first, "app");
  const codeIn = (folder: string, ending: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join("\n");
  const [programs, pages] = [codeIn(built, ".cjs"), codeIn(join(built, "renderer"), ".js")];
  const refusals = Object.entries(EN)
    .filter(([noun]) => noun.endsWith("-faults"))
    .flatMap(([, rows]) => Object.values<string>(rows))
    .filter((text) => /^[ !#-&(-[\]-_a-~]+$/.test(text) && programs.includes(`"${text}"`));
  expect(refusals.length).toBeGreaterThan(500);
  expect(refusals.filter((text) => !pages.includes(text))).toEqual([]);
});

test("no program of the app lets the system open anything (A05)", () => {
  const built = join(first, "app");
  const programs = readdirSync(built).filter((name) => name.endsWith(".cjs"));
  expect(programs).toContain("main.cjs");
  const words = /\b(?:openExternal|openPath|showItemInFolder)\b/;
  expect(programs.filter((name) => words.test(readFileSync(join(built, name), "utf8")))).toEqual(
    [],
  );
});

test("two copies in different folders build the same bytes", async () => {
  // The other is the project, which is bundled before its tests.
  await bundleOnce(root, async () => build(root));
  const files = readdirSync(first, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(first.length));
  expect(files).toContain("/app/renderer/index.html");
  for (const file of files) {
    const bytes = readFileSync(join(first, file));
    expect(bytes.equals(readFileSync(join(root, "dist", file))), file).toBe(true);
    expect(bytes.toString("utf8"), file).not.toContain(folder);
  }
});
