// The sentences of what happens at the new HSM of a recovery.
import { named, theirs, type Line } from "../../ceremony-scripts/index.ts";
import type { ExpectedRole, KeyListNamed, StorageWay } from "../ceremony/ceremony.ts";
import { counted, joined, timeOf } from "./phrases.ts";
import type { Sentences } from "./sentences.ts";

type AtTheHsm =
  | "backup-began" | "backup-started" | "backup-ended" | "restore-waited" | "restore-began"
  | "restore-started" | "restore-ended" | "key-reader-named" | "key-reader-removed"
  | "recovery-compared" | "keys-not-compared";

/** A role assignment: the role, the person's object id, where. */
export const roleIn = ({ principal, role, roleName, scope }: ExpectedRole): Line =>
  [theirs(roleName === "" ? role : roleName), " of ", named(principal), " at ", theirs(scope)];

const listOf = (what: string, lines: readonly Line[]): Line =>
  lines.length === 0 ? [] : [` ${what}: `, ...joined(lines), "."];

const versionIn = ({ name, version }: { readonly name: string; readonly version: string }): Line =>
  [theirs(name), " ", named(version)];

/** Where what is expected stands. */
export const keyListIn = (list: KeyListNamed | undefined): Line => list === undefined ? []
  : [list.from === "file" ? ", by the key list of " : ", by what an earlier record found at ",
    theirs(list.hsm), ` of ${timeOf(list.listedAt)} UTC (`,
    list.from === "file" ? "SHA-256 " : "head ", named(`${list.sha256.slice(0, 16)}\u2026`), ")"];

const STORAGE: Readonly<Record<StorageWay, string>> = {
  "managed-identity": "its managed identity", "sas": "a SAS token, of which nothing is kept",
};

export const RECOVERY_SENTENCES: Sentences<AtTheHsm> = {
  "backup-began": ({ container, storage }) =>
    ["The empty HSM is being backed up to ", theirs(container), "; it reaches the storage by "
      + `${STORAGE[storage]}.`],
  "backup-started": ({ job }) => ["The HSM began the backup, job ", named(job), "."],
  "backup-ended": ({ folder }) => ["The empty HSM was backed up: ", theirs(folder), "."],
  "restore-waited": ({ since, advised, waited }) =>
    [`Azure restores no earlier than ${String(Math.round(advised / 60))} minutes after the backup `
      + `of the empty HSM, which ended at ${timeOf(since)} UTC. It was waited ${
        counted(waited, "second")}${waited < advised ? ": this is a rehearsal" : ""}.`],
  "restore-began": ({ folder, storage = "managed-identity" }) =>
    ["The restore of ", theirs(folder), ` began, by ${STORAGE[storage]}.`],
  "restore-started": ({ job }) => ["The HSM began the restore, job ", named(job), "."],
  "restore-ended": ({ folder }) => ["The restore of ", theirs(folder), " ended."],
  "key-reader-named": ({ principal, role, name, scope, temporary }) => temporary
    ? ["To list the keys, ", named(principal), " is given the role Crypto Auditor (", named(role),
      ") at ", theirs(scope), " for the time of it: assignment ", named(name), "."]
    : ["The keys are listed by ", named(principal), ", who has the role ", named(role), " at ",
      theirs(scope), " already: assignment ", named(name), "."],
  "key-reader-removed": ({ name }) =>
    ["The role assignment ", named(name), ", given for listing the keys, was removed."],
  "keys-not-compared": ({ keys }) =>
    [`NOT COMPARED: no list says which keys should be there. ${
      counted(keys.length, "key version")} found: `, ...joined(keys.map(versionIn)), "."],
  "recovery-compared": (data) => [
    `Came back: ${counted(data.keysBack, "key version")} and ${
      counted(data.rolesBack, "role assignment")}.`,
    ...listOf("MISSING keys", data.keysMissing.map(versionIn)),
    ...listOf("Keys that nobody expected", data.keysMore.map(versionIn)),
    ...listOf("MISSING role assignments", data.rolesMissing.map(roleIn)),
    ...listOf("Role assignments that nobody expected", data.rolesMore.map(roleIn)),
  ],
};
