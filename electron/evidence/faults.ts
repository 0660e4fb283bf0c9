// The closed table of refusals of a bundle of evidence, its timestamps, or a log of Azure.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("evidence-faults", {
  "E-BUNDLE-MANIFEST": "copy",
  "E-BUNDLE-FILES": "notRead",
  "E-BUNDLE-SIZE": "notRead",
  "E-BUNDLE-HASH": "copy",
  "E-BUNDLE-SCRIPT": "remake",
  "E-BUNDLE-CERTIFICATES": "remake",
  "E-BUNDLE-NOT-INCLUDED": "remake",
});
