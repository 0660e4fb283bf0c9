// The names of what can be asked, and of what it is asked over: all that the preload script needs.

/** What the contract has a form for: no more, no less. */
export const METHODS = [
  "look",
  "chooseStationRole",
  "bring",
  "carry",
  "begin",
  "setAside",
  "leave",
  "site",
  "copySignIn",
  "cancelSignIn",
  "perform",
  "confirm",
  "points",
  "keyList",
  "storage",
  "weigh",
  "answer",
  "copied",
  "hear",
  "rehear",
  "except",
  "accept",
  "recess",
  "resume",
  "change",
  "end",
  "watch",
  "prepare",
  "eject",
  "understood",
  "trainer",
  "timeline",
  "audit",
  "compare",
  "reconcile",
  "pages",
  "papers",
  "paper",
  "evidence",
  "print",
  "calendar",
  "theme",
  "deployment",
] as const;
export type Method = (typeof METHODS)[number];

/** The one channel of questions, and the one of views. */
export const ASK = "ask";
export const VIEW = "view";
