// In German: ../en/runbook-sql.ts.
import { translation } from "../rows/translation.ts";

export const RUNBOOK_SQL = translation<"runbook-sql">()({
  "identity.title": ["56f29a43", "Jeder Instanz ihre Identität geben"],
  "key.title": ["59453036", "Den Schlüssel auf jeder Instanz registrieren, zuerst auf der sekundären"],
  "protector.title": ["139018e0", "Auf jeder Instanz die TDE-Schutzvorrichtung setzen"],
  "group.title": ["b2a3a684", "Die Failovergruppe erstellen"],
  "identity.changes": ["47d96fa5", "Jede Instanz erhält eine systemseitig zugewiesene Identität."],
  "identity.undo": ["c7f81aac", "Sie kann bleiben: Sie hat keine eigenen Rechte."],
  "identity.takes": ["f3a3737d", "bis zu einer Minute"],
  "identity.note": ["0e1b317e", "Lesen Sie zuerst az sql mi show: --assign-identity nimmt eine benutzerseitig zugewiesene Identität weg, von der der Plan nichts weiß. Geben Sie einer solchen Instanz im Plan beide Arten; dann behält ihr Befehl sie."],
  "identity.note2": ["71869c88", "Ist IDENTITY leer, halten Sie an: Die Instanz hat keine benutzerseitig zugewiesene Identität. Hat sie mehrere, nennen Sie alle."],
  "identity.note3": ["3f2e4b88", "Notieren Sie vorher servicePrincipal, und vergleichen Sie es danach: Die Windows-Authentifizierung braucht es."],
  "key.role": ["1b36a687", "{role}; um die Adresse des Schlüssels zu lesen, {reader}"],
  "key.changes": ["33ad3bb4", "Die Instanzen kennen den Schlüssel; noch ist nichts damit geschützt."],
  "key.undo": ["3df2bb70", "az sql mi key delete, solange er nicht die Schutzvorrichtung ist."],
  "key.note": ["0ae4cbcb", "409 ServerKeyUriAlreadyExists bedeutet, dass er schon registriert war: Fahren Sie fort."],
  "protector.changes": ["f8720fd7", "Der eigene Schlüssel jeder Datenbank wird mit dem Schlüssel des HSM umhüllt. Keine Datei wird neu verschlüsselt; es gibt keinen Ausfall."],
  "protector.undo": ["57c5cde3", "az sql mi tde-key set --server-key-type ServiceManaged. Der Schlüssel muss für alte Sicherungen bleiben."],
  "group.changes": ["df7688aa", "Die Datenbanken werden auf die sekundäre Instanz kopiert, die leer sein muss."],
  "group.undo": ["f135d74f", "az sql instance-failover-group delete; die sekundäre behält ihre Kopien."],
  "group.cost": ["15a2e195", "Die zweite Instanz, falls sie noch nicht vorhanden ist"],
  "group.takes": ["4ea9a976", "bis zu 360 GB in der Stunde"],
  "group.note": ["905e57e5", "Überspringen Sie den Befehl, wenn die Gruppe vorhanden ist. Microsofts Seite sagt, dass az zwei Ressourcengruppen nicht verbinden kann, obwohl es die Option annimmt: Nehmen Sie dann das Portal oder az rest."],
  "group.note2": ["d281be95", "Dienstebene, Speicher, DNS-Zone, Updaterichtlinie und Mandant müssen gleich sein; die Ports 5022 und 11000-11999 sind in beide Richtungen offen."],
});
