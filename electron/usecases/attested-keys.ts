// What the HSM's cards attest of its keys, from the answers that people brought: verified here, offline.
import {
  checkKeyAttestation,
  isFault,
  readKeyAnswer,
  readShownKey,
  REHEARSAL_CARD_ROOT,
  sha256Hex,
  untrustedKey,
  type KeyAttestation,
} from "../../crypto/index.ts";
import type { EventData } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { fault } from "./faults.ts";
import { refuse } from "./turn.ts";

type Attested = EventData["keys-attested"];
type Key = Attested["keys"][number];

/** More than a quarter's check names. */
const FILES_MAX = 200;

/**
 * Every answer that is chosen counts. A key as Azure shows it, beside an answer that lacks it, is compared
 * with that answer.
 * @param files answers, and keys as Azure shows them, in any order
 * @param known the root of the HSM that an earlier record has; "" if none has
 * @throws Fault E-KA-SHAPE, E-KA-UNTRUSTED (also for another root than the known one), E-KEYS-FILES
 */
export function attestedKeys(
  { mode, clock }: Pick<Deps, "mode" | "clock">,
  files: readonly Uint8Array[],
  known: string,
): Attested {
  if (files.length > FILES_MAX) throw fault("E-KEYS-FILES");
  const [answers, shown] = [files.filter(isAnswer), files.filter((file) => !isAnswer(file))];
  const addresses = shown.map((file) => ({ file, ...readShownKey(file) }));
  let poolRoot = known === "" ? null : known;
  const verdictOn = (answer: Uint8Array, key: Uint8Array | null): KeyAttestation => {
    const rehearsalRoot = mode === "REHEARSAL" ? REHEARSAL_CARD_ROOT : null;
    const found = checkKeyAttestation(answer, { at: clock(), key, poolRoot, rehearsalRoot });
    refuse(untrustedKey(found));
    poolRoot = found.place?.poolRoot ?? null;
    return found;
  };
  let pool = "";
  const keys = answers.map((answer): Key => {
    const alone = verdictOn(answer, null);
    const { path = "" } = alone.key ?? {};
    const of = addresses.find(({ kid }) => path !== "" && kid.endsWith(path));
    const { verdict, checks, key, place } = of === undefined ? alone : verdictOn(answer, of.file);
    const [, , name, version] = path.split("/");
    // A statement of a layout that is not known from Azure names no key.
    if (key === null || place === null || name === undefined || version === undefined)
      throw fault("E-KEYS-FILES");
    pool ||= place.pool;
    return {
      name,
      version,
      publicSha256: key.key,
      verdict: verdict === "attested" ? "attested" : "not-attested",
      failed: checks.flatMap(({ check, ok }) => (ok ? [] : [check as Key["failed"][number]])),
      card: place.card,
      sha256: sha256Hex(answer),
    };
  });
  const isEach =
    new Set(keys.map(({ name, version }) => `${name}/${version}`)).size === keys.length;
  if (poolRoot === null || keys.length === 0 || !isEach) throw fault("E-KEYS-FILES");
  return { poolRoot, pool, keys };
}

/** Whether it is an answer that attests a key, and no other file. */
function isAnswer(file: Uint8Array): boolean {
  try {
    readKeyAnswer(file);
    return true;
  } catch (error) {
    if (isFault(error) && error.code === "E-KA-SHAPE") return false;
    throw error;
  }
}
