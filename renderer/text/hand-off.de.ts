// In German: what ./hand-off.ts says.

/** What is on the table. */
export const TABLE = {
  label: "Was liegt auf dem Tisch?",
  none: "Kreuzen Sie an, was auf dem Tisch liegt",
  conditions: [
    { value: "intact", label: "unversehrt" },
    { value: "broken", label: "verletzt" },
  ],
} as const;

/** The form of the hand-off. */
export const HAND_OFF = {
  now: (custodian: string, place: string): string => `Bisher: ${custodian}, ${place}`,
  to: "Verwahrer von jetzt an",
  place: "Ort von jetzt an",
  said: "Wer hat es laut gesagt?",
  verbs: { gives: "gibt weiter", takes: "erhält", keeps: "verwahrt es an einem anderen Ort" },
  unchanged: "Neuer Verwahrer oder Ort fehlt",
  empty: "Verwahrer und Orte fehlen",
  takers: "Erst muss es jeder sagen, der etwas erhält",
  absent: (names: string): string =>
    `Gibt weiter, hat es aber nicht gesagt: ${names}. Ist das nicht möglich, ist es eine `
    + "Ausnahme: Zwei Personen beschließen fortzufahren, und das Protokoll sagt es.",
} as const;
