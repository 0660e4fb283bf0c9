// Compares the words of an officer's certificate, as heard, with the record.
import { kind } from "../language/kind.ts";

export const confirmThumbprint = kind({
  place: "any",
  writes: ["thumbprint-confirmed"],
  owes: ["thumbprint-confirmed"],
  officer: true,
  hears: "certificate",
  requires: ["keys officer-{officer}", "at-hand card-{officer}"],
  ensures: ["words card-{officer}", "confirmed-{station} officer-{officer}"],
});
