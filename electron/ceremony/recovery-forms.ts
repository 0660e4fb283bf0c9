// The forms of entries about the new HSM of a recovery.
import type { ExpectedRole, KeyVersion, RecoveryEvents } from "./recovery-events.ts";
import { count, like, listOf, shape, text, truth, type Check } from "./shape.ts";

export const roles = listOf(shape<ExpectedRole>({
  principal: text, role: text, roleName: text, scope: text,
}));
const versions = listOf(shape<KeyVersion>({ name: text, version: text }));
const job = shape<{ job: string }>({ job: text });

export const RECOVERY_FORMS: Readonly<Record<keyof RecoveryEvents, Check>> = {
  "backup-began": shape<RecoveryEvents["backup-began"]>({
    container: text, storage: like(/^managed-identity$/),
  }),
  "backup-started": job,
  "restore-waited": shape<RecoveryEvents["restore-waited"]>({
    since: text, advised: count, waited: count,
  }),
  "restore-started": job,
  "key-reader-named": shape<RecoveryEvents["key-reader-named"]>({
    principal: text, role: text, name: text, scope: text, temporary: truth,
  }),
  "key-reader-removed": shape<RecoveryEvents["key-reader-removed"]>({ name: text, scope: text }),
  "recovery-compared": shape<RecoveryEvents["recovery-compared"]>({
    keysBack: count, keysMissing: versions, keysMore: versions,
    rolesBack: count, rolesMissing: roles, rolesMore: roles,
  }),
};
