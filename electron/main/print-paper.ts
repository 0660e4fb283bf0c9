// Whether a paper is printed or saved: asked where this computer has a printer, summary first.
import { dialog, type BrowserWindow } from "electron";
import type { Paper, PaperUse } from "../desk/desk.ts";
import { inLanguage } from "./in-language.ts";
import { printerOf, printOn, printPrograms, type PrintPrograms } from "./printer.ts";

/**
 * Asks, and prints what is to be printed. Where there is no printer, nobody is asked: it is saved.
 * @throws Error where the printer did not take it
 */
export async function printPaper(
  window: BrowserWindow,
  paper: Paper,
  programs: PrintPrograms | null = printPrograms(),
): Promise<PaperUse> {
  const printer = programs === null ? null : await printerOf(programs);
  if (programs === null || printer === null) return "save";
  const { name, bytes, pages } = paper;
  const uses = usesOf(paper);
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    title: inLanguage("Print or save"),
    message: inLanguage(`Print ${name}, or save it?`),
    detail: inLanguage(
      `The printer is ${printer}. The paper has ${pages === 1 ? "1 page" : `${pages} pages`}.`,
    ),
    buttons: uses.map(([, button]) => inLanguage(button)),
    defaultId: 0,
    cancelId: uses.length - 1,
    noLink: true,
  });
  const use = uses[response]?.[0] ?? "none";
  if (use === "save" || use === "none") return use;
  const isFirstPage = use === "print-summary";
  if (!(await printOn(programs, printer, { title: name, bytes, isFirstPage })))
    throw new Error("The printer did not take it.");
  return use;
}

const usesOf = ({ pages, isSummed }: Paper): readonly (readonly [PaperUse, string])[] => [
  ...(isSummed && pages > 1 ? [["print-summary", "Print the one-page summary"] as const] : []),
  ["print", pages > 1 ? `Print all ${pages} pages` : "Print it"],
  ["save", "Save as a PDF"],
  ["none", "Cancel"],
];
