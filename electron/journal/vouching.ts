// Whether the record itself vouches for a signer: the earlier ceremony knew the certificate, or the
// key was made here and bound, and replaced another with the signature of that old key, or of two
// other officers.
import {
  bindingOf,
  fromBase64,
  verifySignature,
  type RecordCertificate,
} from "../../crypto/index.ts";
import { sentence } from "../text/sentence.ts";
import { isList, memberOf, type JsonData } from "./canonical.ts";
import { isDigest, type Entry } from "./entry.ts";
import { fault } from "./faults.ts";

/** How many others must have signed for a certificate that replaces another. */
const OTHERS = 2;

/** Entries that name the valid signing certificates. */
const NAMING: readonly string[] = ["act-signing", "closing"];

type Read = (text: string) => RecordCertificate | null;

/** A signature, as far as it vouches for others. */
interface Vouch {
  readonly officer: string;
  readonly certificate: string;
  readonly over: string;
}

/** An entry that names valid certificates: "officer certificate", of bound ones. */
interface Naming {
  readonly isClosing: boolean;
  readonly names: ReadonlySet<string>;
}

export class Vouching {
  /** Signing certificates that were valid when the record began, by officer; null in a first record. */
  #earlier: ReadonlyMap<string, string> | null = null;
  /** Officers whose certificate was already unvouched in the earlier record. */
  #doubted: ReadonlySet<string> = new Set();
  /** By officer: the two certificates of the last `key-made`. */
  readonly #made = new Map<
    string,
    { readonly wrapping: string; readonly signing: RecordCertificate }
  >();
  readonly #bound = new Set<string>();
  /** Entries that name valid certificates, by hash: signing one vouches for these. */
  readonly #naming = new Map<string, Naming>();

  /** Takes in one entry. @throws Fault E-LOG-FORM, -SIGNATURE, -SIGNER of one `signer-bound` */
  enter(entry: Entry, read: Read): void {
    if (entry.seq === 0) {
      this.#earlier = standingIn(entry.data);
      this.#doubted = new Set(listIn(entry.data, "unvouched").filter(isText));
    }
    if (entry.type === "key-made") this.#make(entry.data, read);
    if (entry.type === "signer-bound") this.#bind(entry);
    // A key cannot be vouched for before it exists.
    if (NAMING.includes(entry.type))
      this.#naming.set(entry.hash, {
        isClosing: entry.type === "closing",
        names: new Set(namedIn(entry.data).filter((one) => this.#bound.has(one))),
      });
  }

  /**
   * Officers, each once, who signed with a certificate for which nothing here vouches.
   * @param closing the hash of the closing that is not void, or null: void ones vouch for nobody
   */
  unvouched(signatures: readonly Vouch[], closing: string | null): readonly string[] {
    const byKnown = signatures.filter((one) => this.#isKnown(one));
    const vouched = ({ officer, certificate }: Vouch): boolean => {
      const signed = byKnown.filter(({ over }) => {
        const naming = this.#naming.get(over);
        const isVoid = naming?.isClosing === true && over !== closing;
        return !isVoid && naming?.names.has(`${officer} ${certificate}`) === true;
      });
      // A known signature of theirs is under another certificate: their old one.
      const isByOld = signed.some((one) => one.officer === officer);
      return isByOld || new Set(signed.map((one) => one.officer)).size >= OTHERS;
    };
    const left = signatures.filter(
      (one) => !this.#isKnown(one) && !this.#isFirst(one) && !vouched(one),
    );
    return [...new Set(left.map(({ officer }) => officer))];
  }

  /** The earlier record knew this certificate as this officer's, and nothing was wrong with it. */
  #isKnown({ officer, certificate }: Vouch): boolean {
    return this.#earlier?.get(officer) === certificate && !this.#doubted.has(officer);
  }

  /** It is bound, and replaces no other. */
  #isFirst({ officer, certificate }: Vouch): boolean {
    const isFirst = this.#earlier === null || this.#earlier.get(officer) === "";
    return isFirst && this.#bound.has(`${officer} ${certificate}`);
  }

  #make(data: JsonData, read: Read): void {
    const [officer, wrapping, signing] = ["officer", "certificate", "signingCertificate"]
      .map((name) => memberOf(data, name))
      .map((value) => (typeof value === "string" ? value : ""));
    const [wraps, signs] = [read(wrapping ?? ""), read(signing ?? "")];
    if (officer && wraps !== null && signs?.use === "digitalSignature")
      this.#made.set(officer, { wrapping: wraps.thumbprint, signing: signs });
  }

  #bind({ data, seq: n }: Entry): void {
    const { officer, certificate, wrapping, bytes } = readBinding(data, n);
    const made = this.#made.get(officer);
    if (made?.wrapping !== wrapping || made.signing.thumbprint !== certificate)
      throw fault("E-LOG-SIGNER", { n, what: sentence("journal-faults.noSuchKeys") });
    if (!verifySignature(made.signing, bindingOf(wrapping), bytes))
      throw fault("E-LOG-SIGNATURE", { n, what: sentence("journal-faults.notMatching") });
    this.#bound.add(`${officer} ${certificate}`);
  }
}

function readBinding(data: JsonData, n: number) {
  const form = fault("E-LOG-FORM", { n });
  if (typeof data !== "object" || Object.keys(data).length !== 5) throw form;
  const [officer, certificate, wrapping, algorithm, signature] = [
    "officer",
    "certificate",
    "wrapping",
    "algorithm",
    "signature",
  ]
    .map((name) => memberOf(data, name))
    .map((value) => (typeof value === "string" ? value : ""));
  if (!officer || !certificate || !wrapping || !signature) throw form;
  if (algorithm !== "RSA-PSS-SHA256" || !isDigest(wrapping) || !isDigest(certificate)) throw form;
  const bytes = fromBase64(signature);
  if (typeof bytes === "number") throw form;
  return { officer, certificate, wrapping, bytes };
}

/** The signing certificates in the first of `earlier`, if there is one. */
function standingIn(data: JsonData): ReadonlyMap<string, string> | null {
  const [earlier] = listIn(data, "earlier");
  return earlier === undefined
    ? null
    : new Map(pairsIn(listIn(earlier, "officers"), "signingThumbprint"));
}

/** What a closing names: "officer certificate", with one space. */
function namedIn(data: JsonData): readonly string[] {
  const signers = listIn(memberOf(data, "consent") ?? "", "signers");
  return pairsIn(signers, "certificate").map(
    ([officer, certificate]) => `${officer} ${certificate}`,
  );
}

function pairsIn(items: readonly JsonData[], name: string): readonly (readonly [string, string])[] {
  return items.flatMap((item) => {
    const [officer, value] = [memberOf(item, "officer"), memberOf(item, name)];
    const isPair = typeof officer === "string" && typeof value === "string";
    return isPair ? [[officer, value] as const] : [];
  });
}

const isText = (value: JsonData): value is string => typeof value === "string";

function listIn(value: JsonData, name: string): readonly JsonData[] {
  const found = memberOf(value, name);
  return found !== undefined && isList(found) ? found : [];
}
