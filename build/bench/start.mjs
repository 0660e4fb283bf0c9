// What a command of `sd` takes that opens no key, beside the least that node can do: whole processes.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { inTurn, median, tellTable } from "./statistics.mjs";

const RUNS = 15;
/** "Hardly more": of what node takes alone. */
const GOAL = 1.3;
const DOMAIN = "crypto/vectors/independent/2of3-rsa2048/sd.json";

/** Commands, with whether they need cryptography, whose two engines must be read. */
const COMMANDS = /** @type {const} */ ([
  ["help"],
  ["words", "0123456789abcdef0123"],
  ["inspect", DOMAIN],
]);

/**
 * @param {string} root the project's folder, bundled
 * @param {import("./statistics.mjs").Size} size
 * @returns {Promise<boolean>} whether the goals are kept
 */
export async function benchStart(root, { isSmallest }) {
  const node = (/** @type {readonly string[]} */ args) => {
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "ignore" });
    if (status !== 0) throw new Error("a program that is measured failed");
  };
  const rows = [];
  for (const words of COMMANDS) {
    const taken = await inTurn(
      isSmallest ? 1 : RUNS,
      () => node([join(root, "dist", "sd.cjs"), ...words]),
      () => node(["-e", "0"]),
    );
    rows.push({
      what: `\`sd ${words[0]}\` beside \`node -e 0\`; whole processes`,
      ours: median(taken.ours),
      theirs: median(taken.theirs),
      goal: GOAL,
    });
  }
  return tellTable(rows);
}
