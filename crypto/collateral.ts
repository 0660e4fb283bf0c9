// What Intel has said about hardware since a quote was made: TCB info, identity of the quoting
// enclave, revocation lists. Brought as files, verified to the same root as the quote, evaluated at
// a date without a network. Good news counts only within a file's dates; bad news always.
import { checkAttestation, type Verdict } from "./attestation.ts";
import { INTEL_ROOT } from "./attestation-pins.ts";
import { isIssuedBy, readCrl, type Crl } from "./crl.ts";
import type { Fault } from "./errors.ts";
import { fault } from "./faults.ts";
import {
  readQeIdentity,
  readTcbInfo,
  type Level,
  type Masked,
  type QeIdentity,
  type SignedBody,
  type TcbInfo,
} from "./intel-json.ts";
import { p256Verify } from "./native-ec.ts";
import { isSound, readChain, rootOf, type Chain } from "./pck-chain.ts";
import { platformOf, type Platform } from "./sgx-extension.ts";
import { chainText, QUOTE_OID, readQuote, type Quote, type Report } from "./sgx-quote.ts";
import { oidKey, readX509 } from "./x509.ts";
import * as native from "./native.ts";
import { equal, fromUtf8, toHex, utf8 } from "./bytes.ts";

/** The checks of each file, in order. */
export const COLLATERAL_CHECKS = {
  "root-crl": "Intel's root has not revoked the authority of the provisioning key.",
  "pck-crl": "That authority has not revoked the provisioning key.",
  "tcb-level": "The hardware's TCB level is not out of date.",
  "qe-match": "The quoting enclave is the one of Intel's QE identity.",
  "qe-level": "The quoting enclave's level is not out of date.",
} as const;
export type CollateralCheckName = keyof typeof COLLATERAL_CHECKS;

export interface CollateralCheck {
  readonly check: CollateralCheckName;
  readonly ok: boolean;
  /** Intel's status of a level; `none` if the hardware is below all of them. */
  readonly level?: Pick<Level, "status" | "date" | "advisories"> | "none";
}

/** A kind of file, as people call it. */
export const COLLATERAL_FILES = ["root CRL", "PCK CRL", "TCB info", "QE identity"] as const;
export type CollateralFile = (typeof COLLATERAL_FILES)[number];

/** One file's dates, compared with the date of the evaluation. */
export interface CollateralAge {
  readonly file: CollateralFile;
  /** SHA-256 (hex) of the file as it was brought. */
  readonly sha256: string;
  readonly issued: Date;
  readonly next: Date;
  /** Whole days since it was issued; negative if it was issued after the date. */
  readonly days: number;
  /** False before it was issued and after the next update was due. */
  readonly current: boolean;
}

/** The result of the files. `platform` is what the key's hardware says of itself. */
export interface CollateralVerdict {
  readonly verdict: Verdict;
  readonly checks: readonly CollateralCheck[];
  readonly ages: readonly CollateralAge[];
  readonly missing: readonly CollateralFile[];
  readonly platform: Platform | null;
}

/** The contents of a file, with the SHA-256 (hex) of the whole file. */
type Brought<T> = T & { readonly sha256: string };

/** Files as read. None is verified yet: that needs the quote whose root they share. */
export interface Collateral {
  readonly crls: readonly Brought<Crl>[];
  readonly tcbInfo: Brought<TcbInfo> | null;
  readonly qeIdentity: Brought<QeIdentity> | null;
  readonly chains: readonly Chain[];
}

/**
 * Recognises these files by their content: the answers of Intel's service, unchanged. An issuer
 * chain is PEM, plain or percent-encoded as in the answer's header.
 * @throws Fault E-COLLATERAL-FORM, -TWICE
 */
export function readCollateral(files: readonly Uint8Array[]): Collateral {
  const crls: Brought<Crl>[] = [];
  const chains: Chain[] = [];
  const [tcbInfos, identities]: [Brought<TcbInfo>[], Brought<QeIdentity>[]] = [[], []];
  files.forEach((bytes, i) => {
    const brought = <T extends object>(read: T | null): Brought<T> | null =>
      read === null ? null : { ...read, sha256: native.sha256Hex(bytes) };
    const found = [
      add(crls, brought(readCrl(bytes))),
      add(tcbInfos, brought(readTcbInfo(bytes))),
      add(identities, brought(readQeIdentity(bytes))),
      add(chains, readChain(decoded(bytes))),
    ];
    if (!found.includes(true)) throw fault("E-COLLATERAL-FORM", { n: i + 1 });
  });
  if (tcbInfos.length > 1) throw fault("E-COLLATERAL-TWICE", { what: "TCB info" });
  if (identities.length > 1) throw fault("E-COLLATERAL-TWICE", { what: "QE identity" });
  return { crls, tcbInfo: tcbInfos[0] ?? null, qeIdentity: identities[0] ?? null, chains };
}

