// What the simulated people do at each kind of step: the same use cases that the window will call.
import { fromHex, isFault, toWords } from "../../crypto/index.ts";
import type { KindName, Step } from "../../ceremony-scripts/index.ts";
import {
  copyObject, custodyObjects, deviationsWanted, officerOf, onTheTable, preflightView, rolesIn,
  sealedObjects,
  signingSeats, type CeremonyView, type Deviation, type State,
} from "../ceremony/ceremony.ts";
import { acceptPoints } from "../usecases/accept-points.ts";
import { attestCustody } from "../usecases/attest-custody.ts";
import { backupEmpty } from "../usecases/backup-empty.ts";
import { checkKey } from "../usecases/check-key.ts";
import { checkCopySeal, checkObjects, checkSeals } from "../usecases/check-seals.ts";
import { choose } from "../usecases/choose.ts";
import { closeCeremony } from "../usecases/close-ceremony.ts";
import { closeOnPaper } from "../usecases/close-on-paper.ts";
import { compareKeys } from "../usecases/compare-keys.ts";
import { compareExchangeKey } from "../usecases/compare-exchange-key.ts";
import { confirmThumbprint } from "../usecases/confirm-thumbprint.ts";
import { destroyOld } from "../usecases/destroy-old.ts";
import { downloadDomain } from "../usecases/download-domain.ts";
import { exportCertificates } from "../usecases/export-certificates.ts";
import { fetchExchangeKey } from "../usecases/fetch-exchange-key.ts";
import { findDomain } from "../usecases/find-domain.ts";
import { handOff } from "../usecases/hand-off.ts";
import { handOver } from "../usecases/hand-over.ts";
import { knowBackup } from "../usecases/know-backup.ts";
import { makeOfficerKey } from "../usecases/make-officer-key.ts";
import { makeRestoreBlob } from "../usecases/make-restore-blob.ts";
import { matchDomain } from "../usecases/match-domain.ts";
import { openCeremony } from "../usecases/open-ceremony.ts";
import { nameBackup } from "../usecases/name-backup.ts";
import { openBag } from "../usecases/open-bag.ts";
import { proveQuorum } from "../usecases/prove-quorum.ts";
import { digestOf, readAloud } from "../usecases/read-aloud.ts";
import { readActivation } from "../usecases/read-activation.ts";
import { recordCustody } from "../usecases/record-custody.ts";
import { rehashCopy } from "../usecases/rehash-copy.ts";
import { restoreBackup } from "../usecases/restore-backup.ts";
import { reportTrouble } from "../usecases/report-trouble.ts";
import { retireDomain } from "../usecases/retire-domain.ts";
import { signAct } from "../usecases/sign-act.ts";
import { takePart } from "../usecases/take-part.ts";
import { takeOver } from "../usecases/take-over.ts";
import { stateOf as stateIn } from "../usecases/turn.ts";
import { uploadBlob } from "../usecases/upload-blob.ts";
import { REHEARSAL_PEOPLE } from "../people/protocol.ts";
import { peopleFor } from "./rehearsal-people.ts";
import { stateOf, type Plan, type RehearsedStep } from "./rehearsed-step.ts";

type Act = (rehearsed: RehearsedStep) => CeremonyView | Promise<CeremonyView>;

