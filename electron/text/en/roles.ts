// Who has which role at an HSM, and what each role really is.

export const ROLES = {
  has: "{who} is {role} at {scope}.",
  "has.meaning": "{who} is {role} at {scope}: {can}.",
  "unplanned.next": "It is not in the plan. Find out who granted it, and remove it or add it to the plan.",
  missing: "{who} is not {role} at {scope}, but should be.",
  "missing.next": "Grant the role, or correct the plan.",
  id: "the role {id}",
  named: "the role \"{name}\"",
  "can.administrator": "can download the security domain, back up, restore and grant roles, including to themselves; cannot create, list or use a key",
  "can.crypto-officer": "despite its name, cannot create or use a key; can grant roles, and purge or recover deleted keys",
  "can.crypto-user": "despite its name, can manage keys: create, import, rotate, delete and use them",
  "can.policy-administrator": "can grant and remove roles, and nothing else",
  "can.crypto-auditor": "can read keys and roles, but use none",
  "can.crypto-service-encryption-user": "for a service that encrypts with a key: can read, wrap and unwrap",
  "can.crypto-service-release-user": "can release a key to an enclave that a policy names",
  "can.backup": "can back up, but read no key",
  "can.restore": "can restore, but read no key",
  "note.first": "Anyone named when the HSM was created is its administrator, until someone removes that role.",
  "note.inherited": "Nothing is inherited: roles of the subscription or resource group (Azure RBAC) do not apply here, and an owner of the subscription cannot read any key.",
  "note.self": "By their roles these can download the security domain, if need be after making themselves Administrator: {who}.",
  "note.alone": "Each administrator can download the security domain again, alone, for their own certificates: only Azure's log shows it. So can anyone who can become one: a Crypto Officer, a Policy Administrator, a Global Administrator of the directory, and anyone who may join a group with such a role.",
} as const;
