// In German: ../en/arrival.ts.
import { translation } from "../rows/translation.ts";

export const ARRIVAL = translation<"arrival">()({
  wait: ["aaeeff98", "Stecken Sie den Transportdatenträger ein, den die Offline-Station übergeben hat."],
  site: ["3e7831ef", "Jetzt: Standortdatei wählen"],
  siteLine: ["2263b651", "Sie nennt das HSM und sagt, wie man sich dort anmeldet. Ohne sie ist kein HSM zu erreichen."],
  way: ["50024c14", "Was hier geschieht"],
  "steps.0": ["b2f5482d", "Die Offline-Station schreibt das Protokoll auf den Transportdatenträger."],
  "steps.1": ["b64a3823", "Sie stecken ihn hier ein, vergleichen die Wörter des Prüfwerts und arbeiten mit dem HSM."],
  "steps.2": ["41bd2c0e", "Er geht zurück, wenn der Bildschirm es sagt. Stecken Sie hier niemals den Stick eines Schlüsselinhabers ein."],
  elsewhere: ["59793f29", "Die Verwahrung steht an der Offline-Station"],
  elsewhereLine: ["2f3468ec", "Deren Startseite zeigt, welche Schlüssel in Ordnung sind, wo jeder versiegelte Gegenstand ist und was als Nächstes ansteht. Dieser Rechner spricht nur mit dem HSM."],
  hsm: ["651b24ff", "HSM"],
  host: ["56ef8f20", "Adresse"],
  signIn: ["5bbbe531", "Anmeldung"],
  takePart: ["8982c298", "Teilnehmen: {ceremony}"],
  arrived: ["10df9552", "{hsm}, eröffnet am {openedAt, date, day}, {openedAt, time, short} UTC. Der Transportdatenträger steckt."],
  "scripts.brought": ["819a7468", "Der Ablauf kam mit, weil diese Version der App ihn nicht hat: Vergleichen Sie bei der Übernahme die Wörter des Prüfwerts, gleich was der Ablauf sagt."],
  "scripts.missing": ["c11c1f39", "Weder diese Version der App noch der Datenträger hat den Ablauf: Nehmen Sie die Version, mit der die Zeremonie eröffnet wurde."],
});
