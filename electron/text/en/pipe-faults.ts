// Refusals of the room pipe: a sentence for each code, and what to do next.

export const PIPE_FAULTS = {
  "E-WORKER-GONE": "The secure process stopped.",
  "E-WORKER-GONE.next": "Nothing was written. Start this step again.",
  "E-WORKER-CALL": "A process received a request that it does not know.",
  "E-WORKER-CALL.next": "Start this step again.",
  "E-WORKER-BUG": "A process of this app ran into an error.",
  "E-WORKER-BUG.next": "Start this step again, and report it.",
} as const;
