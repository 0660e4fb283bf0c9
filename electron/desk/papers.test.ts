// A paper on its way out: to the printer, or where a person chooses.
import { expect, it } from "vitest";
import type { NewFile, Paper, PaperUse } from "./options.ts";
import { handOutPaper } from "./papers.ts";

const PAPER: Paper = {
  name: "minutes.pdf",
  bytes: new Uint8Array([37, 80, 68, 70]),
  pages: 12,
  isSummed: true,
};

/** A person who wants this, and what came of it. */
function person(use: () => Promise<PaperUse>) {
  const saved: NewFile[] = [];
  const save = async (file: NewFile) => {
    saved.push(file);
    return file.name;
  };
  return { saved, save, print: use };
}

it.each([
  ["print", { pages: 12, file: null }],
  ["print-summary", { pages: 1, file: null }],
  ["none", null],
] as const)("is saved nowhere after %s", async (use, told) => {
  const { saved, ...out } = person(async () => use);
  expect(await handOutPaper(PAPER, out)).toEqual(told);
  expect(saved).toEqual([]);
});

it("is saved if that is wanted, or if there is no printer", async () => {
  const { saved, ...out } = person(async () => "save");
  expect(await handOutPaper(PAPER, out)).toEqual({ pages: 12, file: PAPER.name });
  expect(saved).toEqual([{ name: "minutes.pdf", kind: "PDF", bytes: PAPER.bytes }]);
  const nowhere = { ...out, save: async () => null };
  expect(await handOutPaper(PAPER, nowhere)).toBeNull();
});

it("is told to be nowhere when the printer, or the place, did not take it", async () => {
  const failing = async () => Promise.reject(new Error("no paper"));
  const { save, print } = person(failing);
  await expect(handOutPaper(PAPER, { save, print })).rejects.toMatchObject({ code: "E-PRINT" });
  const saving = { save: failing, print: async () => "save" as const };
  await expect(handOutPaper(PAPER, saving)).rejects.toMatchObject({ code: "E-SAVE-WRITE" });
});
