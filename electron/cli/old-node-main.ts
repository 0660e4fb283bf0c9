// Runs before everything else in `sd`, on any version of Node: one that is too old would fail later
// somewhere, as if by a bug of ours. The bundler puts this at the beginning of sd.cjs in the syntax
// of 2017, so it only uses what such a Node has.
import { JSON_FLAG } from "./shared/arguments.ts";
import { fault } from "./shared/faults.ts";

const node = __LEAST_NODE__;
const [version = ""] = process.versions.node.split(".");
if (Number(version) < node) {
  const { code, message, next } = fault("E-NODE-OLD", { version, node });
  if (process.argv.includes(JSON_FLAG))
    process.stdout.write(`${JSON.stringify({ error: { code, message, next }, warnings: [] })}\n`);
  else process.stderr.write(`${code}: ${message}\n${next}\n`);
  process.exit(1);
}
