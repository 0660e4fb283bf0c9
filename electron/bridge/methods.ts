// The names of what can be asked, and of what it is asked over: all that the preload script needs.

/** What the contract has a form for: no more, no less. */
export const METHODS = [
  "look", "chooseStationRole", "bring", "carry", "begin", "site", "copySignIn", "cancelSignIn",
  "points", "leave", "open", "act", "choose", "find", "seals", "destroy", "handOff", "trouble",
  "part", "backup", "keyList", "knowBackup", "storage", "answer", "copied", "hear", "rehear",
  "heard", "confirm", "weigh", "custody", "calendar", "except", "recess", "resume", "change",
  "end", "watch", "prepare", "eject", "understood", "accept", "timeline", "audit", "reconcile",
  "compare", "pages", "papers", "paper", "evidence", "print", "trainer",
] as const;
export type Method = (typeof METHODS)[number];

/** The one channel of questions, and the one of views. */
export const ASK = "ask";
export const VIEW = "view";