export const ACTS: Readonly<Record<KindName, Act>> = {
  open: ({ deps, plan }) =>
    openCeremony(deps, {
      hsm: plan.hsm,
      participants: peopleFor(deps.script, plan),
      renewed: plan.renewed,
      ...(plan.earlier === null ? {} : { earlier: plan.earlier }),
    }),
  "make-key": ({ deps, step, plan }) =>
    makeOfficerKey(deps, { seat: step.seat ?? 0, bits: plan.bits }),
  "confirm-thumbprint": confirmByCard,
  "export-certificates": ({ deps }) => exportCertificates(deps),
  "hand-over": ({ deps }) => handOver(deps),
  "take-over": ({ deps }) => takeOver(deps),
  "read-activation": readAndDecide,
  "read-active": ({ deps }) => readActivation(deps, "read-active"),
  "download-domain": downloadOrAgain,
  "download-again": ({ deps }) => downloadDomain(deps, {}, "download-again"),
  "retire-domain": ({ deps }) => retireDomain(deps),
  "destroy-old": async (rehearsed) => {
    const seat = rehearsed.step.seat ?? 0;
    const { seals } = await sealsOn(rehearsed, officerOf(seat));
    const objects = seals.map(({ object, found, condition }) =>
      ({ object, found, condition, how: "REHEARSAL: cut to pieces" }));
    return destroyOld(rehearsed.deps, { seat, objects, decidedBy: [] });
  },
  "read-aloud": readAndNote,
  "match-domain": async ({ deps, people }) =>
    matchDomain(deps, { heard: await people.read({ paper: noteOf("domain") }) }),
  "prove-quorum": ({ deps }) => proveQuorum(deps),
  "find-domain": ({ deps }) => findDomain(deps, {
    origin: deps.script.name === "adoption"
      ? "REHEARSAL: made with openssl and az; the keys lay in the officers' desks."
      : "REHEARSAL: the record is lost; the media are those of the officers.",
  }),
  "record-custody": (rehearsed) => bagAndAccept(rehearsed, "record-custody"),
  "take-into-custody": (rehearsed) => bagAndAccept(rehearsed, "take-into-custody"),
  "know-backup": ({ deps, plan }) =>
    knowBackup(deps, plan.backup ?? { container: "", folder: "", keys: [] }),
  "fetch-exchange-key": ({ deps }) => fetchExchangeKey(deps),
  "compare-exchange-key": async ({ deps, people, decided }) =>
    compareExchangeKey(deps, {
      heard: await people.read({ paper: noteOf("exchange-key") }),
      // Told nothing, two officers go on; in a trial they first hear what the app says.
      acceptedBy: decided === undefined ? [officerOf(1), officerOf(2)] : decided ?? [],
    }),
  "make-restore-blob": ({ deps }) => makeRestoreBlob(deps),
  "upload-blob": ({ deps }) => uploadBlob(deps),
  "backup-empty": ({ deps }) => backupEmpty(deps),
  "restore-backup": ({ deps }) => restoreBackup(deps),
  "compare-keys": ({ deps }) => compareKeys(deps),
  choose: ({ deps, step, plan }) => {
    const seat = step.seat === undefined ? {} : { seat: step.seat };
    return choose(deps, { goTo: choiceOf(step, plan), ...seat });
  },
  "check-seals": async (rehearsed) => {
    const seat = rehearsed.step.seat ?? 0;
    return checkSeals(rehearsed.deps, { seat, ...await sealsOn(rehearsed, officerOf(seat)) });
  },
  "open-bag": ({ deps, step }) => openBag(deps, { seat: step.seat ?? 0 }),
  "check-key": ({ deps, step }) => checkKey(deps, { seat: step.seat ?? 0 }),
  "report-trouble": ({ deps, step }) => reportTrouble(deps, {
    seat: step.seat ?? 0, trouble: "forgotten", decidedBy: ["administrator", "witness"],
    happened: "REHEARSAL: the officer does not remember the passphrase.",
  }),
  "check-copy-seal": async (rehearsed) => {
    const { copy = "transfer" } = rehearsed.step.action;
    return checkCopySeal(rehearsed.deps, await sealsOn(rehearsed, copyObject(copy)));
  },
  "check-objects": async (rehearsed) => {
    const seals = await readBags(rehearsed, [handedOn(stateOf(rehearsed))]);
    return checkObjects(rehearsed.deps, { seals, decidedBy: rehearsed.decided ?? [] });
  },
  "hand-off": handOn,
  "rehash-copy": ({ deps }) => rehashCopy(deps),
  "take-part": async ({ deps, step, plan, people }) => {
    const seat = step.seat ?? 0;
    const bytes = plan.parts.get(seat) ?? new Uint8Array();
    const heard = await people.read({ paper: paperOf(officerOf(seat)) });
    return takePart(deps, { seat, bytes, heard });
  },
  "name-backup": ({ deps }) => nameBackup(deps, {
    container: "https://rehearsal.blob.core.windows.net/backups", folder: "newest",
    takenAt: deps.clock().toISOString().slice(0, 10),
  }),
  "attest-custody": ({ deps }) => attestCustody(deps),
  "sign-act": async (rehearsed) => writtenForAct(rehearsed, await signAct(rehearsed.deps)),
  close: async (rehearsed) => signingSeats(stateOf(rehearsed), rehearsed.deps.script).length === 0
    ? closeAndSign(rehearsed) : written(rehearsed, await closeCeremony(rehearsed.deps)),
  "close-on-paper": closeAndSign,
};

/** What people were told to choose; a part is only taken where there is one; else the first. */
export function choiceOf(
  { action, seat }: Step, { choices, parts }: Pick<Plan, "choices" | "parts">,
): string {
  const ids = (action.choices ?? []).map(({ goTo }) => goTo);
  const told = ids.find((id) => choices.includes(id));
  const isMissing = ids[0]?.startsWith("take-part-") === true && !parts.has(seat ?? 0);
  return told ?? (isMissing ? ids.at(-1) : ids[0]) ?? "";
}

/** What is read from the bags. In a rehearsal nobody has been at them. */
async function sealsOn(rehearsed: RehearsedStep, of: string) {
  const objects = sealedObjects(stateOf(rehearsed), of).map(({ object }) => object);
  return { seals: await readBags(rehearsed, objects), decidedBy: rehearsed.decided ?? [] };
}

async function readBags({ people }: RehearsedStep, objects: readonly string[]) {
  const bags = await people.look({ objects });
  return bags.map(({ object, seal, place, custodian }) =>
    ({ object, found: seal, condition: "intact" as const, place, custodian }));
}

/** One officer's backup medium goes to a bank, and comes back when it is handed on again. */
const AWAY = { to: "Priya Nair", place: "Site C, bank vault" };

