// Forms that were filled in: each does the step that is now with what people wrote.
import type { RequestOf } from "../bridge/contract.ts";
import type { Step } from "../../ceremony-scripts/index.ts";
import { acceptPoints } from "../usecases/accept-points.ts";
import { checkCopySeal, checkObjects, checkSeals } from "../usecases/check-seals.ts";
import { choose } from "../usecases/choose.ts";
import { destroyOld } from "../usecases/destroy-old.ts";
import { findDomain } from "../usecases/find-domain.ts";
import { handOff } from "../usecases/hand-off.ts";
import { nameBackup } from "../usecases/name-backup.ts";
import { recordCustody } from "../usecases/record-custody.ts";
import { reportTrouble } from "../usecases/report-trouble.ts";
import { takePart } from "../usecases/take-part.ts";
import { chosen } from "./audits.ts";
import { fault } from "./faults.ts";
import type { DeskOptions } from "./options.ts";
import { isStored, keepSasFile } from "./storage-way.ts";
import type { OpenCeremony } from "./open-ceremony.ts";

/** Seals as they were read. @throws Fault E-DESK-STALE, those of the use case */
export function fillSeals(open: OpenCeremony, { seals, decidedBy }: RequestOf<"seals">): void {
  const { kind, seat } = now(open);
  if (kind === "check-copy-seal") checkCopySeal(open.deps, { seals, decidedBy });
  else if (kind === "check-objects") checkObjects(open.deps, { seals, decidedBy });
  else checkSeals(open.deps, { seat, seals, decidedBy });
}

/** Old things as they were destroyed. @throws as `fillSeals` */
export function fillDestroyed(open: OpenCeremony, request: RequestOf<"destroy">): void {
  const { objects, decidedBy } = request;
  destroyOld(open.deps, { seat: now(open).seat, objects, decidedBy });
}

/** Points that people accept before the activation. @throws as `fillSeals` */
export function fillPoints(open: OpenCeremony, { points, decidedBy }: RequestOf<"points">): void {
  const { kind } = now(open);
  acceptPoints(open.deps, { points, decidedBy },
    kind === "download-domain" ? kind : "read-activation");
}

/** What goes to whom, and who said so. @throws as `fillSeals` */
export function fillHandOff(open: OpenCeremony, request: RequestOf<"handOff">): void {
  const { handOffs, said, decidedBy } = request;
  handOff(open.deps, { handOffs, said, decidedBy });
}

/** What is wrong with a key. @throws as `fillSeals` */
export function fillTrouble(open: OpenCeremony, request: RequestOf<"trouble">): void {
  const { trouble, happened, decidedBy } = request;
  reportTrouble(open.deps, { seat: now(open).seat, trouble, happened, decidedBy });
}

/** Where the newest full backup lies. @throws as `fillSeals` */
export function fillBackup(open: OpenCeremony, request: RequestOf<"backup">): void {
  const { container, folder, takenAt } = request;
  nameBackup(open.deps, { container, folder, takenAt });
}

/**
 * How the HSM reaches the storage in this step. Where no file is chosen, it stays as it was.
 * @throws Fault E-DESK-STALE
 */
export async function chooseStorage(
  open: OpenCeremony, { by }: RequestOf<"storage">, { chooseSas }: Pick<DeskOptions, "chooseSas">,
): Promise<void> {
  if (!isStored(now(open).kind)) throw fault("E-DESK-STALE");
  const { folder } = open.session.ceremony;
  const file = by === "sas" ? await chooseSas() : null;
  if (by === "managed-identity" || file !== null) keepSasFile(folder, file);
}

/** Every object with its bag. @throws as `fillSeals` */
export function fillCustody(
  open: OpenCeremony, { objects, deviations }: RequestOf<"custody">,
): void {
  const { kind } = now(open);
  recordCustody(open.deps, { objects, deviations },
    kind === "take-into-custody" ? kind : "record-custody");
}

/** Where the domain and its keys come from. @throws as `fillSeals` */
export function fillOrigin(open: OpenCeremony, { origin }: RequestOf<"find">): void {
  findDomain(open.deps, { origin });
}

/** Which of several ways is taken. @throws as `fillSeals` */
export function fillChoice(open: OpenCeremony, { goTo }: RequestOf<"choose">): void {
  const seat = open.step?.seat;
  choose(open.deps, { goTo, ...(seat === undefined ? {} : { seat }) });
}

/**
 * A custodian's part: the one on this computer, else a file chosen by hand.
 * @returns false where nobody chose one
 * @throws Fault E-AUDIT-FILE, and as `fillSeals`
 */
export async function fillPart(
  open: OpenCeremony, { heard }: RequestOf<"part">,
  { chooseRecord }: Pick<DeskOptions, "chooseRecord">,
): Promise<boolean> {
  const { seat } = now(open);
  const bytes = open.session.plan.parts.get(seat) 
    ?? (await chosen(chooseRecord))?.record ?? null;
  if (bytes === null) return false;
  takePart(open.deps, { seat, bytes, heard });
  return true;
}

function now(
  { step }: OpenCeremony,
): { readonly kind: Step["action"]["kind"]; readonly seat: number } {
  if (step === null) throw fault("E-DESK-STALE");
  return { kind: step.action.kind, seat: step.seat ?? 0 };
}
