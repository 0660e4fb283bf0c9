// What proves on a socket that one coordinator started both ends: a key that it makes for itself
// and gives to each over their pipes. It is in no argument, environment or file, and never crosses
// a socket itself.
import { random } from "../../crypto/index.ts";
import { fault } from "./faults.ts";

const KEY_BYTES = 32;

/** This process's key: made by a coordinator, given to what it starts. */
let held: Uint8Array | null = null;

/** The key of this coordinator, made when first needed. */
export const ownKey = (): Uint8Array => (held ??= random(KEY_BYTES));

/** This process's key; null if it got none. */
export const heldKey = (): Uint8Array | null => held;

/** How a coordinator gives its key to a process that it started. */
export interface Acquainted {
  readonly acquaint: (key: Uint8Array) => Promise<null>;
}

/** In the process that it started. The call rejects with Fault E-VAULT-CALL for an invalid key. */
export const acquainted: Acquainted = {
  acquaint: async (key) => {
    if (!(key instanceof Uint8Array) || key.length !== KEY_BYTES) throw fault("E-VAULT-CALL");
    held = key;
    return null;
  },
};
