// Every officer present signs the end of an act, with keys or on paper.
import { kind } from "../language/kind.ts";

export const signAct = kind({
  place: "offline",
  writes: ["act-signing", "act-signing-on-paper", "signer-known"],
  owes: ["act-signing or act-signing-on-paper"],
  secret: true,
  typed: true,
  signs: "act",
  officers: "one",
  requires: ["present officer-{officer}", "keys officer-{officer}", "in officer-{officer}"],
});
