// The backup: the newest full one, the one of the empty new HSM, and the restore.
import * as z from "zod/mini";
import { named, theirs, type Line } from "../../../ceremony-scripts/index.ts";
import { entry } from "./entry.ts";
import { count, day, digest, keys, role, roles, text, truth, type Data } from "./forms.ts";
import { counted, inText, listed, timeOf, whole } from "./phrases.ts";

/** As the HSM itself, or by a shared access signature that was made for this. */
const storage = z.enum(["managed-identity", "sas"]);
export type StorageWay = Data<typeof storage>;

/**
 * A key list: a file, with its own SHA-256, or what an earlier record found, with that record's
 * head. `hsm` and `listedAt` say whose it is, and of when.
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
  /** Early records lack it; so do those where nobody listed them: then they are not compared. */
  roles: z.exactOptional(roles),
  /** Where keys and roles are listed; a rehearsal's own HSM is asked, and has no list. */
  list: z.exactOptional(keyList),
  /** Two people continued without a list: `keys` is empty, and nothing will be called found. */
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
    /** Names of jobs that began and were not seen to end; "" for none. */
    readonly backupJob: string;
    readonly restoreJob: string;
    /** When the backup of the empty HSM ended, RFC 3339; "" before. */
    readonly emptyBackupAt: string;
    readonly hasWaited: boolean;
    readonly isRestored: boolean;
    /** A temporary role assignment that may stand. */
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

const STORAGE: Readonly<Record<StorageWay, string>> = {
  "managed-identity": "its managed identity",
  sas: "a SAS token, of which nothing is kept",
};

/** Where what is expected is listed. */
const keyListIn = (list: KeyListNamed | undefined): Line =>
  list === undefined
    ? []
    : [
        list.from === "file" ? ", by the key list of " : ", by what an earlier record found at ",
        theirs(list.hsm),
        ` of ${timeOf(list.listedAt)} UTC (`,
        list.from === "file" ? "SHA-256 " : "head ",
        named(`${list.sha256.slice(0, 16)}\u2026`),
        ")",
      ];

const job = z.strictObject({ job: text });
const folder = z.strictObject({ folder: text });

export const BACKUP = {
  /** The newest full backup as its report says; `takenAt` is a day. */
  "backup-named": entry({
    form: z.strictObject({ container: text, folder: text, takenAt: day }),
    leaves: ({ container, folder: where, takenAt }) => ({
      backup: { container, folder: where, at: `${takenAt}T00:00:00.000Z` },
    }),
    minutes: ({ container, folder: where, takenAt }) => [
      "The newest full backup is ",
      theirs(where),
      " in ",
      theirs(container),
      `, of ${takenAt}.`,
    ],
    facts: ({ folder: where }) => ({ folder: where }),
  }),
  "backup-known": entry({
    form: known,
    evolve: (backup) => ({ backup }),
    leaves: ({ container, folder: where }, _, at) => ({ backup: { container, folder: where, at } }),
    minutes: ({ container, folder: where, keys: all, roles: assigned = [], list, unknown }) => [
      "The newest full backup is ",
      theirs(where),
      " in ",
      theirs(container),
      ...(unknown === undefined
        ? [
            `; ${counted(all.length, "key")} and ${counted(
              assigned.length,
              "role assignment",
            )} expected after the restore`,
            ...keyListIn(list),
            ".",
          ]
        : [
            "; there is no list of its keys, as ",
            `${listed(unknown.decidedBy.map(inText))} decided: `,
            theirs(whole(unknown.reason)),
          ]),
    ],
    facts: ({ folder: where }) => ({ folder: where }),
  }),
  /** Before the call. How the HSM reaches the storage; of a token nothing else is recorded. */
  "backup-began": entry({
    form: z.strictObject({ container: text, storage }),
    minutes: ({ container, storage: way }) => [
      "The empty HSM is being backed up to ",
      theirs(container),
      "; it reaches the storage by " + `${STORAGE[way]}.`,
    ],
    facts: ({ storage: way }) => ({ storage: way }),
  }),
  /** The job's name: its status is asked before anything is sent again. */
  "backup-started": entry({
    form: job,
    evolve: ({ job: backupJob }, state: Backup) => recovering(state, { backupJob }),
    minutes: ({ job: name }) => ["The HSM began the backup, job ", named(name), "."],
  }),
  "backup-ended": entry({
    form: folder,
    evolve: (_, state: Backup, { at }) => recovering(state, { backupJob: "", emptyBackupAt: at }),
    minutes: ({ folder: where }) => ["The empty HSM was backed up: ", theirs(where), "."],
  }),
  /**
   * Azure restores no earlier than `advised` seconds after the empty HSM's backup ended (`since`);
   * a rehearsal waits less. `waited`: the seconds from there to the restore.
   */
  "restore-waited": entry({
    form: z.strictObject({ since: text, advised: count, waited: count }),
    evolve: (_, state: Backup) => recovering(state, { hasWaited: true }),
    minutes: ({ since, advised, waited }) => [
      `Azure restores no earlier than ${String(Math.round(advised / 60))} minutes after the `
        + `backup of the empty HSM, which ended at ${timeOf(since)} UTC. The ceremony waited ${counted(
          waited,
          "second",
        )}${waited < advised ? ": this is a rehearsal" : ""}.`,
    ],
    facts: ({ waited }) => ({ waited }),
  }),
  /** Records of the time before SAS tokens have no `storage`: it was the managed identity. */
  "restore-began": entry({
    form: z.strictObject({ folder: text, storage: z.exactOptional(storage) }),
    minutes: ({ folder: where, storage: way = "managed-identity" }) => [
      "The restore of ",
      theirs(where),
      ` began, by ${STORAGE[way]}.`,
    ],
    facts: ({ folder: where, storage: way = "managed-identity" }) => ({
      folder: where,
      storage: way,
    }),
  }),
  "restore-started": entry({
    form: job,
    evolve: ({ job: restoreJob }, state: Backup) => recovering(state, { restoreJob }),
    minutes: ({ job: name }) => ["The HSM began the restore, job ", named(name), "."],
  }),
  "restore-ended": entry({
    form: folder,
    evolve: (_, state: Backup) => recovering(state, { restoreJob: "", isRestored: true }),
    minutes: ({ folder: where }) => ["The restore of ", theirs(where), " ended."],
    facts: ({ folder: where }) => ({ folder: where }),
  }),
  /**
   * Who lists the keys, and by which role assignment. A temporary one is recorded before it is
   * made, and must be gone before the ceremony is closed.
   */
  "key-reader-named": entry({
    form: reader,
    evolve: (data, state: Backup) => recovering(state, { reader: data.temporary ? data : null }),
    minutes: ({ principal, role: assigned, name, scope, temporary }) =>
      temporary
        ? [
            "To list the keys, ",
            named(principal),
            " is temporarily given the role Crypto Auditor (",
            named(assigned),
            ") at ",
            theirs(scope),
            ": assignment ",
            named(name),
            ".",
          ]
        : [
            "The keys are listed by ",
            named(principal),
            ", who already has the role ",
            named(assigned),
            " at ",
            theirs(scope),
            ": assignment ",
            named(name),
            ".",
          ],
    facts: ({ principal, temporary }) => ({ principal, temporary }),
  }),
  "key-reader-removed": entry({
    form: z.strictObject({ name: text, scope: text }),
    evolve: (_, state: Backup) => recovering(state, { reader: null }),
    minutes: ({ name }) => [
      "The role assignment ",
      named(name),
      ", given for listing the keys, was removed.",
    ],
  }),
};
