// In German: the words of each kind of step, in the rows of ./steps.ts.
import type { StepRow } from "./step-row.ts";
import type { KindName, StepWords } from "./step-words.ts";
import { STEPS as ENGLISH } from "./steps.ts";

const WORDS: Readonly<Record<KindName, StepWords>> = {
  open: {
    verb: "Zeremonie eröffnen",
    detail: "jeden Namen vorlesen",
    happens: "Schreiben Sie, wer im Raum ist. Diese Namen bleiben für immer im Protokoll.",
    button: "Zeremonie eröffnen",
    recorded: "Namen und Rollen, HSM, Zeit, Ablauf, was das Netzwerk sagt",
    never: "etwas über Menschen, die nicht im Raum sind",
    power:
      "Starten Sie den Rechner und eröffnen Sie die Zeremonie noch einmal; noch gibt es "
      + "keinen Schlüssel.",
  },
  "make-key": {
    verb: "Beide Datenträger einstecken",
    detail: "den eigenen und den Ersatz",
    happens:
      "Ihre Schlüssel werden erzeugt, auf beide Datenträger geschrieben, zurückgelesen und "
      + "noch einmal geöffnet.",
    button: "Schlüssel erzeugen",
    recorded:
      "Größe des Schlüssels, Zertifikate und ihr SHA-256, Datenträger, Zeit, "
      + "Schlüsselinhaber {officer}",
    never: "der private Schlüssel, die Passphrase",
    power:
      "Führen Sie diesen Schritt noch einmal aus. Sagt das Protokoll nicht „erzeugt“, "
      + "entsteht ein neuer Schlüssel; was der erste Versuch hinterließ, wird entfernt.",
  },
  "confirm-thumbprint": {
    verb: "Vorlesen",
    detail: "von Ihrer Karte, Zeile für Zeile",
    happens:
      "Vier Wörter je Zeile. Ein falsches Wort zeigt sich, sobald seine Zeile vollständig "
      + "ist.",
    button: "Die Wörter sind gleich",
    recorded: "dass die Wörter des Zertifikats {officer} gehört wurden, wo und wann",
    never: "etwas über den privaten Schlüssel",
    power: "Die Wörter werden noch einmal ab der ersten Zeile gehört. Es geht nichts verloren.",
  },
  "export-certificates": {
    verb: "Datenträger einstecken",
    detail: "den Transportdatenträger",
    happens:
      "Die Zertifikate werden auf den Transportdatenträger kopiert und zurückgelesen. "
      + "Zertifikate sind öffentlich.",
    button: "Zertifikate kopieren",
    recorded: "die kopierten Dateien mit Größe und SHA-256, der Datenträger, die Zeit",
    never: "private Schlüssel: Auf diesem Datenträger liegt nie einer",
    power:
      "Führen Sie diesen Schritt noch einmal aus. Eine Datei, die mit denselben Bytes da "
      + "ist, gilt als geschrieben.",
  },
  "hand-over": {
    verb: "Übergeben",
    detail: "danach wartet diese Station nur noch",
    happens:
      "Der Transportdatenträger wird nach Geheimnissen durchsucht. Dann wird das ganze "
      + "Protokoll darauf geschrieben und zurückgelesen.",
    button: "Protokoll übergeben",
    recorded: "dass diese Station übergeben hat, an welche und wann",
    never: "eine Kopie eines Schlüssels",
    power:
      "Führen Sie diesen Schritt noch einmal aus: Nur die Kopie auf dem Datenträger wird "
      + "neu geschrieben.",
  },
  "take-over": {
    verb: "Datenträger einstecken",
    detail: "den Transportdatenträger",
    happens:
      "Das ganze Protokoll auf dem Datenträger wird geprüft: jeder Eintrag, und dass es "
      + "die Kopie dieser Station fortsetzt.",
    button: "Protokoll übernehmen",
    recorded: "dass diese Station übernommen hat, von welcher, und der Prüfwert des Protokolls",
    never: "ein Protokoll, das nicht das dieser Station fortsetzt",
    power:
      "Führen Sie diesen Schritt noch einmal aus. Dasselbe Protokoll noch einmal zu "
      + "übernehmen ändert nichts.",
  },
  "read-activation": {
    verb: "HSM fragen",
    detail: "nichts wird geändert",
    happens:
      "Das HSM sagt, ob es aktiv ist: Nur eines, das es nie war, lässt sich hier "
      + "aktivieren. Dann wird jede Voraussetzung der Aktivierung geprüft.",
    button: "HSM fragen",
    recorded:
      "wer sich angemeldet hat, der Zustand laut HSM, jede Voraussetzung, was entschieden "
      + "wurde",
    never: "ein Token, ein Kennwort oder ein Code",
    power: "Fragen Sie noch einmal. Es wurde nichts geändert.",
  },
  "download-domain": {
    verb: "Entscheiden, dann drücken",
    detail: "zusammen mit dem Zeugen",
    happens:
      "Dies aktiviert das HSM. Es lässt sich nicht rückgängig machen. Lesen Sie es zuerst "
      + "vor:",
    button: "HSM aktivieren",
    recorded:
      "wann der Aufruf begann, Größe und SHA-256 der Antwort, beide Datenträger, das " + "Ergebnis",
    never: "was in der Sicherheitsdomäne steht",
    power:
      "Starten Sie den Rechner und führen Sie diesen Schritt noch einmal aus. Er sucht die "
      + "Antwort zuerst auf beiden Datenträgern.",
  },
  "read-aloud": {
    verb: "Vorlesen",
    detail: "vom Papier, Zeile für Zeile",
    happens:
      "Schreiben Sie die Wörter zuerst auf Papier. Dann werden sie vom Papier gelesen und "
      + "gehört.",
    button: "Die Wörter sind gleich",
    recorded: "dass diese Wörter gehört wurden, von welcher Datei und wann",
    never: "was in der Datei steht",
    power: "Die Wörter werden noch einmal ab der ersten Zeile gehört. Es geht nichts verloren.",
  },
  "match-domain": {
    verb: "Vorlesen",
    detail: "vom Papier, Zeile für Zeile",
    happens:
      "Die Datei muss auf beiden Datenträgern dieselbe sein und genau unsere Zertifikate "
      + "nennen.",
    button: "Die Wörter sind gleich",
    recorded: "dass die Datei die vorgelesene ist, ihre Schlüsselinhaber und ihr Quorum",
    never: "was in der Datei steht",
    power: "Die Wörter werden noch einmal ab der ersten Zeile gehört. Es geht nichts verloren.",
  },
  "prove-quorum": {
    verb: "Schlüsselinhaber rufen",
    detail: "jeder öffnet einen Anteil, allein",
    happens:
      "Jeder Schlüsselinhaber tippt die Passphrase einmal; sie öffnet einen Anteil. Ein "
      + "Anteil allein verrät nichts; zwei zusammen öffnen die Sicherheitsdomäne. Jedes Paar "
      + "tut es, von den Datenträgern.",
    button: "Jedes Paar nachweisen",
    recorded: "jedes Paar, das die Domäne geöffnet hat, die Datenträger, ihr SHA-256, die Zeit",
    never: "die Anteile, die Passphrasen, was in der Domäne steht",
    power:
      "Auf den Datenträgern hat sich nichts geändert. Die geöffneten Anteile sind "
      + "verloren: Jeder öffnet den seinen noch einmal.",
  },
  "record-custody": {
    verb: "Jeden Beutel vorlesen",
    detail: "Nummer, Ort, wer ihn verwahrt",
    happens: "Eine Zeile je Beutel. Die Eingabetaste führt zum nächsten Feld.",
    button: "Verwahrung eintragen",
    recorded: "jeder Gegenstand mit Siegelnummer, Ort und Verwahrer; zugelassene Regeln",
    never: "Passphrasen, Schlüssel",
    power:
      "Was noch nicht protokolliert ist, ist noch einmal zu tippen. Die Beutel sind noch "
      + "offen.",
  },
  "know-backup": {
    verb: "Blatt vergleichen",
    detail: "mit dem, was der Bildschirm zeigt",
    happens:
      "Vergleichen Sie jede Zeile mit dem Sicherungsblatt. Die Sicherheitsdomäne allein "
      + "bringt keinen Schlüssel zurück.",
    button: "Es ist die neueste vollständige Sicherung",
    recorded: "Container, Ordner und jeder Schlüssel, den wir erwarten",
    never: "ein Geheimnis des Speichers",
    power: "Vergleichen Sie noch einmal. Es wurde nichts geändert.",
  },
  "fetch-exchange-key": {
    verb: "Datenträger einstecken",
    detail: "den Transportdatenträger",
    happens:
      "Das neue HSM gibt seinen Austauschschlüssel heraus. Er wird auf den "
      + "Transportdatenträger geschrieben und zurückgelesen.",
    button: "Austauschschlüssel abholen",
    recorded: "sein Zertifikat und sein Fingerabdruck, die Datei, die Zeit",
    never: "etwas Geheimes: Dieser Schlüssel ist öffentlich",
    power:
      "Fragen Sie noch einmal. Derselbe Schlüssel gilt als geschrieben; ein anderer hält "
      + "diesen Schritt an.",
  },
  "compare-exchange-key": {
    verb: "Vorlesen",
    detail: "vom Papier, Zeile für Zeile",
    happens: "Die Wörter müssen die des Austauschschlüssels auf dem Datenträger sein.",
    button: "Mit diesem Schlüssel fortfahren",
    recorded: "dass die Wörter gleich sind, was geprüft wurde und, wenn nötig, wer entschieden hat",
    never: "etwas Geheimes: Dieser Schlüssel ist öffentlich",
    power: "Die Wörter werden noch einmal ab der ersten Zeile gehört. Es geht nichts verloren.",
  },
  "make-restore-blob": {
    verb: "Schlüsselinhaber rufen",
    detail: "jeder öffnet einen Anteil, allein",
    happens:
      "Jeder Schlüsselinhaber öffnet einen Anteil; zwei zusammen öffnen die "
      + "Sicherheitsdomäne. Sie wird neu verschlüsselt, allein für das neue HSM.",
    button: "Restore-Blob erzeugen",
    recorded: "Größe und SHA-256 des Blobs, für welchen Schlüssel, wer geöffnet hat",
    never: "die Anteile, die Passphrasen, was in der Domäne steht",
    power:
      "Kein Datenträger ist beschädigt. Die geöffneten Anteile sind verloren: Beide "
      + "Schlüsselinhaber öffnen ihre noch einmal, und ein neuer Blob entsteht.",
  },
  "dry-run": {
    verb: "Schlüsselinhaber rufen",
    detail: "jeder öffnet einen Anteil, allein",
    happens:
      "Jeder Schlüsselinhaber öffnet einen Anteil; zusammen öffnen sie die "
      + "Sicherheitsdomäne. Die App erzeugt einen Austauschschlüssel und den Restore-Blob "
      + "dafür und öffnet diesen wieder, alles im Arbeitsspeicher.",
    button: "Wiederherstellung erproben",
    recorded: "wer geöffnet hat, wie viele Einträge herauskamen, SHA-256 der Dateien, die Zeit",
    never:
      "der Austauschschlüssel, der Restore-Blob, Anteile, Passphrasen, was in der Domäne "
      + "steht",
    power:
      "Auf den Datenträgern hat sich nichts geändert. Austauschschlüssel und Blob sind "
      + "weg: Die Schlüsselinhaber öffnen ihre Anteile noch einmal.",
  },
  "upload-blob": {
    verb: "Einmal hochladen",
    detail: "der Austauschschlüssel wirkt nur einmal",
    happens:
      "Das HSM wird zuerst nach seinem Zustand gefragt. Dann wird der Blob hochgeladen, "
      + "einmal.",
    button: "Restore-Blob hochladen",
    recorded: "der SHA-256 des Blobs, wann er gesendet wurde, was das HSM geantwortet hat",
    never: "was im Blob steht",
    power:
      "Starten Sie den Rechner und führen Sie diesen Schritt noch einmal aus. Er fragt "
      + "zuerst das HSM und sendet den Blob nie zweimal.",
  },
  "backup-empty": {
    verb: "Sicherung beginnen",
    detail: "des HSM, solange es leer ist",
    happens:
      "Azure spielt nur in ein HSM zurück, das eine eigene Sicherung hat. Hier entsteht " + "sie.",
    button: "Leeres HSM sichern",
    recorded: "wie der Speicher erreicht wird, der Auftrag, der Ordner, die Zeit",
    never: "ein Geheimnis des Speichers",
    power:
      "Beginnen Sie noch einmal. Das HSM wird nach dieser Sicherung gefragt, bevor eine "
      + "weitere beginnt.",
  },
  "restore-backup": {
    verb: "Rückspielen beginnen",
    detail: "der neuesten vollständigen Sicherung",
    happens:
      "Azure spielt frühestens eine halbe Stunde nach der Sicherung des leeren HSM zurück: "
      + "Die App wartet. Dann wird die am Anfang genannte Sicherung zurückgespielt.",
    button: "Sicherung zurückspielen",
    recorded: "wie lange die App gewartet hat, der Auftrag, der Ordner, Beginn und Ende",
    never: "ein Geheimnis des Speichers",
    power:
      "Beginnen Sie noch einmal. Das HSM wird nach diesem Rückspielen gefragt, bevor ein "
      + "weiteres beginnt: Es ersetzt alles.",
  },
  "compare-keys": {
    verb: "Schlüssel wiederfinden",
    detail: "jeden, in derselben Version",
    happens:
      "Jeder erwartete Schlüssel muss da sein, in derselben Version, mit derselben "
      + "öffentlichen Hälfte. Die angemeldete Person erhält allein für diese Liste die Rolle "
      + "Crypto Auditor: Ein Administrator sieht keine Schlüssel.",
    button: "Jeden Schlüssel suchen",
    recorded:
      "wer die Schlüssel aufgelistet hat, mit welcher Rolle, und wann sie entfernt wurde; "
      + "jeder Schlüssel, jede Rollenzuweisung, und was fehlt",
    never: "private Hälften: Sie verlassen das HSM nie",
    power:
      "Fragen Sie noch einmal. Eine Rolle, die noch zugewiesen sein könnte, wird dann "
      + "entfernt.",
  },
  "read-active": {
    verb: "HSM fragen",
    detail: "nichts wird geändert",
    happens: "Das HSM sagt, ob es aktiv ist. Nur ein aktives gibt seine Sicherheitsdomäne heraus.",
    button: "HSM fragen",
    recorded: "der Zustand laut HSM und die Zeit",
    never: "wie sich diese Station anmeldet",
    power: "Fragen Sie noch einmal. Es wurde nichts geändert.",
  },
  "download-again": {
    verb: "Beide Datenträger einstecken",
    detail: "für die neuen Schlüsselinhaber",
    happens:
      "Das HSM verschlüsselt dieselbe Sicherheitsdomäne noch einmal, für die jetzigen "
      + "Zertifikate. Am HSM selbst ändert sich nichts. Die neue Datei kommt neben die alte, "
      + "unter anderem Namen.",
    button: "Domäne noch einmal laden",
    recorded: "wann sie verlangt wurde, Größe und SHA-256 der Antwort, beide Datenträger",
    never: "was in der Sicherheitsdomäne steht",
    power:
      "Führen Sie diesen Schritt noch einmal aus. Er sucht die Antwort zuerst auf beiden "
      + "Datenträgern; ein HSM in Betrieb darf noch einmal gefragt werden.",
  },
  "retire-domain": {
    verb: "Beide Datenträger einstecken",
    detail: "die alte Datei wird entfernt",
    happens:
      "Die alte Sicherheitsdomäne, die Antwort, in der sie kam, und die Zertifikate der "
      + "alten Schlüssel werden von beiden Datenträgern entfernt. Die neue Datei bleibt.",
    button: "Alte Domäne außer Kraft setzen",
    recorded: "Name und SHA-256 der alten Datei, und dass sie nicht mehr in Kraft ist",
    never: "was in der Datei steht",
    power: "Führen Sie diesen Schritt noch einmal aus. Was schon entfernt ist, bleibt entfernt.",
  },
  "destroy-old": {
    verb: "Vorlesen, dann vernichten",
    detail: "vor dem Zeugen",
    happens:
      "Lesen Sie die Nummer jedes Beutels vor, dann vernichten Sie den Gegenstand. Sagen "
      + "Sie, wie es geschah.",
    button: "Alles ist vernichtet",
    recorded: "jeder Gegenstand mit seiner Nummer und wie er vernichtet wurde; was fehlt",
    never: "was darauf war",
    power: "Schreiben Sie es noch einmal. Was vernichtet ist, bleibt vernichtet.",
  },
  "find-domain": {
    verb: "Alle Datenträger einstecken",
    detail: "und sagen, woher sie kommen",
    happens:
      "Die App sucht die Sicherheitsdomäne auf ihren zwei Datenträgern und auf dem "
      + "Datenträger jedes Schlüsselinhabers den Schlüssel, den sie nennt. Ist die Domäne "
      + "nur auf einem, wird sie auf den anderen kopiert. Steht das Zertifikat eines Schlüssels "
      + "in dessen eigener Datei, wird es daneben geschrieben.",
    button: "Domäne und Schlüssel suchen",
    recorded:
      "der SHA-256 der Domäne, die Schlüssel, die sie nennt, ihre Herkunft, was sich nicht "
      + "prüfen ließ",
    never: "private Schlüssel: Nur eigene Prozesse der Schlüsselinhaber lesen sie",
    power:
      "Führen Sie diesen Schritt noch einmal aus. Auf den Datenträgern wurde nichts "
      + "geändert außer diesen Kopien.",
  },
  "take-into-custody": {
    verb: "Jeden Beutel vorlesen",
    detail: "Nummer, Ort, wer ihn verwahrt",
    happens: "Eine Zeile je Beutel. Die Eingabetaste führt zum nächsten Feld.",
    button: "Verwahrung eintragen",
    recorded: "jeder Datenträger mit Siegelnummer, Ort und Verwahrer; zugelassene Regeln",
    never: "Passphrasen, Schlüssel",
    power:
      "Was noch nicht protokolliert ist, ist noch einmal zu tippen. Die Beutel sind noch "
      + "offen.",
  },
  "check-seals": {
    verb: "Jeden Beutel vorlesen",
    detail: "Nummer, Ort, wer ihn verwahrt",
    happens:
      "Die Nummern des letzten Protokolls werden nicht gezeigt. Tippen Sie, was auf dem "
      + "Beutel steht; die App vergleicht.",
    button: "Siegel vergleichen",
    recorded: "jede Nummer, wie sie gefunden wurde, Zustand, Ort und Verwahrer, und was abweicht",
    never: "was in den Beuteln ist",
    power:
      "Was noch nicht protokolliert ist, ist noch einmal zu tippen. Es wurde nichts " + "geöffnet.",
  },
  "open-bag": {
    verb: "Beutel öffnen",
    detail: "vor dem Zeugen",
    happens:
      "Schneiden Sie den Beutel mit Ihrem eigenen Datenträger auf. Der Beutel des "
      + "Ersatzdatenträgers bleibt zu.",
    button: "Der Beutel ist offen",
    recorded: "dass dieser Beutel geöffnet wurde, und seine Nummer",
    never: "was auf dem Datenträger ist",
    power: "Drücken Sie noch einmal. Der Beutel ist schon offen.",
  },
  "check-key": {
    verb: "Datenträger einstecken",
    detail: "den eigenen, aus dem offenen Beutel",
    happens:
      "Ein Zufallswert wird für Ihr Zertifikat verschlüsselt. Ihr Schlüssel muss ihn " + "öffnen.",
    button: "Testnachricht öffnen",
    recorded: "dass der Schlüssel ihn geöffnet hat, welcher Datenträger, die Zeit",
    never: "der private Schlüssel, die Passphrase",
    power: "Führen Sie diesen Schritt noch einmal aus. Auf dem Datenträger wird nichts geändert.",
  },
  "report-trouble": {
    verb: "Sagen, was nicht stimmt",
    detail: "niemandem wird ein Vorwurf gemacht",
    happens:
      "Ein Satz, und die zwei Personen, die ihn bestätigen. Er gilt, bis der "
      + "Schlüsselinhaber ersetzt ist.",
    button: "Eintragen",
    recorded: "was mit welchem Schlüssel nicht stimmt und wer es entschieden hat",
    never: "die Passphrase, auch wenn sie jemand noch weiß",
    power: "Schreiben Sie es noch einmal. Was protokolliert ist, bleibt.",
  },
  "check-copy-seal": {
    verb: "Beutel vorlesen",
    detail: "Nummer, Ort, wer ihn verwahrt",
    happens:
      "Die Nummer des letzten Protokolls wird nicht gezeigt. Tippen Sie, was auf dem "
      + "Beutel steht; dann öffnen Sie ihn vor dem Zeugen.",
    button: "Vergleichen und Beutel öffnen",
    recorded:
      "die Nummer, wie sie gefunden wurde, Zustand, Ort und Verwahrer, und dass er "
      + "geöffnet wurde",
    never: "was im Beutel ist",
    power: "Was noch nicht protokolliert ist, ist noch einmal zu tippen.",
  },
  "rehash-copy": {
    verb: "Datenträger einstecken",
    detail: "aus dem offenen Beutel",
    happens:
      "Die ganze Datei wird gelesen. Sie muss die Sicherheitsdomäne des letzten Protokolls "
      + "sein, bis aufs Byte.",
    button: "Datei vergleichen",
    recorded: "Größe und SHA-256 der Datei, der Datenträger, die Zeit",
    never: "was in der Datei steht",
    power: "Führen Sie diesen Schritt noch einmal aus. Auf dem Datenträger wird nichts geändert.",
  },
  "take-part": {
    verb: "Übernehmen",
    detail: "den Teil dieses Schlüsselinhabers",
    happens:
      "Die ganze Datei wird geprüft: jeder Eintrag, ihre Unterschrift, und dass sie "
      + "dasselbe Protokoll fortsetzt wie dieses.",
    button: "Datei des Teils wählen",
    recorded: "der Prüfwert des Teils, wie er geschlossen wurde, was er gefunden hat",
    never: "wo die Datei auf diesem Rechner liegt",
    power: "Wählen Sie die Datei noch einmal. Es wurde nichts geändert.",
  },
  "name-backup": {
    verb: "Bericht lesen",
    detail: "über die neueste vollständige Sicherung",
    happens:
      "Schreiben Sie, wo die neueste vollständige Sicherung liegt und von welchem Tag sie "
      + "ist. Sie enthält die Schlüssel selbst, verschlüsselt.",
    button: "Sicherung eintragen",
    recorded: "Container, Ordner, Tag",
    never: "wie der Speicher geöffnet wird",
    power: "Schreiben Sie es noch einmal. Es wurde nichts geändert.",
  },
  "check-objects": {
    verb: "Jeden Beutel vorlesen",
    detail: "von allem, was hier ist",
    happens:
      "Die Nummern des letzten Protokolls werden nicht gezeigt. Kreuzen Sie an, was hier "
      + "ist, und tippen Sie, was auf dem Beutel steht; die App vergleicht.",
    button: "Siegel vergleichen",
    recorded: "jede Nummer, wie sie gefunden wurde, Zustand, Ort und Verwahrer, und was abweicht",
    never: "was in den Beuteln ist",
    power:
      "Was noch nicht protokolliert ist, ist noch einmal zu tippen. Es wurde nichts " + "geöffnet.",
  },
  "hand-off": {
    verb: "Weitergeben",
    detail: "verschlossen, mit dem Zeugen",
    happens:
      "Schreiben Sie, wer jeden Gegenstand von jetzt an verwahrt und wo. Beide Seiten "
      + "sagen es laut.",
    button: "Weitergabe eintragen",
    recorded:
      "jeder Gegenstand mit seinem Siegel, von wem, an wen, wo er verwahrt wird und wer es "
      + "gesagt hat",
    never: "was in den Beuteln ist",
    power:
      "Was noch nicht protokolliert ist, ist noch einmal zu tippen. Es wurde kein Beutel "
      + "geöffnet.",
  },
  "attest-custody": {
    verb: "Die App zählen lassen",
    detail: "dann laut sagen",
    happens:
      "Die App zählt die Schlüssel, die hier sind, die mit Schwierigkeiten und die, die "
      + "niemand gesehen hat. Eine Wiederherstellung braucht so viele Schlüssel in Ordnung "
      + "wie das Quorum.",
    button: "Verwahrung beurteilen",
    recorded: "der Zustand der Verwahrung und jeder Schlüsselinhaber mit seiner Nummer",
    never: "etwas Geheimes: In diesem Raum ist nichts Geheimes",
    power: "Drücken Sie noch einmal. Es wurde nichts geändert.",
  },
  acknowledge: {
    verb: "Vorlesen",
    detail: "dann jede Person fragen",
    happens: "Alle Anwesenden sagen, dass sie verstanden haben. Nichts wird geändert.",
    button: "Alle haben verstanden",
    recorded: "dass der Schritt ausgeführt wurde, von wem, und wer ihn bestätigt hat",
    never: "was jemand gefragt oder gesagt hat",
    power: "Fragen Sie noch einmal. Es wurde nichts geändert.",
  },
  choose: {
    verb: "Entscheiden",
    detail: "zuerst laut sagen",
    happens:
      "Kreuzen Sie an, was zutrifft. Die Zeremonie geht von dort weiter und kommt nicht "
      + "zurück.",
    button: "Wählen",
    recorded: "was gewählt wurde, von wem, und wer es bestätigt hat",
    never: "sonst etwas",
    power: "Wählen Sie noch einmal. Es wurde nichts geändert.",
  },
  "sign-act": {
    verb: "Schlüsselinhaber rufen",
    detail: "jeder unterschreibt, allein",
    happens:
      "Jeder Schlüsselinhaber unterschreibt alles bisher Getane, bevor es diese Station "
      + "verlässt.",
    button: "Abschnitt unterschreiben",
    recorded: "was alle gutheißen, jede Unterschrift darüber und über alles davor",
    never: "die Signierschlüssel, die Passphrasen",
    power:
      "Starten Sie den Rechner und führen Sie diesen Schritt noch einmal aus. Wer noch "
      + "nicht unterschrieben hat, unterschreibt.",
  },
  close: {
    verb: "Schlüsselinhaber rufen",
    detail: "jeder unterschreibt, allein",
    happens:
      "Jeder Schlüsselinhaber unterschreibt. Dann kommt der Datenträger vor dem Zeugen in "
      + "seinen Beutel.",
    button: "Protokoll unterschreiben",
    recorded: "jede Unterschrift über das ganze Protokoll",
    never: "die Signierschlüssel, die Passphrasen",
    power:
      "Starten Sie den Rechner und führen Sie diesen Schritt noch einmal aus. Wer noch "
      + "nicht unterschrieben hat, unterschreibt.",
  },
  "close-on-paper": {
    verb: "Papier unterschreiben",
    detail: "alle Anwesenden",
    happens:
      "Das Protokoll endet mit diesem Druck. Seine letzten Wörter kommen auf Papier, und "
      + "alle unterschreiben es mit Tinte.",
    button: "Protokoll auf Papier schließen",
    recorded: "wer anwesend war, was alle gutheißen, die Zeit",
    never: "eine Unterschrift: Wer unterschrieben hat, zeigt nur das Papier",
    power:
      "Starten Sie den Rechner und führen Sie diesen Schritt noch einmal aus. Es wurde noch "
      + "nichts geschlossen.",
  },
};

const names = Object.keys(ENGLISH) as readonly KindName[];

/** Every kind of step. */
export const STEPS = Object.fromEntries(
  names.map((name) => [name, { ...ENGLISH[name], words: WORDS[name] }]),
) as Readonly<Record<KindName, StepRow>>;
