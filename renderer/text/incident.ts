// What is said when a private key or a share was found on a medium between the stations.
import { mediumName } from "./objects.ts";

export const INCIDENT = {
  word: "Incident",
  code: "E-MEDIA-SECRET",
  message: (medium: string): string => `${mediumName(medium)}: a private key or a share was on it.`,
  verb: "Stop, and decide",
  detail: "two people, aloud",
  files: "Found at",
  steps: [
    "Take the medium out, and put it where nobody can copy it.",
    "Treat that key as exposed: its officer needs a new one.",
    "Two people decide to continue with a clean medium, or to end, and note it as an exception.",
  ],
  note: "Note what was decided",
  recorded: "The incident is in the record.",
  waits:
    "The incident is on this computer\u2019s disk. It is added to the record, which is on its "
    + "way, as soon as a station takes it over.",
  foot: "The ceremony is stopped until two people have decided.",
} as const;
