// Where signing keys stay sealed, everybody present signs a paper instead.
import { kind } from "../kind.ts";

export const closeOnPaper = kind({
  place: "any",
  writes: ["closing-on-paper"],
  ends: true,
  signs: "record",
  title: "Close the record on paper",
  activity: "Close the record, and have everyone present sign a paper with the words of its head.",
  expected: "Names and signatures: ____. Head of the record, first sixteen words: ____.",
});
