// The closed table of what the desk itself refuses, beside what the rooms it uses refuse.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("desk-faults");
