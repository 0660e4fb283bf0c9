// Rules 80 to 83, and 93: what is consented to, and who signs it.
import { comingOf, officerOf } from "../ceremony/ceremony.ts";
import type { DataOf, Reading, Rules, Typed } from "./reading.ts";

type Consenting = "closing" | "closing-on-paper" | "act-signing" | "act-signing-on-paper";

export const CLOSING: Rules = {
  "act-signing": (reading, entry) => {
    checkConsent(reading, entry);
    checkAct(reading, entry, reading.actSeats.map(officerOf));
  },
  "act-signing-on-paper": (reading, entry) => {
    checkConsent(reading, entry);
    checkAct(reading, entry, reading.actSeats.length === 0 ? reading.roles : []);
  },
  closing: checkConsent,
  "closing-on-paper": checkConsent,
  signed: (reading, entry) => {
    const { officer, certificate } = entry.data;
    const made = reading.made.get(officer);
    const seat = reading.allSeats.find((one) => officerOf(one) === officer) ?? 0;
    const theirs = made?.data.signingThumbprint ?? reading.keptKey(seat)?.signingThumbprint;
    reading.must("E-MEAN-SIGNED", certificate === theirs, entry, made?.seq);
    checkExpiry(reading, entry);
  },
};

/** A signing certificate is valid when it signs: people may say why it is not, and after an abort. */
function checkExpiry(reading: Reading, entry: Typed<"signed">): void {
  const known = reading.signers.get(entry.data.certificate);
  if (known === undefined || reading.aborted !== null) return;
  const at = new Date(entry.at);
  const { notBefore, notAfter } = known.certificate;
  if (at < notBefore || at > notAfter) reading.excuse("E-MEAN-EXPIRED", "", entry, known.entry);
}

const ACTS = ["act-signing", "act-signing-on-paper"] as const;

function checkAct(
  reading: Reading,
  entry: Typed<"act-signing" | "act-signing-on-paper">,
  signers: readonly string[],
): void {
  const { act, present } = entry.data;
  const isFirst = ACTS.every((type) => reading.inRun(type) === undefined);
  const isRight = act === reading.now?.act && areSame(present, signers) && isFirst;
  reading.must("E-MEAN-ACT", isRight, entry, reading.begun?.entry.seq);
}

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join() === others.toSorted().join();

/** What is consented to is what the record says. */
function checkConsent(reading: Reading, entry: Typed<Consenting>): void {
  const { consent } = entry.data;
  const { opening, domain } = reading;
  const fetched = reading.last("exchange-key-fetched");
  const judged = reading.last("exchange-key-judged");
  const isJudged = judged !== undefined && judged.seq > (fetched?.seq ?? 0);
  const { ceremony, scriptSha256, hsm, officers, required } = opening.data;
  const isOpening =
    consent.ceremony === ceremony
    && consent.scriptSha256 === scriptSha256
    && consent.hsm === hsm
    && consent.officers === officers
    && consent.required === required;
  reading.must("E-MEAN-CONSENT", isOpening, entry);
  const areKeys =
    consent.thumbprints.join() === reading.thumbprints.join()
    && consent.signers !== undefined
    && areSame(consent.signers.map(signerText), signersOf(reading).map(signerText));
  reading.must("E-MEAN-CONSENT", areKeys, entry, reading.latest("key-made", "domain-found"));
  const isDomain = consent.domainSha256 === domain.sha256;
  reading.must("E-MEAN-CONSENT", isDomain, entry, domain.entry);
  const isExchange =
    consent.exchangeThumbprint === (fetched?.data.thumbprint ?? "")
    && consent.exchangeAttested === (isJudged ? judged.data.verdict : "");
  reading.must("E-MEAN-CONSENT", isExchange, entry, fetched?.seq);
  const isAccepted = consent.accepted?.join() === reading.accepted.join();
  reading.must("E-MEAN-CONSENT", isAccepted, entry, reading.latest("refusal-accepted"));
}

type Signer = NonNullable<DataOf["closing"]["consent"]["signers"]>[number];
const signerText = ({ officer, certificate }: Signer): string => `${officer} ${certificate}`;

/** Whose signing certificates are valid: new ones replace older ones. */
function signersOf({ known, made, allSeats }: Reading): readonly Signer[] {
  const seated = known.filter(({ officer }) =>
    allSeats.some((seat) => officerOf(seat) === officer),
  );
  const held = new Map(
    seated.map(({ officer, signingThumbprint }) => [officer, signingThumbprint]),
  );
  for (const [officer, { data }] of made) held.set(officer, data.signingThumbprint);
  return [...held].flatMap(([officer, certificate]) =>
    certificate === "" ? [] : [{ officer, certificate }],
  );
}

