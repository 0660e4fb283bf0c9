// In German: ../en/roles.ts.
import { translation } from "../rows/translation.ts";

export const ROLES = translation<"roles">()({
  has: ["b315dff4", "{who} ist {role} auf {scope}."],
  "has.meaning": ["93e9da5b", "{who} ist {role} auf {scope}: {can}."],
  "unplanned.next": ["ef88d3b9", "Sie steht nicht im Plan. Finden Sie heraus, wer sie vergeben hat, und entziehen Sie sie oder nehmen Sie sie in den Plan auf."],
  missing: ["cf066f61", "{who} ist nicht {role} auf {scope}, sollte es aber sein."],
  "missing.next": ["bc4f0e9d", "Vergeben Sie die Rolle, oder berichtigen Sie den Plan."],
  id: ["41fed9f2", "die Rolle {id}"],
  named: ["ffd073b8", "die Rolle „{name}“"],
  "can.administrator": ["7d7b656f", "kann die Sicherheitsdomäne herunterladen, sichern, zurückspielen und Rollen vergeben, auch sich selbst; kann keinen Schlüssel erzeugen, auflisten oder verwenden"],
  "can.crypto-officer": ["a6b635f9", "kann trotz des Namens keinen Schlüssel erzeugen oder verwenden; kann Rollen vergeben und gelöschte Schlüssel entfernen oder zurückholen"],
  "can.crypto-user": ["a0be601a", "kann trotz des Namens Schlüssel verwalten: erzeugen, importieren, wechseln, löschen und verwenden"],
  "can.policy-administrator": ["e115dc40", "kann Rollen vergeben und entziehen, sonst nichts"],
  "can.crypto-auditor": ["c6cf860d", "kann Schlüssel und Rollen lesen, aber keine verwenden"],
  "can.crypto-service-encryption-user": ["25fe0c1b", "für einen Dienst, der mit einem Schlüssel verschlüsselt: kann lesen, ein- und auspacken"],
  "can.crypto-service-release-user": ["aef73f2f", "kann einen Schlüssel an eine in einer Richtlinie genannte Enklave freigeben"],
  "can.backup": ["ab8f63e6", "kann sichern, aber keinen Schlüssel lesen"],
  "can.restore": ["3c0ab323", "kann zurückspielen, aber keinen Schlüssel lesen"],
  "note.first": ["50d844cb", "Wer beim Anlegen des HSM genannt wurde, ist sein Administrator, bis jemand diese Rolle entzieht."],
  "note.inherited": ["820117a0", "Nichts wird vererbt: Rollen des Abonnements oder der Ressourcengruppe (Azure RBAC) gelten hier nicht, und ein Besitzer des Abonnements kann keinen Schlüssel lesen."],
  "note.self": ["e6ace312", "Durch ihre Rollen können diese die Sicherheitsdomäne herunterladen, notfalls nachdem sie sich selbst zum Administrator gemacht haben: {who}."],
  "note.alone": ["fb9845b8", "Jeder Administrator kann die Sicherheitsdomäne noch einmal herunterladen, allein, für eigene Zertifikate: Nur das Azure-Log zeigt es. Ebenso, wer es werden kann: ein Crypto Officer, ein Policy Administrator, ein globaler Administrator des Verzeichnisses und wer einer Gruppe mit einer solchen Rolle beitreten darf."],
});
