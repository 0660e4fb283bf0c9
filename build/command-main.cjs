// What every `npm run NAME` of package.json starts. First it checks Node's version, and so it is
// written that an old Node reads it; the rest is build/commands.mjs.
"use strict";

const { engines } = require("../package.json");

const least = parseInt(/\d+/.exec(engines.node)[0], 10);
const [name, ...words] = process.argv.slice(2);

if (parseInt(process.versions.node, 10) < least) {
  console.error(`This is Node ${process.versions.node}, and Node ${least} or newer is needed.`);
  console.error(`Install it (https://nodejs.org), and run npm run ${name} again.`);
  process.exitCode = 1;
} else import("./commands.mjs").then(({ runCommand }) => runCommand(name, words));
