// What `sd` runs before all else, on whatever Node it is started with: one that is too old reads the
// rest only to fail in it somewhere, as if by a mistake of ours. The bundler puts this at the beginning
// of sd.cjs in the syntax of 2017, so here is only what such a Node has.
import { JSON_FLAG } from "./arguments.ts";
import { fault } from "./faults.ts";

const node = __LEAST_NODE__;
const [version = ""] = process.versions.node.split(".");
if (Number(version) < node) {
  const { code, message, next } = fault("E-NODE-OLD", { version, node });
  if (process.argv.includes(JSON_FLAG))
    process.stdout.write(`${JSON.stringify({ error: { code, message, next }, warnings: [] })}\n`);
  else process.stderr.write(`${code}: ${message}\n${next}\n`);
  process.exit(1);
}
