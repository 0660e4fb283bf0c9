// What this computer is for: rehearsals of both stations, or one station in earnest. Chosen by
// people, stored on its disk; each role has its own records.
import { join } from "node:path";
import { isObject, readJson, utf8 } from "../../crypto/index.ts";
import type { StationRoleName, StationRoleView, RehearsalOnly } from "../bridge/view.ts";
import type { Station } from "../../ceremony-scripts/index.ts";
import type { Mode } from "../ceremony/ceremony.ts";
import { makeFolder, readIfThere, replace } from "../disk/disk.ts";
import { RECORD_FILE } from "../journal/journal.ts";
import { RECORD_BYTES_MAX } from "../journal/verify.ts";
import { STATIONS } from "../session/folders.ts";
import { sentence } from "../text/sentence.ts";
import { fault } from "./faults.ts";
import { everyFolder } from "./ceremony-store.ts";
import type { Roots } from "./options.ts";

const FILE = "post.json";
const BYTES_MAX = 1024;

type Program = Pick<StationRoleView, "differences" | "release" | "image">;

export class StationRole {
  readonly #roots: Roots;
  readonly #rehearsalOnly: RehearsalOnly | null;
  readonly #program: Program;
  #at: Station | null;

  /**
   * @param rehearsalOnly why this program is only for rehearsals, or null
   * @param program what is known of its package and its live image
   */
  constructor(
    roots: Roots,
    rehearsalOnly: RehearsalOnly | null,
    { differences = [], release = null, image = null }: Partial<Program> = {},
  ) {
    this.#roots = roots;
    this.#rehearsalOnly = rehearsalOnly;
    this.#program = { differences, release, image };
    const chosen = rehearsalOnly === null ? read(roots.production) : null;
    const kept = this.#kept;
    this.#at = chosen !== null && (kept === null || kept === chosen) ? chosen : null;
  }

  /** This computer's station in earnest; null if it rehearses both. */
  get at(): Station | null {
    return this.#at;
  }

  get mode(): Mode {
    return this.#at === null ? "REHEARSAL" : "PRODUCTION";
  }

  /** The folder of all records of its current role. */
  get root(): string {
    return this.#at === null ? this.#roots.rehearsals : this.#roots.production;
  }

  get view(): StationRoleView {
    return {
      role: this.#at ?? "rehearsal",
      rehearsalOnly: this.#rehearsalOnly,
      ...this.#program,
      kept: this.#kept,
    };
  }

  /**
   * From now on, even after a restart. A computer that was one station can never be the other: a
   * computer that was connected is not offline.
   * @throws Fault E-POST-PROGRAM, E-POST-KEPT
   */
  choose(role: StationRoleName): void {
    const at = role === "rehearsal" ? null : role;
    if (at !== null && this.#rehearsalOnly !== null) throw fault("E-POST-PROGRAM");
    const kept = this.#kept;
    if (at !== null && kept !== null && kept !== at)
      throw fault("E-POST-KEPT", { kept: sentence(`desk-faults.kept.${kept}`) });
    makeFolder(this.#roots.production);
    replace(this.#roots.production, FILE, utf8(JSON.stringify({ post: role })));
    this.#at = at;
  }

  /** By the records that were written here in earnest, including a damaged or set aside one. */
  get #kept(): Station | null {
    const all = everyFolder(this.#roots.production);
    return STATIONS.find((station) => all.some((one) => wroteIn(one, station))) ?? null;
  }
}

/**
 * Whether a station's own copy has a line of its own. Only bytes are searched: a line between
 * damaged ones counts too. An unreadable copy may have such a line.
 */
function wroteIn(folder: string, station: Station): boolean {
  try {
    const bytes = readIfThere(join(folder, station, RECORD_FILE), RECORD_BYTES_MAX);
    return Buffer.from(bytes ?? []).includes(`,"station":"${station}","type":"`);
  } catch {
    return true;
  }
}

/** Our own bytes, complete or missing; an unknown value is no station. */
function read(folder: string): Station | null {
  const bytes = readIfThere(join(folder, FILE), BYTES_MAX);
  const reading = bytes === null ? null : readJson(bytes);
  const post = reading?.ok === true && isObject(reading.value) ? reading.value["post"] : null;
  return STATIONS.find((station) => station === post) ?? null;
}
