// The closed table of what a bundle of evidence is or a log of Azure is refused for.
import { faultTable } from "../../crypto/index.ts";

const copy = "Keep this folder as it is, and get another copy of the bundle.";
const remake = "Verify record.jsonl by itself. Get another copy of the rest.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-AUDIT-FORM": [
    "The log is not a log of Azure Monitor AuditEvents, or it is incomplete.",
    "Export it again: JSON lines, an array, or an object with records.",
  ],
  "E-AUDIT-FILES": [
    "These are more than 10,000 files of a log: too many to be compared at once.",
    "Give the files of one year, or of one month after the other.",
  ],
  "E-AUDIT-SIZE": [
    "A file of the log is larger than 256 MiB.",
    "Export it in parts, such as one file for each day.",
  ],
  "E-AUDIT-MANY": [
    "The log has more than 500,000 events: too many to be compared at once.",
    "Export it in parts, such as one file for each day, and give one after the other.",
  ],
  "E-BUNDLE-INCOMPLETE": [
    "This bundle is incomplete: {missing} is missing.",
    "It was never finished, or something was removed. Get another copy of it.",
  ],
  "E-BUNDLE-MANIFEST": ["The list of this bundle's files has an invalid format.", copy],
  "E-BUNDLE-KIND": [
    "Something in this bundle is not a plain file, or is larger than 64 MiB.",
    "The bundle was not read. Get another copy of it.",
  ],
  "E-BUNDLE-FILES": [
    "This bundle has more than 500 files: no ceremony leaves so many.",
    "The bundle was not read. If other files were put into this folder, remove them from a copy of "
      + "it and look again; otherwise get another copy.",
  ],
  "E-BUNDLE-SIZE": [
    "The files of this bundle are larger than 128 MiB together: no ceremony leaves so much.",
    "The bundle was not read. If other files were put into this folder, remove them from a copy of "
      + "it and look again; otherwise get another copy.",
  ],
  "E-BUNDLE-EXTRA": [
    "This bundle contains something that its list does not name.",
    "The bundle was not read. If you know what it is, remove it and look again.",
  ],
  "E-BUNDLE-HASH": ["{what} of this bundle was changed after it was written.", copy],
  "E-BUNDLE-SCRIPT": ["The script in this bundle is not the one that the record names.", remake],
  "E-BUNDLE-CERTIFICATES": ["The certificates in this bundle are not those in the record.", remake],
  "E-BUNDLE-NOT-INCLUDED": [
    "The list of what is not in this bundle does not match the record.",
    remake,
  ],
  "E-BUNDLE-OPEN": [
    "The record in this bundle is valid, but it is not closed: signatures are missing.",
    "If the ceremony is unfinished, finish it. If it was finished, this copy lost its end: get "
      + "another.",
  ],
});
