// What is said when a private key or a share was found on a medium between the stations.

export const INCIDENT = {
  word: "Incident",
  code: "E-MEDIA-SECRET",
  verb: "Stop, and decide",
  detail: "two people, aloud",
  files: "Found at",
  "steps.0": "Take the medium out, and put it where nobody can copy it.",
  "steps.1": "Treat that key as exposed: its officer needs a new one.",
  "steps.2": "Two people decide to continue with a clean medium, or to end, and note it as an exception.",
  note: "Note what was decided",
  recorded: "The incident is in the record.",
  waits: "The incident is on this computer’s disk. It is added to the record, which is on its way, as soon as a station takes it over.",
  foot: "The ceremony is stopped until two people have decided.",
  message: "{medium}: a private key or a share was on it.",
} as const;
