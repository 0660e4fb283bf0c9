// Records one set: node record.cjs SET WORK RECORDINGS SD. `record.mjs` bundles and runs it.
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Recorder } from "./recorder.fixture.ts";
import { SETS } from "./sets.fixture.ts";

const [name = "", work = "", recordings = "", entry = ""] = process.argv.slice(2);

async function record(): Promise<void> {
  const set = SETS[name];
  if (set === undefined) throw new Error(`there is no set ${name}`);
  const home = join(work, name);
  const aside = (put: string) => join(work, "aside", put);
  mkdirSync(join(work, "aside"), { recursive: true });
  if (set.from === null || set.from === "recordings") mkdirSync(home, { recursive: true });
  else cpSync(aside(set.from), home, { recursive: true });
  const recorder = await Recorder.start(name, { recordings, home, entry, aside });
  try {
    await set.play(recorder);
  } finally {
    await recorder.end();
  }
}

if (name === "--list")
  process.stdout.write(
    JSON.stringify(Object.entries(SETS).map(([set, { from }]) => ({ name: set, from }))),
  );
else
  record().then(
    // A connected station watches its drives for as long as the program runs.
    () => process.exit(0),
    (error: unknown) => {
      const said = error instanceof Error ? error.stack : String(error);
      process.stderr.write(`${name}: ${said ?? ""}\n`, () => process.exit(1));
    },
  );