export const handedOn = (state: State): string =>
  state.objects.find(({ object }) => object.endsWith("backup medium"))?.object ?? "";

async function handOn(rehearsed: RehearsedStep): Promise<CeremonyView> {
  const { deps, people } = rehearsed;
  const handOffs = onTheTable(stateOf(rehearsed)).map(({ object, custodian }) => {
    const home = REHEARSAL_PEOPLE.find(({ role }) => object.startsWith(`${role} `));
    const back = { to: home?.name ?? "", place: `Site B, safe of ${home?.role ?? ""}` };
    return { object, from: custodian, ...custodian === AWAY.to ? back : AWAY };
  });
  await people.move({ moved: handOffs.map(({ object, to, place }) => ({ object, to, place })) });
  return handOff(deps, {
    handOffs: handOffs.map(({ object, to, place }) => ({ object, to, place })),
    said: handOffs.flatMap(({ from, to }) => [from, to]), decidedBy: [],
  });
}

const paperOf = (officer: string): string => `head of the part of ${officer}`;

/** All who are present sign a paper with the words of the head. */
function closeAndSign(rehearsed: RehearsedStep): Promise<CeremonyView> {
  return written(rehearsed, closeOnPaper(rehearsed.deps, { present: rolesIn(stateOf(rehearsed)) }));
}

/** The words of the closed record's head are written down: an officer's part goes by his name. */
async function written({ people }: RehearsedStep, after: CeremonyView): Promise<CeremonyView> {
  const [officer, more] = after.people.filter(({ role }) => role.startsWith("officer-"));
  const paper = officer === undefined || more !== undefined
    ? "head of the record" : paperOf(officer.role);
  await people.write({ paper, words: after.words.join(" ") });
  return after;
}

/** Where an act is signed on paper, the words of what is signed are written down. */
async function writtenForAct(
  { people }: RehearsedStep, after: CeremonyView,
): Promise<CeremonyView> {
  if (after.actSigning?.onPaper === true)
    await people.write({ paper: "paper of the act", words: after.actSigning.words.join(" ") });
  return after;
}

const noteOf = (what: string) => `SHA-256 of the ${what}`;

/**
 * Offline the officer copies the words from the screen to the card; later he reads from the card.
 */
async function confirmByCard(rehearsed: RehearsedStep): Promise<CeremonyView> {
  const { deps, step, people } = rehearsed;
  const seat = step.seat ?? 0;
  const paper = `card of officer ${String(seat)}`;
  if (deps.station === "offline") {
    const thumbprint = stateOf(rehearsed).officers[officerOf(seat)]?.made?.thumbprint ?? "";
    await people.write({ paper, words: wordsOf(thumbprint) });
  }
  return confirmThumbprint(deps, { seat, heard: await people.read({ paper }) });
}

/** The administrator reads the words from the screen, the witness writes and repeats them. */
async function readAndNote(rehearsed: RehearsedStep): Promise<CeremonyView> {
  const what = rehearsed.step.action.what ?? "domain";
  const paper = noteOf(what);
  await rehearsed.people.write({ paper, words: wordsOf(digestOf(stateOf(rehearsed), what)) });
  return readAloud(rehearsed.deps, { heard: await rehearsed.people.read({ paper }) });
}

/** What deviates from a rule that may be deviated from is accepted as the README says it is. */
async function bagAndAccept(
  rehearsed: RehearsedStep, kind: "record-custody" | "take-into-custody",
): Promise<CeremonyView> {
  const { deps, people } = rehearsed;
  const state = stateOf(rehearsed);
  const keepers = state.opened?.participants ?? [];
  const objects = await people.bag({ objects: custodyObjects(state), keepers });
  const deviations = deviationsWanted(state, objects).map(({ rule }): Deviation => ({
    rule, reason: REASONS[rule], decidedBy: ["administrator", "witness"],
  }));
  return recordCustody(deps, { objects, deviations }, kind);
}

const REASONS: Readonly<Record<Deviation["rule"], string>> = {
  quorum: "Three officers are all there are; one of them may be ill or gone.",
  sites: "This is a rehearsal: the bags stay in this room.",
};

/** What people must know before the activation they know, and go on: it is a rehearsal. */
async function readAndDecide({ deps }: RehearsedStep): Promise<CeremonyView> {
  try {
    return await readActivation(deps);
  } catch (error) {
    if (!isFault(error) || error.code !== "E-PREFLIGHT-DECIDE") throw error;
  }
  const points = preflightView(stateIn(deps)) ?? [];
  acceptPoints(deps, {
    points: points.filter(({ verdict, accepted }) => verdict === "decide" && !accepted)
      .map(({ point }) => ({ point, reason: "REHEARSAL: this HSM is deleted afterwards." })),
    decidedBy: ["administrator", "witness"],
  });
  return readActivation(deps);
}

/** A lost answer is said aloud first; then administrator and witness decide to download again. */
async function downloadOrAgain({ deps }: RehearsedStep): Promise<CeremonyView> {
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
