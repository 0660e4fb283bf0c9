// The size of the officers' keys, chosen when a ceremony is opened: stored beside its record, which
// lacks it, for when the ceremony continues after a restart.
import { join } from "node:path";
import { utf8 } from "../../crypto/index.ts";
import { replace } from "../disk/disk.ts";
import { memberIn } from "./member-in.ts";
import type { CeremonyFolder } from "../session/folders.ts";

export type KeySize = 2048 | 3072 | 4096;

const FILE = "choices.json";

/** Durable when this returns. */
export function keepKeySize({ folder }: CeremonyFolder, bits: KeySize): void {
  replace(folder, FILE, utf8(JSON.stringify({ bits })));
}

/** 4096 by default, or if the choice can no longer be read. */
export function keySizeIn({ folder }: CeremonyFolder): KeySize {
  const bits = memberIn(join(folder, FILE), "bits");
  return bits === 2048 || bits === 3072 ? bits : 4096;
}
