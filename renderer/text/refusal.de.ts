// In German: what ./refusal.ts says.
import type { BridgeFault } from "../../electron/bridge/contract.ts";
import type { Lack } from "../parts/missing.ts";

export { isNotYet, nextLines } from "./refusal.ts";

/** Main did not answer at all. */
export const lostBridge: BridgeFault = {
  code: "E-WINDOW",
  message: "Die App hat nicht geantwortet.",
  next:
    "Versuchen Sie es noch einmal. Antwortet sie wieder nicht, schließen Sie die App und "
    + "starten Sie sie: Alles, was angenommen wurde, steht im Protokoll.",
};

export const REFUSAL = {
  word: "Abgelehnt",
  notYet: "Noch nicht",
  fields: "Felder, die noch einmal zu lesen sind",
  next: "Weiter",
  record: "Protokoll",
  recorded:
    "Eine Ablehnung, die ins Protokoll gehört, steht mit ihrem Code darin. Was vorher "
    + "angenommen wurde, bleibt angenommen. Eine Ablehnung ist eine Kontrolle, die wirkt.",
  understood: "Verstanden",
  again: "Noch einmal versuchen",
  verb: "Sie sind dran",
  verbDetail: "wenn alle dies gelesen haben",
  overrule: "Trotzdem weiter",
  overruleSay:
    "Diese Ablehnung betrifft nicht die Kryptografie. In einer Wiederherstellung können "
    + "mindestens zwei Personen beschließen, trotzdem fortzufahren. Das Protokoll nennt "
    + "sie. Was die App in der Datei nicht kennt, wird weggelassen.",
  overruleNow: "Trotzdem fortfahren",
  overruleNeeds: "Kreuzen Sie zwei Personen an.",
  foot: "Lesen Sie es, dann drücken Sie die Schaltfläche unter „Weiter“.",
} as const;

const LACKS: Readonly<Record<Lack, string>> = {
  empty: "Noch leer",
  wrong: "Noch einmal lesen",
  unchosen: "Noch zu wählen",
  unticked: "Noch anzukreuzen",
};

/** What a press that came too early is told: "Still empty: Seal number: Own medium". */
export const missingLine = ({ lack, label }: { readonly lack: Lack; readonly label: string }) =>
  `${LACKS[lack]}: ${label.length > 48 ? `${label.slice(0, 47)}…` : label}`;
