// The restore blob is uploaded, once.
import { BOTH_COPIES } from "../language/facts.ts";
import { kind } from "../language/kind.ts";

export const uploadBlob = kind({
  place: "connected",
  writes: ["signed-in", "upload-began", "upload-ended"],
  owesOnce: ["upload-began", "upload-ended"],
  changes: true,
  asksHsm: true,
  requires: ["blob transfer", ...BOTH_COPIES],
  ensures: ["blob-uploaded"],
  tasks: ["send", "poll"],
});
