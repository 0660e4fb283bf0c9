// Starts `sd` from the parts in sd.parts: of each its source and the code that V8 made of it when the package
// was made (parts.mjs). V8 compares neither with the other, so the manifest has the file; for another Node, V8
// compiles the source.
"use strict";
const { openSync, readSync } = require("node:fs");
const { createRequire } = require("node:module");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");

/** Digits, spaces and a line feed: how long the index is. */
const HEAD = 16;

/**
 * @param {string} path of sd.parts
 * @param {string} filename of sd.cjs: the program's name in errors, and beside it is what it loads
 * @param {(part: string, script: import("node:vm").Script) => void} made gets each part that is loaded
 */
function start(path, filename, made) {
  const file = openSync(path, "r");
  const read = (/** @type {number} */ at, /** @type {number} */ length) => {
    const bytes = Buffer.allocUnsafeSlow(length);
    readSync(file, bytes, 0, length, at);
    return bytes;
  };
  const first = HEAD + Number(read(0, HEAD).toString("latin1"));
  /** @type {Readonly<Record<string, readonly [number, number, number, number]>>} */
  const places = JSON.parse(read(HEAD, first - HEAD).toString("latin1"));
  const beside = createRequire(filename);
  const loaded = new Map();
  const load = (/** @type {string} */ name) => {
    const part = name.replace(/^\.\//, "");
    const place = places[part];
    if (place === undefined) return beside(name);
    const known = loaded.get(part);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    loaded.set(part, module);
    const [at, length, codeAt, codeLength] = place;
    const bytes = read(first + at, codeAt + codeLength - at);
    const script = new Script(bytes.toString("latin1", 0, length), {
      filename: `${filename}/${part}`,
      cachedData: codeLength === 0 ? undefined : bytes.subarray(codeAt - at),
    });
    made(part, script);
    script.runInThisContext()(module, module.exports, load, filename, dirname(filename));
    return module.exports;
  };
  // What it starts again is sd.cjs.
  process.argv[1] = filename;
  load("main.js");
}

module.exports = { HEAD, start };
if (require.main === module)
  start(join(__dirname, "sd.parts"), join(__dirname, "sd.cjs"), () => undefined);
