// The system's error codes, and a disk's refusals as faults where no room has a code of its own.
// Every start of a command loads this, so it needs no engine.
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

/** Node has some numbers only in a table; ENOMEDIUM, which only Linux has, not even there. */
function nameOf(errno: number): string {
  const named = Object.entries(system.errno).find(([, number]) => number === errno);
  return named?.[0] ?? (errno === 123 ? "ENOMEDIUM" : "");
}

/** Errors of file calls on a disk that fails, is full or accepts no changes. */
const OF_A_DISK = ["EACCES", "EDQUOT", "EIO", "ENOSPC", "EPERM", "EROFS"];
/** The system has none left; neither disk nor medium is the cause. */
const SHORT = ["EMFILE", "ENFILE", "ENOMEM"];

/** E-RESOURCE if the system has no file handles or memory left; null for any other error. */
export const shortageOf = (error: unknown): Fault | null =>
  SHORT.includes(systemCode(error) ?? "") ? fault("E-RESOURCE") : null;

/** Calls for things that are not files: a program, an address. */
const OF_NO_FILE = /^(spawn|connect|bind|listen|accept|getaddrinfo|kill)/;

/**
 * Any error as a fault: itself, E-RESOURCE, or E-DISK for what a disk refused, without details,
 * which contain a path.
 * @param bug the fault for an error of another kind
 */
export function faultOf(error: unknown, bug: () => Fault): Fault {
  if (isFault(error)) return error;
  const short = shortageOf(error);
  if (short !== null) return short;
  if (!OF_A_DISK.includes(systemCode(error) ?? "")) return bug();
  const { syscall = "" } = error as NodeJS.ErrnoException;
  return OF_NO_FILE.test(syscall) ? bug() : fault("E-DISK");
}
