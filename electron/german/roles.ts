// What is said of roles at the HSM.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const ROLES: Sentences = {
  "can download the security domain, back up, restore and grant roles, including to themselves; cannot create, list or use a key":
    "kann die Sicherheitsdomäne herunterladen, sichern, zurückspielen und Rollen vergeben, auch sich selbst; kann keinen Schlüssel erzeugen, auflisten oder verwenden",
  "despite its name, cannot create or use a key; can grant roles, and purge or recover deleted keys":
    "kann trotz des Namens keinen Schlüssel erzeugen oder verwenden; kann Rollen vergeben und gelöschte Schlüssel entfernen oder zurückholen",
  "despite its name, can manage keys: create, import, rotate, delete and use them":
    "kann trotz des Namens Schlüssel verwalten: erzeugen, importieren, wechseln, löschen und verwenden",
  "can grant and remove roles, and nothing else":
    "kann Rollen vergeben und entziehen, sonst nichts",
  "can read keys and roles, but use none": "kann Schlüssel und Rollen lesen, aber keine verwenden",
  "for a service that encrypts with a key: can read, wrap and unwrap":
    "für einen Dienst, der mit einem Schlüssel verschlüsselt: kann lesen, ein- und auspacken",
  "can release a key to an enclave that a policy names":
    "kann einen Schlüssel an eine in einer Richtlinie genannte Enklave freigeben",
  "can back up, but read no key": "kann sichern, aber keinen Schlüssel lesen",
  "can restore, but read no key": "kann zurückspielen, aber keinen Schlüssel lesen",
  "Anyone named when the HSM was created is its administrator, until someone removes that role.":
    "Wer beim Anlegen des HSM genannt wurde, ist sein Administrator, bis jemand diese Rolle entzieht.",
  "Nothing is inherited: roles of the subscription or resource group (Azure RBAC) do not apply here, and an owner of the subscription cannot read any key.":
    "Nichts wird vererbt: Rollen des Abonnements oder der Ressourcengruppe (Azure RBAC) gelten hier nicht, und ein Besitzer des Abonnements kann keinen Schlüssel lesen.",
  "Each administrator can download the security domain again, alone, for their own certificates: only Azure's log shows it.":
    "Jeder Administrator kann die Sicherheitsdomäne noch einmal herunterladen, allein, für eigene Zertifikate: Nur das Azure-Log zeigt es.",
  "the role {0}": "die Rolle {0}",
  "{who} is {role} at {scope}: {can}.": "{who} ist {role} auf {scope}: {can}.",
  "It is not in the plan. Find out who granted it, and remove it or add it to the plan.":
    "Sie steht nicht im Plan. Finden Sie heraus, wer sie vergeben hat, und entziehen Sie sie oder nehmen Sie sie in den Plan auf.",
  "{who} is not {role} at {scope}, but should be.":
    "{who} ist nicht {role} auf {scope}, sollte es aber sein.",
  "Grant the role, or correct the plan.": "Vergeben Sie die Rolle, oder berichtigen Sie den Plan.",
};
