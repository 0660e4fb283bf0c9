// A SAS token of a storage container, checked before it is sent: form, times and rights. Its
// signature is a secret, and is never in any message.
import { fault } from "../faults.ts";
import { list, sentence } from "../../text/sentence.ts";

/** What it is needed for. */
export type SasUse = "backup" | "restore";

/**
 * What the HSM does in the container, by Microsoft's page on backups: `crdw` for a backup; for a
 * restore only reading is certain. Letters mean create, read, delete, write.
 */
const NEEDED: Readonly<Record<SasUse, readonly (readonly [letter: string, right: string])[]>> = {
  backup: [
    ["c", "create"],
    ["r", "read"],
    ["d", "delete"],
    ["w", "write"],
  ],
  restore: [["r", "read"]],
};

const TOKEN_MAX = 4096;

/**
 * The token as it is sent: without a leading question mark. A stored policy (`si`) may define its
 * times and rights, which cannot be checked here.
 * @throws Fault E-SAS-FORM, E-SAS-EARLY, E-SAS-EXPIRED, E-SAS-RIGHTS
 */
export function checkSas(text: string, use: SasUse, now: Date): string {
  const token = text.trim().replace(/^\?/, "");
  const members = membersOf(token);
  const hasPolicy = members.has("si");
  const [from, until] = [timeOf(members.get("st")), timeOf(members.get("se"))];
  if (until === null && !hasPolicy) throw fault("E-SAS-FORM");
  if (from !== null && from > now.getTime()) throw fault("E-SAS-EARLY");
  if (until !== null && until <= now.getTime()) throw fault("E-SAS-EXPIRED");
  checkRights(members, use, hasPolicy);
  return token;
}

/** For a container, or an account's blobs; with the HSM's permissions. */
function checkRights(members: ReadonlyMap<string, string>, use: SasUse, hasPolicy: boolean): void {
  const rights = members.get("sp");
  if (rights === undefined && !hasPolicy) throw fault("E-SAS-FORM");
  const missing =
    rights === undefined
      ? []
      : NEEDED[use].filter(([letter]) => !rights.includes(letter)).map(([, right]) => right);
  if (missing.length > 0)
    throw fault("E-SAS-RIGHTS", {
      what: sentence("hsm-faults.sasLacks", { rights: list(missing) }),
    });
  const ofContainer = members.get("sr") === "c";
  const ofAccount =
    members.get("ss")?.includes("b") === true
    && ["c", "o"].every((kind) => members.get("srt")?.includes(kind) === true);
  if (!ofContainer && !ofAccount)
    throw fault("E-SAS-RIGHTS", { what: sentence("hsm-faults.sasContainer") });
}

/** @throws Fault E-SAS-FORM if it is not a query of `name=value`, each once, with a signature */
function membersOf(token: string): ReadonlyMap<string, string> {
  const isQuery =
    token.length <= TOKEN_MAX
    && /^[a-z]{1,8}=[A-Za-z0-9%+/=:._~,-]*(&[a-z]{1,8}=[A-Za-z0-9%+/=:._~,-]*)*$/.test(token);
  if (!isQuery) throw fault("E-SAS-FORM");
  const pairs = token.split("&").map((pair): readonly [string, string] => {
    const [name = "", ...rest] = pair.split("=");
    return [name, decoded(rest.join("="))];
  });
  const members = new Map(pairs);
  const has = (name: string): boolean => (members.get(name) ?? "") !== "";
  if (members.size !== pairs.length || !has("sig") || !has("sv")) throw fault("E-SAS-FORM");
  return members;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw fault("E-SAS-FORM");
  }
}

/** Azure's forms of a time in UTC: day, minute, second. Null for any other. */
function timeOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,7})?)?Z)?$/;
  const time = form.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw fault("E-SAS-FORM");
  return time;
}
