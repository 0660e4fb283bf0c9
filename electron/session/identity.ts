// Which program runs here, on which system: for the record's first entry.
import { existsSync, readFileSync } from "node:fs";
import { arch, release, type } from "node:os";
import { fromHex, sha256Hex, toWords } from "../../crypto/index.ts";
import { systemWithImage, type Software } from "../ceremony/ceremony.ts";

/** Where the live image's own start writes which image it is, once it has read all of its medium. */
const IMAGE = "/run/sd-offline/image";

/**
 * @param runtime its name and version
 * @param program the path of the started file
 * @param image where a live image writes its SHA-256
 */
export const identity = (
  { version, commit, verifier }: Pick<Software, "version" | "commit" | "verifier">,
  runtime: string,
  program: string,
  image: string = IMAGE,
): Software => ({
  // One by one: other members of a build would be refused in an entry.
  version,
  commit,
  ...(verifier === undefined ? {} : { verifier }),
  runtime,
  system: systemOf(`${type()} ${release()} ${arch()}`, imageAt(image)),
  program: sha256Hex(readFileSync(program)),
});

/**
 * All words of the live image that this computer was started from, or null.
 * @param image where a live image writes its SHA-256
 */
export function imageWords(image: string = IMAGE): readonly string[] | null {
  const bytes = fromHex(imageAt(image) ?? "");
  return bytes === null || bytes.length === 0 ? null : toWords(bytes);
}

const systemOf = (name: string, sha256: string | null): string =>
  sha256 === null ? name : systemWithImage(name, sha256);

/** Only root writes there, and on a computer that was not booted from an image nobody does. */
function imageAt(path: string): string | null {
  if (!existsSync(path)) return null;
  const said = readFileSync(path, "utf8").trim();
  return /^[0-9a-f]{64}$/.test(said) ? said : null;
}
