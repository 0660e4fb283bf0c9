// A digest is read aloud as words; the witness enters the words heard, so silence cannot pass.
import { fromWords, toHex } from "../../crypto/index.ts";
import { fault, type CeremonyView, type State } from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, record } from "./turn.ts";

export interface ReadAloudRequest {
  /** The words heard: all 32. */
  readonly heard: string;
}

/** @throws Fault E-STATE*, E-WORDS, E-WORDS-DIFFER */
export function readAloud(deps: Deps, request: ReadAloudRequest): CeremonyView {
  const turn = begin(deps, "read-aloud");
  const what = turn.step.action.what ?? "domain";
  const sha256 = digestOf(turn.state, what);
  if (toHex(fromWords(request.heard)) !== sha256)
    throw fault("E-WORDS-DIFFER", { what: sentence(`ceremony-faults.words.${what}`) });
  record(deps, { type: "read-aloud", by: "witness", data: { what, sha256 } });
  return finish(deps, turn);
}

/** What is read aloud: SHA-256 of the domain file, or of the exchange certificate. Hex. */
export function digestOf(state: State, what: "domain" | "exchange-key"): string {
  const digest = what === "domain" ? state.domain?.sha256 : state.exchange?.thumbprint;
  if (digest === undefined) throw fault("E-STATE");
  return digest;
}
