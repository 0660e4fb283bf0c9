// The exported files of Azure's log that people chose for a comparison: they may add more, and
// remove one. Paths stay here; the window has names.
import { basename, dirname } from "node:path";
import type { RequestOf } from "../bridge/contract.ts";
import type { ChosenLogView } from "../bridge/reconcile-view.ts";
import { logTooLarge } from "../evidence/azure-log.ts";
import type { DeskOptions } from "./options.ts";

/** A row of the list: a file, a folder, or many files chosen at once. */
interface Row {
  readonly kind: "file" | "folder";
  readonly paths: readonly string[];
}

/** Up to this many files chosen at once get a row each; more share one. */
const ROWS_AT_ONCE = 20;
const ROWS_MAX = 200;

export class ChosenLogs {
  #rows: readonly Row[] = [];

  /** All chosen ones; folders as such. */
  get paths(): readonly string[] {
    return this.#rows.flatMap(({ paths }) => paths);
  }

  /**
   * Lets people choose more, which may be none; removes the row with this number, from 0; or all.
   * @throws Fault E-AUDIT-FILES beyond 200 rows
   */
  async change(
    { change, number }: RequestOf<"logs">,
    choose: DeskOptions["chooseLogs"],
  ): Promise<readonly ChosenLogView[]> {
    if (change === "none") this.#rows = [];
    else if (change === "remove") this.#rows = this.#rows.filter((_, i) => i !== number);
    else this.#add(change === "folders" ? "folder" : "file", (await choose(change)) ?? []);
    return this.#rows.map(viewOf);
  }

  /** Existing ones are unchanged. */
  #add(kind: Row["kind"], chosen: readonly string[]): void {
    const known = new Set(this.paths);
    const fresh = [...new Set(chosen)].filter((path) => !known.has(path));
    const rows =
      kind === "folder" || fresh.length <= ROWS_AT_ONCE
        ? fresh.map((path): Row => ({ kind, paths: [path] }))
        : [{ kind, paths: fresh }];
    if (this.#rows.length + rows.length > ROWS_MAX) throw logTooLarge("files");
    this.#rows = [...this.#rows, ...rows];
  }
}

/** A file of a storage account is identified only by its hour's folder, so that is shown too. */
const viewOf = ({ kind, paths }: Row): ChosenLogView => ({
  kind,
  name: nameOfChosen(paths[0] ?? ""),
  more: paths.length - 1,
});

/** A chosen file by its name and its folder's, in printable ASCII: the window has no paths. */
export function nameOfChosen(path: string): string {
  const place = basename(dirname(path));
  const name = place === "" ? basename(path) : `${place}/${basename(path)}`;
  return name.slice(-100).replace(/[^\x20-\x7e]/g, "?");
}
