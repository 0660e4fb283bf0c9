// What a station knows before a medium is searched: whose private keys must not be there, and which
// files are the HSM's own answers.
import { domainNameAfter, fold, type RecordEntry } from "../ceremony/ceremony.ts";
import { readRecord } from "../journal/journal.ts";
import type { SearchHints } from "../media/media.ts";
import { knownAnswers } from "./answer-places.ts";
import { FILES, type Deps } from "./deps.ts";

/** Entries that name what the HSM answered, unchanged, and the domain in it. */
const ANSWERED = ["answer-received", "domain-written"];

/**
 * From this station's copy of the record, and its own disk.
 * @param came the entries of a record that is refused or taken over next, whatever else they say
 * @throws Fault E-LOG-*, E-ANSWER-SPOOL
 */
export function searchHints(
  { record: { open, folder } }: Deps,
  came: readonly RecordEntry[] = [],
): SearchHints {
  const entries = open?.entries ?? readRecord(folder)?.entries ?? [];
  const answered = [...entries, ...came].flatMap(({ type, data }): readonly string[] => {
    const { sha256 } = data as { readonly sha256?: unknown };
    return ANSWERED.includes(type) && typeof sha256 === "string" ? [sha256] : [];
  });
  const state = fold(entries);
  const kept =
    state.opened === null
      ? []
      : knownAnswers({ spool: folder }, FILES.answer(domainNameAfter(state)));
  const certificates = JSON.stringify(entries).match(/-----BEGIN CERTIFICATE-----[^"]{1,20000}/g);
  return { certificates: certificates ?? [], answers: [...answered, ...kept] };
}
