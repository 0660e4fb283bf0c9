// In German: ../en/hand-off.ts.
import { translation } from "../rows/translation.ts";

export const HAND_OFF = translation<"hand-off">()({
  "table.label": ["38ea13d3", "Was liegt auf dem Tisch?"],
  "table.none": ["d6fd31fe", "Kreuzen Sie an, was auf dem Tisch liegt"],
  now: ["adaf8b94", "Bisher: {custodian}, {place}"],
  to: ["e6170eb6", "Verwahrer von jetzt an"],
  place: ["66d6bd05", "Ort von jetzt an"],
  said: ["f1bbaa30", "Wer hat es laut gesagt und die Empfangsbestätigung unterschrieben?"],
  party: ["4e43ddb6", "{name} {does}"],
  "verbs.gives": ["3119458c", "gibt weiter"],
  "verbs.takes": ["a768e100", "erhält"],
  "verbs.keeps": ["cc2c69e4", "verwahrt es an einem anderen Ort"],
  unchanged: ["8a006c58", "Neuer Verwahrer oder Ort fehlt"],
  empty: ["1fbdd195", "Verwahrer und Orte fehlen"],
  takers: ["381222de", "Erst muss es jeder sagen, der etwas erhält"],
  absent: ["437e3d15", "Gibt weiter, hat es aber nicht gesagt: {names}. Ist das nicht möglich, ist es eine Ausnahme: Zwei Personen beschließen fortzufahren, und das Protokoll sagt es."],
});
