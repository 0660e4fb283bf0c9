// The closed table of what stops a rehearsal itself, beside the refusals of the rooms it uses.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("rehearse-faults");
