// An officer's key opens a challenge that was encrypted for their certificate.
import { kind } from "../language/kind.ts";

export const checkKey = kind({
  place: "offline",
  writes: ["key-checked"],
  owes: ["key-checked"],
  officer: true,
  secret: true,
  typed: true,
  requires: ["keys officer-{officer}", "in officer-{officer}"],
  ensures: ["key-checked officer-{officer}"],
});
