// The backup: the newest full one, the one of the empty new HSM, and the restore.
import * as z from "zod/mini";
import { named, theirs } from "../../../ceremony-scripts/index.ts";
import { sentence } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { count, day, digest, keys, role, roles, text, truth, type Data } from "./forms.ts";
import { rolesIn, shortDigest } from "./holes.ts";
import { timeOf, withFullStop } from "./phrases.ts";

/** By the HSM's identity, or by a shared access signature made for this. */
const storage = z.enum(["managed-identity", "sas"]);
export type StorageWay = Data<typeof storage>;

/**
 * A key list: a file, with its own SHA-256, or from an earlier record, with that record's head.
 * `hsm` and `listedAt` say whose it is, and of when.
 */
const keyList = z.strictObject({
  from: z.enum(["file", "record"]),
  sha256: digest,
  hsm: text,
  listedAt: text,
});
export type KeyListNamed = Data<typeof keyList>;

const known = z.strictObject({
  container: text,
  folder: text,
  keys,
  /** Missing in early records, and if nobody listed them: then they are not compared. */
  roles: z.exactOptional(roles),
  /** Where keys and roles are listed; a rehearsal's own HSM is asked, and has no list. */
  list: z.exactOptional(keyList),
  /** Two people continued without a list: `keys` is empty, and nothing will be reported as found. */
  unknown: z.exactOptional(z.strictObject({ reason: text, decidedBy: z.array(role) })),
});

const reader = z.strictObject({
  principal: text,
  role: text,
  name: text,
  scope: text,
  temporary: truth,
});

export interface Backup {
  readonly backup: Data<typeof known> | null;
  readonly recovery: {
    /** Names of jobs that began and whose end was not seen; "" for none. */
    readonly backupJob: string;
    readonly restoreJob: string;
    /** When the backup of the empty HSM ended, RFC 3339; "" before. */
    readonly emptyBackupAt: string;
    readonly hasWaited: boolean;
    readonly isRestored: boolean;
    /** A temporary role assignment that may exist. */
    readonly reader: Data<typeof reader> | null;
  };
}
export const NO_BACKUP: Backup = {
  backup: null,
  recovery: {
    backupJob: "",
    restoreJob: "",
    emptyBackupAt: "",
    hasWaited: false,
    isRestored: false,
    reader: null,
  },
};

const recovering = ({ recovery }: Backup, change: Partial<Backup["recovery"]>) => ({
  recovery: { ...recovery, ...change },
});

const job = z.strictObject({ job: text });
const folder = z.strictObject({ folder: text });

