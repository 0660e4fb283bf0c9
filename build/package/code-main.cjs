// Runs `sd` once and writes the code that V8 made of each part: node code-main.cjs PARTS OUT WORD ...
"use strict";
const { writeFileSync } = require("node:fs");
const { resolve } = require("node:path");
const { start } = require("./start-main.cjs");

const [, , path, out, ...words] = process.argv;
/** @type {(readonly [string, import("node:vm").Script])[]} */
const scripts = [];
process.argv.splice(2, Infinity, ...words);
process.on("exit", () => {
  const codes = scripts.map(([part, script]) => [
    part,
    script.createCachedData().toString("base64"),
  ]);
  writeFileSync(out, JSON.stringify(codes));
});
// Names of files are in the code: of any folder the same.
start(path, resolve("/sd.cjs"), (part, script) => void scripts.push([part, script]));
