// Whether the record itself vouches for who signed: the earlier ceremony knew the certificate, or
// the key was made here and bound, and took the place of another by the word of that old key, or of
// two others.
import {
  bindingOf,
  fromBase64,
  verifySignature,
  type RecordCertificate,
} from "../../crypto/index.ts";
import { isList, memberOf, type JsonData } from "./canonical.ts";
import { isDigest, type Entry } from "./entry.ts";
import { fault } from "./faults.ts";

/** How many others must have signed for a certificate that takes the place of another. */
const OTHERS = 2;

/** Entries in which stands whose signing certificates hold. */
const NAMING: readonly string[] = ["act-signing", "closing"];

type Read = (text: string) => RecordCertificate | null;

/** A signature as far as it vouches for others. */
interface Vouch {
  readonly officer: string;
  readonly certificate: string;
  readonly over: string;
}

export class Vouching {
  /** Signing certificates that stood when the record began, by officer; null in a first record. */
  #earlier: ReadonlyMap<string, string> | null = null;
  /** By officer: the two certificates that `key-made` entered last. */
  readonly #made = new Map<
    string,
    { readonly wrapping: string; readonly signing: RecordCertificate }
  >();
  readonly #bound = new Set<string>();
  /** Entries that name whose certificates hold, by hash: whoever signs one vouches for these. */
  readonly #naming = new Map<string, ReadonlySet<string>>();

  /** Takes in one entry. @throws Fault E-LOG-FORM, -SIGNATURE, -SIGNER of one `signer-bound` */
  enter(entry: Entry, read: Read): void {
    if (entry.seq === 0) this.#earlier = standingIn(entry.data);
    if (entry.type === "key-made") this.#make(entry.data, read);
    if (entry.type === "signer-bound") this.#bind(entry);
    if (NAMING.includes(entry.type)) this.#naming.set(entry.hash, new Set(namedIn(entry.data)));
  }

  /** Officers, each once, who signed with a certificate for which nothing here vouches. */
  unvouched(signatures: readonly Vouch[]): readonly string[] {
    const byThemselves = signatures.filter((one) => this.#standsAlone(one));
    const vouched = ({ officer, certificate }: Vouch): boolean => {
      const signed = byThemselves.filter(
        (one) => this.#naming.get(one.over)?.has(`${officer} ${certificate}`) === true,
      );
      const others = signed.filter((one) => one.officer !== officer);
      // A signature of theirs that stands by itself is under another certificate: their old one.
      const isByOld = others.length < signed.length;
      return (
        this.#bound.has(`${officer} ${certificate}`)
        && (isByOld || new Set(others.map((one) => one.officer)).size >= OTHERS)
      );
    };
    const left = signatures.filter((one) => !byThemselves.includes(one) && !vouched(one));
    return [...new Set(left.map(({ officer }) => officer))];
  }

  /** It stood before; or it is bound, and takes nobody's place. */
  #standsAlone({ officer, certificate }: Vouch): boolean {
    const before = this.#earlier?.get(officer);
    if (before === certificate) return true;
    const isFirst = this.#earlier === null || before === "";
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
      throw fault("E-LOG-SIGNER", { n, what: "its officer made no such keys before" });
    if (!verifySignature(made.signing, bindingOf(wrapping), bytes))
      throw fault("E-LOG-SIGNATURE", { n, what: "it does not match what it names" });
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

/** The signing certificates in the first of `earlier`, where there is one. */
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

function listIn(value: JsonData, name: string): readonly JsonData[] {
  const found = memberOf(value, name);
  return found !== undefined && isList(found) ? found : [];
}
