// `sd prove`: that these officers' keys open exactly this security domain, every quorum of them.
import {
  domainTooLarge,
  readSecurityDomain,
  type FoundBy,
  type SecurityDomain,
} from "../../crypto/index.ts";
import { proveQuorum } from "../../crypto/secret-half.ts";
import { need, type Given } from "./shared/arguments.ts";
import { readInput } from "./shared/files.ts";
import { keyPathsOf, readOfficer, triesEveryShare } from "./shared/officer-files.ts";
import { openShares, type OpenedShare } from "./shared/openings.ts";
import type { Outcome, Voice } from "./shared/outcome.ts";
import { passphraseSource } from "./shared/passphrases.ts";
import { shown } from "./shared/shown.ts";
import { spoken, wordsOf } from "./shared/spoken.ts";

/**
 * An officer by their share's place in the domain, from 1; `key` and how their share was found are
 * null if no key was given.
 */
interface Officer {
  readonly officer: number;
  readonly key: number | null;
  readonly thumbprint: string;
  readonly foundBy: FoundBy | null;
}

interface Proof {
  readonly domain: SecurityDomain;
  readonly officers: readonly Officer[];
  readonly subsets: readonly (readonly number[])[];
}

/**
 * Opens each given share once, and every subset of the quorum's size. Nothing is written.
 * @throws Fault E-USAGE, E-FILE-*, E-SD-*, E-CERT-*, E-KEY-*, E-PASS-*, E-QUORUM-*, E-JWE-*,
 *   E-SHARE-*
 */
export async function prove(given: Given, { warn }: Pick<Voice, "warn">): Promise<Outcome> {
  const path = need(given, "--sd-file");
  const keyPaths = keyPathsOf(given);
  const { ask } = passphraseSource(given);
  const domain = readSecurityDomain(readInput(path, "--sd-file", undefined, domainTooLarge));
  const triesEvery = triesEveryShare(given);
  const files = keyPaths.map((keyPath, i) => readOfficer(keyPath, i + 1, [], triesEvery));
  const shares = await openShares(domain, files, ask, warn, triesEvery);
  const { subsets } = proveQuorum(domain, shares, new Date());
  const proven = { domain, officers: officersOf(domain, shares), subsets };
  return { text: report(proven), data: dataOf(proven) };
}

const officersOf = (domain: SecurityDomain, shares: readonly OpenedShare[]): readonly Officer[] =>
  domain.shares.map(({ thumbprint }, i) => {
    const share = shares.find(({ n }) => n === i + 1);
    return { officer: i + 1, key: share?.key ?? null, thumbprint, foundBy: share?.by ?? null };
  });

function report({ domain, officers, subsets }: Proof): string {
  const tags = domain.entries.map(({ tag }) => shown(tag)).join(", ");
  const untested = officers.filter(({ key }) => key === null);
  return [
    `The security domain: ${domain.sha256}`,
    `In words: ${wordsOf(domain.sha256)}`,
    `Its quorum: ${String(domain.required)} of ${String(domain.shares.length)}`,
    ...officers.map(
      ({ officer, key, thumbprint }) =>
        `  officer ${String(officer)} (${key === null ? "no key given" : `key ${String(key)}`}): `
        + wordsOf(thumbprint),
    ),
    ...subsets.map((subset) => `Proven: officers ${subset.join(" and ")} open it.`),
    `Opened each time: ${String(domain.entries.length)} entries (${tags})`,
    ...untested.map(({ officer }) => `NOT TESTED: officer ${String(officer)}.`),
    "This proves that these keys open these very bytes. It does not prove that Azure accepts them:",
    "only a restore into an HSM shows that. Nothing was written.",
  ].join("\n");
}

function dataOf({ domain, officers, subsets }: Proof) {
  return {
    domain: spoken(domain.sha256),
    required: domain.required,
    entries: domain.entries.map(({ tag }) => shown(tag)),
    officers: officers.map(({ officer, key, thumbprint, foundBy }) => ({
      officer,
      key,
      thumbprint: spoken(thumbprint),
      foundBy,
    })),
    subsets,
    untested: officers.filter(({ key }) => key === null).map(({ officer }) => officer),
  };
}
