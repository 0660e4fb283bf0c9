// In German: ../en/runbook-data.ts.
import { translation } from "../rows/translation.ts";

export const RUNBOOK_DATA = translation<"runbook-data">()({
  "storageIdentity.title": ["eeb77f0e", "Jedem Konto seine Identität geben"],
  "accountKey.title": ["924c9cbd", "Jedem Konto seinen Schlüssel geben"],
  "cosmosIdentity.title": ["19629469", "Jedem Konto seine Identität geben und sie zum Standard machen"],
  "storageIdentity.changes": ["182ea253", "Jedes Konto erhält eine systemseitig zugewiesene Identität."],
  "storageIdentity.undo": ["c7f81aac", "Sie kann bleiben: Sie hat keine eigenen Rechte."],
  "accountKey.changes": ["7b73b7f2", "Blobs und Dateien sind sofort unter dem Schlüssel. Warteschlangen und Tabellen nur, wenn das Konto so erstellt wurde."],
  "accountKey.undo": ["f818b266", "az storage account update --encryption-key-source Microsoft.Storage."],
  "accountKey.note": ["3f04cf65", "Es wird keine Version genannt: Das Konto folgt dann neuen, einmal am Tag."],
  "cosmosIdentity.changes": ["437ce85b", "Jedes Konto erhält eine Identität und fordert damit seinen Schlüssel an."],
  "cosmosIdentity.undo": ["40e7a75f", "--default-identity FirstPartyIdentity, vor dem nächsten Schritt."],
  "accountKey.changes2": ["77da49d7", "Ein Auftrag im Hintergrund verschlüsselt das Konto; währenddessen lassen sich keine Regionen hinzufügen."],
  "accountKey.undo2": ["1b85ccfc", "Niemand kann es, sobald es begonnen hat."],
  "accountKey.cost": ["d6bfa14b", "5 bis 15 % mehr Anforderungseinheiten, für immer"],
  "accountKey.takes": ["e30e8d7f", "hängt von freien Anforderungseinheiten ab: Erhöhen Sie sie vorher"],
  "accountKey.twoPeople": ["3c62b981", "Es lässt sich nicht rückgängig machen und kostet für immer mehr Anforderungseinheiten."],
  "accountKey.note2": ["8078bc85", "Nicht für Konten mit Cassandra oder Vektorsuche. Alte regelmäßige Sicherungen bleiben, wie sie waren."],
});
