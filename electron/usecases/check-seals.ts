// Compares seals with the last record: one officer's, that of one copy of the domain, or those of
// the objects that are present. Differences are recorded as an exception that two people decided.
import {
  copyObject,
  validateSeals,
  officerOf,
  ANY_PRESENT,
  sealedObjects,
  sealsThatDiffer,
  type CeremonyView,
  type SealFound,
} from "../ceremony/ceremony.ts";
import { kindOf, type KindName } from "../../ceremony-scripts/index.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, record, refuse, type Turn } from "./turn.ts";

export interface SealsRequest {
  readonly seals: readonly Omit<SealFound, "expected">[];
  /** Roles of two people, if there is a difference. */
  readonly decidedBy: readonly string[];
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
  compare(deps, turn, object, request);
  if (recordsOpening !== null) {
    const objects = [{ object, seal: request.seals[0]?.found ?? "" }];
    record(deps, { type: "bags-opened", by: turn.step.by, data: { objects } });
  }
  return finish(deps, turn);
}

function compare(deps: Deps, turn: Turn, of: string, { seals, decidedBy }: SealsRequest): void {
  refuse(validateSeals(turn.state, of, seals, decidedBy));
  const before = sealedObjects(turn.state, of);
  for (const found of sealsThatDiffer(turn.state, of, seals)) {
    const {
      seal = "",
      place = "",
      custodian = "",
    } = before.find(({ object }) => object === found.object) ?? {};
    record(deps, {
      type: "exception-noted",
      by: "administrator",
      data: {
        expected: `${found.object}: seal ${seal}, ${place}, kept by ${custodian}.`,
        happened: `${found.object}: ${CONDITIONS[found.condition]}${
          found.condition === "missing"
            ? ""
            : `, seal ${found.found}, ${found.place}, kept by ${found.custodian}`
        }.`,
        decided: "Continue; it counts as it was found.",
        decidedBy,
      },
    });
  }
  const officer = of.startsWith("officer-") ? of : "";
  record(deps, {
    type: "seals-checked",
    by: turn.step.by,
    data: {
      officer,
      seals: seals.map((found) => ({
        ...found,
        expected: before.find(({ object }) => object === found.object)?.seal ?? "",
      })),
    },
  });
}

const CONDITIONS = { intact: "whole", broken: "its seal is broken", missing: "it is not there" };
