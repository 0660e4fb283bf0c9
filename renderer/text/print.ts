// Every sentence of printing a script.
import type { PrintedView } from "../../electron/bridge/view.ts";

export const PRINT = { button: "Print the script", pick: "Print a script" } as const;

/** After the file was written and read back, or the printer took it; empty before. */
export function printedLine(printed: PrintedView | null): string {
  if (printed === null) return "";
  const { pages, file } = printed;
  const many = pages === 1 ? "1 page" : `${pages} pages`;
  return file === null ? `Sent to the printer: ${many}.` : `Saved as ${file}: ${many}.`;
}
