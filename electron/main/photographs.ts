// The photographs that the page may show: each is read from its own file when the page asks, and
// must still be the one that was hashed. Nothing here decodes them.
import { sha256Hex } from "../../crypto/index.ts";
import { readPlain } from "../disk/read-plain.ts";
import type { PhotographFile } from "../session/photographs.ts";
import type { Picture } from "./pages.ts";

export class Photographs {
  #files: readonly PhotographFile[] = [];

  show(files: readonly PhotographFile[]): void {
    this.#files = files;
  }

  /** @param sha256 as it was brought; null for any other, or one that changed or is gone */
  readonly bytesOf = (sha256: string): Picture | null => {
    const file = this.#files.find((one) => one.sha256 === sha256);
    if (file === undefined) return null;
    try {
      const bytes = readPlain(file.path, file.size, false);
      const isTheSame = bytes !== null && sha256Hex(bytes) === sha256;
      return isTheSame ? { bytes, type: `image/${file.form}` } : null;
    } catch {
      return null;
    }
  };
}
