// For tests: one activation and one recovery, run once for all test files, with a copy of all
// before every step.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { guid, random } from "../../crypto/index.ts";
import { madeOnce } from "../disk/made-once.fixture.ts";
import type { Hsm } from "../hsm/hsm.ts";
import { withKeyReader } from "../hsm/key-reader.ts";
import type { QuoteKind } from "../rehearsal-hsm/rehearsal-hsm.ts";
import { putRolesInUse, rolesOf } from "../rehearse/disaster.ts";
import {
  clientOf,
  CONTAINER,
  HSMS,
  openStations,
  startHsm,
  type ScriptName,
  type Stations,
} from "./stations.fixture.ts";

/** What a test asks for when it wants the ceremony closed. */
const CLOSED = "closed";

/** The folder as it was before the step of this id; not to be written to. */
export async function snapshotOf(name: ScriptName, id: string): Promise<string> {
  const { home } = await madeOnce("ceremonies", runBoth);
  return join(home, name, id);
}

async function runBoth(home: string): Promise<null> {
  const root = join(home, "table");
  mkdirSync(root);
  await runOne(home, root, "activation");
  await writeSheet(root);
  await runOne(home, root, "recovery");
  return null;
}

async function runOne(home: string, root: string, name: ScriptName): Promise<void> {
  for (;;) {
    const stations = await openStations(root, name);
    const { closed } = stations.state;
    const id = closed ? CLOSED : stations.state.opened === null ? "open" : stations.step.id;
    await stations.end();
    cpSync(root, join(home, name, id), { recursive: true });
    if (closed) return;
    const again = await openStations(root, name);
    try {
      await again.act();
    } finally {
      await again.end();
    }
  }
}

/** The backup sheet of the HSM that will be lost. */
async function writeSheet(root: string): Promise<void> {
  const running = await startHsm(root, HSMS.activation);
  const hsm = clientOf(HSMS.activation, running);
  const keys = await keysOf(hsm);
  await putRolesInUse(hsm, keys);
  const roles = await rolesOf(hsm);
  const job = await hsm.startBackup(CONTAINER);
  for (;;) {
    const { state, folder } = await hsm.backupStatus(job);
    if (state === "failed") throw new Error("The backup failed.");
    if (state === "succeeded") {
      const sheet = { container: CONTAINER, folder, keys, roles };
      writeFileSync(join(root, "sheet.json"), JSON.stringify(sheet));
      return running.close();
    }
    await setTimeout(50);
  }
}

const keysOf = (hsm: Hsm) => withKeyReader(hsm, guid(random), () => hsm.keys());

/**
 * A ceremony for this test alone, just before the step of this id; removed with the test. An
 * exchange key that is still to be made gets this quote.
 */
export async function stationsAt(
  name: ScriptName,
  id: string,
  quote?: QuoteKind,
): Promise<Stations> {
  const root = mkdtempSync(join(tmpdir(), "stations-"));
  cpSync(await snapshotOf(name, id), root, { recursive: true });
  const stations = await openStations(root, name, quote === undefined ? {} : { quote });
  onTestFinished(async () => {
    await stations.end();
    rmSync(root, { recursive: true, force: true });
  });
  return stations;
}
