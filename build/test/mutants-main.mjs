// node build/test/mutants-main.mjs FILE...: every mutant of these files, and those that no test
// sees.
import { fileURLToPath } from "node:url";
import { mutableFiles, mutantsIn, Trial } from "./mutants.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const given = process.argv.slice(2);
const files = given.length > 0 ? given : mutableFiles(ROOT);
const trial = await Trial.open(ROOT);

for (const path of files) {
  if (await trial.isSeen(path)) throw new Error(`The tests of ${path} fail as it is.`);
  const mutants = mutantsIn(ROOT, path);
  let survivors = 0;
  for (const mutant of mutants) {
    if (await trial.isSeen(path, mutant)) continue;
    survivors++;
    console.log(`${path}:${mutant.line}: ${mutant.name}`);
  }
  console.log(`${path}: ${mutants.length} mutants, ${survivors} of them seen by no test`);
}
await trial.close();
