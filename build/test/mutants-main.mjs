// node build/test/mutants-main.mjs [FILE...]: tries what the long run tries, or every mutant of these
// files. It prints those that no test sees, each as PATH: NAME.
import { fileURLToPath } from "node:url";
import { chosenIn, mutantsIn, Trial } from "./mutants.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const given = process.argv.slice(2);
const mutants = given.length > 0 ? given.flatMap((path) => mutantsIn(ROOT, path)) : chosenIn(ROOT);
const trial = await Trial.open(ROOT);

const paths = [...new Set(mutants.map(({ path }) => path))];
if (!(await trial.areGood(paths))) throw new Error("Some test fails as the programs are.");
for (const mutant of mutants)
  if (!(await trial.isSeen(mutant))) console.log(`${mutant.path}: ${mutant.name}`);
console.log(`${mutants.length} mutants were tried.`);
await trial.close();
// vitest counts each mutant that a test saw as a failure.
process.exitCode = 0;
