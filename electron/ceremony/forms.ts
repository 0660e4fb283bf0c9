// The form of each entry's data, judged before it counts: what is half understood is not believed.
import type {
  Consent,
  CustodyObject,
  Earlier,
  EventData,
  EventType,
  NetworkSummary,
  SealFound,
} from "./events.ts";
import { DIFFERENCE_FORMS, last, participants, software } from "./difference-forms.ts";
import { keys, RECOVERY_FORMS, storage } from "./recovery-forms.ts";
import { files, RENEWAL_FORMS } from "./renewal-forms.ts";
import type { Remain, Seal, TrialSet } from "./running-events.ts";
import {
  count, digest, digestOrNone, like, listOf, officer, refusalCode, role, shape, station, text,
  truth, verdict, type Check,
} from "./shape.ts";
import type { SignerNamed } from "./signer-events.ts";
import { STATION_FORMS } from "./station-forms.ts";
import type { HandOff, ObjectStanding, OfficerStanding } from "./standing.ts";

/** Data of type `signed`: the record's own FORMAT.md. */
export interface Signed {
  readonly officer: string;
  readonly over: string;
  readonly algorithm: string;
  readonly signature: string;
  readonly certificate: string;
}

/** Whether this is an entry's type and data as this version writes them: no member more or less. */
export function isWellFormed(type: string, data: unknown): type is EventType | "signed" {
  return Object.hasOwn(FORMS, type) && FORMS[type as EventType](data);
}

const network = shape<NetworkSummary>({
  up: listOf(text),
  wasOnline: like(/^(yes|no|unknown)$/),
});
const codes = listOf(refusalCode);
const seals = listOf(shape<Seal>({ object: text, seal: text }));
const remains = listOf(shape<Remain>({ object: text, because: text, deed: text, by: role }));
const trials = listOf(shape<TrialSet>({ trial: text, step: text, seat: count, set: truth }));
const time = like(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?$/);
const trouble = /^(lost|damaged|left|forgotten|seal-broken)$/;
const condition = like(/^(intact|broken|missing)$/);
const officers = listOf(shape<OfficerStanding>({
  officer, name: text, keyName: text, signingName: text, thumbprint: digestOrNone,
  signingThumbprint: digestOrNone, sealsSeenAt: time, keyOpenedAt: time,
  trouble: (value) => value === "" || like(trouble)(value),
}));
const custodyObject = { object: text, seal: text, place: text, custodian: text };
const objects = listOf(shape<ObjectStanding>({ ...custodyObject, seenAt: time }));
const handedOff = { object: text, seal: text, from: text, to: text, place: text };
const handOffs = listOf(shape<HandOff>({ ...handedOff, at: time }));
const earlier = listOf(shape<Earlier>({
  head: digest, hsm: text, required: count, domainSha256: digestOrNone, domainFile: text,
  officers, objects, handOffs,
  subsets: listOf(listOf(count)), provenAt: time, attestedAt: time, drilledAt: time,
  backup: shape<Earlier["backup"]>({ container: text, folder: text, at: time }),
  deviations: listOf(shape<Earlier["deviations"][number]>({ rule: text, reason: text })), last,
}, ["last"]));
const received = { sha256: digest, size: count, files };
const state = shape<{ state: string }>({ state: text });
const folder = shape<{ folder: string }>({ folder: text });

const signer = { officer, certificate: digest };
const consent = shape<Consent>({
  ceremony: text,
  scriptSha256: digest,
  hsm: text,
  officers: count,
  required: count,
  thumbprints: listOf(digest),
  signers: listOf(shape<SignerNamed>(signer)),
  domainSha256: digestOrNone,
  exchangeThumbprint: digestOrNone,
  exchangeAttested: like(/^(attested|not-attested)?$/),
  accepted: codes,
}, ["signers", "exchangeAttested", "accepted"]);

