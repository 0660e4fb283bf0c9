// Printing a script.
import type { PrintedView } from "../../electron/bridge/view.ts";
import { say } from "./say.ts";

/** After the file was written and read back, or the printer took it; empty before. */
export function printedLine(printed: PrintedView | null): string {
  if (printed === null) return "";
  const { pages, file } = printed;
  return file === null ? say("print.sent", { pages }) : say("print.saved", { file, pages });
}
