// Every sentence of printing a script.
import type { CeremonyName } from "../../electron/bridge/room.ts";
import { ceremonyTitle } from "./frame.ts";

export const PRINT = {
  button: "Print the script",
  onPaper: "The script on paper, to be finished by hand",
} as const;

/** What one of several such buttons is called. */
export const printOf = (name: CeremonyName): string =>
  `Print the script: ${ceremonyTitle(name)}`;

/** After the file was written. */
export const printedLine = (pages: number): string =>
  `Written as a PDF and read back: ${pages} pages.`;
