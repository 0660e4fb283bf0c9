// Sets the project up on a bare machine, for every test: packages, programs, Electron. Needs only
// Node 20 and npm. What `npm start` needs of it, build/start.mjs does. With --long also what the longer
// tests run.
import { fileURLToPath } from "node:url";
import { installElectron } from "./setup/electron.mjs";
import { installModules } from "./setup/modules.mjs";
import { installPrograms } from "./setup/programs.mjs";
import { say } from "./setup/run.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

process.exitCode = (await bootstrap()) ? 0 : 1;

/**
 * Does what is not yet done. Without packages nothing works; without programs or runtime some tests
 * are passed over, which CI (CI=true) must not accept.
 * @returns {Promise<boolean>} whether tests can run
 */
async function bootstrap() {
  const modules = await installModules(ROOT);
  if (modules !== undefined) {
    say(modules);
    return false;
  }
  // The programs come first: one of them unpacks the runtime.
  const said = [
    await installPrograms(process.argv.includes("--long")),
    await installElectron(ROOT),
  ];
  const lacks = said.filter((line) => line !== undefined);
  for (const line of lacks) say(line);
  return lacks.length === 0 || process.env.CI !== "true";
}
