// Beliefs about full backup and restore, and the questions before them.
import { isObject, readJson, type Json } from "../../crypto/index.ts";
import {
  BACKUP,
  BACKUP_CHECK,
  BACKUP_STATUS,
  RESTORE,
  RESTORE_CHECK,
  RESTORE_STATUS,
} from "./asked.ts";
import {
  error,
  header,
  isText,
  member,
  never,
  status,
  textOf,
  type Belief,
  type Exchange,
  type Given,
  type On,
} from "./belief.ts";
import { statusOf } from "./operation.ts";

const CLIENT = "electron/hsm/azure/keyvault-admin.ts";
const WAIT = "electron/usecases/hsm-wait.ts";
const STEPS = [CLIENT, "electron/usecases/backup-empty.ts", "electron/usecases/restore-backup.ts"];
const WHY = "azure-protocol 6 [RB20, RB23]";

const asksFor = ({ body }: Exchange, name: string): Json | undefined => {
  const reading = readJson(body);
  const asked = reading.ok && isObject(reading.value) ? reading.value : {};
  const nested = asked["sasTokenParameters"];
  return asked[name] ?? (isObject(nested) ? nested[name] : undefined);
};

const namesFolder = ({ body }: Given): boolean =>
  isObject(body) && textOf(body["azureStorageBlobContainerUri"]).includes("/mhsm-");

/** The rows of what begins a job. */
const begun = (id: string, name: string, on: On): readonly Belief[] => [
  {
    id: `${id}-202`,
    believed: `The answer that begins ${name} is 202.`,
    why: WHY,
    relies: [CLIENT],
    otherwise: "It is 200.",
    ...status(on, 202, 200),
  },
  {
    id: `${id}-job`,
    believed: `The answer that begins ${name} names the job in jobId.`,
    why: WHY,
    relies: [CLIENT],
    otherwise: "It names it only in the header Azure-AsyncOperation.",
    ...member(on, "jobId", isText, () => undefined),
  },
  {
    id: `${id}-job-form`,
    believed: `The job of ${name} is 32 hex digits.`,
    why: WHY,
    relies: [CLIENT],
    otherwise: "In the first answer it is in upper case.",
    ...member(
      on,
      "jobId",
      (job) => isText(job) && /^[0-9a-f]{32}$/.test(job),
      (job) => (isText(job) ? job.toUpperCase() : job),
    ),
  },
  {
    id: `${id}-no-error`,
    believed: `While ${name} runs, its error is null.`,
    why: "azure-protocol 6 [RB23]; in 2020 it was an object of nulls [RB20]",
    relies: ["electron/hsm/azure/status.ts"],
    otherwise: "It is an object of nulls.",
    ...member(
      on,
      "error",
      (value) => value === null,
      () => ({ code: null, message: null, innererror: null }),
    ),
  },
  {
    id: `${id}-answered`,
    believed: `${name.replace(/^a/, "A")} that was begun is answered as begun.`,
    why: "[ours]",
    relies: [CLIENT, WAIT],
    otherwise: "It is begun, and the answer is 504.",
    ...never(
      on,
      { status: 504, body: error("GatewayTimeout", "The gateway did not receive a response.") },
      { done: true },
    ),
  },
  {
    id: `${id}-identity`,
    believed: `useManagedIdentity is accepted for ${name}.`,
    why: "azure-protocol 6 [SDK]; D:backup-restore (2026-04-28)",
    relies: [CLIENT],
    otherwise: "The HSM wants a token, and answers 400.",
    ...never(
      on,
      { status: 400, body: error("BadParameter", "The token is required.") },
      { times: Infinity },
    ),
    holds: (exchange) =>
      asksFor(exchange, "useManagedIdentity") === true ? exchange.given.status !== 400 : null,
  },
  {
    id: `${id}-poll-header`,
    believed: `The answer that begins ${name} has Azure-AsyncOperation without an api-version.`,
    why: WHY,
    relies: [CLIENT],
    otherwise: "It has one.",
    ...header(
      on,
      "azure-asyncoperation",
      (value) => value !== null && !value.includes("?"),
      "https://contoso.managedhsm.azure.net/job/1/pending?api-version=7.5",
    ),
  },
];

