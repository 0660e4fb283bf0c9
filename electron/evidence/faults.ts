// The closed table of what a bundle of evidence is or a log of Azure is refused for.
import { faultTable } from "../../crypto/index.ts";

const copy = "Keep this folder as it is, and get another copy of the bundle.";
const remake = "Take record.jsonl alone: it is judged by itself. Get another copy of the rest.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-AUDIT-FORM": [
    "The log is not one of Azure Monitor's AuditEvents, or not whole.",
    "Export it again: JSON lines, an array, or an object with records.",
  ],
  "E-BUNDLE-INCOMPLETE": [
    "This bundle is not whole: {missing} is missing.",
    "It was never finished, or something was taken out. Get another copy of it.",
  ],
  "E-BUNDLE-MANIFEST": ["The list of this bundle's files is not written as it must be.", copy],
  "E-BUNDLE-KIND": [
    "Something in this bundle is no plain file, or is larger than 64 MiB.",
    "Nothing of it was read. Get another copy of the bundle.",
  ],
  "E-BUNDLE-EXTRA": [
    "Something lies in this bundle that its list does not name.",
    "Nothing of it was read. Take it out, if you know what it is, and look again.",
  ],
  "E-BUNDLE-HASH": ["{what} of this bundle was changed after it was written.", copy],
  "E-BUNDLE-SCRIPT": ["The script in this bundle is not the one that the record names.", remake],
  "E-BUNDLE-CERTIFICATES": [
    "The certificates in this bundle are not those that the record holds.", remake,
  ],
  "E-BUNDLE-NOT-INCLUDED": [
    "The list of what is not in this bundle is not the one that the record gives.", remake,
  ],
  "E-BUNDLE-OPEN": [
    "The record in this bundle is sound, but it is not closed: signatures are missing.",
    "A ceremony that goes on is finished first; a finished one lost its end: get another copy.",
  ],
});
