// In German: what ./arrival.ts says.
import type { ArrivalView } from "../../electron/bridge/view.ts";
import { ceremonyInSentence } from "./home.ts";
import { dayAndTime } from "./times.ts";

export const ARRIVAL = {
  wait: "Stecken Sie den Transportdatenträger ein, den die Offline-Station übergeben hat.",
  site: "Jetzt: Standortdatei wählen",
  siteLine:
    "Sie nennt das HSM und sagt, wie man sich dort anmeldet. Ohne sie ist kein HSM zu "
    + "erreichen.",
  way: "Was hier geschieht",
  steps: [
    "Die Offline-Station schreibt das Protokoll auf den Transportdatenträger.",
    "Sie stecken ihn hier ein, vergleichen die Wörter des Prüfwerts und arbeiten mit dem " + "HSM.",
    "Er geht zurück, wenn der Bildschirm es sagt. Stecken Sie hier niemals den Stick "
      + "eines Schlüsselinhabers ein.",
  ],
  elsewhere: "Die Verwahrung steht an der Offline-Station",
  elsewhereLine:
    "Deren Startseite zeigt, welche Schlüssel in Ordnung sind, wo jeder versiegelte "
    + "Gegenstand ist und was als Nächstes ansteht. Dieser Rechner spricht nur mit dem HSM.",
  hsm: "HSM",
  host: "Adresse",
  signIn: "Anmeldung",
} as const;

/** What is pressed when a ceremony has come. */
export const takePart = ({ ceremony }: ArrivalView): string =>
  `Teilnehmen: ${ceremonyInSentence(ceremony)}`;

/** Which ceremony has come. */
export const arrivedLine = ({ hsm, openedAt, script }: ArrivalView): string =>
  `${hsm}, eröffnet am ${dayAndTime(openedAt)}. Der Transportdatenträger steckt.${SCRIPTS[script]}`;

const SCRIPTS: Readonly<Record<ArrivalView["script"], string>> = {
  known: "",
  brought:
    " Der Ablauf kam mit, weil diese Version der App ihn nicht hat: Vergleichen Sie bei der Übernahme "
    + "die Wörter des Prüfwerts, was der Ablauf auch sagt.",
  missing:
    " Weder diese Version der App noch der Datenträger hat den Ablauf: Nehmen Sie die Version, mit der "
    + "die Zeremonie eröffnet wurde.",
};
