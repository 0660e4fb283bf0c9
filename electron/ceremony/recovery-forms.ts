// The forms of entries about the new HSM of a recovery.
import type { ExpectedKey } from "./events.ts";
import type { ExpectedRole, KeyListNamed, KeyVersion, RecoveryEvents } from "./recovery-events.ts";
import { count, digest, like, listOf, role, shape, text, truth, type Check } from "./shape.ts";

export const keys = listOf(shape<ExpectedKey>({ name: text, version: text, publicSha256: text }));
const roles = listOf(shape<ExpectedRole>({
  principal: text, role: text, roleName: text, scope: text,
}));
const keyList = shape<KeyListNamed>({
  from: like(/^(file|record)$/), sha256: digest, hsm: text, listedAt: text,
});
export const storage = like(/^(managed-identity|sas)$/);
const versions = listOf(shape<KeyVersion>({ name: text, version: text }));
const job = shape<{ job: string }>({ job: text });

export const RECOVERY_FORMS: Readonly<Record<keyof RecoveryEvents, Check>> = {
  "backup-known": shape<RecoveryEvents["backup-known"]>({
    container: text, folder: text, keys, roles, list: keyList,
    unknown: shape<Required<RecoveryEvents["backup-known"]>["unknown"]>({
      reason: text, decidedBy: listOf(role),
    }),
  }, ["roles", "list", "unknown"]),
  "backup-began": shape<RecoveryEvents["backup-began"]>({
    container: text, storage,
  }),
  "backup-started": job,
  "restore-waited": shape<RecoveryEvents["restore-waited"]>({
    since: text, advised: count, waited: count,
  }),
  "restore-started": job,
  "key-reader-named": shape<RecoveryEvents["key-reader-named"]>({
    principal: text, role: text, name: text, scope: text, temporary: truth,
  }),
  "keys-not-compared": shape<RecoveryEvents["keys-not-compared"]>({ keys: versions }),
  "key-reader-removed": shape<RecoveryEvents["key-reader-removed"]>({ name: text, scope: text }),
  "recovery-compared": shape<RecoveryEvents["recovery-compared"]>({
    keysBack: count, keysMissing: versions, keysMore: versions,
    rolesBack: count, rolesMissing: roles, rolesMore: roles,
  }),
};
