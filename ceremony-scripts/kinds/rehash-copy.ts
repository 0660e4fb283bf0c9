// The security domain on one medium is the file of the last record.
import { kind } from "../kind.ts";

export const rehashCopy = kind({
  place: "offline",
  writes: ["domain-rehashed"],
  owes: ["domain-rehashed"],
  compares: true,
  parameters: ["copy"],
  requires: ["copy-seal-checked {copy}", "domain {copy}", "in {copy}"],
  ensures: ["rehashed {copy}"],
  title: ({ copy }) =>
    copy === "transfer" ? "Compare the domain on the transfer medium" : "Compare the domain copy",
  activity: "Compare the security domain on the {copy} medium with the last record.",
  expected: "The SHA-256 is the one of the last record. First word ____, last ____.",
});
