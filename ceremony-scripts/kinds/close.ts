// Every officer present signs the record, which ends it.
import { kind } from "../language/kind.ts";

export const close = kind({
  place: "offline",
  writes: ["signer-known", "closing", "closing-on-paper"],
  ends: true,
  secret: true,
  typed: true,
  signs: "record",
  officers: "one",
  requires: ["present officer-{officer}", "keys officer-{officer}", "in officer-{officer}"],
});
