// How tests run: the whole tree, and the same replacements the bundle makes.
//
// To load the same modules for every file again takes a third of the time. So files share a process,
// one after the other: all but those that change what is shared, and those of whole programs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { PDFKIT } from "./bundle/pdfkit.mjs";
import { buildIdentity } from "./bundle/identity.mjs";
import { KNOWN_PRIMES, NATIVE_PRIMES } from "./test/quick.mjs";
import { LongestFirst } from "./test/longest-first.ts";
import { PATIENCE_MS } from "./test/patience.mjs";
import { translatedIn } from "./test/translated.mjs";
import { readTree } from "./tidy/tree.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * What a file changes by `vi` and other files would meet; times, spies and the environment end with
 * their test.
 */
const LASTING = /\bvi\.(mock|hoisted|importActual|resetModules|stubGlobal)\b/;

/** With a process each: programs, the build, and those that change what others would meet. */
const alone = [
  "build/*.test.ts",
  "build/{bench,setup}/**/*.test.ts",
  "e2e/{boringssl,engine,vault*,windows*}.test.ts",
  // Azure's library remembers the first service of managed identities that it found.
  "electron/hsm/azure/{managed-identity,sign-in}.test.ts",
  ...readTree(root)
    .filter(({ path, text }) => /\.test\.tsx?$/.test(path) && LASTING.test(text))
    .map(({ path }) => path),
];

/** What `npm test` has run already: paths, separated by commas. */
const done = process.env["SD_DONE"]?.split(",").map((path) => `${path}**`) ?? [];
const isLong = process.env["LONG"] === "1";
/** What `npm run test:long` has time for. */
const long = isLong ? [] : ["**/*.long.test.ts"];
// Playwright Test runs the tests of the window.
const theirs = ["e2e/window/**", "e2e/screens/**"];
const never = ["**/node_modules/**", "dist/**", ".runtime/**", ...theirs, ...long, ...done];

/** Keys that are no officer's are made of known primes; not where it is tested how keys are made. */
const keys = ["crypto/rsa-key.test.ts"];
const knownPrimes = {
  name: "known-primes",
  enforce: "pre",
  load: (id: string) => (NATIVE_PRIMES.test(id) ? KNOWN_PRIMES : undefined),
} as const;
/** In the long run they are made as in the product. */
const quick = isLong ? [] : [knownPrimes];

const patience = PATIENCE_MS[isLong ? "long" : "test"];

/** The one changed file that tests are tried on, where there is one: `build/test/mutants.mjs`. */
const mutantOf = (id: string): string | undefined => {
  const file = process.env["SD_MUTANT"];
  if (file === undefined) return undefined;
  const { path, text } = JSON.parse(readFileSync(file, "utf8")) as Record<"path" | "text", string>;
  return id === path ? text : undefined;
};

const identity = JSON.stringify(buildIdentity(root));
/**
 * What is said for each project by itself: to extend this file is to load it once more for each. It is a new
 * object each time, because a project removes what is defined from the one that it is given.
 */
const shared = () => ({
  root,
  define: { __BUILD__: identity },
  resolve: { alias: { pdfkit: join(root, PDFKIT) } },
});
const plugins = [
  { name: "mutant", enforce: "pre", load: mutantOf },
  {
    name: "typeface-as-bytes",
    enforce: "pre",
    load: (id: string) =>
      id.endsWith(".ttf")
        ? `export default new Uint8Array(Buffer.from("${readFileSync(id, "base64")}", "base64"));`
        : undefined,
  },
  {
    name: "yaml-as-text",
    enforce: "pre",
    transform: (code: string, id: string) =>
      id.endsWith(".yaml")
        ? { code: `export default ${JSON.stringify(code)};`, map: null }
        : undefined,
  },
] as const;
const test = {
  setupFiles: [join(root, "build", "test", "load-tls-main.ts")],
  testTimeout: patience,
  hookTimeout: patience,
  expect: { poll: { timeout: PATIENCE_MS.question } },
};

export default defineConfig({
  root,
  test: {
    pool: "forks",
    // One more than there are cores: many files wait for a program, which waits for a disk.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    experimental: { fsModuleCache: true, fsModuleCachePath: translatedIn(root, "units") },
    globalSetup: [join(root, "build", "test", "quick-program-main.ts")],
    projects: [
      {
        ...shared(),
        plugins: [...quick, ...plugins],
        test: { ...test, name: "alone", include: alone, exclude: never },
      },
      {
        ...shared(),
        plugins: [...quick, ...plugins],
        test: {
          ...test,
          name: "together",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...never, ...alone, ...keys],
          isolate: false,
          restoreMocks: true,
          unstubEnvs: true,
        },
      },
      {
        ...shared(),
        plugins: [...plugins],
        test: { ...test, name: "keys", include: keys, exclude: never },
      },
    ],
  },
});
