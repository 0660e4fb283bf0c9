// Intel's own extension in a provisioning certificate (Intel's SGX PCK Certificate and CRL Profile,
// 1.3.5): kind of platform, and the versions of its parts.
import { toHex } from "./bytes.ts";
import { readDer, readInteger, TAG, type Element } from "./der.ts";
import { oidKey, type X509 } from "./x509.ts";

/** Hex in lower case, and numbers. */
export interface Platform {
  readonly fmspc: string;
  readonly pceId: string;
  /** The versions of 16 components, each 0 to 255. */
  readonly components: readonly number[];
  readonly pceSvn: number;
}

const SGX = "1.2.840.113741.1.13.1";
export const COMPONENTS = 16;

/** Null if the extension is missing or has another form. */
export function platformOf({ extensions }: X509): Platform | null {
  const whole = readDer(extensions.get(oidKey(SGX))?.value ?? new Uint8Array());
  const named = valuesIn(whole ?? undefined);
  const tcb = valuesIn(named?.get(oidKey(`${SGX}.2`)));
  const fmspc = named?.get(oidKey(`${SGX}.4`));
  const pceId = named?.get(oidKey(`${SGX}.3`));
  const versions = Array.from({ length: COMPONENTS + 1 }, (_, i) =>
    readInteger(tcb?.get(oidKey(`${SGX}.2.${String(i + 1)}`))),
  ).filter((version) => version !== null);
  const pceSvn = versions.at(-1);
  if (
    versions.length !== COMPONENTS + 1
    || pceSvn === undefined
    || fmspc?.tag !== TAG.octetString
    || pceId?.tag !== TAG.octetString
  )
    return null;
  return {
    fmspc: toHex(fmspc.content),
    pceId: toHex(pceId.content),
    components: versions.slice(0, COMPONENTS),
    pceSvn,
  };
}

/** A list of pairs by their names; null for another form, or a duplicate name. */
function valuesIn(list: Element | undefined): ReadonlyMap<string, Element> | null {
  const found = new Map<string, Element>();
  for (const { children } of list?.children ?? []) {
    const [name, value, more] = children;
    const key = name?.tag === TAG.oid ? toHex(name.bytes) : "";
    if (key === "" || value === undefined || more !== undefined || found.has(key)) return null;
    found.set(key, value);
  }
  return found;
}
