// In German: ../en/backup.ts.
import { translation } from "../rows/translation.ts";

export const BACKUP = translation<"backup">()({
  "backupWanted.container": ["e0397786", "Adresse des Containers"],
  "backupWanted.containerHint": ["92f65d6f", "Wie https://account.blob.core.windows.net/container, ohne Token"],
  "backupWanted.folder": ["74ccd433", "Ordner"],
  "backupWanted.by": ["6ca38be6", "Mit welcher Liste werden die Schlüssel verglichen?"],
  "backupWanted.bring": ["e8a26361", "Schlüsselliste wählen"],
  "backupWanted.bringOther": ["8a01289d", "Andere Schlüsselliste wählen"],
  "backupWanted.nothing": ["5428c96d", "Es gibt keine Liste: Die Schlüssel werden nicht verglichen, und dies ist keine Rückspielübung"],
  "backupWanted.reason": ["e7a20b63", "Warum es keine gibt"],
  "backupWanted.sha256": ["bbd07c4f", "SHA-256"],
  "backupWanted.head": ["d15b8409", "Prüfwert jenes Protokolls"],
  "backupWanted.noRoles": ["c7664976", "Die Liste enthält keine: Rollenzuweisungen werden nicht verglichen."],
  "backupWanted.missing": ["30fcfce0", "Geben Sie Container und Ordner ein und wählen Sie eine Liste"],
  "backupWanted.button": ["c2d90e72", "Diese Sicherung eintragen"],
  "storageWay.label": ["5e464baf", "Wie erreicht das HSM den Speicher?"],
  "storageWay.identity": ["bad96453", "Mit seiner verwalteten Identität"],
  "storageWay.sas": ["9a00ba52", "Mit einem SAS-Token"],
  "storageWay.why": ["ecb78d89", "Das Token steht allein in einer Datei auf diesem Rechner. Nur die Verbindung zum HSM liest es; es wird nie angezeigt oder protokolliert. Löschen Sie die Datei danach."],
  "list.file": ["a916acf3", "Die Schlüsselliste von {hsm}, erstellt am {listedAt, date, day}, {listedAt, time, short} UTC"],
  "list.recovery": ["8b207124", "Was die Wiederherstellung auf {hsm} am {listedAt, date, day}, {listedAt, time, short} UTC gefunden hat: Später erzeugte Schlüssel stehen nicht darin"],
});
