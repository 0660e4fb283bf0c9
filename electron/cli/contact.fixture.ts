// For tests: two rehearsal HSMs, one that waits and one in use, and what `sd contact look` says of each
// while beliefs are turned around.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { letAdministratorRead } from "../rehearsal-hsm/hsm.fixture.ts";
import { activate, makeOfficers } from "../rehearsal-hsm/officers.fixture.ts";
import { connectionTo, startServing } from "./hsm.fixture.ts";
import { sdJson } from "./program.fixture.ts";

export const NAME = "Contoso-HSM";

/** The folders of both HSMs, and of none of them while it is served. */
export interface Pilots {
  readonly waiting: string;
  readonly active: string;
  readonly end: () => void;
}

export async function madePilots(): Promise<Pilots> {
  const root = mkdtempSync(join(tmpdir(), "pilots-"));
  const [waiting, active] = [join(root, "waiting"), join(root, "active")];
  const hsm = await startServing(["--dir", active, "--name", NAME, "--pending", "0.1"]);
  cpSync(active, waiting, { recursive: true, filter: (path) => !path.endsWith("lock") });
  await activate(hsm.client, makeOfficers(3));
  await letAdministratorRead(hsm.client);
  await hsm.end("SIGTERM");
  return { waiting, active, end: () => rmSync(root, { recursive: true, force: true }) };
}

export interface Row {
  readonly id: string;
  readonly verdict: string;
  readonly came: string;
}

export interface Looked {
  readonly exchanges: number;
  readonly code: number | null;
  readonly rows: readonly Row[];
  readonly unanswered: readonly { readonly question: string; readonly code: string }[];
}

/** What looks at this HSM say, one after the other, while these beliefs are turned around. */
export async function looks(
  folder: string,
  otherwise: readonly string[],
  flags: readonly (readonly string[])[],
  between: () => void = () => undefined,
): Promise<readonly Looked[]> {
  const turned = otherwise.length === 0 ? [] : ["--otherwise", ...otherwise];
  const hsm = await startServing(["--dir", folder, ...turned]);
  const all: Looked[] = [];
  try {
    for (const more of flags) {
      const words = ["contact", "look", ...connectionTo(hsm, NAME), ...more];
      const { code, result } = await sdJson(words);
      all.push({ code, ...(result as unknown as Omit<Looked, "code">) });
      between();
    }
    return all;
  } finally {
    await hsm.end("SIGTERM");
  }
}

/** What one look says. */
export async function lookedAt(folder: string, ...otherwise: readonly string[]): Promise<Looked> {
  const [looked] = await looks(folder, otherwise, [[]]);
  if (looked === undefined) throw new Error("Nothing was said.");
  return looked;
}
