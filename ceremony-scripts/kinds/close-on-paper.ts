// If signing keys stay sealed, everyone present signs a paper instead.
import { kind } from "../language/kind.ts";

export const closeOnPaper = kind({
  place: "any",
  writes: ["closing-on-paper"],
  ends: true,
  signs: "record",
});
