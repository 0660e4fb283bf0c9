// The closed table of what stops a session: its folders, its evidence, its station. Codes with
// E-REHEARSE- are older than this room.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("session-faults");
