// What a refusal says around its own sentence.
import type { BridgeFault } from "../../electron/bridge/contract.ts";
import type { Lack } from "../parts/missing.ts";

/** Main did not answer at all. */
export const lostBridge: BridgeFault = {
  code: "E-WINDOW",
  message: "The app did not answer.",
  next:
    "Try again. If it does not answer again, close the app and start it: "
    + "everything that was accepted is in the record.",
};

export const REFUSAL = {
  word: "Refused",
  notYet: "Not yet",
  fields: "Fields to read again",
  next: "Next",
  record: "Record",
  recorded:
    "A refusal that belongs to the record is in it, with its code. "
    + "What was accepted before stays accepted. A refusal is a control that works.",
  understood: "Understood",
  again: "Try again",
  verb: "Your turn",
  verbDetail: "when everyone has read this",
  overrule: "Overrule it",
  overruleSay:
    "This refusal is not about cryptography. In a recovery, two or more people may "
    + "decide to continue despite it. The record says who they are. Anything in the file that the "
    + "app does not know is left out.",
  overruleNow: "Continue despite it",
  overruleNeeds: "Tick two people.",
  foot: "Read it, then press the button under Next.",
} as const;

const LACKS: Readonly<Record<Lack, string>> = {
  empty: "Still empty",
  wrong: "Read again",
  unchosen: "Still to choose",
  unticked: "Still to tick",
};

/** What a press that came too early is told: "Still empty: Seal number: Own medium". */
export const missingLine = ({ lack, label }: { readonly lack: Lack; readonly label: string }) =>
  `${LACKS[lack]}: ${label.length > 48 ? `${label.slice(0, 47)}…` : label}`;

/** Nothing is wrong: somebody is not ready, or something is not finished. Red is for what is wrong. */
export const isNotYet = ({ code }: Pick<BridgeFault, "code">): boolean =>
  code === "E-TURN-NOT-YET" || code === "E-DESK-BUSY";

/** Where a next step has several sentences, each is a line of its own. */
export const nextLines = (next: string): readonly string[] =>
  next
    .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
    .map((line) => line.trim())
    .filter(Boolean);
