// In German: ../en/minutes-seals.ts.
import { translation } from "../rows/translation.ts";

export const MINUTES_SEALS = translation<"minutes-seals">()({
  compared: ["08494020", "Mit dem letzten Protokoll verglichene Siegel"],
  condition: ["39b36d38", "Zustand"],
  whereFound: ["549565a8", "Gefundener Ort und Verwahrer"],
  photographs: ["5ec96934", "Fotos der Siegel"],
  fileDigest: ["db8fed45", "SHA-256 der Datei"],
  lastTime: ["fbbac582", "dem Foto vom letzten Mal"],
  bags: ["9d9176a9", "Vor dem Zeugen geöffnete Beutel"],
  numbers: ["2a1ab721", "Gegenstände und die Nummern auf ihren Beuteln"],
  ways: ["0d9b6e63", "Auf dem Weg zu ihren Orten"],
  carriedUnseen: ["c7e68431", "Fotos der Siegel, wer einen Gegenstand trägt und wer ihn an seinem Ort empfängt, stehen nicht im Protokoll; tragen Sie es von Hand ein:"],
  carried: ["68fe199e", "Wer einen Gegenstand trägt und wer ihn an seinem Ort empfängt, steht nicht im Protokoll; tragen Sie es von Hand ein:"],
  taken: ["6313ce0c", "Fotos"],
  courier: ["5fa01178", "Bote, Zeit"],
  receipt: ["9eb1bb4c", "Empfang, Zeit"],
  inRecord: ["6894133e", "{n} im Protokoll"],
});
