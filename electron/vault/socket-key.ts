// What proves on a socket that both of its ends were started by one coordinator: a key that it makes
// for itself and hands to each of the two over their pipes. It stands in no argument, environment or
// file, and never passes a socket itself.
import { random } from "../../crypto/index.ts";
import { fault } from "./faults.ts";

const KEY_BYTES = 32;

/** This process's: made by a coordinator, given to what it starts. */
let held: Uint8Array | null = null;

/** The key of this coordinator, made when it is first asked for. */
export const ownKey = (): Uint8Array => (held ??= random(KEY_BYTES));

/** What this process has; null where nobody gave it one. */
export const heldKey = (): Uint8Array | null => held;

/** How a coordinator hands its key to a process that it started. */
export interface Acquainted {
  readonly acquaint: (key: Uint8Array) => Promise<null>;
}

/** In the process that it started. The call rejects with Fault E-VAULT-CALL for what is no key. */
export const acquainted: Acquainted = {
  acquaint: async (key) => {
    if (!(key instanceof Uint8Array) || key.length !== KEY_BYTES) throw fault("E-VAULT-CALL");
    held = key;
    return null;
  },
};
