// A key list: every version of every key of an HSM, and all role assignments, on one day. Its form
// is in FORMAT.md. It contains no secret; kept with a backup, it says what must return.
import { isArray, isObject, readJson, type Json, type JsonObject } from "../../crypto/index.ts";
import { fault } from "./faults.ts";
import type { Hsm, HsmKey } from "./hsm.ts";
import { keyReaderOf } from "./key-reader.ts";
import { namedRoles, type NamedRole } from "./roles.ts";

export interface KeyList {
  /** The HSM's name, as its resource has it. */
  readonly hsm: string;
  /** When it was asked, by the asking machine's clock: RFC 3339, UTC. */
  readonly listedAt: string;
  readonly keys: readonly Pick<HsmKey, "name" | "version" | "publicSha256">[];
  /** Null if nobody listed them. */
  readonly roles: readonly NamedRole[] | null;
}

const KIND = "managed-hsm-keys/01";
export const KEY_LIST_BYTES_MAX = 16 * 1024 * 1024;

/** The list as a file: one key and one role assignment per line. */
export function keyListText({ hsm, listedAt, keys, roles }: KeyList): string {
  const lines = (all: readonly object[]): string =>
    all.length === 0
      ? "[]"
      : `[\n    ${all.map((one) => JSON.stringify(one)).join(",\n    ")}\n  ]`;
  const members = [
    `"kind": ${JSON.stringify(KIND)}`,
    `"hsm": ${JSON.stringify(hsm)}`,
    `"listedAt": ${JSON.stringify(listedAt)}`,
    `"keys": ${lines(
      keys.map(({ name, version, publicSha256 }) => ({ name, version, publicSha256 })),
    )}`,
    ...(roles === null
      ? []
      : [
          `"roles": ${lines(
            roles.map(({ principal, role, roleName, scope }) => ({
              principal,
              role,
              roleName: shown(roleName),
              scope,
            })),
          )}`,
        ]),
  ];
  return `{\n  ${members.join(",\n  ")}\n}\n`;
}

/** Strict, because half a list would report keys as found. @throws Fault E-KEYS-LIST */
export function readKeyList(bytes: Uint8Array): KeyList {
  if (bytes.length > KEY_LIST_BYTES_MAX) throw fault("E-KEYS-LIST");
  const reading = readJson(bytes);
  const list = membersOf(
    reading.ok ? reading.value : null,
    ["kind", "hsm", "listedAt", "keys"],
    ["roles"],
  );
  const { kind, keys, roles } = list;
  if (kind !== KIND || !isArray(keys) || keys.length === 0) throw fault("E-KEYS-LIST");
  if (roles !== undefined && !isArray(roles)) throw fault("E-KEYS-LIST");
  const read = {
    hsm: textIn(list, "hsm"),
    listedAt: timeIn(list),
    keys: keys.map(keyOf),
    roles: roles === undefined ? null : roles.map(roleOf),
  };
  checkOnce(read.keys.map(({ name, version }) => `${name}/${version}`));
  checkOnce(
    (read.roles ?? []).map(({ principal, role, scope }) => `${principal} ${role} ${scope}`),
  );
  return read;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The complete form of each text. */
const FORMS = {
  hsm: /^[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/,
  name: /^[A-Za-z0-9-]{1,127}$/,
  version: /^[0-9a-f]{1,64}$/,
  publicSha256: /^[0-9a-f]{64}$/,
  principal: GUID,
  role: GUID,
  roleName: /^(?!\s)[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]{0,100}(?<!\s)$/u,
  scope: /^\/(keys(\/[A-Za-z0-9-]{1,127})?)?$/,
} as const;

/** Only its GUID counts: an unreadable name is left out. */
const shown = (roleName: string): string => (FORMS.roleName.test(roleName) ? roleName : "");

function keyOf(value: Json): KeyList["keys"][number] {
  const key = membersOf(value, ["name", "version", "publicSha256"]);
  return {
    name: textIn(key, "name"),
    version: textIn(key, "version"),
    publicSha256: textIn(key, "publicSha256"),
  };
}

function roleOf(value: Json): NamedRole {
  const role = membersOf(value, ["principal", "role", "roleName", "scope"]);
  return {
    principal: textIn(role, "principal"),
    role: textIn(role, "role"),
    roleName: textIn(role, "roleName"),
    scope: textIn(role, "scope"),
  };
}

/** An object with these members, perhaps with the others, and no more. */
function membersOf(
  value: Json,
  needed: readonly string[],
  possible: readonly string[] = [],
): JsonObject {
  if (
    !isObject(value)
    || needed.some((name) => value[name] === undefined)
    || Object.keys(value).some((name) => ![...needed, ...possible].includes(name))
  )
    throw fault("E-KEYS-LIST");
  return value;
}

function textIn(value: JsonObject, member: keyof typeof FORMS): string {
  const text = value[member];
  if (typeof text !== "string" || !FORMS[member].test(text)) throw fault("E-KEYS-LIST");
  return text;
}

function timeIn({ listedAt: text }: JsonObject): string {
  const isTime =
    typeof text === "string"
    && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)
    && !Number.isNaN(Date.parse(text))
    && new Date(text).toISOString() === text;
  if (!isTime) throw fault("E-KEYS-LIST");
  return text;
}

function checkOnce(names: readonly string[]): void {
  if (new Set(names).size !== names.length) throw fault("E-KEYS-LIST");
}

/**
 * Asks an HSM for all of it, and changes nothing: it needs a role that reads keys.
 * @throws Fault E-KEYS-READER, E-KEYS-NONE, as `Hsm`
 */
export async function keyListOf(hsm: Hsm, now: Date): Promise<KeyList> {
  const principal = await hsm.signedInAs();
  if (principal !== null && (await keyReaderOf(hsm, principal)) === null)
    throw fault("E-KEYS-READER");
  const keys = await hsm.keys();
  if (keys.length === 0) throw fault("E-KEYS-NONE");
  const roles = namedRoles(await hsm.roleAssignments(), await hsm.roles());
  return {
    hsm: hsm.name,
    listedAt: now.toISOString(),
    keys,
    roles: roles.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)),
  };
}

/** The HSM's client sorts by the names of assignments, which are random and not shown. */
const place = ({ role, principal, scope }: NamedRole): string => `${role} ${principal} ${scope}`;
