// Which program runs here, on which system: what the record's first entry says of it.
import { readFileSync } from "node:fs";
import { arch, release, type } from "node:os";
import { sha256Hex } from "../../crypto/index.ts";
import type { Software } from "../ceremony/ceremony.ts";

/**
 * @param build version and commit @param runtime its name and version
 * @param program the path of the file that was started
 */
export const identity = (
  build: Pick<Software, "version" | "commit" | "verifier">,
  runtime: string,
  program: string,
): Software => ({
  ...build,
  runtime,
  system: `${type()} ${release()} ${arch()}`,
  program: sha256Hex(readFileSync(program)),
});
