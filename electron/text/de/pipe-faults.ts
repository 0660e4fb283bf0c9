// In German: ../en/pipe-faults.ts.
import { translation } from "../rows/translation.ts";

export const PIPE_FAULTS = translation<"pipe-faults">()({
  "E-WORKER-GONE": ["783c4c82", "Der gesicherte Prozess hat angehalten."],
  "E-WORKER-GONE.next": ["cf9edc72", "Es wurde nichts geschrieben. Beginnen Sie diesen Schritt neu."],
  "E-WORKER-CALL": ["82e81dec", "Ein Prozess erhielt eine Anfrage, die er nicht kennt."],
  "E-WORKER-CALL.next": ["de55acd0", "Beginnen Sie diesen Schritt neu."],
  "E-WORKER-BUG": ["37ce1361", "In einem Prozess dieser App ist ein Fehler aufgetreten."],
  "E-WORKER-BUG.next": ["310134c0", "Beginnen Sie diesen Schritt neu und melden Sie es."],
});
