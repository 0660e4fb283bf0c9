// In German: what ./print.ts says.
import type { PrintedView } from "../../electron/bridge/view.ts";

export const PRINT = { button: "Ablauf drucken", pick: "Einen Ablauf drucken" } as const;

/** After the file was written and read back, or the printer took it; empty before. */
export function printedLine(printed: PrintedView | null): string {
  if (printed === null) return "";
  const { pages, file } = printed;
  const many = pages === 1 ? "1 Seite" : `${pages} Seiten`;
  return file === null ? `An den Drucker gesendet: ${many}.` : `Gespeichert als ${file}: ${many}.`;
}
