// The old security domain is no longer in force: once the new one is proven, its files are removed
// from both media. Recorded before anything is removed.
import { isFault, sha256Hex } from "../../crypto/index.ts";
import {
  fault,
  keptKeyOf,
  knownOf,
  seatsOf,
  type CeremonyView,
  type Known,
  type State,
} from "../ceremony/ceremony.ts";
import { listFiles, readManifest, removeFile, writeManifest, type Medium } from "../media/media.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { domainOnMedia } from "./domain-on-media.ts";
import { begin, finish, load, medium, record } from "./turn.ts";

/**
 * Removes the old domain, the answer it came in, and the certificates of keys that are not kept. Flash
 * memory may keep removed data: that is why the old keys are destroyed.
 * @throws Fault E-STATE*, E-MEDIA-*, E-DOMAIN-HASH, E-RETIRE-UNPROVEN
 */
export function retireDomain(deps: Deps): CeremonyView {
  const turn = begin(deps, "retire-domain");
  const { state } = turn;
  const known = knownOf(state);
  const { sha256 } = domainOnMedia(deps, state);
  if (known === null || state.domain === null || state.proof?.domainSha256 !== sha256)
    throw fault("E-RETIRE-UNPROVEN");
  const media = [MEDIA.transfer, MEDIA.domainCopy].map((label) => medium(deps, label));
  for (const on of media) checkOld(on, known);
  record(deps, {
    type: "domain-retired",
    by: turn.step.by,
    data: {
      sha256: known.domainSha256,
      file: known.domainFile,
      media: media.map(({ label }) => label),
    },
  });
  const old = oldNames(state, known);
  for (const on of media) {
    for (const name of listFiles(on)) if (old.includes(name)) removeFile(on, name);
    forget(on, old);
  }
  return finish(deps, turn);
}

/** Only the domain that was in force is removed, or is already gone. @throws Fault E-DOMAIN-HASH */
function checkOld(on: Medium, { domainFile, domainSha256 }: Known): void {
  if (!listFiles(on).includes(domainFile)) return;
  if (sha256Hex(load(on, domainFile)) !== domainSha256) throw fault("E-DOMAIN-HASH");
}

function oldNames(state: State, { domainFile, officers }: Known): readonly string[] {
  const kept = seatsOf(state.opened?.officers ?? 0).flatMap((seat) => keptKeyOf(state, seat) ?? []);
  const certificates = officers
    .filter(({ officer }) => !kept.some((one) => one.officer === officer))
    .map(({ keyName }) => FILES.certificateNamed(keyName));
  return [domainFile, FILES.answer(domainFile.replace(/\.json$/, "")), ...certificates];
}

/** The manifest names only what is there. A medium may have none. */
function forget(on: Medium, old: readonly string[]): void {
  try {
    const manifest = readManifest(on);
    const files = manifest.files.filter(({ name }) => !old.includes(name));
    if (files.length < manifest.files.length) writeManifest(on, { ...manifest, files });
  } catch (error) {
    if (!isFault(error)) throw error;
  }
}
