// In German: ../en/refusal.ts.
import { translation } from "../rows/translation.ts";

export const REFUSAL = translation<"refusal">()({
  both: ["4fc245e8", "{message} {next}"],
  "lostBridge.message": ["66fd8e33", "Die App hat nicht geantwortet."],
  "lostBridge.next": ["2414be84", "Versuchen Sie es noch einmal. Antwortet sie wieder nicht, schließen Sie die App und starten Sie sie: Alles, was angenommen wurde, steht im Protokoll."],
  word: ["66b87354", "Abgelehnt"],
  notYet: ["a9549d7d", "Noch nicht"],
  fields: ["055285f6", "Felder, die noch einmal zu lesen sind"],
  next: ["1ff57a29", "Weiter"],
  record: ["bfdd5106", "Protokoll"],
  recorded: ["651e4c83", "Eine Ablehnung, die ins Protokoll gehört, steht mit ihrem Code darin. Was vorher angenommen wurde, bleibt angenommen. Eine Ablehnung ist eine Kontrolle, die wirkt."],
  understood: ["501721f0", "Verstanden"],
  again: ["d8b8392e", "Noch einmal versuchen"],
  verb: ["f2d14573", "Sie sind dran"],
  verbDetail: ["6d4b6cd2", "wenn alle dies gelesen haben"],
  overrule: ["36a97620", "Trotzdem weiter"],
  overruleSay: ["f244c11d", "Diese Ablehnung betrifft nicht die Kryptografie. Mindestens zwei Personen können beschließen, trotzdem fortzufahren. Das Protokoll nennt sie. Was die App in der Datei nicht kennt, wird weggelassen."],
  overruleNow: ["d43b6a8f", "Trotzdem fortfahren"],
  overruleNeeds: ["803e3304", "Kreuzen Sie zwei Personen an."],
  foot: ["1602e2cc", "Lesen Sie es, dann drücken Sie die Schaltfläche unter „Weiter“."],
  "lacks.empty": ["3f0cf209", "Noch leer"],
  "lacks.wrong": ["d8cb92fa", "Noch einmal lesen"],
  "lacks.unchosen": ["a57e63d6", "Noch zu wählen"],
  "lacks.unticked": ["a8942b96", "Noch anzukreuzen"],
  missingLine: ["153acc9b", "{lack}: {label}"],
});
