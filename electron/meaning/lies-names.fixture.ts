// Lies about the letters of names, and about decisions despite a refusal.
import { OTHER, decides, find, listOfLies } from "./lie.fixture.ts";

const { lies, lie } = listOfLies();
export const LIES_ABOUT_NAMES = lies;
lie("E-MEAN-LETTERS", "activation", "one person has two names by a character of none", (drafts) => {
  const { participants } = find(drafts, "opened").data;
  participants[1]!.name = `${participants[0]!.name}\uffff`;
});
lie("E-MEAN-LETTERS", "activation", "a custodian's name has a later letter", (drafts) => {
  find(drafts, "custody-recorded").data.objects[0]!.custodian += "\u0378";
});
lie("E-MEAN-LETTERS", "hand-off", "a place has a character of none", (drafts) => {
  find(drafts, "object-handed-off").data.place += "\ufdd0";
});
lie("E-MEAN-OVERRULED", "replacement", "people decide about no one record", (drafts) => {
  decides(drafts, { code: "E-CLOSED-SHORT" });
});
lie(
  "E-MEAN-OVERRULED",
  "replacement",
  "a decision about a certificate names a record",
  (drafts) => {
    decides(drafts, { code: "E-CERT-NAME", record: OTHER });
  },
);
