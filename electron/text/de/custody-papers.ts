// In German: ../en/custody-papers.ts.
import { translation } from "../rows/translation.ts";

export const CUSTODY_PAPERS = translation<"custody-papers">()({
  labels: ["56a3e981", "Verwahrungsetiketten, {hsm}"],
  cut: ["f73fe7dd", "An den Linien ausschneiden. In jeden Beutel ein Etikett legen, von außen lesbar. Die Nummer auf dem Beutel mit der auf dem Etikett vergleichen, bevor der Beutel geschlossen wird."],
  seal: ["0c0974e4", "Siegel {seal}"],
  recorded: ["01a201da", "Protokolliert {day}, Protokoll:"],
  call: ["be01136b", "Nicht öffnen. Anrufen: {room}"],
  acknowledgement: ["7fbaba91", "Empfangsbestätigung der Verwahrer, {hsm}"],
  custodian: ["24a16787", "Verwahrer: {name}"],
  read: ["e57b2d78", "Ich habe die Pflichten eines Schlüsselverwahrers gelesen und verstanden und nehme sie an (Text {version}, PCI DSS 3.7.8):"],
  lock: ["8595d87a", "Ich halte jeden dieser Gegenstände unter Verschluss, in seinem versiegelten Beutel, an seinem Ort und nirgends sonst."],
  alone: ["a205ce13", "Ich öffne nie allein einen Beutel, und ich verwahre nie die Schlüssel zweier Schlüsselinhaber oder einen Schlüssel mit seiner Passphrase."],
  handOff: ["2969ad76", "Ich gebe niemandem einen Gegenstand ohne eine Weitergabe, die wir beide protokolliert haben."],
  check: ["b183800b", "Ich prüfe die Siegel auf Aufforderung, mindestens jedes Quartal, und melde sofort, wenn sich ein Siegel, ein Ort oder ein Gegenstand geändert hat, wenn jemand eine Passphrase kennen könnte oder wenn ich ausscheide."],
  quorum: ["4f12f1b6", "Ich weiß, dass je {required} von {all} solchen Schlüsseln alles öffnen und dass, wenn sie verloren sind, alles für immer verloren ist."],
  recordedOn: ["db9e29a5", "Protokolliert am"],
  organisation: ["7d4b0e5f", "Organisation und Stellung"],
  tell: ["8bcaf8e7", "Zu verständigen, wenn etwas nicht stimmt"],
  telephone: ["84ecd632", "Telefon"],
  signature: ["4b801d55", "Unterschrift des Verwahrers"],
  witness: ["7275099a", "Unterschrift eines Zeugen"],
  successor: ["3c56d30c", "Unterschrift der nachfolgenden Person"],
  end: ["50c0f58c", "Am Ende dieser Verwahrung"],
  ended: ["020a5803", "Ich habe jeden Gegenstand oben weitergegeben, jeden mit einer Weitergabe, die wir beide protokolliert haben. Ich behalte keine Kopie eines Schlüssels und keine Passphrase."],
});
