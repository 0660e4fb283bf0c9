// A SHA-256 is read aloud as words, and read back by those who heard them.
import { kind } from "../language/kind.ts";

export const readAloud = kind({
  place: "connected",
  writes: ["read-aloud"],
  owes: ["read-aloud"],
  hears: "what",
  parameters: ["what"],
  requires: ["{what} transfer", "at-hand note"],
  ensures: ["{what}-heard"],
});
