// An officer's key opens a challenge: fresh bytes encrypted for its certificate. Every other file
// that a later ceremony needs is there as well, and the signing key opens.
import {
  equal,
  fromBase64,
  sealChallenge,
  sha256Hex,
  type Certificate,
} from "../../crypto/index.ts";
import { fault, keptKeyOf, officerOf, type CeremonyView } from "../ceremony/ceremony.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { fault as refusal } from "./faults.ts";
import { checkKeyFiles, keyFileOn, keyFilesOf, readKeyFiles } from "./key-files.ts";
import { keyFileFor, whileTyping, withOfficer } from "./officer-turn.ts";
import { begin, certificateOf, finish, load, medium, record, type Turn } from "./turn.ts";

/** Bytes of a challenge. */
const CHALLENGE = 32;

/**
 * @throws Fault E-STATE*, E-NET-*, E-MEDIA-*, E-KEY-*, E-CERT-OTHER if the medium has another
 * certificate than the last record, E-KEY-FILE-CHANGED, E-CHALLENGE
 */
export async function checkKey(
  deps: Deps,
  { seat }: { readonly seat: number },
): Promise<CeremonyView> {
  const turn = begin(deps, "check-key", seat);
  const officer = officerOf(seat);
  const known = keptKeyOf(turn.state, seat);
  const name = known?.keyName ?? "";
  const called = { seat, purpose: "open" } as const;
  const challenge = deps.random(CHALLENGE);
  const answered = await withOfficer(deps, turn, called, async (vault) => {
    const on = medium(deps, MEDIA.own(seat));
    const certificate = certificateOf(deps, load(on, FILES.certificateNamed(name)));
    if (certificate.thumbprint !== known?.thumbprint) throw refusal("E-CERT-OTHER", { n: seat });
    checkKeyFiles(turn.state, seat, on);
    const keyAt = { on, name: keyFileOn(on, name) };
    const { given, isOpen } = await keyFileFor(turn, vault, seat, keyAt);
    deps.notice({ kind: "task", task: "open-again", seat });
    const open = () =>
      vault.call.answer({
        ...given,
        certificatePem: certificate.pem,
        seat,
        challenge: sealChallenge(challenge, certificate),
      });
    const answer = await (isOpen
      ? open()
      : whileTyping(deps, turn, { ...called, socket: vault.socket }, open));
    // The signing key too: otherwise nobody would notice before the next signature.
    if (known.signingThumbprint !== "")
      await vault.call.prove({ ...readKeyFiles(on, keyFilesOf(turn.state, seat)), seat });
    return { answer: fromBase64(answer), certificate, on: on.id };
  });
  const { answer, certificate, on } = answered;
  if (typeof answer === "number" || !equal(answer, challenge))
    throw fault("E-CHALLENGE", { n: seat });
  return opened(deps, turn, { officer, certificate, medium: on, challenge });
}

interface Opened {
  readonly officer: string;
  readonly certificate: Certificate;
  readonly medium: string;
  readonly challenge: Uint8Array;
}

function opened(
  deps: Deps,
  turn: Turn,
  { officer, certificate, medium: on, challenge }: Opened,
): CeremonyView {
  record(deps, {
    type: "key-checked",
    by: officer,
    data: {
      officer,
      medium: on,
      thumbprint: certificate.thumbprint,
      challengeSha256: sha256Hex(challenge),
    },
  });
  return finish(deps, turn);
}
