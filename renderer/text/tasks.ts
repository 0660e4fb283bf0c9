// The parts of a step while it runs: one sentence for each, about this officer where there is one.

type Sentence = (who: string) => string;

const plain =
  (sentence: string): Sentence =>
  () =>
    sentence;

/** Ids of the parts that main sends, each with its sentence. `who` is "officer 2", or empty. */
export const TASKS: Readonly<Record<string, Sentence>> = {
  "make-key-pair": (who) => (who === "" ? "Make the key pairs" : `Make the key pairs of ${who}`),
  "write-media": plain("Write both media"),
  "open-again": plain("Open the keys again with the passphrase"),
  "open-share": (who) => (who === "" ? "Open the shares" : `Share of ${who}`),
  "make-blob": plain("Encrypt the domain for the new HSM"),
  "try-recovery": plain("Make exchange key and restore blob, open the blob, compare every entry"),
  sign: (who) => (who === "" ? "Sign the record" : `Signature of ${who}`),
  send: plain("Send to the HSM"),
  "keep-answer": plain("Save the answer to two media"),
  "read-answer": plain("Read the answer"),
  poll: plain("Ask until the HSM is ready"),
};

/** The sentence of a part; one that is not known here is still said to be going on. */
export function taskSentence(id: string, seat: number | null): string {
  const sentence = Object.hasOwn(TASKS, id) ? TASKS[id] : undefined;
  return sentence?.(seat === null ? "" : `officer ${seat}`) ?? TASK_WORDS.other;
}

const SILENT = {
  "officer-vault": "The officer’s secure process",
  "quorum-vault": "The secure process that holds the shares",
  hsm: "The HSM",
} as const;

/** Words around the parts. */
export const TASK_WORDS = {
  other: "Another part of this step",
  done: "done",
  running: "running",
  ahead: "to come",
  soFar: "Time so far",
  silent: (who: keyof typeof SILENT, seconds: number): string =>
    `${SILENT[who]} has not answered for ${seconds} s.`,
  powerFails: "If the power fails now:",
  seconds: (seconds: number): string => `${seconds} s`,
  parts: (done: number, all: number): string => `${done} of ${all} parts done`,
  label: "Parts of this step",
} as const;
