// What the operating system's error codes mean for a medium.
import { isFault } from "../../crypto/index.ts";
import { shortageOf, systemCode } from "../disk/refusal.ts";
import { fault } from "./shared/faults.ts";

const MEANING = {
  ENOSPC: "E-MEDIA-SPACE",
  EDQUOT: "E-MEDIA-SPACE",
  EFBIG: "E-MEDIA-SPACE",
  EROFS: "E-MEDIA-READONLY",
  EACCES: "E-MEDIA-READONLY",
  EPERM: "E-MEDIA-READONLY",
  ENOENT: "E-MEDIA-GONE",
  ENOTDIR: "E-MEDIA-GONE",
  ENODEV: "E-MEDIA-GONE",
  ENXIO: "E-MEDIA-GONE",
  ENOTCONN: "E-MEDIA-GONE",
  ESTALE: "E-MEDIA-GONE",
  ENOMEDIUM: "E-MEDIA-GONE",
  ELOOP: "E-MEDIA-KIND",
  EISDIR: "E-MEDIA-KIND",
  EEXIST: "E-MEDIA-EXISTS",
} as const;

const meaningOf = (code: string) =>
  Object.hasOwn(MEANING, code) ? MEANING[code as keyof typeof MEANING] : "E-MEDIA-IO";

/**
 * Works on a medium; the system's errors become faults. Errors of our own (a bug in this program)
 * pass unchanged.
 * @throws Fault E-MEDIA-SPACE, -READONLY, -GONE, -KIND, -EXISTS, E-RESOURCE; E-MEDIA-IO for EIO and
 * every other code
 */
export function onSystem<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    throw shortageOf(error) ?? fault(meaningOf(code));
  }
}

/** Tries what may fail because something else has already failed; says whether it worked. */
export function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (systemCode(error) === null && !isFault(error)) throw error;
    return false;
  }
}
