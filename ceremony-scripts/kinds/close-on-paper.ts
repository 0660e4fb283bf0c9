// Where signing keys stay sealed, everybody present signs a paper instead.
import { kind } from "../kind.ts";

export const closeOnPaper = kind({
  place: "any",
  writes: ["closing-on-paper"],
  ends: true,
  signs: "record",
});
