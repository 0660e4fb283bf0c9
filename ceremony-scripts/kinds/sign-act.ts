// Every officer present signs the end of an act, with keys or on paper.
import { kind } from "../kind.ts";

export const signAct = kind({
  place: "offline",
  writes: ["act-signing", "act-signing-on-paper", "signer-known"],
  owes: ["act-signing or act-signing-on-paper"],
  secret: true,
  typed: true,
  signs: "act",
  officers: "one",
  requires: ["present officer-{officer}", "keys officer-{officer}", "in officer-{officer}"],
  title: "Sign the end of this act",
  activity:
    "Have every officer present sign what this act has changed; without signing keys, "
    + "everyone signs a paper with the words on the screen.",
  expected: "Signatures: ____. On paper, the sixteen words: ____.",
});