/** The rows of the question before a job. */
const checked = (id: string, name: string, on: On): readonly Belief[] => [
  {
    id: `${id}-exists`,
    believed: `${name} exists in version 7.6 of the API.`,
    why: "azure-protocol 6 [SDK: 7.6-preview.2]; A2026 4: kept in 7.6",
    relies: [CLIENT, WAIT],
    otherwise: "It is 404.",
    ...never(on, { status: 404, body: error("NotFound", "Not found.") }, { times: Infinity }),
  },
  {
    id: `${id}-version`,
    believed: `${name} may be asked in version 7.6 of the API.`,
    why: "A2026 4 [SPEC]",
    relies: [CLIENT, WAIT],
    otherwise: "It is 400 UnsupportedApiVersion.",
    ...never(
      on,
      { status: 400, body: error("UnsupportedApiVersion", "The version 7.6 is not supported.") },
      { times: Infinity },
    ),
  },
  {
    id: `${id}-202`,
    believed: `${name} is a job, as what it is about.`,
    why: "azure-protocol 6 [SDK]",
    relies: [CLIENT],
    otherwise: "It is answered at once: 200 with status and no job.",
    ...status(on, 202, 200),
    turn: () => (_, right) => {
      const given = right();
      return given.status >= 300 ? given : { ...given, status: 200, body: { status: "Succeeded" } };
    },
  },
];

export const BACKUPS: readonly Belief[] = [
  ...begun("backup", "a backup", BACKUP),
  ...checked("backup-check", "The question before a backup", BACKUP_CHECK),
  ...statusOf({
    id: "backup",
    name: "a backup",
    status: BACKUP_STATUS,
    begin: /^\/(pre)?backup$/,
    why: WHY,
    relies: ["electron/hsm/azure/status.ts", "electron/hsm/poll.ts", ...STEPS],
    success: ["Succeeded", "Success"],
  }),
  {
    id: "backup-folder",
    believed: "A backup that has succeeded names its folder.",
    why: WHY,
    relies: [CLIENT],
    otherwise: "The member azureStorageBlobContainerUri is null.",
    ...member(
      BACKUP_STATUS,
      "azureStorageBlobContainerUri",
      isText,
      () => null,
      ({ body }) => isObject(body) && body["status"] === "Succeeded",
    ),
  },
  {
    id: "backup-folder-stamp",
    believed: "The folder's stamp has 16 digits.",
    why: "azure-protocol 6 [RB23]; Microsoft's pages say 14",
    relies: [CLIENT],
    otherwise: "It has 14.",
    ...member(
      BACKUP_STATUS,
      "azureStorageBlobContainerUri",
      (uri) => isText(uri) && /-\d{16}$/.test(uri),
      (uri) => textOf(uri).replace(/(-\d{14})\d\d$/, "$1"),
      namesFolder,
    ),
  },
  {
    id: "backup-folder-plain",
    believed: "The folder's address has no query.",
    why: WHY,
    relies: [CLIENT],
    otherwise: "It ends in a query, as addresses of storage may.",
    ...member(
      BACKUP_STATUS,
      "azureStorageBlobContainerUri",
      (uri) => isText(uri) && !uri.includes("?"),
      (uri) => `${textOf(uri)}?restype=container`,
      namesFolder,
    ),
  },
  ...begun("restore", "a restore", RESTORE),
  ...checked("restore-check", "The question before a restore", RESTORE_CHECK),
  ...statusOf({
    id: "restore",
    name: "a restore",
    status: RESTORE_STATUS,
    begin: /^\/(pre)?restore$/,
    why: WHY,
    relies: ["electron/hsm/azure/status.ts", "electron/hsm/poll.ts", ...STEPS],
    success: ["Succeeded", "Success"],
  }),
  {
    id: "restore-half-hour",
    believed: "Half an hour after the HSM's own backup is long enough.",
    why: "D:backup-restore (2026-04-28)",
    relies: ["electron/usecases/restore-backup.ts"],
    otherwise: "The first restore is refused with 400: wait longer.",
    ...never(RESTORE, {
      status: 400,
      body: error("BadParameter", "A full backup must be at least 30 minutes old."),
    }),
  },
  {
    id: "restore-alone",
    believed: "Nothing else runs when a restore is begun.",
    why: "D:backup-restore (2026-04-28) [ours]",
    relies: STEPS,
    otherwise: "The first is refused with 409, because an operation of Azure's own runs.",
    ...never(RESTORE, {
      status: 409,
      body: error("Conflict", "There is another operation running on the HSM."),
    }),
  },
];
