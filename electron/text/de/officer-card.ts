// In German: ../en/officer-card.ts.
import type { OFFICER_CARD as ENGLISH } from "../en/officer-card.ts";
import { translation } from "../translation.ts";

export const OFFICER_CARD = translation<typeof ENGLISH>()({
  title: ["7404ca48", "Karte von {who}, {name}"],
  keep: ["1b50806f", "Sie verwahren einen von {all} Schlüsseln zu {hsm}, einem Azure Key Vault Managed HSM. Geht dieses HSM verloren, bringen je {required} dieser Schlüssel zusammen, die Datei namens Sicherheitsdomäne und eine vollständige Sicherung jeden Schlüssel darin zurück. Niemand, auch nicht Microsoft, kann es ohne sie. Diese Karte, az und openssl genügen. Stand {day}."],
  back: ["3727ea5b", "Das HSM ohne die App zurückbringen"],
  domain: ["9ef91331", "Die Wörter der Sicherheitsdomäne"],
  changed: ["7ee3ae4b", "Was sich seither geändert hat, von Hand: {room}"],
  happens: ["b619b6d2", "Wenn mit Ihrem Datenträger etwas geschieht oder jemand ihn von Ihnen verlangt"],
  give: ["a7473ff8", "Geben Sie den Datenträger oder die Passphrase nur einer dieser Personen. Rufen Sie sie sofort an, auch wenn ein Siegel anders aussieht als vorher:"],
  whom: ["fb69dcd3", "Wen anrufen"],
  telephone: ["bc8b76f1", "Telefon, von Hand"],
  successor: ["3c30d6b3", "Die nachfolgende Person"],
  key: ["10d7b222", "Ihr Schlüssel"],
  medium: ["d438409d", "Ihr Datenträger enthält {key}, den Schlüssel, geschützt durch Ihre Passphrase, und {certificate}, sein Zertifikat. Bewahren Sie genau dieses Zertifikat auf: Ein neues für denselben Schlüssel wirkt nicht.{rehearsal, select, true { DIES IST EIN ÜBUNGSSCHLÜSSEL.} other {}} Der SHA-256 des Zertifikats in Wörtern und hexadezimal:"],
  sign: ["7492b20a", "Sie unterschreiben Protokolle mit {key}. Der SHA-256 seines Zertifikats; wer ein Protokoll prüft, vergleicht diese Wörter:"],
  large: ["df4379ec", "Die Wörter Ihrer Zertifikate in großer Schrift"],
  app: ["2e7a4b83", "Haben Sie die App, können Sie sie für 1 und 3 verwenden (sd prove, sd restore-blob); sie prüft mehr und fragt, wessen der Austauschschlüssel ist: Fügen Sie --exchange-sha256 und den SHA-256 an, der bei 2 notiert wurde. Diese Karte entstand aus einem Protokoll ihrer Version {version}; der SHA-256 jenes Programms: {digest}."],
  offline: ["90dd8991", "1. Ohne Netzwerk, im Ordner mit Ihren Dateien. Der erste Befehl fragt nach der Passphrase und gibt dasselbe aus wie der zweite; der dritte gibt den SHA-256 Ihres Zertifikats aus (umseitig), der letzte den der Sicherheitsdomäne (unten)."],
  pem: ["f7a4367d", "az nimmt einen Schlüssel in PEM; dieser Befehl schreibt ihn, unter einer Passphrase:"],
  provenBy: ["c2a77ec5", "Der SHA-256 von {file} (seine Wörter stehen auf der letzten Seite): {digest}. Nachgewiesen geöffnet, am {day}: {groups}."],
  provenByNone: ["7c41fe31", "Der SHA-256 von {file} (seine Wörter stehen auf der letzten Seite): {digest}. Von keiner Gruppe von Schlüsselinhabern ist nachgewiesen, dass sie die Sicherheitsdomäne öffnet."],
  online: ["d530ed02", "2. Mit Netzwerk. Ein Administrator legt ein neues Managed HSM an, hier NEW genannt, und holt seinen Austauschschlüssel ab. Notieren Sie den SHA-256, den der letzte Befehl ausgibt:"],
  together: ["9136bd62", "3. Ohne Netzwerk, {required} Schlüsselinhaber gemeinsam; legen Sie jede .cer neben ihre .key. Wer den Austauschschlüssel erzeugt hat, kann die ganze Domäne öffnen: Der erste Befehl muss den notierten SHA-256 ausgeben. az nimmt die Passphrasen auf der Befehlszeile: Nehmen Sie einen Rechner, den sonst niemand verwendet, und schließen Sie ihn danach weg."],
  upload: ["5f454f66", "4. Mit Netzwerk. Der Blob wirkt nur für dieses HSM und nur einmal. Prüfen Sie nach einem Fehler zuerst: Bei einem aktiven HSM gibt der zweite Befehl Active aus. Nur wenn nicht, beginnen Sie wieder bei 2:"],
  restore: ["20fa02ef", "5. Azure verlangt zuerst eine Sicherung des leeren HSM; der zweite Befehl bringt die Schlüssel zurück. Die neueste protokollierte vollständige Sicherung: {backup}."],
  noBackup: ["c4da4201", "keine ist protokolliert"],
  backup: ["4a580625", "{folder} in {container}, {day}"],
});
