// Makes an officer's two keys in their vault, writes them to their two media, and proves what was
// written.
import { readCertificate, utf8 } from "../../crypto/index.ts";
import { officerOf, type CeremonyView, type FileOnMedium } from "../ceremony/ceremony.ts";
import { listFiles, removeFile, type Medium } from "../media/media.ts";
import type { KeyFileTexts, OfficerMethods, Vault } from "../vault/vault.ts";
import { MEDIA, type Deps } from "./deps.ts";
import { fault } from "./faults.ts";
import { isKeyFile, keyFilesOf, readKeyFiles } from "./key-files.ts";
import { begin, finish, keep, medium, record, stateOf, type Turn } from "./turn.ts";
import { whileTyping, withOfficer } from "./officer-turn.ts";

export interface MakeKeyRequest {
  readonly seat: number;
  readonly bits: 2048 | 3072 | 4096;
}

/**
 * @throws Fault E-STATE*, E-NET-*, E-MEDIA-*, E-PASS-*, E-KEY-*, E-WORKER-GONE
 */
export async function makeOfficerKey(deps: Deps, request: MakeKeyRequest): Promise<CeremonyView> {
  const { seat } = request;
  const turn = begin(deps, "make-key", seat);
  const officer = officerOf(seat);
  const ids = turn.state.officers[officer]?.making?.media ?? [];
  const labels = [MEDIA.own(seat), MEDIA.backup(seat)];
  const media = labels.map((label, i) => medium(deps, label, ids[i]));
  const fresh = turn.state.officers[officer]?.made == null;
  const called = { seat, purpose: fresh ? "new" : "open" } as const;
  await withOfficer(deps, turn, called, async (vault) => {
    if (fresh) await makeAndWrite(deps, turn, vault, request, media);
    let typed = fresh;
    for (const from of media) {
      deps.notice({ kind: "task", task: "open-again", seat });
      const files = readKeyFiles(from, keyFilesOf(turn.state, seat));
      const prove = () => vault.call.prove({ ...files, seat });
      // The passphrase of this turn stays in the vault; after a restart it is typed once more.
      await (typed ? prove() : whileTyping(deps, turn, { ...called, socket: vault.socket }, prove));
      typed = true;
    }
    await bind(deps, vault, seat, media);
  });
  record(deps, { type: "key-opened", by: officer, data: { officer, media: labels } });
  return finish(deps, turn);
}

async function makeAndWrite(
  deps: Deps,
  turn: Turn,
  vault: Vault<OfficerMethods>,
  { seat, bits }: MakeKeyRequest,
  media: readonly Medium[],
): Promise<void> {
  const officer = officerOf(seat);
  clearTheWay(deps, turn, seat, media);
  const hsm = turn.state.opened?.hsm ?? "";
  const called = { seat, purpose: "new", socket: vault.socket } as const;
  const made = await whileTyping(deps, turn, called, () =>
    vault.call.make({
      commonName: `${hsm} officer ${String(seat)}`,
      rehearsal: deps.mode === "REHEARSAL",
      bits,
      now: deps.clock().getTime(),
    }),
  );
  deps.notice({ kind: "task", task: "write-media", seat });
  const files: FileOnMedium[] = [];
  for (const to of media)
    for (const write of writesOf(to, keyFilesOf(turn.state, seat), made)) {
      files.push(write());
      await answerOthers();
    }
  const certificate = readCertificate(utf8(made.certificatePem)).thumbprint;
  await answerOthers();
  const signing = readCertificate(utf8(made.signingCertificatePem)).thumbprint;
  await answerOthers();
  record(deps, {
    type: "key-made",
    by: officer,
    data: {
      officer,
      bits,
      certificate: made.certificatePem,
      thumbprint: certificate,
      signingCertificate: made.signingCertificatePem,
      signingThumbprint: signing,
      files,
    },
  });
}

/** The signing key, as read back, signs the wrapping key that it was made with: once. */
async function bind(
  deps: Deps,
  vault: Vault<OfficerMethods>,
  seat: number,
  [from]: readonly Medium[],
): Promise<void> {
  const officer = officerOf(seat);
  const state = stateOf(deps);
  const { made, isBound } = state.officers[officer] ?? {};
  if (made == null || isBound === true || from === undefined) return;
  const { signingKeyPem, signingCertificatePem } = readKeyFiles(from, keyFilesOf(state, seat));
  const { thumbprint, signingThumbprint } = made;
  const file = { keyPem: signingKeyPem, certificatePem: signingCertificatePem, seat };
  const signature = await vault.call.bind({ ...file, thumbprint });
  const data = {
    officer,
    certificate: signingThumbprint,
    wrapping: thumbprint,
    algorithm: "RSA-PSS-SHA256" as const,
    signature,
  };
  record(deps, { type: "signer-bound", by: officer, data });
}

/**
 * Before the first attempt the media must be free of these names, which is recorded. What a crashed
 * attempt left under them is then known to be ours, never counted, and is removed. The removal is
 * recorded first: after a crash in between the entry may be there twice.
 */
function clearTheWay(deps: Deps, turn: Turn, seat: number, media: readonly Medium[]): void {
  const officer = officerOf(seat);
  const names = keyFilesOf(turn.state, seat);
  const all = media.flatMap((on) => listFiles(on).map((name) => ({ on, name })));
  const standing = all.filter(({ name }) => names.includes(name));
  if (turn.state.officers[officer]?.making == null) {
    // A medium with an older key is destroyed with it.
    if (standing.length > 0 || all.some(({ name }) => isKeyFile(name)))
      throw fault("E-KEY-STANDS", { n: seat });
    record(deps, {
      type: "key-making-began",
      by: officer,
      data: { officer, media: media.map(({ id }) => id), files: names },
    });
    return;
  }
  if (standing.length === 0) return;
  record(deps, {
    type: "unrecorded-removed",
    by: officer,
    data: { officer, files: standing.map(({ on, name }) => `${on.label}/${name}`) },
  });
  for (const { on, name } of standing) removeFile(on, name);
}

/** Lets the window's questions be answered between two slow computations. */
const answerOthers = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

function writesOf(
  to: Medium,
  names: readonly string[],
  made: KeyFileTexts,
): readonly (() => FileOnMedium)[] {
  const texts = [made.keyPem, made.certificatePem, made.signingKeyPem, made.signingCertificatePem];
  return names.map((name, i) => () => keep(to, name, utf8(texts[i] ?? "")));
}
