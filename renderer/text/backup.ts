// The newest full backup of a lost HSM: the list of its keys.
import type { KeyListView } from "../../electron/bridge/backup-views.ts";
import { say } from "./say.ts";

/** A usable list of keys, and its origin. */
export const keyListLine = ({ from, hsm, listedAt }: KeyListView): string =>
  say(from === "file" ? "backup.list.file" : "backup.list.recovery", { hsm, listedAt });
