// What the simulated people do at each kind of step: the same use cases that the window will call.
import { fromHex, isFault, toWords } from "../../crypto/index.ts";
import type { KindName } from "../../ceremony-scripts/index.ts";
import {
  custodyObjects, deviationsWanted, officerOf, rolesIn, type CeremonyView, type Deviation,
} from "../ceremony/ceremony.ts";
import { CAST } from "../people/protocol.ts";
import { choose } from "../usecases/choose.ts";
import { closeCeremony } from "../usecases/close-ceremony.ts";
import { closeOnPaper } from "../usecases/close-on-paper.ts";
import { compareExchangeKey } from "../usecases/compare-exchange-key.ts";
import { confirmThumbprint } from "../usecases/confirm-thumbprint.ts";
import { downloadDomain } from "../usecases/download-domain.ts";
import { exportCertificates } from "../usecases/export-certificates.ts";
import { fetchExchangeKey } from "../usecases/fetch-exchange-key.ts";
import { handOver } from "../usecases/hand-over.ts";
import { knowBackup } from "../usecases/know-backup.ts";
import { makeOfficerKey } from "../usecases/make-officer-key.ts";
import { makeRestoreBlob } from "../usecases/make-restore-blob.ts";
import { matchDomain } from "../usecases/match-domain.ts";
import { openCeremony } from "../usecases/open-ceremony.ts";
import { proveQuorum } from "../usecases/prove-quorum.ts";
import { digestOf, readAloud } from "../usecases/read-aloud.ts";
import { readActivation } from "../usecases/read-activation.ts";
import { recordCustody } from "../usecases/record-custody.ts";
import { backupEmpty, compareKeys, restoreBackup } from "../usecases/restore-keys.ts";
import { takeOver } from "../usecases/take-over.ts";
import { uploadBlob } from "../usecases/upload-blob.ts";
import { stateOf, type Scene } from "./scene.ts";

type Act = (scene: Scene) => CeremonyView | Promise<CeremonyView>;

export const ACTS: Readonly<Record<KindName, Act>> = {
  open: ({ deps, plan }) =>
    openCeremony(deps, {
      hsm: plan.hsm,
      participants: castFor(plan.earlier !== null, deps.script.quorum),
      ...(plan.earlier === null ? {} : { earlier: plan.earlier }),
    }),
  "make-key": ({ deps, step, plan }) =>
    makeOfficerKey(deps, { seat: step.seat ?? 0, bits: plan.bits }),
  "confirm-thumbprint": confirmByCard,
  "export-certificates": ({ deps }) => exportCertificates(deps),
  "hand-over": ({ deps }) => handOver(deps),
  "take-over": ({ deps }) => takeOver(deps),
  "read-activation": ({ deps }) => readActivation(deps),
  "download-domain": downloadOrAgain,
  "read-aloud": readAndNote,
  "match-domain": async ({ deps, people }) =>
    matchDomain(deps, { heard: await people.read({ paper: noteOf("domain") }) }),
  "prove-quorum": ({ deps }) => proveQuorum(deps),
  "record-custody": bagAndAccept,
  "know-backup": ({ deps, plan }) =>
    knowBackup(deps, plan.backup ?? { container: "", folder: "", keys: [] }),
  "fetch-exchange-key": ({ deps }) => fetchExchangeKey(deps),
  "compare-exchange-key": async ({ deps, people }) =>
    compareExchangeKey(deps, {
      heard: await people.read({ paper: noteOf("exchange-key") }),
      acceptedBy: [officerOf(1), officerOf(2)],
    }),
  "make-restore-blob": ({ deps }) => makeRestoreBlob(deps),
  "upload-blob": ({ deps }) => uploadBlob(deps),
  "backup-empty": ({ deps }) => backupEmpty(deps),
  "restore-backup": ({ deps }) => restoreBackup(deps),
  "compare-keys": ({ deps }) => compareKeys(deps),
  choose: ({ deps, step, plan }) => {
    const ids = (step.action.choices ?? []).map(({ goTo }) => goTo);
    const goTo = ids.find((id) => plan.choices.includes(id)) ?? ids[0] ?? "";
    return choose(deps, { goTo, ...(step.seat === undefined ? {} : { seat: step.seat }) });
  },
  close: ({ deps }) => closeCeremony(deps),
  "close-on-paper": (scene) =>
    closeOnPaper(scene.deps, { present: rolesIn(stateOf(scene)) }),
};

/** Everybody for an activation; as many officers as the quorum needs for a recovery. */
function castFor(recovery: boolean, quorum: number) {
  return CAST.filter(
    ({ role }) =>
      !recovery ||
      !role.startsWith("officer-") ||
      Number(role.slice("officer-".length)) <= quorum,
  );
}

const noteOf = (what: string) => `SHA-256 of the ${what}`;

/**
 * Offline the officer copies the words from the screen to the card; later he reads from the card.
 */
async function confirmByCard(scene: Scene): Promise<CeremonyView> {
  const { deps, step, people } = scene;
  const seat = step.seat ?? 0;
  const paper = `card of officer ${String(seat)}`;
  if (deps.station === "offline") {
    const thumbprint = stateOf(scene).officers[officerOf(seat)]?.made?.thumbprint ?? "";
    await people.write({ paper, words: wordsOf(thumbprint) });
  }
  return confirmThumbprint(deps, { seat, heard: await people.read({ paper }) });
}

/** The administrator reads the words from the screen, the witness writes and repeats them. */
async function readAndNote(scene: Scene): Promise<CeremonyView> {
  const what = scene.step.action.what ?? "domain";
  const paper = noteOf(what);
  await scene.people.write({ paper, words: wordsOf(digestOf(stateOf(scene), what)) });
  return readAloud(scene.deps, { heard: await scene.people.read({ paper }) });
}

/** What deviates from a rule that may be deviated from is accepted as the README says it is. */
async function bagAndAccept(scene: Scene): Promise<CeremonyView> {
  const { deps, people } = scene;
  const state = stateOf(scene);
  const objects = await people.bag({ objects: custodyObjects(state) });
  const deviations = deviationsWanted(state, objects).map(({ rule }): Deviation => ({
    rule, reason: REASONS[rule], decidedBy: ["administrator", "witness"],
  }));
  return recordCustody(deps, { objects, deviations });
}

const REASONS: Readonly<Record<Deviation["rule"], string>> = {
  quorum: "Three officers are all there are; one of them may be ill or gone.",
  sites: "This is a rehearsal: the bags stay in this room.",
};

/** A lost answer is said aloud first; then administrator and witness decide to download again. */
async function downloadOrAgain({ deps }: Scene): Promise<CeremonyView> {
  try {
    return await downloadDomain(deps, {});
  } catch (error) {
    if (!isFault(error) || error.code !== "E-ACTIVATED-NO-SD") throw error;
    deps.notice({
      kind: "warned", code: error.code, message: `${error.message} ${error.next}`,
    });
    return downloadDomain(deps, { againDecidedBy: ["administrator", "witness"] });
  }
}

const wordsOf = (hex: string): string => toWords(fromHex(hex) ?? new Uint8Array()).join(" ");
