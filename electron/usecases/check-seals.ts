// Compares seals with the last record: one officer's, that of one copy of the domain, or those of
// the objects that are present. Differences are recorded as an exception that two people decided.
import {
  asKnown,
  copyObject,
  validateSeals,
  namedInText,
  officerOf,
  ANY_PRESENT,
  type Decided,
  sealedObjects,
  sealsThatDiffer,
  type CeremonyView,
  type SealFound,
} from "../ceremony/ceremony.ts";
import { kindOf, type KindName } from "../../ceremony-scripts/index.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, record, refuse, type Turn } from "./turn.ts";

export interface SealsRequest extends Decided {
  readonly seals: readonly Omit<SealFound, "expected">[];
}

/**
 * The objects whose seals a step of this kind reads: one officer's, the medium of one copy of the
 * domain, whose bag is then opened, or whatever is present, to be handed off.
 * @throws Fault E-STATE*, E-CUSTODY-OBJECT, E-SEALS-*
 */
export function checkSeals(
  deps: Deps,
  kind: KindName,
  { seat, ...request }: SealsRequest & { readonly seat?: number },
): CeremonyView {
  const turn = begin(deps, kind, seat);
  const { readsSeals, recordsOpening } = kindOf(kind);
  const object =
    readsSeals === "officer"
      ? officerOf(seat ?? 0)
      : readsSeals === "copy"
        ? copyObject(turn.step.action.copy ?? "transfer")
        : ANY_PRESENT;
  const [first] = compare(deps, turn, object, request);
  if (recordsOpening !== null) {
    const objects = [{ object, seal: first?.found ?? "" }];
    record(deps, { type: "bags-opened", by: turn.step.by, data: { objects } });
  }
  return finish(deps, turn);
}

/** @returns what was read, as it is recorded */
function compare(
  deps: Deps,
  turn: Turn,
  of: string,
  { seals, ...decided }: SealsRequest,
): readonly SealFound[] {
  refuse(validateSeals(turn.state, of, seals, decided));
  const before = sealedObjects(turn.state, of);
  for (const found of sealsThatDiffer(turn.state, of, seals)) {
    const {
      seal = "",
      place = "",
      custodian = "",
    } = before.find(({ object }) => object === found.object) ?? {};
    const name = namedInText(found.object);
    record(deps, {
      type: "exception-noted",
      by: "administrator",
      data: {
        expected: `${name}: seal ${seal}, ${place}, kept by ${custodian}.`,
        happened: `${name}: ${CONDITIONS[found.condition]}${
          found.condition === "missing"
            ? ""
            : `, seal ${found.found}, ${found.place}, kept by ${found.custodian}`
        }.`,
        decided: "Continue; it counts as it was found.",
        decidedBy: decided.decidedBy,
      },
    });
  }
  const officer = of.startsWith("officer-") ? of : "";
  const read = seals.map((found): SealFound => {
    const known = before.find(({ object }) => object === found.object);
    const as = (one: string, other = ""): string => asKnown(one, other);
    return {
      ...found,
      found: as(found.found, known?.seal),
      place: as(found.place, known?.place),
      custodian: as(found.custodian, known?.custodian),
      expected: known?.seal ?? "",
    };
  });
  record(deps, { type: "seals-checked", by: turn.step.by, data: { officer, seals: read } });
  return read;
}

const CONDITIONS = { intact: "intact", broken: "its seal is broken", missing: "missing" };
