// The closed table of what a deployment's record refuses.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. Entries are numbered from 0. */
export const fault = faultTable("deployment-record-faults");
