// The size of the officers' keys, chosen when a ceremony is opened: kept beside its record, which
// does not hold it, for when the ceremony goes on after a restart.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { utf8 } from "../../crypto/index.ts";
import { replace } from "../disk/disk.ts";
import type { CeremonyFolder } from "../session/folders.ts";

export type Bits = 2048 | 3072 | 4096;

const FILE = "choices.json";

/** Durable when this returns. */
export function keepBits({ folder }: CeremonyFolder, bits: Bits): void {
  replace(folder, FILE, utf8(JSON.stringify({ bits })));
}

/** 4096 where nobody has chosen. */
export function bitsIn({ folder }: CeremonyFolder): Bits {
  const file = join(folder, FILE);
  if (!existsSync(file)) return 4096;
  const { bits } = JSON.parse(readFileSync(file, "utf8")) as { readonly bits?: unknown };
  return bits === 2048 || bits === 3072 ? bits : 4096;
}
