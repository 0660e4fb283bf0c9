// Refusals of the room rehearsal-hsm: a sentence for each code, and what to do next.

export const REHEARSAL_HSM_FAULTS = {
  "E-RHSM-NAME": "An HSM's name has 3 to 24 letters, digits and hyphens, beginning with a letter.",
  "E-RHSM-NAME.next": "Give another --name.",
  "E-RHSM-OTHER": "The folder belongs to a rehearsal HSM with another name.",
  "E-RHSM-OTHER.next": "Give that HSM's name, or another --dir.",
  "E-RHSM-PENDING": "The time an operation takes must be 0 to 3600 seconds.",
  "E-RHSM-PENDING.next": "Give another --pending.",
  "E-RHSM-PORT": "The port is not free, or this user may not open it.",
  "E-RHSM-PORT.next": "Give another --port, or none: a free one is then chosen.",
  "E-RHSM-DIR": "The rehearsal HSM's folder cannot be used ({why}).",
  "E-RHSM-DIR.next": "Give a --dir and a --store on a writable disk.",
  "E-RHSM-STATE": "The rehearsal HSM's own file {file} cannot be read.",
  "E-RHSM-STATE.next": "Start with a new, empty --dir; a rehearsal HSM's keys come back from its domain and backup.",
  "E-RHSM-LOCK": "Another rehearsal HSM is running on this folder, as process {pid}.",
  "E-RHSM-LOCK.next": "Stop it, or give another --dir.",
} as const;
