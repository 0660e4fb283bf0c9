// In German: ../en/room.ts.
import { translation } from "../rows/translation.ts";

export const ROOM = translation<"room">()({
  open: ["314fa75d", "Fenster für den Raum"],
  nothing: ["e3faeed7", "Es ist keine Zeremonie offen."],
  head: ["46a9fc29", "Der Prüfwert des Protokolls"],
  reader: ["0791ec68", "Vorlesen"],
  response: ["b2a3aa60", "Antwort"],
  performed: ["217a3a15", "{role}: ausgeführt, ich bestätige"],
  heard: ["adc7ea86", "{role}: gehört, weiter"],
  title: ["542aa51c", "Der Raum"],
});
