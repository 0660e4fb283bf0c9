// In German: ../en/minutes-hardware.ts.
import { translation } from "../rows/translation.ts";

export const MINUTES_HARDWARE = translation<"minutes-hardware">()({
  software: ["9b3289a3", "Software"],
  unknown: ["b87b68ed", "Nicht in diesem Protokoll. Von Hand: {room}"],
  machines: ["c061da19", "Rechner"],
  serials: ["2e202054", "Seriennummern und Installationsabbilder stehen nicht im Protokoll; tragen Sie sie von Hand ein:"],
  machine: ["8f1cc42d", "Rechner"],
  make: ["2af1d381", "Hersteller und Seriennummer"],
  image: ["5ce91831", "Abbild, von dem er läuft, dessen SHA-256"],
  offline: ["f9018fab", "Offline-Station"],
  connected: ["96490534", "Verbundene Station"],
  others: ["cd46f5d4", "Drucker, andere Geräte"],
  "program.version": ["e4bba094", "Version der App"],
  "program.commit": ["e3e41991", "Gebaut aus Commit"],
  "program.runtime": ["10931158", "Laufzeitumgebung"],
  "program.system": ["0fcabfe6", "Betriebssystem"],
  "program.program": ["f584c952", "SHA-256 des Programms"],
  "program.verifier": ["ad0b05a2", "SHA-256 von verifier.html"],
  liveImage: ["21427853", "Live-Abbild, in Wörtern"],
  media: ["d357175c", "Datenträger"],
  mediaNumbers: ["6cfb923a", "Die App erkennt einen Datenträger an der Nummer, die sie auf ihn geschrieben hat. Jede Datei wurde vom Datenträger zurückgelesen; der SHA-256 ist der der gelesenen Bytes."],
  file: ["50009ce1", "Datei"],
  serial: ["20992b37", "Seriennummer, von Hand: {room}"],
});
