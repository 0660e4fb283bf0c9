// A record that is not as it was written: what it means, and what can be done.
import type { DamagedView } from "../../electron/bridge/view.ts";
import { ceremonyInSentence } from "./home.ts";

export const DAMAGED = {
  title: "A record on this computer cannot be read",
  line: "It may be damaged. Nothing is begun beside it, and nothing of it is deleted.",
  setAside: "Set it aside",
  waiting: "These wait until that record is set aside:",
  next: "Set aside, its folder gets the ending .damaged, and every byte stays in it.",
  real:
    "If it was the newest, add it again from its evidence afterwards: otherwise a ceremony would "
    + "continue an older one.",
} as const;

/** Which it is, and where. */
export const damagedLine = ({ name, folder, code }: DamagedView): string =>
  `${name === null ? "Unknown ceremony" : capital(ceremonyInSentence(name))}, ${code}: ${folder}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
