// Why a rehearsal HSM does not start, and what to do then. What it refuses while it runs is
// answered over HTTP as Azure would (answer.ts).
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("rehearsal-hsm-faults");