export const BACKUP = {
  /** The newest full backup as its report says; `takenAt` is a day. */
  "backup-named": entry({
    by: "doer",
    form: z.strictObject({ container: text, folder: text, takenAt: day }),
    leaves: ({ container, folder: where, takenAt }) => ({
      backup: { container, folder: where, at: `${takenAt}T00:00:00.000Z` },
    }),
    minutes: ({ container, folder: where, takenAt }) =>
      sentence("entries.backup-named", {
        folder: theirs(where),
        container: theirs(container),
        day: takenAt,
      }),
    facts: ({ folder: where }) => ({ folder: where }),
  }),
  "backup-known": entry({
    by: "administrator",
    form: known,
    evolve: (backup) => ({ backup }),
    leaves: ({ container, folder: where }, _, at) => ({ backup: { container, folder: where, at } }),
    minutes: ({
      container,
      folder: where,
      keys: all,
      roles: assigned = [],
      list: listed,
      unknown,
    }) => {
      const backup = { folder: theirs(where), container: theirs(container) };
      return unknown === undefined
        ? sentence("entries.backup-known", {
            ...backup,
            keys: all.length,
            roles: assigned.length,
            list: listed?.from ?? "none",
            hsm: theirs(listed?.hsm ?? ""),
            at: timeOf(listed?.listedAt ?? ""),
            digest: shortDigest(listed?.sha256 ?? ""),
          })
        : sentence("entries.backup-unknown", {
            ...backup,
            who: rolesIn(unknown.decidedBy),
            reason: theirs(withFullStop(unknown.reason)),
          });
    },
    facts: ({ folder: where }) => ({ folder: where }),
  }),
  /** Before the call. How the HSM reaches the storage; nothing else about a token is recorded. */
  "backup-began": entry({
    by: "administrator",
    form: z.strictObject({ container: text, storage }),
    minutes: ({ container, storage: way }) =>
      sentence("entries.backup-began", {
        container: theirs(container),
        way: sentence(`entries.way.${way}`),
      }),
    facts: ({ storage: way }) => ({ storage: way }),
  }),
  /** The job's name: its status is asked before anything is sent again. */
  "backup-started": entry({
    by: "app",
    form: job,
    evolve: ({ job: backupJob }, state: Backup) => recovering(state, { backupJob }),
    minutes: ({ job: name }) => sentence("entries.backup-started", { job: named(name) }),
  }),
  "backup-ended": entry({
    by: "app",
    form: folder,
    evolve: (_, state: Backup, { at }) => recovering(state, { backupJob: "", emptyBackupAt: at }),
    minutes: ({ folder: where }) => sentence("entries.backup-ended", { folder: theirs(where) }),
  }),
  /**
   * Azure restores no earlier than `advised` seconds after the empty HSM's backup ended (`since`);
   * a rehearsal waits less. `waited`: the seconds from then to the restore.
   */
  "restore-waited": entry({
    by: "app",
    form: z.strictObject({ since: text, advised: count, waited: count }),
    evolve: (_, state: Backup) => recovering(state, { hasWaited: true }),
    minutes: ({ since, advised, waited }) =>
      sentence("entries.restore-waited", {
        minutes: Math.round(advised / 60),
        at: timeOf(since),
        waited,
        isShort: waited < advised,
      }),
    facts: ({ waited }) => ({ waited }),
  }),
  /** Records from before SAS tokens have no `storage`: it was the managed identity. */
  "restore-began": entry({
    by: "administrator",
    form: z.strictObject({ folder: text, storage: z.exactOptional(storage) }),
    minutes: ({ folder: where, storage: way = "managed-identity" }) =>
      sentence("entries.restore-began", {
        folder: theirs(where),
        way: sentence(`entries.way.${way}`),
      }),
    facts: ({ folder: where, storage: way = "managed-identity" }) => ({
      folder: where,
      storage: way,
    }),
  }),
  "restore-started": entry({
    by: "app",
    form: job,
    evolve: ({ job: restoreJob }, state: Backup) => recovering(state, { restoreJob }),
    minutes: ({ job: name }) => sentence("entries.restore-started", { job: named(name) }),
  }),
  "restore-ended": entry({
    by: "app",
    form: folder,
    evolve: (_, state: Backup) => recovering(state, { restoreJob: "", isRestored: true }),
    minutes: ({ folder: where }) => sentence("ledger.restore-ended", { folder: theirs(where) }),
    facts: ({ folder: where }) => ({ folder: where }),
  }),
  /**
   * Who lists the keys, and by which role assignment. A temporary one is recorded before it is
   * made, and must be gone before the ceremony is closed.
   */
  "key-reader-named": entry({
    by: "administrator",
    form: reader,
    evolve: (data, state: Backup) => recovering(state, { reader: data.temporary ? data : null }),
    minutes: ({ principal, role: assigned, name, scope, temporary }) =>
      sentence(temporary ? "entries.key-reader-given" : "entries.key-reader-named", {
        principal: named(principal),
        role: named(assigned),
        scope: theirs(scope),
        name: named(name),
      }),
    facts: ({ principal, temporary }) => ({ principal, temporary }),
  }),
  "key-reader-removed": entry({
    by: "app",
    form: z.strictObject({ name: text, scope: text }),
    evolve: (_, state: Backup) => recovering(state, { reader: null }),
    minutes: ({ name }) => sentence("entries.key-reader-removed", { name: named(name) }),
  }),
};
