// The closed table of everything the reading of the network can refuse, and what to do then.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("network-faults");
