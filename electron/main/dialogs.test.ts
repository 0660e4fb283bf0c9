// The system's own dialogs, in the language that people chose.
import { beforeEach, expect, it, vi } from "vitest";
import type { Paper } from "../desk/desk.ts";
import { sentence } from "../text/text.ts";
import { chooseCollateral, chooseLogs, chooseSite, saveFile } from "./choose.ts";
import { fake, type Fake } from "./electron.fixture.ts";
import { printPaper } from "./print-paper.ts";

const { electron, kept } = vi.hoisted(() => ({
  electron: {} as Record<string, unknown>,
  kept: { language: "en" },
}));
vi.mock("electron", () => ({
  get app() {
    return electron["app"];
  },
  get dialog() {
    return electron["dialog"];
  },
}));
vi.mock("./language.ts", () => ({ keptLanguage: () => kept.language }));
vi.mock("./printer.ts", () => ({
  printPrograms: () => null,
  printerOf: async () => "Office_2",
  printOn: async () => true,
}));

let dialog: Fake;
const response = { now: 0 };
beforeEach(() => {
  kept.language = "de";
  dialog = fake({
    showOpenDialog: async () => ({ filePaths: [] }),
    showSaveDialog: async () => ({ filePath: "" }),
    showMessageBox: async () => ({ response: response.now }),
  });
  Object.assign(electron, { dialog: dialog.it, app: fake({ getPath: () => "documents" }).it });
});

const window = {} as never;
const asked = (name: string): unknown => dialog.asked(name).at(-1)?.[1];

it("name what is to be chosen, and the sorts of files", async () => {
  await chooseSite(window);
  expect(asked("showOpenDialog")).toEqual({
    title: "Standortdatei wählen",
    properties: ["openFile"],
    filters: [{ name: "Standortdatei", extensions: ["json"] }],
  });
  await chooseCollateral(window);
  expect(asked("showOpenDialog")).toMatchObject({
    title: "Dateien von Intel wählen, alle zusammen",
    filters: [{ name: "Alle" }],
  });
  kept.language = "en";
  await chooseLogs(window, "folders");
  expect(asked("showOpenDialog")).toMatchObject({
    title: "Choose folders with files of Azure\u2019s log",
  });
});

it("name what is saved, a name as it is", async () => {
  const bytes = new Uint8Array();
  await saveFile(window, { name: "custody.ics", kind: sentence("dialogs.calendar"), bytes });
  const filters = [{ name: "Kalender", extensions: ["ics"] }];
  expect(asked("showSaveDialog")).toMatchObject({ title: "Speichern: Kalender", filters });
  await saveFile(window, { name: "minutes.pdf", kind: "PDF", bytes });
  expect(asked("showSaveDialog")).toMatchObject({ title: "Speichern: PDF" });
});

it.each([
  [2, true, 0, "print-summary", "Das Papier hat 2 Seiten."],
  [2, false, 0, "print", "Das Papier hat 2 Seiten."],
  [1, true, 0, "print", "Das Papier hat 1 Seite."],
  [1, false, 2, "none", "Das Papier hat 1 Seite."],
])("offer what may be done with a paper of %i pages", async (pages, isSummed, press, use, told) => {
  response.now = press;
  const paper: Paper = { name: "minutes.pdf", bytes: new Uint8Array(), pages, isSummed };
  expect(await printPaper(window, paper, { lp: "lp", lpstat: "lpstat" })).toBe(use);
  const print = pages === 1 ? "Drucken" : "Alle 2 Seiten drucken";
  expect(asked("showMessageBox")).toMatchObject({
    title: "Drucken oder speichern",
    message: "minutes.pdf drucken oder speichern?",
    detail: `Der Drucker ist Office_2. ${told}`,
    buttons: [
      ...(isSummed && pages > 1 ? ["Die Zusammenfassung drucken, eine Seite"] : []),
      print,
      "Als PDF speichern",
      "Abbrechen",
    ],
  });
});
