// The app's main job without a window: an activation and a recovery by simulated people, step by
// step in the terminal, and the verification of what they leave.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const CEREMONIES = /** @type {const} */ (["activation", "recovery"]);

/**
 * @typedef {object} Refusal the member `error` of `--json`
 * @property {string} code
 * @property {string} message
 * @property {string} next
 */

/**
 * @param {string} root the project's folder, bundled
 * @param {readonly string[]} args passed on to `sd rehearse`
 * @returns {Promise<number>} the exit code: 0 if both ceremonies were closed and verified
 */
export async function rehearseInTerminal(root, args) {
  const began = Date.now();
  const program = join(root, "dist", "sd.cjs");
  const folder = mkdtempSync(join(tmpdir(), "security-domain-rehearsal-"));
  for (const line of welcome(folder)) console.log(line);
  for (const [index, ceremony] of CEREMONIES.entries()) {
    const out = join(folder, ceremony);
    const part = (/** @type {number} */ number) => `${2 * index + number} of 4`;
    console.log(`\n${part(1)}: rehearse the ${ceremony}\n`);
    const places = ["--media", join(folder, "media"), "--out", out];
    const head = await rehearse(program, ["rehearse", ceremony, ...places, ...args]);
    if (head === undefined) return stopped(`The ${ceremony} was not closed`, folder);
    console.log(`\n${part(2)}: verify what the ${ceremony} leaves\n`);
    if (!(await verify(program, out, head)))
      return stopped(`The evidence of the ${ceremony} was not verified`, folder);
  }
  for (const line of farewell(folder, Math.round((Date.now() - began) / 1000))) console.log(line);
  return 0;
}

/**
 * Runs `sd rehearse` and shows its lines as they come.
 * @param {string} program @param {readonly string[]} words
 * @returns {Promise<string | undefined>} the head of the closed record in hex; undefined if refused
 */
async function rehearse(program, words) {
  const child = spawn(process.execPath, [program, ...words, "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  /** @type {string | undefined} */
  let head;
  for await (const line of createInterface({ input: child.stdout })) {
    /** @type {{told?: string, head?: {hex: string}, error?: Refusal}} */
    const said = JSON.parse(line);
    if (said.told !== undefined) console.log(said.told);
    if (said.error !== undefined) console.log(`${said.error.message}\n${said.error.next}`);
    head = said.head?.hex;
  }
  const [code] = await ended;
  return code === 0 ? head : undefined;
}

/**
 * @param {string} program @param {string} folder @param {string} head in hex
 * @returns {Promise<boolean>} whether the bundle verifies, up to this head
 */
async function verify(program, folder, head) {
  const words = [program, "verify", folder, "--head", head];
  const [code] = await once(spawn(process.execPath, words, { stdio: "inherit" }), "exit");
  return code === 0;
}

/** @param {string} folder @returns {readonly string[]} */
function welcome(folder) {
  return [
    "There is no screen here (DISPLAY and WAYLAND_DISPLAY are not set), so no window opens.",
    "Instead, simulated people hold an activation and a recovery against the built-in HSM, and",
    "what each leaves is verified. This takes about a minute.",
    `Folder: ${folder}`,
  ];
}

/** @param {string} folder @param {number} seconds @returns {readonly string[]} */
function farewell(folder, seconds) {
  const what = CEREMONIES.map((ceremony) => {
    const papers = readdirSync(join(folder, ceremony, "papers"));
    const pdf = papers.filter((name) => name.endsWith(".pdf")).length;
    return `  ${`${ceremony}/`.padEnd(12)} record.jsonl, certificates, and ${pdf} papers as PDF in papers/`;
  });
  return [
    "",
    `Both ceremonies are closed and verified, in ${seconds} s. Everything is in ${folder}:`,
    ...what,
    "  media/       the sticks as folders: keys, certificates and the security domain",
    "The keys and passphrases are a rehearsal's. Delete the folder when you have read it.",
    "For the window, run npm start on a desktop, or xvfb-run -a npm start.",
  ];
}

/** @param {string} what @param {string} folder @returns {number} the exit code */
function stopped(what, folder) {
  console.log(`${what}; the reason is above. What was made until then is in ${folder}.`);
  console.log("Run npm start again: it begins with a new folder.");
  return 1;
}
