// In German: ../en/calendar.ts.
import { translation } from "../rows/translation.ts";

export const CALENDAR = translation<"calendar">()({
  attestation: ["c6003ced", "Verwahrungsprüfung"],
  "attestation.what": ["22078e2d", "Jedes Siegel wird mit dem letzten Protokoll verglichen, an jedem Standort, spätestens ein Quartal nach dem letzten Mal."],
  "dry-run": ["cd3899f2", "Probe der Wiederherstellung"],
  "dry-run.what": ["25f9d102", "Ein Quorum von Schlüsselinhabern erprobt die Wiederherstellung an der Offline-Station, ohne HSM, spätestens ein Jahr nach dem letzten Mal."],
  "key-check": ["af1987e7", "Schlüsselprüfung von Schlüsselinhaber {seat}, {name}"],
  "key-check.what": ["f7ebec86", "Der Schlüsselinhaber öffnet den Schlüssel einmal, spätestens ein Jahr nach dem letzten Mal, und neue Siegel werden angebracht."],
  never: ["06f1bbe1", "Noch nie durchgeführt."],
  due: ["a29d77bc", "Fällig am {day}."],
  summary: ["2f4596c8", "{rehearsal, select, true {ÜBUNG: } other {}}{title}: {late, select, true {überfällig, } other {}}{hsm}"],
});
