// The closed table of what stops a rehearsal itself, beside what the rooms it uses refuse.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("rehearse-faults");
