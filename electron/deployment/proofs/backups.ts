// What answers say about full backups, and which backup is the newest.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import type { Answers } from "../answers/answer.ts";
import { answer, type CommandLine } from "../commands/command-line.ts";
import { textAt } from "../answers/shape.ts";
import { alike, allOf } from "./about.ts";
import { absent, is } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { timeAt } from "./key-answers.ts";
import { planned } from "./planned.ts";

/** The command that makes a full backup prints its result. */
export const startBackup = (plan: Plan): CommandLine => {
  const { storageAccount, container } = planned(plan.backup, "backup");
  return answer(
    `${plan.hsm.name}-backup.json`,
    "keyvault",
    "backup",
    "start",
    "--hsm-name",
    plan.hsm.name,
    "--use-managed-identity",
    "true",
    "--storage-account-name",
    storageAccount,
    "--blob-container-name",
    container,
  );
};

/** The place of a backup: its container's address and its folder. */
const folderOf = (backup: Json): string =>
  textAt(backup, "folderUrl") || textAt(backup, "azureStorageBlobContainerUri");

/** Checks every answer about a backup: that it succeeded, and is of this HSM in this place. */
export function backupFindings(plan: Plan, answers: Answers): readonly Finding[] {
  const backups = allOf(answers, "backup");
  if (backups.length === 0) return [differs("status", "Succeeded", NOTHING)];
  return backups.flatMap((backup) => [
    ...member(backup, "status", is("Succeeded")),
    ...member(backup, "error", absent),
    ...placeFindings(plan, folderOf(backup)),
  ]);
}

function placeFindings(plan: Plan, folder: string): readonly Finding[] {
  const { storageAccount, container } = planned(plan.backup, "backup");
  const start = `https://${storageAccount}.blob.core.windows.net/${container}/`.toLowerCase();
  const own = `mhsm-${plan.hsm.name.toLowerCase()}-`;
  const rest = folder.toLowerCase().startsWith(start)
    ? folder.toLowerCase().slice(start.length)
    : "";
  if (rest.startsWith(own) && /^\d{8,}\/?$/.test(rest.slice(own.length))) return [];
  return [
    differs("azureStorageBlobContainerUri", `${start}${own}...`, folder === "" ? NOTHING : folder),
  ];
}

/**
 * When a backup ended: from the answer, else from its folder's name.
 * @returns milliseconds, or null if unknown
 */
export function endOf(backup: Json): number | null {
  const said = timeAt(backup, "endTime");
  if (said !== null) return said;
  const [, year, month, day, hour, minute, second] =
    /-(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d*\/?$/.exec(folderOf(backup)) ?? [];
  if (year === undefined) return null;
  return Date.parse(
    `${year}-${month ?? ""}-${day ?? ""}T${hour ?? ""}:${minute ?? ""}:${second ?? ""}Z`,
  );
}

/** The answers about successful backups. */
export const workedBackups = (answers: Answers): readonly Json[] =>
  allOf(answers, "backup").filter((one) => alike(textAt(one, "status"), "Succeeded"));