/**
 * Evaluates an exchange key's attestation by Intel's files at a date. A key that is already refused, or
 * has no quote, is not evaluated: nothing is checked and all files are missing.
 * @param der as for `checkAttestation`
 * @param root as for `checkAttestation`: the files must end at the same one
 * @param at the date of the evaluation
 * @param accepted as for `checkAttestation`
 * @throws Fault E-COLLATERAL-SIGNED, -OTHER, -TWICE: a file that is not Intel's, or of other hardware
 */
export function evaluateCollateral(
  der: Uint8Array,
  collateral: Collateral,
  at: Date,
  root = INTEL_ROOT,
  accepted: readonly string[] = [],
): CollateralVerdict {
  const { verdict } = checkAttestation(der, root, accepted);
  const quote = readQuote(
    readX509(der)?.extensions.get(oidKey(QUOTE_OID))?.value ?? new Uint8Array(),
  );
  const chain = quote === null ? null : readChain(chainText(quote));
  if (verdict === "refused" || quote === null || chain === null)
    return { verdict, checks: [], ages: [], missing: COLLATERAL_FILES, platform: null };
  const platform = platformOf(chain[0]);
  const { tcbInfo, qeIdentity } = collateral;
  const crls = sortCrls(collateral.crls, chain);
  for (const [what, signed] of [
    ["TCB info", tcbInfo],
    ["QE identity", qeIdentity],
  ] as const)
    if (signed !== null && !isIntels(signed, collateral.chains, root, crls.root))
      throw fault("E-COLLATERAL-SIGNED", { what });
  const checks = [
    ...revocation(crls, chain),
    ...(tcbInfo === null ? [] : hardware(tcbInfo, platform)),
    ...(qeIdentity === null ? [] : quotingEnclave(qeIdentity, quote)),
  ];
  const files = [crls.root, crls.pck, tcbInfo, qeIdentity];
  return {
    verdict: worst(verdict, checks),
    checks,
    ages: COLLATERAL_FILES.flatMap((file, i) => ageOf(file, files[i] ?? null, at)),
    missing: COLLATERAL_FILES.filter((_, i) => (files[i] ?? null) === null),
    platform,
  };
}

/** The refusal of a key that Intel revoked, or whose quoting enclave is not Intel's; else null. */
export function revokedKey({ checks }: CollateralVerdict): Fault | null {
  const failed = checks.find((check) => refuses(check));
  return failed === undefined ? null : fault("E-XK-REVOKED", { check: failed.check });
}

function add<T>(list: T[], read: T | null): boolean {
  if (read !== null) list.push(read);
  return read !== null;
}

/** The header of Intel's answer has its line ends and spaces percent-encoded. */
function decoded(bytes: Uint8Array): Uint8Array {
  try {
    const text = fromUtf8(bytes).trim();
    return text.startsWith("-----BEGIN%20") ? utf8(`${decodeURIComponent(text).trim()}\n`) : bytes;
  } catch {
    return bytes;
  }
}

interface Crls {
  readonly root: Brought<Crl> | null;
  readonly pck: Brought<Crl> | null;
}

/** Each list by its issuer, which is in the quote's own chain. */
function sortCrls(crls: readonly Brought<Crl>[], chain: Chain): Crls {
  const [, authority] = chain;
  const top = chain.at(-1);
  const by = (issuer: typeof top, what: CollateralFile): Brought<Crl> | null => {
    const own = crls.filter((crl) => issuer !== undefined && equal(crl.issuer, issuer.subject));
    const [crl, second] = own;
    if (second !== undefined) throw fault("E-COLLATERAL-TWICE", { what });
    if (crl !== undefined && (issuer === undefined || !isIssuedBy(crl, issuer)))
      throw fault("E-COLLATERAL-SIGNED", { what });
    return crl ?? null;
  };
  const sorted = { root: by(top, "root CRL"), pck: by(authority, "PCK CRL") };
  if (crls.some((crl) => crl !== sorted.root && crl !== sorted.pck))
    throw fault("E-COLLATERAL-OTHER", { what: "CRL" });
  return sorted;
}

