// Why a rehearsal HSM does not start, and what to do then. Refusals while it runs are answered over
// HTTP as in Azure (answer.ts).
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("rehearsal-hsm-faults");
