// Everybody present says that they have understood what was read aloud; nothing else is done.
import { kind } from "../kind.ts";

export const acknowledge = kind({
  place: "any",
  title: "Say that it is understood",
  activity: "Have everybody present say that they have understood what was read aloud.",
  expected: "Everybody has said so; questions that were asked: ____.",
});
