// In German: what ./backup.ts says.
import type { KeyListView } from "../../electron/bridge/backup-views.ts";
import { dayAndTime } from "./times.ts";

/** What people write and bring. */
export const BACKUP_WANTED = {
  container: "Adresse des Containers",
  containerHint: "Wie https://account.blob.core.windows.net/container, ohne Token",
  folder: "Ordner",
  by: "Mit welcher Liste werden die Schlüssel verglichen?",
  bring: "Schlüsselliste wählen",
  bringOther: "Andere Schlüsselliste wählen",
  list: ({ from, hsm, listedAt }: KeyListView): string =>
    from === "file"
      ? `Die Schlüsselliste von ${hsm}, erstellt am ${dayAndTime(listedAt)}`
      : `Was die Wiederherstellung auf ${hsm} am ${dayAndTime(listedAt)} gefunden hat: Später erzeugte Schlüssel `
        + "stehen nicht darin",
  nothing:
    "Es gibt keine Liste: Die Schlüssel werden nicht verglichen, und dies ist keine "
    + "Rückspielübung",
  reason: "Warum es keine gibt",
  sha256: "SHA-256",
  head: "Prüfwert jenes Protokolls",
  noRoles: "Die Liste enthält keine: Rollenzuweisungen werden nicht verglichen.",
  missing: "Geben Sie Container und Ordner ein und wählen Sie eine Liste",
  button: "Diese Sicherung eintragen",
} as const;

/** How the HSM reaches the storage. */
export const STORAGE_WAY = {
  label: "Wie erreicht das HSM den Speicher?",
  identity: "Mit seiner verwalteten Identität",
  sas: "Mit einem SAS-Token",
  why:
    "Das Token steht allein in einer Datei auf diesem Rechner. Nur die Verbindung zum "
    + "HSM liest es; es wird nie angezeigt oder protokolliert. Löschen Sie die Datei "
    + "danach.",
} as const;