/** Why an officer of the opening did not sign the end. */
export type Absence = "substituted" | "no-key" | "aborted" | "exception";

/** Who closed the record, of those present at its end. */
export interface ClosedBy {
  readonly signed: number;
  readonly of: number;
  /** The officers among these. */
  readonly officers: { readonly signed: number; readonly of: number };
  /** As many officers must sign the end: the quorum, or fewer if the script wants fewer to come. */
  readonly due: number;
  /** Fewer did, and it was not aborted: nobody vouches for what they alone signed. */
  readonly isShort: boolean;
  /**
   * It is short because only so few had a key to sign with, and each of them signed: the others
   * signed its head by hand, so that a head from their paper makes up for it.
   */
  readonly isByHand: boolean;
  /** The entry by which it was closed. */
  readonly end: number;
  /**
   * The last entry for which as many officers as are due signed: that of an act, or of the closing;
   * null if there is none.
   */
  readonly vouchedTo: number | null;
  /** Officers of the opening, and of the end, who did not sign. */
  readonly missing: readonly {
    readonly role: string;
    readonly name: string;
    readonly why: Absence;
  }[];
}

/**
 * Who closed it: exactly those who must, or fewer if people said why.
 * @param end the last `closing` or `closing-on-paper`
 */
export function checkClosing(
  reading: Reading,
  end: Typed<"closing" | "closing-on-paper">,
  last: Typed,
): ClosedBy {
  const { people, aborted, opening } = reading;
  const { present } = end.data;
  const isPaper = end.type === "closing-on-paper";
  const signers = reading.signingSeats.map(officerOf);
  const kind = reading.script.steps.find(({ id }) => id === reading.done.at(-1))?.action.kind;
  const mayBePaper = kind !== "close" || signers.length === 0;
  const wanted = isPaper ? people.map(({ role }) => role as string) : signers;
  const isWithin = present.every((role) => wanted.includes(role));
  const lacking = wanted.filter((role) => !present.includes(role));
  const exception = reading.exceptions[0];
  const isExcused = lacking.length === 0 || aborted !== null || exception !== undefined;
  const isRight = isWithin && isExcused && (!isPaper || mayBePaper);
  reading.must("E-MEAN-SIGNERS", isRight, last, reading.seatChange);
  if (lacking.length > 0 && aborted === null && exception !== undefined)
    reading.excused.push({ code: "E-MEAN-SIGNERS", entry: end.seq, by: exception.seq });
  const whyOf = (role: string): Absence => {
    if (aborted !== null) return "aborted";
    return wanted.includes(role) ? "exception" : "no-key";
  };
  const places: readonly string[] = opening.data.participants.map(({ role }) => role);
  const here = people
    .filter(({ role }) => isPaper || role.startsWith("officer-"))
    .toSorted((a, b) => places.indexOf(a.role) - places.indexOf(b.role));
  const left = opening.data.participants.filter(
    ({ role, name }) =>
      (isPaper || role.startsWith("officer-"))
      && !people.some((one) => one.role === role && one.name === name),
  );
  const missing = [
    ...left.map(({ role, name }) => ({ role, name, why: "substituted" as const })),
    ...here
      .filter(({ role }) => !present.includes(role))
      .map(({ role, name }) => ({ role, name, why: whyOf(role) })),
  ];
  const due = dueOf(reading);
  const isOfficer = (role: string): boolean => role.startsWith("officer-");
  const officers = {
    signed: present.filter(isOfficer).length,
    of: people.filter(({ role }) => isOfficer(role)).length,
  };
  const isShort = aborted === null && officers.signed < due;
  return {
    signed: present.length,
    of: here.length,
    officers,
    due,
    isShort,
    isByHand: isShort && lacking.length === 0,
    end: end.seq,
    vouchedTo: isShort ? lastActOf(reading, due) : end.seq,
    missing,
  };
}

/** How many officers must sign the end of a ceremony, so that it is vouched for. */
const dueOf = ({ script }: Reading): number => Math.min(script.quorum, comingOf(script).least);

/** The last act that as many officers signed by key. */
const lastActOf = ({ acts }: Reading, due: number): number | null =>
  [...acts.values()].findLast(({ signed }) => signed.size >= due)?.entry.seq ?? null;
