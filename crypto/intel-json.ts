// Intel's signed JSON: TCB info (version 3) and the identity of the quoting enclave (version 2), as
// its provisioning certification service answers. Only the form is checked here.
import { fromHex, utf8, utf8Text } from "./bytes.ts";
import { isArray, isObject, readJson, type Json, type JsonObject } from "./json.ts";
import { COMPONENTS } from "./sgx-extension.ts";

/** A body, and the signature over its exact bytes: r and s, 32 bytes each. */
export interface SignedBody {
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
  readonly issued: Date;
  readonly next: Date;
  /** Increases with each evaluation by Intel of known vulnerabilities. */
  readonly evaluation: number;
}

/** Intel's status of a level. */
export interface Level {
  readonly status: TcbStatus;
  /** Since when. */
  readonly date: Date;
  /** Intel's security advisories, as `INTEL-SA-00000`. */
  readonly advisories: readonly string[];
}

export interface TcbInfo extends SignedBody {
  readonly fmspc: string;
  readonly pceId: string;
  readonly levels: readonly (Level & {
    readonly components: readonly number[];
    readonly pceSvn: number;
  })[];
}

export interface QeIdentity extends SignedBody {
  readonly miscselect: Masked;
  readonly attributes: Masked;
  readonly mrsigner: string;
  readonly isvProdId: number;
  readonly levels: readonly (Level & { readonly isvSvn: number })[];
}

/** Bytes that must match wherever the mask has ones. */
export interface Masked {
  readonly value: Uint8Array;
  readonly mask: Uint8Array;
}

const STATUSES = [
  "UpToDate",
  "SWHardeningNeeded",
  "ConfigurationNeeded",
  "ConfigurationAndSWHardeningNeeded",
  "OutOfDate",
  "OutOfDateConfigurationNeeded",
  "Revoked",
] as const;
export type TcbStatus = (typeof STATUSES)[number];

/** TCB info of the hardware. @returns null if it is not TCB info of SGX in version 3 */
export function readTcbInfo(bytes: Uint8Array): TcbInfo | null {
  return readSigned(bytes, "tcbInfo", (value) => {
    if (value["id"] !== "SGX" || value["version"] !== 3 || value["tcbType"] !== 0) return null;
    const [fmspc, pceId] = [hexIn(value, "fmspc", 6), hexIn(value, "pceId", 2)];
    const levels = levelsIn(value, (tcb) => {
      const list = tcb["sgxtcbcomponents"];
      const components = (isArray(list) ? list : []).map((one) =>
        isObject(one) ? numberIn(one, "svn", 0xff) : null,
      );
      const pceSvn = numberIn(tcb, "pcesvn", 0xffff);
      const known = components.filter((svn) => svn !== null);
      const whole = known.length === COMPONENTS && components.length === COMPONENTS;
      return whole && pceSvn !== null ? { components: known, pceSvn } : null;
    });
    return fmspc && pceId && levels ? { fmspc, pceId, levels } : null;
  });
}

/** Identity of the SGX quoting enclave. @returns null if it is not that in version 2 */
export function readQeIdentity(bytes: Uint8Array): QeIdentity | null {
  return readSigned(bytes, "enclaveIdentity", (value) => {
    if (value["id"] !== "QE" || value["version"] !== 2) return null;
    const miscselect = maskedIn(value, "miscselect", 4);
    const attributes = maskedIn(value, "attributes", 16);
    const mrsigner = hexIn(value, "mrsigner", 32);
    const isvProdId = numberIn(value, "isvprodid", 0xffff);
    const levels = levelsIn(value, (tcb) => {
      const isvSvn = numberIn(tcb, "isvsvn", 0xffff);
      return isvSvn === null ? null : { isvSvn };
    });
    if (!miscselect || !attributes || !mrsigner || isvProdId === null || !levels) return null;
    return { miscselect, attributes, mrsigner, isvProdId, levels };
  });
}

/** The text around the body; only the body is signed, byte for byte as it was sent. */
const AROUND =
  /^\s*\{\s*"(\w+)"\s*:\s*(\{.*\})\s*,\s*"signature"\s*:\s*"([0-9a-fA-F]{128})"\s*\}\s*$/s;

function readSigned<T>(
  bytes: Uint8Array,
  member: string,
  read: (value: JsonObject) => T | null,
): (SignedBody & T) | null {
  const [, name, text = "", digits = ""] = AROUND.exec(utf8Text(bytes) ?? "") ?? [];
  const body = utf8(text);
  const reading = readJson(body);
  const signature = fromHex(digits.toLowerCase());
  if (name !== member || !reading.ok || !isObject(reading.value) || signature === null) return null;
  const { value } = reading;
  const [issued, next] = [dateIn(value, "issueDate"), dateIn(value, "nextUpdate")];
  const evaluation = numberIn(value, "tcbEvaluationDataNumber", 0xffff);
  const own = read(value);
  if (!issued || !next || evaluation === null || own === null) return null;
  return { body, signature, issued, next, evaluation, ...own };
}

/** The levels in Intel's order, the newest first; null if one has another form. */
function levelsIn<T>(
  value: JsonObject,
  read: (tcb: JsonObject) => T | null,
): readonly (Level & T)[] | null {
  const list = value["tcbLevels"];
  const levels = (isArray(list) ? list : []).map((one) => levelOf(one, read));
  const found = levels.filter((level) => level !== null);
  return found.length === levels.length && found.length > 0 ? found : null;
}

function levelOf<T>(one: Json, read: (tcb: JsonObject) => T | null): (Level & T) | null {
  const [tcb, listed] = isObject(one) ? [one["tcb"], one["advisoryIDs"] ?? []] : [];
  if (!isObject(one) || !isObject(tcb) || !isArray(listed)) return null;
  const status = STATUSES.find((name) => name === one["tcbStatus"]);
  const date = dateIn(one, "tcbDate");
  const advisories = listed.filter(
    (id) => typeof id === "string" && /^INTEL-(SA|DOC)-\d{5}$/.test(id),
  );
  const own = read(tcb);
  if (status === undefined || date === null || own === null) return null;
  if (advisories.length !== listed.length) return null;
  return { status, date, advisories: advisories.map(String), ...own };
}

function maskedIn(value: JsonObject, name: string, length: number): Masked | null {
  const [own, mask] = [name, `${name}Mask`].map((member) =>
    fromHex(hexIn(value, member, length) ?? "-"),
  );
  return own && mask ? { value: own, mask } : null;
}

/** In lower case. */
function hexIn(value: JsonObject, name: string, length: number): string | null {
  const text = value[name];
  const isHex = typeof text === "string" && /^[0-9a-fA-F]*$/.test(text);
  return isHex && text.length === 2 * length ? text.toLowerCase() : null;
}

function numberIn(value: JsonObject, name: string, max: number): number | null {
  const number = value[name];
  const fits = typeof number === "number" && Number.isInteger(number);
  return fits && number >= 0 && number <= max ? number : null;
}

/** To the second, in UTC. */
function dateIn(value: JsonObject, name: string): Date | null {
  const text = value[name];
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return null;
  const date = new Date(text);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString() === text.replace("Z", ".000Z");
  return isReal ? date : null;
}
