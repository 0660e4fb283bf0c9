// Choices between alternatives: "if this - then go to that", of which exactly one is taken.
import { fault } from "./language/faults.ts";
import { Fields } from "./language/reader.ts";

/** One choice: when it is taken, and the id of the later step that it goes to. */
export interface Choice {
  readonly when: string;
  readonly goTo: string;
}

const MOST = 6;

/** Texts that sound the same when read aloud are the same. */
const said = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}{}]+/gu, " ")
    .trim();

/**
 * Two to six choices with different targets and different words.
 * @param fields the mapping whose one field `choose` is their list
 * @throws Fault E-SCRIPT-* with the path
 */
export function readChoices(fields: Fields): readonly Choice[] {
  const choices = fields.list("choose", (value, path) => {
    const choice = new Fields(value, path);
    const read = { when: choice.text("if", 120), goTo: choice.name("go-to") };
    choice.end();
    return read;
  });
  const path = fields.at("choose");
  if (choices.length < 2 || choices.length > MOST)
    throw fault("E-SCRIPT-VALUE", { path, wanted: `a list of 2 to ${String(MOST)} choices` });
  for (const of of ["when", "goTo"] as const)
    if (new Set(choices.map((choice) => said(choice[of]))).size < choices.length)
      throw fault("E-SCRIPT-DUPLICATE", { path });
  return choices;
}
