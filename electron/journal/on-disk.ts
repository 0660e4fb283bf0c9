// The disk's own errors as faults of the record.
import { shortageOf, systemCode } from "../disk/refusal.ts";
import { fault } from "./faults.ts";

/**
 * Runs an operation on the disk; the system's errors become faults.
 * @throws Fault E-LOG-SPACE, -READONLY, -IO, E-RESOURCE
 */
export function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    const short = shortageOf(error);
    if (short !== null) throw short;
    if (code === "ENOSPC" || code === "EDQUOT") throw fault("E-LOG-SPACE");
    if (["EROFS", "EACCES", "EPERM"].includes(code)) throw fault("E-LOG-READONLY");
    throw fault("E-LOG-IO");
  }
}
