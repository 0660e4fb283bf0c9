// In German: ../en/minutes-people.ts.
import { translation } from "../rows/translation.ts";

export const MINUTES_PEOPLE = translation<"minutes-people">()({
  "duties.administrator": ["9439841e", "leitet und bedient; hat nie einen Schlüssel"],
  "duties.witness": ["103b4a22", "sieht zu, vergleicht und bestätigt; bestätigt nie eigene Handlungen"],
  "duties.officer": ["7bdd6d0f", "erzeugt, behält und bringt einen Schlüssel und tippt dessen Passphrase allein"],
  duties: ["38759066", "Aufgaben"],
  present: ["f45e3e8c", "Anwesend von, bis (UTC)"],
  apart: ["ca56253e", "Keine Person hatte zwei Rollen zur selben Zeit, und niemand bestätigte den eigenen Schritt: Die App verhindert beides. Das Folgende steht nicht im Protokoll; tragen Sie es von Hand ein:"],
  organisation: ["350be364", "Organisation"],
  identity: ["63c0deba", "Ausweis, gesehen von"],
  acknowledgement: ["83ee1e5c", "Empfangsbestätigung unterschrieben am"],
});
