// In German: ../en/said.ts.
import type { SAID as ENGLISH } from "../en/said.ts";
import { translation } from "../translation.ts";

export const SAID = translation<typeof ENGLISH>()({
  "saidBy.server": ["468a2d01", "Antwort des Servers im Wortlaut:"],
  "saidBy.certificate": ["8ee87f50", "Aussteller des Zertifikats, das der Server vorlegte, im Wortlaut:"],
});
