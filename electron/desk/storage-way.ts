// How the HSM reaches the storage of a recovery: by its identity, or by a SAS token in a file. Only
// its path is known here, and stored beside the record; only the connected process reads it.
import { join } from "node:path";
import { utf8 } from "../../crypto/index.ts";
import { kindOf } from "../../ceremony-scripts/index.ts";
import type { RequestOf } from "../bridge/contract.ts";
import { replace } from "../disk/disk.ts";
import { fault } from "./faults.ts";
import { memberIn } from "./member-in.ts";
import type { OpenCeremony } from "./open-ceremony.ts";
import type { DeskOptions } from "./options.ts";

const FILE = "storage.json";

/** The file of the token; undefined if the HSM uses its identity, or the choice is damaged. */
export function sasFileOf(folder: string): string | undefined {
  const sasFile = memberIn(join(folder, FILE), "sasFile");
  return typeof sasFile === "string" ? sasFile : undefined;
}

/** Stores it for when the ceremony continues after a restart; null for the managed identity. */
function keepSasFile(folder: string, sasFile: string | null): void {
  replace(folder, FILE, utf8(JSON.stringify(sasFile === null ? {} : { sasFile })));
}

/**
 * How the HSM reaches the storage in this step. Without a chosen file it is unchanged.
 * @throws Fault E-DESK-STALE
 */
export async function chooseStorage(
  {
    step,
    session: {
      ceremony: { folder },
    },
  }: OpenCeremony,
  { by }: RequestOf<"storage">,
  { chooseSas }: Pick<DeskOptions, "chooseSas">,
): Promise<void> {
  if (step === null || !kindOf(step.action.kind).usesStorage) throw fault("E-DESK-STALE");
  const file = by === "sas" ? await chooseSas() : null;
  if (by === "managed-identity" || file !== null) keepSasFile(folder, file);
}
