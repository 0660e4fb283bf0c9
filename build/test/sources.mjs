// What the bundler puts in place of names and files that node does not know, for tests that load
// our sources without it: `node --import` this file.
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { buildIdentity } from "../identity.mjs";

Object.assign(globalThis, {
  __BUILD__: buildIdentity(fileURLToPath(new URL("../..", import.meta.url))),
});
register("./sources-hooks.mjs", import.meta.url);
