// node build/test/mutants-main.mjs FILE...: every mutant of these files, and those that no test
// sees.
import { fileURLToPath } from "node:url";
import { isSeen, mutableFiles, mutantsIn } from "./mutants.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const given = process.argv.slice(2);
const files = given.length > 0 ? given : mutableFiles(ROOT);

for (const path of files) {
  const mutants = mutantsIn(ROOT, path);
  let survivors = 0;
  for (const mutant of mutants) {
    if (isSeen(ROOT, mutant)) continue;
    survivors++;
    console.log(`${path}:${mutant.line}: ${mutant.name}`);
  }
  console.log(`${path}: ${mutants.length} mutants, ${survivors} of them seen by no test`);
}
