// In `know-backup`, if no rehearsal knows the lost HSM's backup: what people enter, and the list of
// keys that they bring, or that an earlier record has.
import { sha256Hex } from "../../crypto/index.ts";
import type { InputOf } from "../../ceremony-scripts/index.ts";
import type { BackupSheetView, BackupWantedView, KeyListView } from "../bridge/backup-views.ts";
import type { RequestOf } from "../bridge/contract.ts";
import type { KeyListNamed } from "../ceremony/ceremony.ts";
import { readKeyList } from "../hsm/key-list.ts";
import type { KnowBackupRequest } from "../usecases/know-backup.ts";
import { fault } from "./faults.ts";
import type { DeskOptions } from "./options.ts";
import type { KnownKeys, OpenCeremony } from "./open-ceremony.ts";

/**
 * Lets a person choose the file; if none is chosen, the previous one stays.
 * @throws Fault E-DESK-STALE, E-KEYS-FILE, E-KEYS-LIST
 */
export async function bringKeyList(
  open: OpenCeremony,
  _: RequestOf<"keyList">,
  { chooseKeyList }: Pick<DeskOptions, "chooseKeyList">,
): Promise<void> {
  if (backupWanted(open) === null) throw fault("E-DESK-STALE");
  const bytes = await chooseKeyList().catch(() => {
    throw fault("E-KEYS-FILE");
  });
  if (bytes === null) return;
  const { hsm, listedAt, keys, roles } = readKeyList(bytes);
  const list = { from: "file", sha256: sha256Hex(bytes), hsm, listedAt } as const;
  open.keysBrought = { list, keys, roles };
}

/** What a rehearsal knows of its own HSM's backup, in the step that records it; else null. */
export function backupSheet({ step, session: { plan } }: OpenCeremony): BackupSheetView | null {
  if (step?.action.kind !== "know-backup" || plan.backup === null) return null;
  const { container, folder, keys, roles = [] } = plan.backup;
  return {
    container,
    folder,
    keys: keys.map(({ name, version }) => ({ name, version })),
    roles: roles.map(({ roleName, scope }) => ({ roleName, scope })),
  };
}

/** What the step asks for; null if it is not current, or a rehearsal knows its own backup. */
export function backupWanted(open: OpenCeremony): BackupWantedView | null {
  const {
    step,
    state,
    session: { plan },
  } = open;
  if (step?.action.kind !== "know-backup" || plan.backup !== null) return null;
  const { container = "", folder = "" } = state.opened?.earlier[0]?.backup ?? {};
  return { container, folder, lists: knownKeys(open).map(viewOf) };
}

/**
 * What `know-backup` records: what a rehearsal knows of its own HSM, else what people entered.
 * @throws Fault E-DESK-STALE
 */
export function backupOf(open: OpenCeremony, entered: InputOf<"know-backup">): KnowBackupRequest {
  const { backup } = open.session.plan;
  if (backup !== null) return backup;
  if (!("by" in entered)) throw fault("E-DESK-STALE");
  const { container, folder, by, reason, decidedBy } = entered;
  return {
    container,
    folder,
    ...(by === "nothing" ? { keys: [], unknown: { reason, decidedBy } } : chosenOf(open, by)),
  };
}

function chosenOf(
  open: OpenCeremony,
  by: KeyListNamed["from"],
): Pick<KnowBackupRequest, "keys" | "roles" | "list"> {
  const known = knownKeys(open).find(({ list }) => list.from === by);
  if (known === undefined) throw fault("E-DESK-STALE");
  const { keys, roles, list } = known;
  return { keys, list, ...(roles === null ? {} : { roles }) };
}

/** The list that was brought, and the one of an earlier record. */
const knownKeys = ({
  keysBrought,
  session: {
    plan: { keysSeen },
  },
}: OpenCeremony): readonly KnownKeys[] => [
  ...(keysBrought === null ? [] : [keysBrought]),
  ...(keysSeen === null
    ? []
    : [
        {
          list: { from: "record", sha256: keysSeen.head, hsm: keysSeen.hsm, listedAt: keysSeen.at },
          keys: keysSeen.keys,
          roles: null,
        } as const,
      ]),
];

const viewOf = ({ list, keys, roles }: KnownKeys): KeyListView => ({
  ...list,
  keys: keys.map(({ name, version }) => ({ name, version })),
  roles: roles === null ? null : roles.map(({ roleName, scope }) => ({ roleName, scope })),
});
