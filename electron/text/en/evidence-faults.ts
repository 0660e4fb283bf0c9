// Refusals of the room evidence: a sentence for each code, and what to do next.

export const EVIDENCE_FAULTS = {
  // What to do next, where several refusals say the same.
  copy: "Keep this folder as it is, and get another copy of the bundle.",
  notRead: "The bundle was not read. If other files were put into this folder, remove them from a copy of it and check again; otherwise get another copy.",
  remake: "Verify record.jsonl by itself. Get another copy of the rest.",
  // By their codes.
  "E-AUDIT-FORM": "The log is not a log of Azure Monitor AuditEvents, or it is incomplete.",
  "E-AUDIT-FORM.next": "Export it again: JSON lines, an array, or an object with records.",
  "E-AUDIT-FILES": "The log has more than 10,000 files: too many to compare at once.",
  "E-AUDIT-FILES.next": "Give the files of one year, or one month at a time.",
  "E-AUDIT-SIZE": "A file of the log is larger than 256 MiB.",
  "E-AUDIT-SIZE.next": "Export it in parts, such as one file for each day.",
  "E-AUDIT-MANY": "The log has more than 500,000 events: too many to compare at once.",
  "E-AUDIT-MANY.next": "Export it in parts, such as one file for each day, and give them one at a time.",
  "E-BUNDLE-INCOMPLETE": "This bundle is incomplete: {missing} is missing.",
  "E-BUNDLE-INCOMPLETE.next": "It was never finished, or something was removed. Get another copy of it.",
  "E-BUNDLE-MANIFEST": "The list of this bundle's files has an invalid format.",
  "E-BUNDLE-KIND": "Something in this bundle is not a plain file, or is larger than 64 MiB.",
  "E-BUNDLE-KIND.next": "The bundle was not read. Get another copy of it.",
  "E-BUNDLE-FILES": "This bundle has more than 500 files: no ceremony leaves so many.",
  "E-BUNDLE-SIZE": "The files of this bundle are larger than 128 MiB together: no ceremony leaves so much.",
  "E-BUNDLE-EXTRA": "This bundle contains something that its list does not name.",
  "E-BUNDLE-EXTRA.next": "The bundle was not read. If you know what it is, remove it and check again.",
  "E-BUNDLE-HASH": "{what} of this bundle was changed after it was written.",
  "E-BUNDLE-SCRIPT": "The script in this bundle is not the one that the record names.",
  "E-BUNDLE-CERTIFICATES": "The certificates in this bundle are not those in the record.",
  "E-BUNDLE-NOT-INCLUDED": "The list of what is not in this bundle does not match the record.",
  "E-BUNDLE-OPEN": "The record in this bundle is valid, but it is not closed: signatures are missing.",
  "E-BUNDLE-OPEN.next": "If the ceremony is unfinished, finish it. If it was finished, this copy lost its end: get another.",
} as const;
