// What a new signing key signs first: the wrapping key that it was made beside.
import { utf8 } from "./bytes.ts";

/**
 * The signed bytes, in ASCII. No hash of an entry begins so: the one signature never passes for the
 * other.
 * @param thumbprint of the wrapping certificate, lower-case hex
 */
export const bindingOf = (thumbprint: string): Uint8Array => utf8(`wrapping-key ${thumbprint}`);
