// npm start: sets up what the window needs and opens it; without a screen it rehearses in the
// terminal.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installElectron } from "./setup/electron.mjs";
import { meter } from "./setup/meter.mjs";
import { installModules } from "./setup/modules.mjs";
import { onPath, say } from "./setup/run.mjs";
import { bundleOnce } from "./start/bundle-once.mjs";
import { rehearseInTerminal } from "./start/rehearsals.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

process.exitCode = await main(process.argv.slice(2));

/**
 * @param {readonly string[]} args passed on to Electron, without a screen to `sd rehearse`
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const hasScreen = process.platform !== "linux" || hasDisplay();
  const wrong = await setUp(hasScreen);
  if (wrong === undefined) return hasScreen ? openWindow(args) : rehearseInTerminal(ROOT, args);
  say(wrong);
  console.log(
    "The set-up did not finish, for the reason above. Correct it and run npm start again.",
  );
  if (hasScreen) {
    console.log("To rehearse in the terminal, which needs no Electron: npm run build, then");
    console.log("node dist/sd.cjs rehearse activation --media media --out activation");
  }
  return 1;
}

/** @returns {boolean} whether X or Wayland is there; variables that are set may be empty */
function hasDisplay() {
  const { DISPLAY = "", WAYLAND_DISPLAY = "" } = process.env;
  return DISPLAY !== "" || WAYLAND_DISPLAY !== "";
}

/**
 * Does what is not yet done.
 * @param {boolean} hasScreen only then a runtime is needed
 * @returns {Promise<string | undefined>} what is wrong
 */
async function setUp(hasScreen) {
  const wrong =
    (await installModules(ROOT)) ?? (hasScreen ? await installElectron(ROOT) : undefined);
  if (wrong !== undefined) return wrong;
  await bundleOnce(ROOT, async () => {
    const shown = meter("bundle");
    // Loaded only now: it needs the packages.
    const [{ bundle }, { stop }] = await Promise.all([
      import("./bundle/bundle.mjs"),
      import("esbuild"),
    ]);
    await bundle();
    // Its process would stay for as long as the window does.
    await stop();
    shown.end(true);
  });
  return undefined;
}

/**
 * Under a limit that keeps every crash from leaving memory in a file; 0 would not do for a program that
 * collects cores (electron/network/traces.ts).
 * @param {readonly string[]} command
 */
function withoutCores(command) {
  const isLimited = process.platform === "linux" && onPath("prlimit");
  return isLimited ? ["prlimit", "--core=1:1", ...command] : command;
}

/** @param {readonly string[]} args @returns {number} the exit code */
function openWindow(args) {
  const { path } = JSON.parse(readFileSync(join(ROOT, ".runtime", "electron.json"), "utf8"));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    console.log("You are root, so Chromium's sandbox is off. To have it on, sign in as a user,");
    console.log("give that user this folder (chown -R USER .), and run npm start there.");
  }
  console.log("The app opens in its window. Close the window to end it.");
  const words = [...(isRoot ? ["--no-sandbox"] : []), ROOT, ...args];
  const [program = path, ...rest] = withoutCores([path, ...words]);
  const { status, signal, stderr } = spawnSync(program, rest, {
    encoding: "utf8",
    maxBuffer: Infinity,
    // What Chromium says of buses and graphics matters only when the app does not open.
    stdio: ["ignore", "inherit", "pipe"],
  });
  if (status === 0) return 0;
  console.log(stderr.trim().split("\n").slice(-10).join("\n"));
  console.log(`The app ended with ${signal ?? `exit code ${status}`}; above is what it said last.`);
  return status ?? 1;
}
