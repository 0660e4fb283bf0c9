// Every sentence of printing a script.
import type { CeremonyName } from "../../electron/bridge/room.ts";
import { ceremonyTitle } from "./frame.ts";

export const PRINT = {
  button: "Print the script",
} as const;

/** What one of several such buttons is called. */
export const printOf = (name: CeremonyName): string =>
  `Print the script: ${ceremonyTitle(name)}`;

/** After the file was written and read back. */
export const printedLine = (pages: number): string =>
  `Written as a PDF: ${pages} pages.`;
