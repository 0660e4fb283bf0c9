// In German: ../en/said.ts.
import { translation } from "../rows/translation.ts";

export const SAID = translation<"said">()({
  "saidBy.server": ["468a2d01", "Antwort des Servers im Wortlaut:"],
  "saidBy.certificate": ["8ee87f50", "Aussteller des Zertifikats, das der Server vorlegte, im Wortlaut:"],
});
