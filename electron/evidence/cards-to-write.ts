// After a script on paper: cards to write words on, as the screen shows them.
import {
  heading,
  newPage,
  type Block,
  type Script,
  type Words,
} from "../../ceremony-scripts/index.ts";
import { sentence } from "../text/sentence.ts";

const ROOM: Words = { sort: "words", words: [], hex: "", large: false };

/** One card for each certificate that is made, and one for each file whose words are read aloud. */
export const cardsToWrite = ({ steps }: Script): readonly Block[] =>
  steps.flatMap(({ seat = "", action: { kind, what } }): readonly Block[] => {
    if (kind === "make-key")
      return [newPage, heading(sentence("paper.certificateWords", { seat })), ROOM];
    if (kind === "read-aloud" && what !== undefined) return [newPage, heading(WORDS[what]), ROOM];
    return [];
  });

const WORDS = {
  domain: sentence("paper.domainWords"),
  "exchange-key": sentence("paper.exchangeWords"),
} as const;
