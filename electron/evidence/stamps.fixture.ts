// A record of three entries, two authorities, and five years of their timestamps, each year's of all before.
import { readAuthority, sha256Hex, utf8, type Authority } from "../../crypto/index.ts";
import {
  certificatesOf,
  makeAnswer,
  makeParty,
  makeTestAuthority,
  type Party,
  type TestAuthority,
} from "../../crypto/timestamp-maker.fixture.ts";
import type { Entry } from "../journal/journal.ts";
import { headImprint, nextRenewal, placeOf, type Stamped, type StampFiles } from "./stamps.ts";

export const record = utf8("one\ntwo\nthree\n");
/** Only the hash of an entry is stamped. */
export const entries = ["one", "two", "three"].map((line): Entry => ({
  seq: 0,
  at: "2027-01-01T00:00:00.000Z",
  by: "administrator",
  station: "offline",
  type: "note",
  data: {},
  prev: "",
  hash: sha256Hex(utf8(line)),
}));
export const [contoso, fabrikam] = [makeTestAuthority("Contoso"), makeTestAuthority("Fabrikam")];
export const pinned = [contoso, fabrikam].flatMap(({ root }): readonly Authority[] => {
  const read = readAuthority(root.der);
  return read === null ? [] : [read];
});
export const stampedBy = (files: StampFiles): Stamped => ({ record, entries, files });
export const empty = stampedBy(new Map());
export const HEAD = headImprint(empty).imprint;
export const PART = headImprint({ entries: entries.slice(0, 2) }).imprint;
export const answerOf = (by: TestAuthority, imprint: Uint8Array, at: string): Uint8Array =>
  makeAnswer(by.signer, imprint, { at, certificates: certificatesOf(by) });
/** A record's timestamps with one more, as `sd timestamp add` keeps it. */
export const added = (stamped: Stamped, answer: Uint8Array): Stamped =>
  stampedBy(new Map([...stamped.files, [placeOf(stamped, answer), answer]]));

export const YEARS = [2027, 2028, 2029, 2030, 2031];
/** A signer of one year and a half; the last ones are valid longer. */
const signerOf = (by: TestAuthority, year: number): Party =>
  makeParty(`${by.signer.name} ${String(year)}`, by.middle, {
    from: `${String(year)}-01-01T00:00:00Z`,
    until: year === 2031 ? "2045-12-31T00:00:00Z" : `${String(year + 1)}-07-01T00:00:00Z`,
  });
const askedOf = (stamped: Stamped, year: number) =>
  year === 2027 ? headImprint(stamped) : nextRenewal(stamped);
/** By its file: who made it, and when. */
export const made = new Map<string, { readonly by: TestAuthority; readonly at: string }>();
/** Ten timestamps, of 2027 to 2031. */
export const chain = YEARS.reduce((stamped, year) => {
  const { hash, imprint } = askedOf(stamped, year);
  return [contoso, fabrikam].reduce((before, by) => {
    const at = `${String(year)}-03-01T00:00:00Z`;
    const signer = signerOf(by, year);
    const form = { at, imprintHash: hash, certificates: [signer, by.middle] };
    const answer = makeAnswer(signer, imprint, form);
    made.set(placeOf(before, answer), { by, at });
    return added(before, answer);
  }, stamped);
}, empty);
