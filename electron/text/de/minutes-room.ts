// In German: ../en/minutes-room.ts.
import { translation } from "../rows/translation.ts";

export const MINUTES_ROOM = translation<"minutes-room">()({
  place: ["088daf80", "Der Ort steht nicht im Protokoll; tragen Sie ihn von Hand ein:"],
  where: ["71384626", "Ort, Gebäude, Raum"],
  access: ["14467ce2", "Wer den Zutritt regelt"],
  camerasLog: ["99205219", "Kameras, Wachbuch"],
  network: ["1744b964", "Netzwerk"],
  networkRead: ["804acdf0", "Vom System gelesen bei der Eröffnung und vor jedem Schritt, der ein Geheimnis behandelt. In einer echten Zeremonie lehnt die App einen solchen Schritt ab, solange eine Schnittstelle aktiv ist."],
  reading: ["463816d0", "Ablesung"],
  looked: ["6efa541a", "Projektor und Kameras"],
  notLooked: ["561d57c1", "Das Protokoll sagt nicht, dass der Zeuge Projektor und Kameras geprüft hat, bevor eine Passphrase getippt wurde."],
  projector: ["f52d3487", "Projektor"],
  cameras: ["a9b675db", "Kameras"],
  covered: ["2d3c822d", "verdeckt"],
  notCovered: ["8c1d9271", "NICHT verdeckt"],
  unseen: ["e20a1ba7", "keine sieht die Tastatur"],
  seen: ["b7ef78f2", "EINE KANN die Tastatur SEHEN"],
  recesses: ["3b899f36", "Pausen"],
  bags: ["71eeea39", "Beutel"],
  began: ["b3cebf40", "begann"],
  ended: ["e87ba7a0", "endete"],
  nothingOpen: ["b352280f", "nichts war offen"],
});
