// Words that every step's screen shares: its parts, its people, who waits for whom.

/** Labels and sentences of all step screens. */
export const STEP = {
  say: "Say",
  do: "Do",
  now: "Now",
  record: "Record",
  recorded: "Will be recorded",
  never: "Never recorded",
  nobody: "Nobody acts now",
  computerWorks: "The computer is working",
  wait: "Please wait",
  handsOff: "hands off, media stay in",
  movesOn: "the screen moves on by itself",
  nothing: "Nothing to press. The screen moves on by itself.",
  projector: "The projector is covered",
  camera: "No camera sees the keyboard",
  witnessSays: (name: string): string => `Witness ${name} says:`,
  checksFirst: "The witness must look first",
  called: (seat: number): string => `Officer ${seat}, please come to the computer.`,
  come: "Come to the computer",
  comeDetail: "with your own medium",
  type: (seat: number): string =>
    `Officer ${seat}, please type your passphrase. Everyone else looks away.`,
  typeVerb: "Type, alone",
  typeDetail: "in the small window",
  typing: "The small window is open. It waits as long as it takes.",
  leaveAlone: "Please leave the keyboard and the media alone until the screen calls you.",
  signed: "signed",
  notSigned: "has not signed yet",
  signatures: "Signatures",
  toHsm: "To the HSM",
  sent: "What is sent",
  blob: (size: number): string => `the restore blob on the transfer medium, ${size} bytes`,
  often: "How often",
  once: "once: its exchange key ends with the upload",
  forHsm: "HSM",
  forOfficers: "For the certificates of",
  opens: "Who opens its domain",
  anyOf: (quorum: number, officers: number): string =>
    `any ${quorum} of these ${officers}; fewer never`,
  decide: "Administrator and witness: go on",
  decideFirst: "Administrator and witness decide first",
  lost: "The answer was lost?",
  lostHow:
    "Only if the screen said E-ACTIVATED-NO-SD, or E-ANSWER and the saved file is not the HSM's. The HSM then wraps the same domain again. "
    + "Two people or more decide:",
  again: "Download again",
  againNeeds: "Two people must decide",
  proof: "Shares and pairs",
} as const;

/** The quorum, its pairs and what is known of them. */
export const QUORUM = {
  of: (proven: number, all: number): string => `${proven} of ${all}`,
  pairs: "pairs proven",
  groups: "groups proven",
  open: "not opened yet",
  running: "opening now",
  proven: "proven",
  pair: (seats: readonly number[]): string => seats.join(" + "),
  told: (proven: readonly string[], all: number): string =>
    proven.length === 0
      ? "No pair is proven yet"
      : `Proven: ${proven.join(", ")}; ${proven.length} of ${all}`,
  absent: (title: string): string => `${title} is not here`,
  share: (seat: number): string => `Share of officer ${seat}`,
  shareStates: { opened: "opened", now: "opening now", ahead: "to come" },
} as const;
