// Programs that make the image: each has to succeed.
import { run } from "../setup/run.mjs";

/**
 * @param {string} program @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {string} its standard output
 * @throws where it fails, with its last lines
 */
export function outputOf(program, args, env = {}) {
  const done = run(program, args, { env });
  if (!done.ok) throw new Error(`${program} failed:\n${done.tail}`);
  return done.output;
}
