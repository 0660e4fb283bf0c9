// The closed table of everything that reading the network can refuse, and what to do then.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("network-faults");
