// The closed table of the desk's own refusals, beside those of the rooms it uses.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("desk-faults");