/**
 * Whether one of the chains is Intel's and signed the body when it was issued. The signer is
 * directly under the root, which excludes provisioning keys: these have an authority above them.
 */
function isIntels(
  { body, signature, issued }: SignedBody,
  chains: readonly Chain[],
  root: string,
  rootCrl: Crl | null,
): boolean {
  return chains.some(
    (chain) =>
      chain.length === 2
      && rootOf(chain) === root
      && isSound(chain, issued)
      && rootCrl?.revoked.has(chain[0].serial) !== true
      && p256Verify(chain[0].spki, body, signature, "ieee-p1363"),
  );
}

function revocation({ root, pck }: Crls, chain: Chain): readonly CollateralCheck[] {
  const [leaf, ...authorities] = chain;
  return [
    ...(root === null
      ? []
      : [
          {
            check: "root-crl",
            ok: authorities.every(({ serial }) => !root.revoked.has(serial)),
          } as const,
        ]),
    ...(pck === null ? [] : [{ check: "pck-crl", ok: !pck.revoked.has(leaf.serial) } as const]),
  ];
}

/** The first of Intel's levels that every part of the hardware reaches. */
function hardware(
  { fmspc, pceId, levels }: TcbInfo,
  platform: Platform | null,
): readonly CollateralCheck[] {
  if (platform?.fmspc !== fmspc || platform.pceId !== pceId)
    throw fault("E-COLLATERAL-OTHER", { what: "TCB info" });
  const level = levels.find(
    ({ components, pceSvn }) =>
      platform.pceSvn >= pceSvn
      && components.every((svn, i) => (platform.components[i] ?? -1) >= svn),
  );
  return [levelCheck("tcb-level", level)];
}

function quotingEnclave(identity: QeIdentity, { qeReport }: Quote): readonly CollateralCheck[] {
  const level = identity.levels.find(({ isvSvn }) => qeReport.isvSvn >= isvSvn);
  return [{ check: "qe-match", ok: matches(identity, qeReport) }, levelCheck("qe-level", level)];
}

/** In the report: MISCSELECT at 16, attributes at 48. */
const matches = (identity: QeIdentity, { bytes, mrsigner, isvProdId }: Report): boolean =>
  toHex(mrsigner) === identity.mrsigner
  && isvProdId === identity.isvProdId
  && isMasked(bytes.subarray(16, 20), identity.miscselect)
  && isMasked(bytes.subarray(48, 64), identity.attributes);

const isMasked = (bytes: Uint8Array, { value, mask }: Masked): boolean =>
  bytes.every((byte, i) => (byte & (mask[i] ?? 0)) === ((value[i] ?? 0) & (mask[i] ?? 0)));

function levelCheck(check: CollateralCheckName, level: Level | undefined): CollateralCheck {
  if (level === undefined) return { check, ok: false, level: "none" };
  const { status, date, advisories } = level;
  const isBad = status === "Revoked" || status.startsWith("OutOfDate");
  return { check, ok: !isBad, level: { status, date, advisories } };
}

/** What is revoked, or is not Intel's enclave, is refused; what is out of date is not attested. */
function worst(verdict: Verdict, checks: readonly CollateralCheck[]): Verdict {
  if (checks.some((check) => refuses(check))) return "refused";
  return checks.every(({ ok }) => ok) ? verdict : "not-attested";
}

function refuses({ check, ok, level }: CollateralCheck): boolean {
  if (ok) return false;
  const isLevel = check === "tcb-level" || check === "qe-level";
  return !isLevel || (level !== "none" && level?.status === "Revoked");
}

const DAY_MS = 86_400_000;

function ageOf(
  file: CollateralFile,
  dated: Brought<{ readonly issued: Date; readonly next: Date }> | null,
  at: Date,
): readonly CollateralAge[] {
  if (dated === null) return [];
  const { issued, next, sha256 } = dated;
  const days = Math.floor((at.getTime() - issued.getTime()) / DAY_MS);
  return [{ file, sha256, issued, next, days, current: issued <= at && at <= next }];
}
