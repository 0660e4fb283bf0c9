// In German: ../en/tasks.ts.
import type { TASKS as ENGLISH } from "../en/tasks.ts";
import { translation } from "../translation.ts";

export const TASKS = translation<typeof ENGLISH>()({
  "silent.officer-vault": ["6a4c0ab3", "Der gesicherte Prozess des Schlüsselinhabers"],
  "silent.quorum-vault": ["7af4005c", "Der gesicherte Prozess mit den Teilgeheimnissen"],
  "silent.hsm": ["bfecd623", "Das HSM"],
  "taskWords.other": ["e2898080", "Ein weiterer Teil dieses Schritts"],
  "taskWords.done": ["a4c3ed04", "erledigt"],
  "taskWords.running": ["c071cf5f", "läuft"],
  "taskWords.ahead": ["227c7024", "steht aus"],
  "taskWords.soFar": ["99409db6", "Bisher vergangen"],
  "taskWords.powerFails": ["db4d1131", "Bei Stromausfall jetzt:"],
  "taskWords.seconds": ["fde82d3d", "{seconds} s"],
  "taskWords.parts": ["ddc7b9db", "{done} von {all} Teilen erledigt"],
  "taskWords.label": ["af8a72fa", "Teile dieses Schritts"],
  "make-key-pair": ["65da8c84", "Schlüsselpaare erzeugen"],
  "make-key-pair.of": ["bdf8a3e8", "Schlüsselpaare erzeugen: Schlüsselinhaber {seat}"],
  "open-share": ["e7fe8d84", "Anteile öffnen"],
  "open-share.of": ["198f074e", "Anteil von Schlüsselinhaber {seat}"],
  sign: ["c6be905c", "Protokoll unterschreiben"],
  "sign.of": ["8539400c", "Unterschrift von Schlüsselinhaber {seat}"],
  "taskWords.silent": ["40f590d8", "{who} antwortet seit {seconds} s nicht."],
  "write-media": ["677ba057", "Beide Datenträger schreiben"],
  "open-again": ["4a7c536d", "Schlüssel mit der Passphrase noch einmal öffnen"],
  "make-blob": ["35dfb303", "Domäne für das neue HSM verschlüsseln"],
  "try-recovery": ["e0cc7779", "Austauschschlüssel und Restore-Blob erzeugen, Blob öffnen, jeden Eintrag vergleichen"],
  send: ["e1cc94ac", "An das HSM senden"],
  "keep-answer": ["f1ea6689", "Antwort auf zwei Datenträger speichern"],
  "read-answer": ["fa12749b", "Antwort lesen"],
  poll: ["ea311395", "Fragen, bis das HSM bereit ist"],
});
