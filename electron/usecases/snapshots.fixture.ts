// For tests: one activation and one recovery, played once a run, with all that lay on the table
// kept
// before every step. The first test file that asks plays them; the others wait, and copy.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { bundle } from "../../build/bundle.mjs";
import { guid, random } from "../../crypto/index.ts";
import type { Hsm } from "../hsm/hsm.ts";
import { withKeyReader } from "../hsm/key-reader.ts";
import { putRolesInUse, rolesOf } from "../rehearse/roles-in-use.ts";
import {
  clientOf,
  CONTAINER,
  HSMS,
  openStations,
  startHsm,
  type ScriptName,
} from "./stations.fixture.ts";

const PREFIX = "sd-stages-";
const WAIT_MS = 110_000;
/** What a test asks for when it wants the ceremony closed. */
const CLOSED = "closed";

/** The folder as it was before the step of this id; not to be written to. */
export async function snapshotOf(name: ScriptName, id: string): Promise<string> {
  const home = join(tmpdir(), `${PREFIX}${process.ppid}`);
  await played(home);
  return join(home, name, id);
}

async function played(home: string): Promise<void> {
  const marker = join(home, "ended");
  if (isFirst(home)) {
    sweep();
    const outcome = await play(home).then(() => "whole", String);
    writeFileSync(`${marker}.part`, outcome);
    renameSync(`${marker}.part`, marker);
  }
  for (let waited = 0; !existsSync(marker) && waited < WAIT_MS; waited += 50)
    await setTimeout(50);
  const outcome = readFileSync(marker, "utf8");
  if (outcome !== "whole") throw new Error(`The ceremonies could not be played: ${outcome}`);
}

async function play(home: string): Promise<void> {
  await bundle();
  const root = join(home, "table");
  mkdirSync(root);
  await playOne(home, root, "activation");
  await writeSheet(root);
  await playOne(home, root, "recovery");
}

async function playOne(home: string, root: string, name: ScriptName): Promise<void> {
  for (;;) {
    const stations = await openStations(root, name);
    const { closed } = stations.state;
    const id = closed ? CLOSED : stations.state.opened === null ? "open" : stations.step.id;
    await stations.end();
    cpSync(root, join(home, name, id), { recursive: true });
    if (closed) return;
    const again = await openStations(root, name);
    await again.act().finally(() => again.end());
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

/** Making a folder is for one alone. */
function isFirst(home: string): boolean {
  try {
    mkdirSync(home);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** What runs that are over have left: nobody can tell which of a run's files is the last. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, parent] = new RegExp(`^${PREFIX}(\\d+)$`).exec(name) ?? [];
    if (parent !== undefined && !isAlive(Number(parent)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
