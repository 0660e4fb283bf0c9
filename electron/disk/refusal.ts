// What the system refuses, by its own codes; and what a disk refuses, as a fault for where no room has
// one of its own. Every start of a command loads this: it needs no engine.
import { constants as system } from "node:os";
import { faultTable, isFault, type Fault } from "../../crypto/errors.ts";

const fault = faultTable("disk-faults");

/** The system's own code (ENOENT, EEXIST, ...), or null for an error of another kind. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || isFault(error) || !("syscall" in error)) return null;
  const { code, errno } = error as NodeJS.ErrnoException;
  if (code !== undefined && /^E[A-Z0-9]+$/.test(code)) return code;
  return nameOf(Math.abs(errno ?? 0));
}

/** Node names a few numbers only in a table; ENOMEDIUM, which Linux alone has, not even there. */
function nameOf(errno: number): string {
  const named = Object.entries(system.errno).find(([, number]) => number === errno);
  return named?.[0] ?? (errno === 123 ? "ENOMEDIUM" : "");
}

/** What a disk that fails, is full or takes no changes answers to a call for a file. */
const OF_A_DISK = ["EACCES", "EDQUOT", "EIO", "ENOSPC", "EPERM", "EROFS"];
/** The system has none left; no disk and no medium is to blame. */
const SHORT = ["EMFILE", "ENFILE", "ENOMEM"];

/** E-RESOURCE where the system has no file handles or memory left; null for any other error. */
export const shortageOf = (error: unknown): Fault | null =>
  SHORT.includes(systemCode(error) ?? "") ? fault("E-RESOURCE") : null;

/** Calls for what is no file: a program, an address. */
const OF_NO_FILE = /^(spawn|connect|bind|listen|accept|getaddrinfo|kill)/;

/**
 * Any error as a fault: itself, E-RESOURCE, or E-DISK for what a disk refused, of which nothing is
 * told: it names a path.
 * @param bug what an error of another kind is
 */
export function faultOf(error: unknown, bug: () => Fault): Fault {
  if (isFault(error)) return error;
  const short = shortageOf(error);
  if (short !== null) return short;
  if (!OF_A_DISK.includes(systemCode(error) ?? "")) return bug();
  const { syscall = "" } = error as NodeJS.ErrnoException;
  return OF_NO_FILE.test(syscall) ? bug() : fault("E-DISK");
}
