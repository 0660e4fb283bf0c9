// The closed table of what can go wrong with the simulated people.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("people-faults");
