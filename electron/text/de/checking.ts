// In German: ../en/checking.ts.
import { translation } from "../rows/translation.ts";

export const CHECKING = translation<"checking">()({
  "what.audit": ["26658646", "Das Protokoll wird geprüft"],
  "what.beside": ["b26b0683", "Die Protokolle daneben werden geprüft"],
  "what.compare": ["5173ea04", "Das Protokoll wird verglichen"],
  "what.papers": ["319cc727", "Die Papiere werden erstellt"],
  "what.reconcile": ["8f5fd8b8", "Das Azure-Log wird gelesen"],
  "what.bring": ["26658646", "Das Protokoll wird geprüft"],
  "what.part": ["0a892e2f", "Der Teil des Schlüsselinhabers wird geprüft"],
  "what.search": ["82e894e9", "Der Datenträger wird nach Schlüsseln durchsucht"],
  "what.photographs": ["0db390f1", "Die Fotos werden gelesen"],
  title: ["dde13ffd", "Prüfung läuft"],
  cancel: ["19766ed6", "Abbrechen"],
  line: ["b76d97a9", "{what}, seit {lasted}"],
  shared: ["ec5b96d0", "{what}: {share} %, seit {lasted}"],
});
