// Why a rehearsal HSM does not start, and what to do then. What it refuses while it runs is
// answered over HTTP as Azure would (answer.ts).
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-RHSM-NAME": [
    "An HSM's name has 3 to 24 letters, digits and hyphens, beginning with a letter.",
    "Give another --name.",
  ],
  "E-RHSM-OTHER": [
    "The folder belongs to a rehearsal HSM with another name.",
    "Give that HSM's name, or another --dir.",
  ],
  "E-RHSM-PENDING": [
    "The time an operation takes must be 0 to 3600 seconds.",
    "Give another --pending.",
  ],
  "E-RHSM-PORT": [
    "The port is not free, or this user may not open it.",
    "Give another --port, or none: a free one is then chosen.",
  ],
  "E-RHSM-DIR": [
    "The rehearsal HSM's folder cannot be used ({why}).",
    "Give a --dir and a --store on a writable disk.",
  ],
  "E-RHSM-STATE": [
    "The rehearsal HSM's own file {file} cannot be read.",
    "Start with a new, empty --dir; a rehearsal HSM's keys come back from its domain and backup.",
  ],
  "E-RHSM-LOCK": [
    "Another rehearsal HSM is running on this folder, as process {pid}.",
    "Stop it, or give another --dir.",
  ],
});
