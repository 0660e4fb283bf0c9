// What a step does: its kind, and the parameters that this kind has.
import type { Choice } from "./choices.ts";
import {
  COPIES,
  READ_ALOUD,
  STATIONS,
  type Copy,
  type ReadAloud,
  type Station,
} from "./language/kind.ts";
import { kindOf, type KindName } from "./kinds.ts";
import { Fields } from "./language/reader.ts";

export interface Action {
  readonly kind: KindName;
  readonly to?: Station;
  readonly what?: ReadAloud;
  readonly copy?: Copy;
  /** Only of `choose`. */
  readonly choices?: readonly Choice[];
}

/**
 * Reads a kind's parameters.
 * @throws Fault E-SCRIPT-MISSING, -VALUE, -FIELD with the path
 */
export function readAction(name: KindName, value: unknown, path: string): Action {
  const fields = new Fields(value ?? {}, path);
  const action = kindOf(name).parameters.reduce<Action>(
    (read, parameter) => {
      if (parameter === "to") return { ...read, to: fields.word("to", STATIONS) };
      if (parameter === "copy") return { ...read, copy: fields.word("copy", COPIES) };
      return { ...read, what: fields.word("what", READ_ALOUD) };
    },
    { kind: name },
  );
  fields.end();
  return action;
}
