// Which Electron this is, and whether more than a rehearsal may be held with it.
import { createReadStream, readFileSync } from "node:fs";
import { isObject, readJson, sha256HexOf } from "../../crypto/index.ts";
import type { RehearsalOnly } from "../bridge/view.ts";

/** What runs the app. */
export interface Runtime {
  /** Why only rehearsals are offered, or null where production is as well. */
  readonly rehearsalOnly: RehearsalOnly | null;
  /** Its name for the record; with the SHA-256 of its program where that was read. */
  readonly name: string;
}

/** What was started: the program's file, and whether it is a package of its own. */
export interface Started {
  readonly isPackaged: boolean;
  readonly program: string;
  /** The version of Electron that runs. */
  readonly version: string;
}

/** One reading of the program, in bytes: fewer and larger ones are twice as fast. */
const CHUNK = 1024 * 1024;

/**
 * Checks the runtime by what the package says of it. Only Electron's own download counts, and only
 * as it was packed: the whole program is read and compared. This finds a wrong or a damaged
 * runtime; who can write into the package could change what it says as well.
 * @param file the package's own note, `runtime.json` beside the app's programs
 */
export async function checkRuntime(
  file: string,
  { isPackaged, program, version }: Started,
): Promise<Runtime> {
  const name = `electron ${version}`;
  if (!isPackaged) return { rehearsalOnly: "not-packaged", name };
  const note = readNote(file);
  if (note?.source !== "electron") return { rehearsalOnly: "runtime-strange", name };
  const sha256 = await sha256Of(program);
  const isSame = sha256 === note.sha256 && version === note.electron;
  return {
    rehearsalOnly: isSame ? null : "runtime-changed",
    name: sha256 === null ? name : `${name}, SHA-256 ${sha256}`,
  };
}

interface Note {
  readonly electron: string;
  readonly source: "electron" | "registry";
  readonly sha256: string;
}

/** The note, or null where there is none in its one form. */
function readNote(file: string): Note | null {
  const bytes = read(file);
  const reading = bytes === null ? null : readJson(bytes);
  if (reading?.ok !== true || !isObject(reading.value)) return null;
  const { electron, source, sha256, ...others } = reading.value;
  const wellFormed =
    typeof electron === "string"
    && /^\d+\.\d+\.\d+$/.test(electron)
    && typeof sha256 === "string"
    && /^[0-9a-f]{64}$/.test(sha256)
    && (source === "electron" || source === "registry")
    && Object.keys(others).length === 0;
  return wellFormed ? { electron, source, sha256 } : null;
}

function read(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** Of a large file, without holding up what else goes on; null where it cannot be read. */
async function sha256Of(program: string): Promise<string | null> {
  try {
    return await sha256HexOf(createReadStream(program, { highWaterMark: CHUNK }));
  } catch {
    return null;
  }
}
