// The file of the plan on the screen: where it is, and that it is still as it was read.
import { basename } from "node:path";
import { SCRIPT_BYTES_MAX } from "../../ceremony-scripts/index.ts";
import { isFault, sha256Hex } from "../../crypto/index.ts";
import { handBack } from "../disk/hand-out.ts";
import { readPlain } from "../disk/read-plain.ts";
import { systemCode } from "../disk/refusal.ts";
import { fault } from "./faults.ts";

/** A file that was read or saved here, and what it was then. */
export class PlanFile {
  readonly #path: string;
  readonly #sha256: string;

  constructor(path: string, bytes: Uint8Array) {
    this.#path = path;
    this.#sha256 = sha256Hex(bytes);
  }

  /** Without the folder. */
  get name(): string {
    return basename(this.#path);
  }

  /** Whether it is the file of the plan with this SHA-256. */
  isOf(sha256: string | undefined): boolean {
    return sha256 === this.#sha256;
  }

  /**
   * Durably writes it, so that power lost meanwhile leaves the old one or the new one.
   * @returns it as it is then
   * @throws Fault E-DESK-PLAN-CHANGED, with nothing written, if it is not as it was; E-DESK-PLAN-WRITE
   */
  write(bytes: Uint8Array): PlanFile {
    const isAsRead = (path: string): boolean => {
      const there = readPlain(path, SCRIPT_BYTES_MAX);
      return there !== null && sha256Hex(there) === this.#sha256;
    };
    try {
      if (!handBack(this.#path, bytes, isAsRead)) throw fault("E-DESK-PLAN-CHANGED");
    } catch (error) {
      if (isFault(error)) throw error;
      throw fault(systemCode(error) === "ENOENT" ? "E-DESK-PLAN-CHANGED" : "E-DESK-PLAN-WRITE");
    }
    return new PlanFile(this.#path, bytes);
  }
}
