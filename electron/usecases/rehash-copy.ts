// Reads a copy of the security domain again completely: it must be the file of the last record.
import { sha256Hex } from "../../crypto/index.ts";
import { fault, type CeremonyView } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, load, medium, record } from "./turn.ts";

/** @throws Fault E-STATE*, E-MEDIA-*, E-DOMAIN-HASH if it is not the file of the last record */
export function rehashCopy(deps: Deps): CeremonyView {
  const turn = begin(deps, "rehash-copy");
  const [earlier] = turn.state.opened?.earlier ?? [];
  const name = earlier?.domainFile ?? "";
  const on = medium(deps, turn.step.action.copy ?? "transfer");
  const bytes = load(on, name);
  const sha256 = sha256Hex(bytes);
  if (sha256 !== earlier?.domainSha256) throw fault("E-DOMAIN-HASH");
  const file = { medium: on.id, label: on.label, name, size: bytes.length, sha256 };
  const data = { sha256, size: bytes.length, files: [file] };
  record(deps, { type: "domain-rehashed", by: turn.step.by, data });
  return finish(deps, turn);
}
