// What an HSM states of its keys, verified offline (crypto/FORMAT.md, "Attestation of a key"): a genuine card
// made the key, keeps it, and never let it out. Whose HSM it is, only a root shows that was seen before.
import { isFault } from "../../../crypto/errors.ts";
import type { Json, JsonObject } from "../../../crypto/json.ts";
import {
  checkKeyAttestation,
  KEY_CHECKS,
  untrustedKey,
  type KeyAttestation,
  type KeyCheckName,
} from "../../../crypto/key-attestation.ts";
import { REHEARSAL_CARD_ROOT } from "../../../crypto/card-roots.ts";
import { memberAt } from "../answers/shape.ts";
import { allOf, alike } from "./about.ts";
import { differs, NOTHING, type Finding } from "./finding.ts";
import { hostOf } from "./ids.ts";
import { addressIn, keyAddressOf } from "./key-answers.ts";
import type { Case, Pools } from "./proof.ts";

interface Named {
  readonly name: string;
}

/** An answer with its verdict; null if it has another form, or is one too many. */
interface Stated {
  readonly key: string;
  readonly value: Json;
  readonly verdict: KeyAttestation | null;
}

/** What an HSM states of its keys, and the root that all of it must be under. */
export interface Statements {
  readonly stated: readonly Stated[];
  /** That which was seen before, else the first one here; null if there is none. */
  readonly root: string | null;
}

/** So many statements of each key are verified: it takes time, and no more are asked for. */
const OF_A_KEY = 4;

/** The answers in which an HSM attests keys. */
export function statementsOf(given: Case, hsm: Named): Statements {
  const most = given.plan.keys.length * OF_A_KEY;
  const stated = allOf(given.answers, "attestation")
    .flatMap((value) => {
      const address = keyAddressOf(addressIn(value));
      return address?.host === hostOf(hsm) ? [{ key: address.name, value }] : [];
    })
    .map((one, n) => ({ ...one, verdict: n < most ? verdictOn(given, one.value) : null }));
  const [first] = stated.flatMap(({ verdict }) =>
    verdict !== null && untrustedKey(verdict) === null ? [verdict.place?.poolRoot ?? ""] : [],
  );
  const before = given.pools[hsm.name.toLowerCase()] ?? "";
  return { stated, root: before === "" ? (first ?? null) : before };
}

/** Verdicts that were reached: all checks are evaluated at once, and several of them read the same statements. */
const reached = new Map<string, KeyAttestation | null>();
/** An HSM has at most as many keys in a plan. */
const REACHED_MAX = 200;

function verdictOn({ now: at, isRehearsal }: Case, value: Json): KeyAttestation | null {
  const attestation = memberAt(value, "attributes.attestation") ?? null;
  const key = memberAt(value, "key") ?? null;
  const name = JSON.stringify([at, isRehearsal, attestation, key]);
  const before = reached.get(name);
  if (before !== undefined) return before;
  if (reached.size >= REACHED_MAX) reached.clear();
  const verdict = verdictOf({ attestation, key }, at, isRehearsal);
  reached.set(name, verdict);
  return verdict;
}

function verdictOf(answer: JsonObject, at: Date, isRehearsal: boolean): KeyAttestation | null {
  const rehearsalRoot = isRehearsal ? REHEARSAL_CARD_ROOT : null;
  try {
    return checkKeyAttestation(answer, { at, key: null, poolRoot: null, rehearsalRoot });
  } catch (error) {
    if (isFault(error) && error.code === "E-KA-SHAPE") return null;
    throw error;
  }
}

/** Those of one key. */
export const ofKey = ({ stated }: Statements, name: string): readonly Stated[] =>
  stated.filter(({ key }) => alike(key, name));

/**
 * What is wrong with a statement.
 * @param may what it may lack
 */
export function wrongIn(
  { root }: Statements,
  { verdict }: Stated,
  of: string,
  may: readonly KeyCheckName[],
): readonly Finding[] {
  const at = `${of}: attributes.attestation`;
  if (verdict === null)
    return [differs(at, "a card's statements, MRVL-1", "another form, or too many")];
  const found = verdict.place?.poolRoot ?? NOTHING;
  return [
    ...verdict.checks
      .filter(({ check, ok }) => !ok && !may.includes(check))
      .map(({ check }) => differs(`${at} (${check})`, KEY_CHECKS[check], "it is not so")),
    ...(root === null || root === found
      ? []
      : [differs(`${at} (pool-root)`, `the root ${root}, as before`, found)]),
  ];
}

/** The root of an HSM, to be compared from now on. */
export function learntOf(given: Case, hsm: Named): Pools {
  const { root } = statementsOf(given, hsm);
  return root === null ? {} : { [hsm.name.toLowerCase()]: root };
}
