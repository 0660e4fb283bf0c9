// The closed table of what a use case itself refuses, beyond the rules and the rooms it uses.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("usecases-faults");
