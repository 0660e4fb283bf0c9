// Compares the security domain on one medium with the file of the last record.
import { kind } from "../language/kind.ts";

export const rehashCopy = kind({
  place: "offline",
  writes: ["domain-rehashed"],
  owes: ["domain-rehashed"],
  compares: true,
  parameters: ["copy"],
  requires: ["copy-seal-checked {copy}", "domain {copy}", "in {copy}"],
  ensures: ["rehashed {copy}"],
});
