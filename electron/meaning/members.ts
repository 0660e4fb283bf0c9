// What becomes of another value of each member of each entry. MEMBERS.md says the same as a page.
import { fatesIn } from "../record/fates.ts";

/**
 * A line for each type of entry, and below it its members with their fate. A member stands for all
 * that is in it and has no line of its own. Numbers are those of rules: they refuse every other
 * plausible value. What is `told` may be refused as well; where it is not, `toldIn` lists it.
 */
const TABLE = `
opened
  ceremony: 2 80
  mode: told
  script: 3
  scriptSha256: 3 80 E-NOT-A-CEREMONY
  hsm: 2 4 42 70 80
  officers, required: 3 4 5 56 80
  participants, renewed, network, software, anchor, unvouched, stamps, rules: told
  clock: 40
  earlier: told
  earlier[].officers[].officer: 4
  earlier[].head, earlier[].required: 4
  confirmation: 2
step-began
  step: 21
  network: told
clock-jumped
  before: told
  after: 40
network-seen
  step, network: told
step-performed
  step: 23
step-done
  step, confirmedBy: 25
chosen
  step: 15
  goTo: 21 26 31 35
handed-over
  step: 25
  to: 27
taken-over
  step: 21
  from: 27
  head: 27
resumed
  step, done, again, confirmedBy: 35
room-witnessed
  step, projector, camera: told
seat-taken
  officer: 13
  step: 15
seat-changed
  role: 5 36
  from: 36
  toRole: 5 21 36
  to, reason, decidedBy: told
recess-began
  step: 87
  seals: told
recess-ended
  step: 87
  seals: told
  confirmedBy: 32
refused
  step, code: told
refusal-accepted
  code: 80 98
  decidedBy, record: told
exception-noted
  expected, happened, decided, decidedBy, step, decision, notedAt, corrects: told
incident-found
  step, medium, files, foundAt: told
aborted
  reason, decidedBy, remains: told
trial-begun
  sealed: 18
trial-told
  seed, nonce, trials[].trial, trials[].step, trials[].seat: 18
  trials: told
seats-simulated
  roles: told
differences-acknowledged
  since, differences: 38
image-heard
  sha256: 84
key-making-began
  officer: 13 14
  media, files: 46
unrecorded-removed
  officer: 13 14
  files: told
key-made
  officer: 13 14
  bits, certificate, thumbprint, signingCertificate, signingThumbprint: 42
  files: 46 49
key-opened
  officer: 13 14
  media: 46
passphrase-refused
  officer: 13
  step: told
thumbprint-confirmed
  officer: 13 14
  station: 47
  thumbprint: 47
certificates-exported
  files: told
  files[].label: 48
signer-bound
  officer: 13 14
  certificate, wrapping: E-LOG-SIGNER E-LOG-SIGNATURE
  algorithm: 1
  signature: told
signer-known
  officer: 13
  certificate: 42 47
key-checked
  officer: 13 14
  medium: told
  thumbprint: 47
  challengeSha256: told
trouble-reported
  officer: 14
  trouble, happened, decidedBy: told
activation-read
  state: told
download-began
  required, thumbprints: 50
download-again-decided
  reason, decidedBy: told
answer-received
  sha256, size, files: 49 52
domain-written
  sha256, size, files: 49 52
download-ended
  state: told
read-aloud
  what, sha256: 54
domain-matched
  sha256, required: 55
  thumbprints: told
domain-rehashed
  sha256, size: 60
  files: 49 60
  files[].medium: told
domain-retired
  sha256, file, media: 60
domain-found
  origin: told
  sha256, size, required: 49 56
  files: 49 56
  files[].medium: told
  officers[].officer: 56
  officers: told
  unchecked, unprotected, foundBy: told
quorum-proven
  domainSha256, required, entries: 57
  subsets: told
  opened, commitment: told
  media: told
  media[].label: 49 59
dry-run-passed
  domainSha256, required, entries: 79
  officers: 16 79
  exchangeKey: 1
  opened, commitment, media: told
  media[].label: 49 59
seals-checked
  officer: 61
  seals: told
  seals[].expected: 61
seals-photographed
  photographs: told
  photographs[].seal: 85
bags-opened
  objects: 62
custody-recorded
  objects: told
  objects[].object: 63
object-handed-off
  object, seal, from: 66
  to: 66
  place: told
hand-off-acknowledged
  gave, took, absent, decidedBy: told
objects-destroyed
  objects: told
  objects[].object: 67
part-taken
  officer: 14
  head, closed, closedAt: told
  standing: told
  standing.officers[].officer, standing.officers[].thumbprint: 69
custody-attested
  health, healthy, troubled, unseen: told
  healthy, troubled, unseen: 68
deviation-accepted
  rule: told
  reason, decidedBy: told
signed-in
  way, tenant, id, name: told
preflight-judged
  points: told
point-accepted
  point, sentence: 41
  reason, decidedBy: told
aftercheck-judged
  points: told
exchange-key-fetched
  thumbprint, certificate: 42
  verdict: told
  files: told
  files[].label: 49 70
exchange-key-judged
  thumbprint, verdict, mrsigner, mrenclave, root: 71
  held, failed, overruled, collateral: told
exchange-key-compared
  thumbprint: 72
exchange-key-accepted
  attested: 30 72
  decidedBy: told
blob-made
  sha256, size: 73
  files: told
  files[].label, files[].size, files[].sha256: 49 73
  exchangeThumbprint, domainSha256: 73
  commitment: told
  officers: 16 73
  overruled: told
upload-began
  sha256: 74
upload-ended
  state: told
backup-named
  container, folder, takenAt: told
backup-known
  container, folder, keys, roles, list, unknown: told
backup-began
  container: 75
  storage: told
backup-started
  job: told
backup-ended
  folder: told
restore-waited
  since, advised: 40
  waited: told
restore-began
  folder: 75
  storage: told
restore-started
  job: told
restore-ended
  folder: 75
key-reader-named
  principal, role, name, scope, temporary: told
key-reader-removed
  name, scope: 77
keys-compared
  keys: told
  keys[].name, keys[].version: 76
keys-not-compared
  keys: told
keys-attested
  poolRoot, pool, keys: told
  keys[].verdict: 101
recovery-compared
  keysBack, keysMissing, keysMore, rolesBack: 76
  rolesMissing, rolesMore: told
act-signing
  act: 81
  present: told
  consent: 80
  consent.signers: told
act-signing-on-paper
  act: 81
  present: told
  consent: 80
  consent.signers: told
  spoken: E-LOG-FORM
closing
  present: told
  consent: 80
  consent.signers: told
closing-on-paper
  present: told
  consent: 80
  consent.signers: told
  spoken: E-LOG-FORM
signed
  officer: 13 17
  over: 11 E-LOG-SIGNATURE E-LOG-SIGNER
  algorithm: E-LOG-FORM
  signature: E-LOG-FORM E-LOG-SIGNATURE
  certificate: 83 E-LOG-SIGNER E-LOG-SIGNATURE
`;

export const { rows: ROWS, fateOf, isToldOnly, toldIn, countTold } = fatesIn(TABLE);
