// The HSM that an activation left, backed up, listed by `sd hsm keys`, and then lost.
import { chmodSync, cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HSM, type Activation } from "../../electron/cli/activation.fixture.ts";
import { connectionTo, startServing } from "../../electron/cli/hsm.fixture.ts";
import { sd } from "../../electron/cli/program.fixture.ts";
import { letAdministratorRead, textOf } from "../../electron/rehearsal-hsm/hsm.fixture.ts";
import { sasFor } from "../../electron/rehearsal-hsm/sas.fixture.ts";
import { AUDITOR } from "../../electron/rehearsal-hsm/sign-in.ts";
import { expect, leave } from "./test.fixture.ts";

export const CONTAINER = "https://contoso.blob.core.windows.net/hsm-backups";

/** What people kept of it. */
export interface Lost {
  readonly keyList: string;
  /** The backup's folder in the container. */
  readonly backup: string;
  /** SAS tokens for the container, one that has expired first. */
  readonly tokens: readonly [expired: string, valid: string];
}

/** Backs it up into this store, and puts the list of its keys into the folder. */
export async function loseHsm({ media }: Activation, folder: string, store: string): Promise<Lost> {
  const [dir, keyList] = [join(folder, "lost-hsm"), join(folder, "keys.json")];
  cpSync(join(media, ".ceremonies", "hsm", HSM), dir, { recursive: true });
  const served = await startServing(["--dir", dir, "--store", store, "--pending", "0.1"]);
  leave(() => served.end("SIGKILL"));
  const { ask, wait } = served.client;
  await letAdministratorRead({ ask }, AUDITOR, "");
  // By the second person, so that at the new HSM too the administrator may read no key.
  const address = { ...served.address, tokenFile: served.address.auditorTokenFile };
  const connection = connectionTo({ ...served, address }, HSM);
  const listed = await sd(["hsm", "keys", ...connection, "--out", keyList]);
  expect(listed.code, listed.errors).toBe(0);
  chmodSync(keyList, 0o644);
  const { body } = await ask("POST", "/backup?api-version=7.5", {
    storageResourceUri: CONTAINER,
    useManagedIdentity: true,
  });
  const done = await wait(`/backup/${textOf(body["jobId"])}/pending`);
  const expired = sasFor(served.address, CONTAINER, { se: "2020-01-01T00:00:00Z" });
  const tokens = [expired, sasFor(served.address, CONTAINER)] as const;
  await served.end("SIGTERM");
  expect(readFileSync(keyList, "utf8")).toContain('"kind": "managed-hsm-keys/01"');
  const backup = textOf(done["azureStorageBlobContainerUri"]).split("/").at(-1)!;
  return { keyList, backup, tokens };
}
