// Damaged records: while there is one here nothing can begin, until people have set it aside.
import type { DamagedView } from "../bridge/view.ts";
import { renameFolder } from "../disk/disk.ts";
import { nameOf, storeIn, type Store } from "./ceremony-store.ts";
import { fault } from "./faults.ts";

/** As Home lists them, each with the folder in which people find it. */
export const damagedViews = ({ damaged }: Store): readonly DamagedView[] =>
  damaged.map(({ ceremony: { script, folder }, code }) => ({ name: nameOf(script), folder, code }));

/**
 * A ceremony that continued an older record than the damaged one would contradict it.
 * @param root the folder of the ceremonies' folders
 * @throws Fault E-DESK-DAMAGED
 */
export function checkNoneDamaged(root: string): void {
  if (storeIn(root).damaged.length > 0) throw fault("E-DESK-DAMAGED");
}

/**
 * Renames its folder so that no ceremony is found there. Every byte stays, and its number is not
 * used again.
 * @param number its place in Home's list, from 1
 * @throws Fault E-DESK-STALE if there is none
 */
export function setDamagedAside(root: string, number: number): void {
  const one = storeIn(root).damaged[number - 1];
  if (one === undefined) throw fault("E-DESK-STALE");
  const { folder } = one.ceremony;
  renameFolder(folder, `${folder}.damaged`);
}
