// A SHA-256 is read aloud as words, and back by whoever heard them.
import { kind } from "../kind.ts";

export const readAloud = kind({
  place: "connected",
  writes: ["read-aloud"],
  owes: ["read-aloud"],
  hears: "what",
  parameters: ["what"],
  requires: ["{what} transfer", "at-hand note"],
  ensures: ["{what}-heard"],
  title: ({ what }) =>
    what === "exchange-key"
      ? "Hear the words of the exchange key"
      : "Hear the words of the security domain",
  activity: "Read the SHA-256 of the {what} aloud as 32 words, and read them back.",
  expected: "The 32 words on the witness's note are those on the screen. First ____, last ____.",
});
