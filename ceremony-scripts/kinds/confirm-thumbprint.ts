// The words of an officer's certificate, as heard, are those of the record.
import { kind } from "../kind.ts";

export const confirmThumbprint = kind({
  place: "any",
  writes: ["thumbprint-confirmed"],
  owes: ["thumbprint-confirmed"],
  officer: true,
  hears: "certificate",
  requires: ["keys officer-{officer}", "at-hand card-{officer}"],
  ensures: ["words card-{officer}", "confirmed-{station} officer-{officer}"],
  title: ({ station }) =>
    station === "offline"
      ? "Hear the words of officer {officer}"
      : "Hear the card of officer {officer}",
  activity: "Compare the words of the certificate of officer {officer} with what is heard.",
  expected:
    "The 32 words on the card of officer {officer} are those on the screen. First ____, "
    + "last ____.",
});
