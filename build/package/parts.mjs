// The parts of sd.cjs with the code that V8 makes of them: a package brings it, so that a start compiles
// nothing and reads only what it needs. The same Node makes the same bytes of the same program.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { namedParts } from "../bundle/in-parts.mjs";
import { HEAD } from "./start-main.cjs";

const MAKER = fileURLToPath(new URL("code-main.cjs", import.meta.url));
/** What V8 hashes names with is drawn from it, and is in the code. V8 does not compare this flag at a start. */
const SEED = "--random-seed=1";
/** Of this project, whatever is packaged. */
const VECTORS = fileURLToPath(
  new URL("../../crypto/vectors/independent/2of3-rsa2048", import.meta.url),
);
/** V8 copies code that is elsewhere. */
const ALIGNED = 8;

/** Commands of which what they run is kept. @param {string} folder */
const commands = (folder) => {
  const file = (/** @type {string} */ name) => join(VECTORS, name);
  return [
    ["help"],
    ["words", "0123456789abcdef0123"],
    ["inspect", file("sd.json")],
    [
      "restore-blob",
      ...["--sd-file", file("sd.json"), "--sd-exchange-key", file("exchange.pem")],
      ...["--sd-wrapping-keys", file("cert_0.key"), file("cert_1.key"), "--exchange-unverified"],
      ...["--sd-file-restore-blob", join(folder, "blob.json")],
    ],
  ];
};

/**
 * Writes `sd.parts`, as FORMAT.md has it.
 * @param {string} node the program that will run it
 * @param {string} program sd.cjs
 * @param {string} file what is written
 * @throws where a command fails
 */
export function writeParts(node, program, file) {
  const sources = namedParts(readFileSync(program, "utf8")).map(([part, code]) => ({
    part,
    source: `(function (module, exports, require, __filename, __dirname) {${code}\n})`,
  }));
  const folder = mkdtempSync(join(tmpdir(), "sd-parts-"));
  try {
    const bare = join(folder, "bare");
    writeFileSync(bare, joined(sources, new Map()));
    /** @type {Map<string, Buffer>} */
    const longest = new Map();
    for (const words of commands(folder))
      for (const [part, code] of codeOf(node, bare, join(folder, "code.json"), words))
        if (code.length > (longest.get(part)?.length ?? 0)) longest.set(part, code);
    writeFileSync(file, joined(sources, longest));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} node @param {string} parts @param {string} out @param {readonly string[]} words
 * @returns {(readonly [string, Buffer])[]} the code of each part that was loaded
 */
function codeOf(node, parts, out, words) {
  const { status, stderr } = spawnSync(node, [SEED, MAKER, parts, out, ...words], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "" },
  });
  if (status !== 0) throw new Error(`sd ${words[0]} failed while its code was made: ${stderr}`);
  /** @type {[string, string][]} */
  const codes = JSON.parse(readFileSync(out, "utf8"));
  return codes.map(([part, code]) => [part, Buffer.from(code, "base64")]);
}

const aligned = (/** @type {number} */ n) => Math.ceil(n / ALIGNED) * ALIGNED;

/**
 * @param {readonly {readonly part: string, readonly source: string}[]} sources
 * @param {ReadonlyMap<string, Buffer>} codes
 */
function joined(sources, codes) {
  let at = 0;
  const places = sources.map(({ part, source }) => {
    const code = codes.get(part) ?? Buffer.alloc(0);
    const codeAt = aligned(at + source.length);
    const place = { part, source, code, at, codeAt };
    at = aligned(codeAt + code.length);
    return place;
  });
  // Its own length changes no place that it says: they are counted from its end.
  const index = JSON.stringify(
    Object.fromEntries(
      places.map((one) => [one.part, [one.at, one.source.length, one.codeAt, one.code.length]]),
    ),
  );
  const first = HEAD + aligned(index.length);
  const all = Buffer.alloc(first + at, " ");
  all.write(`${String(first - HEAD).padEnd(HEAD - 1)}\n${index}`, "latin1");
  for (const one of places) {
    all.write(one.source, first + one.at, "latin1");
    one.code.copy(all, first + one.codeAt);
  }
  return all;
}
