// Refusals of the room meaning: a sentence for each code, and what to do next.

export const MEANING_FAULTS = {
  contradicts: "Entry {n} contradicts entry {m}: {rule}.",
  compareBoth: "Do not rely on this record. Compare both entries, and ask those whom they name.",
  orElse: "Compare both entries, and the words of the record's head. If they are right, two people may proceed despite this; it is recorded. Without this record: continue an older one, hold a recovery without a record, or make the blob from the files with sd restore-blob.",
  "E-HEAD-OTHER": "A head that was given is the head of none of these records.",
  "E-HEAD-OTHER.next": "Check that it was copied correctly, and that the whole record it belongs to was given.",
  "E-CLOSED-SHORT": "This record is closed, but not vouched for: fewer officers closed it than had to sign.",
  "E-CLOSED-SHORT.next": "Ask those who did not sign what happened, and compare what follows the last act that enough officers signed. If the record is right, two people may proceed despite this; it is recorded.",
  "E-RULES-NEWER": "This record is newer than this program: it was written under a later version of the rules.",
  "E-RULES-NEWER.next": "Verify it with the program that wrote it, or with a newer one: the record's first entry names its version. Its chain and signatures alone can be checked with --form-only.",
  "E-NOT-A-CEREMONY": "This is not a ceremony of this app: it names no script that the app knows.",
  "E-NOT-A-CEREMONY.next": "If it was held with a script that this app lacks: sd accepts the script with --script; the window finds it on the computer that held the ceremony, and in its bundle when the record is added by its head. To check chain and signatures alone, whatever they are about, use --form-only.",
} as const;
