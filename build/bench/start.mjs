// What a command of `sd` takes that opens no key, beside the least that node can do: whole processes.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layOutCommand } from "../package/command.mjs";
import { inTurn, median, tellTable } from "./statistics.mjs";

const RUNS = 15;
/** Of what node takes alone: on a stranger's Node, and as a package starts it. */
const GOALS = { alone: 1.3, packaged: 1.15 };
const DOMAIN = "crypto/vectors/independent/2of3-rsa2048/sd.json";

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
  const folder = mkdtempSync(join(tmpdir(), "sd-bench-"));
  try {
    layOutCommand(root, folder);
    const node = join(folder, "command", "node");
    // A package starts its Node so: a variable that names more roots costs each start as long as all else.
    const env = { PATH: process.env["PATH"] };
    const run = (/** @type {string} */ program, /** @type {readonly string[]} */ args) => {
      const { status } = spawnSync(program, args, { cwd: root, stdio: "ignore", env });
      if (status !== 0) throw new Error("a program that is measured failed");
    };
    const rows = [];
    for (const words of COMMANDS)
      for (const [how, program, before, goal] of /** @type {const} */ ([
        ["", node, [join(root, "dist", "sd.cjs")], GOALS.alone],
        [" in a package", join(folder, "sd"), [], GOALS.packaged],
      ])) {
        const taken = await inTurn(
          isSmallest ? 1 : RUNS,
          () => run(program, [...before, ...words]),
          () => run(node, ["-e", "0"]),
        );
        rows.push({
          what: `\`sd ${words[0]}\`${how} beside \`node -e 0\`; whole processes`,
          ours: median(taken.ours),
          theirs: median(taken.theirs),
          goal,
        });
      }
    return tellTable(rows);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
