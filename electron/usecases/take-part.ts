// Takes over a custodian's part of an attestation: a record of its own, performed where their
// objects are.
import {
  changedByPart,
  fault as ceremonyFault,
  fold,
  officerOf,
  PART_SCRIPT,
  standingOf,
  whatDiffers,
  type CeremonyView,
  type Earlier,
} from "../ceremony/ceremony.ts";
import { verifyHead, verifyRecord, type Verdict } from "../journal/verify.ts";
import { rely } from "../meaning/reliance.ts";
import type { Deps } from "./deps.ts";
import { checkDespite, checkShort, recordDespite } from "./despite.ts";
import { fault } from "./faults.ts";
import { isAhead, tellAhead } from "./future-times.ts";
import { begin, finish, record } from "./turn.ts";

export { PART_SCRIPT } from "../ceremony/ceremony.ts";

export interface PartRequest {
  readonly seat: number;
  readonly bytes: Uint8Array;
  /** For a part that was signed on paper: the words of its head as printed there. */
  readonly heard: string;
}

/**
 * @throws Fault E-STATE*, E-LOG-*, E-MEAN-*, E-NOT-A-CEREMONY, E-PART-KIND, -OTHER, E-EARLIER-DIFFERS,
 * E-CLOSED-SHORT, E-SIGNER-OTHER; of one on paper E-HEAD-*, if its words are not those of the head
 */
export function takePart(deps: Deps, { seat, bytes, heard }: PartRequest): CeremonyView {
  const turn = begin(deps, "take-part", seat);
  const [earlier] = turn.state.opened?.earlier ?? [];
  const verdict = verifyRecord(bytes);
  const officer = officerOf(seat);
  checkPart(deps, verdict, officer, earlier);
  const despite = checkShort(deps, rely(verdict, { own: deps.scripts ?? null }));
  checkDespite(deps, turn.state);
  const closed = verdict.closedBy === "paper" ? "on-paper" : "signed";
  if (closed === "on-paper") verifyHead(verdict, heard);
  else checkSigner(verdict, seat, earlier);
  checkBefore(verdict, earlier);
  const { head, entries } = verdict;
  const last = entries.at(-1)?.at ?? "";
  // A part that was closed by a clock that ran ahead is taken over without the time, which is reported.
  const ahead = isAhead(last, deps.clock());
  if (ahead) tellAhead(deps, last);
  // So is one whose clock was set right after the record that both continue was closed.
  const isBefore = isAhead(earlier?.closedAt ?? "", new Date(last));
  const closedAt = ahead || isBefore ? "" : last;
  const standing = changedByPart(standingOf(entries), officer, earlier);
  recordDespite(deps, despite);
  record(deps, {
    type: "part-taken",
    by: turn.step.by,
    data: { officer, head, closed, closedAt, standing },
  });
  return finish(deps, turn);
}

/** A completed part of this officer, of this mode, that continues what this attestation continues. */
function checkPart(
  { mode }: Deps,
  { closed, entries }: Verdict,
  officer: string,
  earlier: Earlier | undefined,
): void {
  const { opened, aborted } = fold(entries);
  if (!closed || aborted !== null || opened?.script !== PART_SCRIPT) throw fault("E-PART-KIND");
  if (opened.mode !== mode) throw ceremonyFault("E-STATE-MODE");
  const isTheirs = opened.participants.some(({ role }) => role === officer);
  if (!isTheirs || opened.earlier[0]?.head !== earlier?.head) throw fault("E-PART-OTHER");
}

/** The one signature is by the signing key that the last record has for them. */
function checkSigner({ signatures }: Verdict, seat: number, earlier: Earlier | undefined): void {
  const officer = officerOf(seat);
  const known = earlier?.officers.find((one) => one.officer === officer)?.signingThumbprint;
  if (!signatures.every(({ certificate }) => certificate === known))
    throw fault("E-SIGNER-OTHER", { n: seat });
}

/** Both agree about the record that both continue: the part's result is based on it. */
function checkBefore({ entries }: Verdict, earlier: Earlier | undefined): void {
  const [said] = fold(entries).opened?.earlier ?? [];
  const what = said === undefined || earlier === undefined ? null : whatDiffers(said, earlier);
  if (what !== null) throw ceremonyFault("E-EARLIER-DIFFERS", { what });
}
