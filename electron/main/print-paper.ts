// Whether a paper is printed or saved: asked if this computer has a printer, summary first.
import { dialog, type BrowserWindow } from "electron";
import type { Paper, PaperUse } from "../desk/desk.ts";
import { saidIn, sentence, type Sentence } from "../text/text.ts";
import { keptLanguage } from "./language.ts";
import { printerOf, printOn, printPrograms, type PrintPrograms } from "./printer.ts";

/**
 * Asks, and prints the answer. Without a printer nobody is asked: it is saved.
 * @throws Error if the printer did not accept it
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
  const language = keptLanguage();
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    title: saidIn(language, sentence("dialogs.printOrSave")),
    message: saidIn(language, sentence("dialogs.question", { paper: name })),
    detail: saidIn(language, sentence("dialogs.printer", { printer, pages })),
    buttons: uses.map((use) => saidIn(language, buttonOf(use, pages))),
    defaultId: 0,
    cancelId: uses.length - 1,
    noLink: true,
  });
  const use = uses[response] ?? "none";
  if (use === "save" || use === "none") return use;
  const isFirstPage = use === "print-summary";
  if (!(await printOn(programs, printer, { title: name, bytes, isFirstPage })))
    throw new Error("The printer did not take it.");
  return use;
}

const usesOf = ({ pages, isSummed }: Paper): readonly PaperUse[] => [
  ...(isSummed && pages > 1 ? ["print-summary" as const] : []),
  "print",
  "save",
  "none",
];

const buttonOf = (use: PaperUse, pages: number): Sentence =>
  use === "print" ? sentence("dialogs.use.print", { pages }) : sentence(`dialogs.use.${use}`);