const FORMS: Readonly<Record<EventType | "signed", Check>> = {
  opened: shape<EventData["opened"]>({
    ceremony: text,
    mode: like(/^(REHEARSAL|PRODUCTION)$/),
    script: text,
    scriptSha256: digest,
    hsm: text,
    officers: count,
    required: count,
    clock: text,
    network,
    earlier,
    confirmation: like(/^apart$/),
    participants,
    renewed: listOf(count),
    software,
  }, ["renewed", "confirmation"]),
  chosen: shape<EventData["chosen"]>({ step: text, goTo: text }),
  "exception-noted": shape<EventData["exception-noted"]>({
    expected: text,
    happened: text,
    decided: text,
    decidedBy: listOf(text),
    step: text,
    decision: like(/^(continue|repeat|abort)$/),
    notedAt: time,
  }, ["step", "decision", "notedAt"]),
  "incident-found": shape<EventData["incident-found"]>({
    step: text, medium: text, files: listOf(text), foundAt: time,
  }),
  refused: shape<EventData["refused"]>({ step: text, code: refusalCode }),
  "room-witnessed": shape<EventData["room-witnessed"]>({
    step: text,
    projector: truth,
    camera: truth,
  }),
  "seat-taken": shape<EventData["seat-taken"]>({ officer, step: text }),
  "recess-began": shape<EventData["recess-began"]>({ step: text, seals }, ["seals"]),
  "recess-ended": shape<EventData["recess-ended"]>({
    step: text,
    seals,
    confirmedBy: role,
  }, ["seals", "confirmedBy"]),
  resumed: shape<EventData["resumed"]>({
    step: text,
    done: count,
    again: truth,
    confirmedBy: role,
  }),
  "seat-changed": shape<EventData["seat-changed"]>({
    role, from: text, toRole: role, to: text, reason: text, decidedBy: listOf(role),
  }),
  aborted: shape<EventData["aborted"]>({ reason: text, decidedBy: listOf(role), remains }),
  "trial-begun": shape<EventData["trial-begun"]>({ sealed: digest }),
  "trial-told": shape<EventData["trial-told"]>({ seed: text, nonce: digest, trials }),
  "step-began": shape<EventData["step-began"]>({ step: text, network }, ["network"]),
  "step-performed": shape<EventData["step-performed"]>({ step: text }),
  "step-done": shape<EventData["step-done"]>({ step: text, confirmedBy: text }),
  "key-making-began": shape<EventData["key-making-began"]>({
    officer,
    media: listOf(text),
    files: listOf(text),
  }),
  "unrecorded-removed": shape<EventData["unrecorded-removed"]>({ officer, files: listOf(text) }),
  "key-made": shape<EventData["key-made"]>({
    officer,
    bits: count,
    certificate: text,
    thumbprint: digest,
    signingCertificate: text,
    signingThumbprint: digest,
    files,
  }),
  "key-opened": shape<EventData["key-opened"]>({ officer, media: listOf(text) }),
  "passphrase-refused": shape<EventData["passphrase-refused"]>({ officer, step: text }),
  "thumbprint-confirmed": shape<EventData["thumbprint-confirmed"]>({
    officer,
    station,
    thumbprint: digest,
  }),
  "certificates-exported": shape<EventData["certificates-exported"]>({ files }),
  "handed-over": shape<EventData["handed-over"]>({ step: text, to: station }),
  "taken-over": shape<EventData["taken-over"]>({ step: text, from: station, head: digest }),
  "activation-read": state,
  "download-began": shape<EventData["download-began"]>({
    required: count,
    thumbprints: listOf(digest),
  }),
  "download-again-decided": shape<EventData["download-again-decided"]>({
    reason: text,
    decidedBy: listOf(text),
  }),
  "answer-received": shape<EventData["answer-received"]>(received),
  "domain-written": shape<EventData["domain-written"]>(received),
  "download-ended": state,
  "read-aloud": shape<EventData["read-aloud"]>({
    what: like(/^(domain|exchange-key)$/),
    sha256: digest,
  }),
  "domain-matched": shape<EventData["domain-matched"]>({
    sha256: digest,
    required: count,
    thumbprints: listOf(digest),
  }),
  "quorum-proven": shape<EventData["quorum-proven"]>({
    domainSha256: digest,
    required: count,
    entries: count,
    subsets: listOf(listOf(count)),
    opened: listOf(shape<{ tag: string; sha256: string }>({ tag: text, sha256: digest })),
    media: files,
  }, ["opened"]),
  ...RENEWAL_FORMS,
  ...RECOVERY_FORMS,
  ...DIFFERENCE_FORMS,
  ...STATION_FORMS,
  "seals-checked": shape<EventData["seals-checked"]>({
    officer: (value) => value === "" || officer(value),
    seals: listOf(shape<SealFound>({
      object: text, expected: text, found: text, condition, place: text, custodian: text,
    })),
  }),
  "bags-opened": shape<EventData["bags-opened"]>({
    objects: listOf(shape<{ object: string; seal: string }>({ object: text, seal: text })),
  }),
  "key-checked": shape<EventData["key-checked"]>({
    officer, medium: text, thumbprint: digest, challengeSha256: digest,
  }),
  "domain-rehashed": shape<EventData["domain-rehashed"]>(received),
  "trouble-reported": shape<EventData["trouble-reported"]>({
    officer, trouble: like(trouble), happened: text, decidedBy: listOf(role),
  }),
  "object-handed-off": shape<EventData["object-handed-off"]>(handedOff),
  "hand-off-acknowledged": shape<EventData["hand-off-acknowledged"]>({
    gave: listOf(text), took: listOf(text), absent: listOf(text), decidedBy: listOf(role),
  }),
  "part-taken": shape<EventData["part-taken"]>({
    officer, head: digest, closed: like(/^(signed|on-paper)$/), closedAt: time,
    standing: shape<EventData["part-taken"]["standing"]>({ officers, objects, handOffs }),
  }),
  "backup-named": shape<EventData["backup-named"]>({
    container: text, folder: text, takenAt: like(/^\d{4}-\d\d-\d\d$/),
  }),
  "custody-attested": shape<EventData["custody-attested"]>({
    health: like(/^(whole|degraded|would-fail)$/), healthy: listOf(officer),
    troubled: listOf(officer), unseen: listOf(officer),
  }),
  "custody-recorded": shape<EventData["custody-recorded"]>({
    objects: listOf(shape<CustodyObject>(custodyObject)),
  }),
  "deviation-accepted": shape<EventData["deviation-accepted"]>({
    rule: like(/^(quorum|sites)$/),
    reason: text,
    decidedBy: listOf(role),
  }),
  "exchange-key-fetched": shape<EventData["exchange-key-fetched"]>({
    thumbprint: digest,
    verdict,
    certificate: text,
    files,
  }),
  "exchange-key-judged": shape<EventData["exchange-key-judged"]>({
    thumbprint: digest,
    verdict,
    held: listOf(text),
    failed: listOf(text),
    mrsigner: digestOrNone,
    mrenclave: digestOrNone,
    root: digestOrNone,
    overruled: codes,
  }, ["overruled"]),
  "exchange-key-compared": shape<EventData["exchange-key-compared"]>({ thumbprint: digest }),
  "exchange-key-accepted": shape<EventData["exchange-key-accepted"]>({
    attested: truth,
    decidedBy: listOf(text),
  }),
  "refusal-accepted": shape<EventData["refusal-accepted"]>({
    code: refusalCode,
    decidedBy: listOf(role),
  }),
  "blob-made": shape<EventData["blob-made"]>({
    ...received,
    exchangeThumbprint: digest,
    domainSha256: digest,
    officers: listOf(officer),
    overruled: codes,
  }, ["overruled"]),
  "upload-began": shape<EventData["upload-began"]>({ sha256: digest }),
  "upload-ended": state,
  "backup-ended": folder,
  "restore-began": shape<EventData["restore-began"]>({ folder: text, storage }, ["storage"]),
  "restore-ended": folder,
  "keys-compared": shape<EventData["keys-compared"]>({ keys }),
  "signer-bound": shape<EventData["signer-bound"]>({
    ...signer, wrapping: digest, algorithm: like(/^RSA-PSS-SHA256$/), signature: text,
  }),
  "signer-known": shape<EventData["signer-known"]>({ officer, certificate: text }),
  "act-signing": shape<EventData["act-signing"]>({
    act: text, present: listOf(officer), consent,
  }),
  "act-signing-on-paper": shape<EventData["act-signing-on-paper"]>({
    act: text, present: listOf(role), consent,
  }),
  closing: shape<EventData["closing"]>({ present: listOf(officer), consent }),
  "closing-on-paper": shape<EventData["closing-on-paper"]>({ present: listOf(role), consent }),
  signed: shape<Signed>({
    officer,
    over: digest,
    algorithm: text,
    signature: text,
    certificate: digest,
  }),
};
