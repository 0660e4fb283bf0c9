// In German: ../en/anchoring.ts.
import { translation } from "../rows/translation.ts";

export const ANCHORING = translation<"anchoring">()({
  "lacks.paper": ["9ba107cf", "es wurde auf Papier geschlossen"],
  "lacks.unvouched": ["15411d28", "für einen seiner Unterzeichner bürgt nichts"],
  "lacks.elsewhere": ["abf70834", "das Protokoll davor ist nicht hier"],
  "short.paper": ["804d6eaa", "nur auf Papier"],
  "short.unvouched": ["011b619b", "Unterzeichner unverbürgt"],
  "short.elsewhere": ["32b7502b", "früheres fehlt"],
  "short.signers": ["29cf2a5e", "geschlossen von {signed} von {of, plural, one {1 Schlüsselinhaber} other {{of} Schlüsselinhabern}}, {due} mussten es"],
  lacksLine: ["9783ef21", "Dieses Protokoll ist hier nicht verankert: {lacks}. Prüfen Sie es mit den Wörtern seines Prüfwerts vom Papier; wo es kein Papier gibt, führen Sie eine Verwahrungsprüfung durch und geben deren Prüfwert ein."],
  hint: ["395569fd", "{short}: siehe „Protokoll prüfen“"],
});
