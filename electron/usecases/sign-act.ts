// Signs the end of an act that changed something: one entry says what is consented to, and every
// officer present signs its hash. If nobody has a signing key that a record vouches for, everyone
// present signs a paper with the words of that hash.
import {
  actSeats,
  consentOf,
  mayCloseOnPaper,
  officerOf,
  rolesIn,
  type CeremonyView,
  type State,
} from "../ceremony/ceremony.ts";
import { PAPER_BYTES } from "../journal/verify.ts";
import type { Deps } from "./deps.ts";
import { knowSigner, sign } from "./officer-signature.ts";
import { begin, finish, record, refuse, stateOf, type Turn } from "./turn.ts";

/**
 * Continues after a crash with the officers who have not signed yet. A wrong passphrase is typed
 * again within the turn: unlike a closing, an act's signatures may have other entries between them.
 * @throws Fault E-STATE*, E-NET-*, E-MEDIA-*, E-KEY-*, E-SIGNER-OTHER, E-WORKER-GONE,
 * E-CLOSE-PRESENT
 */
export async function signAct(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "sign-act");
  const seats = actSeats(turn.state, deps.script);
  if (seats.length === 0) return onPaper(deps, turn);
  for (const seat of seats) knowSigner(deps, seat);
  enter(deps, turn, "act-signing", seats.map(officerOf));
  for (const seat of seats)
    if (stateOf(deps).actSigning?.signed.includes(officerOf(seat)) === false)
      await sign(deps, turn, seat, actOf);
  return finish(deps, turn);
}

const actOf = ({ actSigning }: State): string | null => actSigning?.hash ?? null;

function onPaper(deps: Deps, turn: Turn): CeremonyView {
  const present = rolesIn(stateOf(deps));
  refuse(mayCloseOnPaper(stateOf(deps), present));
  enter(deps, turn, "act-signing-on-paper", present);
  return finish(deps, turn);
}

/** What is signed is in the record once, and durable, before anyone signs it. */
function enter(
  deps: Deps,
  { step }: Turn,
  type: "act-signing" | "act-signing-on-paper",
  present: readonly string[],
): void {
  const state = stateOf(deps);
  if (state.actSigning !== null) return;
  const data = { act: step.act, present, consent: consentOf(state) };
  record(
    deps,
    type === "act-signing"
      ? { type, by: "app", data }
      : { type, by: "administrator", data: { ...data, spoken: PAPER_BYTES } },
  );
}
