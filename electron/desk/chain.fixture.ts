// Records that continue each other, signed by officers whose keys live for one run.
import { standingOf, type EventData, type RecordEntry } from "../ceremony/ceremony.ts";
import { opened } from "../ceremony/record.fixture.ts";
import { activationWith, onPaper } from "../evidence/record.fixture.ts";
import type { JsonData } from "../journal/canonical.ts";
import {
  bindingFor,
  makeOfficer,
  RecordMaker,
  signatureOf,
  type Officer,
} from "../journal/record.fixture.ts";
import { verifyRecord } from "../journal/verify.ts";

const WRAPPING = makeOfficer("wrapping");

/** Three officers with keys of their own. */
export const threeOfficers = (): readonly Officer[] =>
  [1, 2, 3].map((seat) => makeOfficer(`officer-${String(seat)}`));

/** An activation in earnest, in which these made their keys, signed by them. */
export function signedActivation(officers: readonly Officer[]): Uint8Array {
  const record = new RecordMaker();
  for (const { station, event } of activationWith({}, { mode: "PRODUCTION" })) {
    const { type, by } = event;
    if (type !== "key-made") {
      record.add(type, event.data as JsonData, { by, station });
      continue;
    }
    const data = event.data as EventData["key-made"];
    const officer = officers.find((one) => one.officer === data.officer);
    if (officer !== undefined) make(record, officer, data);
  }
  record.add(...CLOSE);
  sign(record, officers);
  return record.bytes;
}

const CLOSE = ["step-began", { step: "close" }] as const;

function make(record: RecordMaker, officer: Officer, data: EventData["key-made"]): void {
  const { pem, thumbprint } = officer.certificate;
  const made = {
    ...data,
    certificate: WRAPPING.certificate.pem,
    thumbprint: WRAPPING.certificate.thumbprint,
    signingCertificate: pem,
    signingThumbprint: thumbprint,
  };
  record.add("key-made", made, { by: officer.officer });
  record.add("signer-bound", bindingFor(officer, WRAPPING), { by: officer.officer });
}

function sign(record: RecordMaker, officers: readonly Officer[]): void {
  const { consent } = onPaper[1]?.event.data as { readonly consent: object };
  const present = officers.map(({ officer }) => officer);
  const signers = officers.map(({ officer, certificate: { thumbprint } }) => ({
    officer,
    certificate: thumbprint,
  }));
  const over = record.add("closing", {
    present,
    consent: { ...consent, signers } as unknown as JsonData,
  });
  for (const officer of officers)
    record.add("signed", signatureOf(officer, over), { by: officer.officer });
}

/** What another ceremony does, and how it ends. */
export interface Next {
  /** Who signs it; nobody: it is closed on paper. */
  readonly signers?: readonly Officer[];
  /** The keys of these are replaced. */
  readonly fresh?: readonly Officer[];
  readonly opening?: Partial<EventData["opened"]>;
  /** What it says of the record before it, in place of what is so. */
  readonly says?: Partial<EventData["opened"]["earlier"][number]>;
  readonly aborted?: boolean;
}

/** A ceremony that continues this record. */
export function nextAfter(
  before: Uint8Array,
  { signers = [], fresh = [], opening = {}, says = {}, aborted = false }: Next = {},
): Uint8Array {
  const { entries, head } = verifyRecord(before);
  const record = new RecordMaker(head);
  const earlier = [{ ...standingOf(entries), head, ...says }];
  const script = "attestation";
  const first = opened({ mode: "PRODUCTION", script, earlier, ...opening });
  record.add("opened", first.data);
  for (const officer of fresh) make(record, officer, keyData(entries, officer));
  for (const { officer, certificate } of signers.filter((one) => !fresh.includes(one)))
    record.add("signer-known", { officer, certificate: certificate.pem });
  // Of an aborted ceremony the closing is no step any more.
  if (!aborted) record.add(...CLOSE);
  else
    record.add("aborted", {
      reason: "It was enough.",
      decidedBy: ["administrator", "witness"],
      remains: [],
    });
  if (signers.length > 0) sign(record, signers);
  else for (const { event } of onPaper.slice(1)) record.add(event.type, event.data as JsonData);
  return record.bytes;
}

const keyData = (entries: readonly RecordEntry[], { officer }: Officer): EventData["key-made"] =>
  entries.find(
    ({ type, data }) => type === "key-made" && (data as EventData["key-made"]).officer === officer,
  )?.data as EventData["key-made"];
