// A refusal's sentences: found by its code, and said in English by every process.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isTestSide } from "../../build/tidy/source.ts";
import { readTree } from "../../build/tidy/tree.ts";
import { fault as cryptoFault } from "../../crypto/faults.ts";
import { detailsIn } from "./details.fixture.ts";
import { ENGLISH_ALONE } from "./rows/english-alone.ts";
import { REFUSALS } from "./en/en-refusals.ts";
import { simpleParts } from "./message-parts.ts";
import { refusalText } from "./refusal.ts";
import { saidIn, sentence } from "./text.ts";

/** Names that are more than one word: of Intel's files. */
const NAMES = ["TCB info", "QE identity", "root CRL", "PCK CRL"];

/** Details that are numbers, days and times, or lists of numbers. */
const COUNTED = [
  ...["n", "m", "at", "line", "required", "given", "held", "together", "officers", "other"],
  ...["most", "minutes", "seconds", "limit", "known", "last", "pid", "status", "pages"],
];

/** Details that are not written where a refusal is made, and what they are. */
const FROM_ELSEWHERE: Readonly<Record<string, string>> = {
  "crypto/attestation.ts: check": "a name",
  "electron/hsm/azure/ask.ts: what": "a sentence, by its type",
  "electron/hsm/faults.ts: what": "a sentence, by its type",
  "electron/usecases/kept-answer.ts: what": "a sentence, by its type",
  "crypto/certificate-body.ts: found": "a number, or a sentence of a table",
  "crypto/certificate-body.ts: reading.at": "numbers",
  "crypto/certificate.ts: found": "a number",
  "crypto/certificate.ts: shared": "numbers",
  "crypto/certificate.ts: twice": "numbers",
  "crypto/collateral.ts: check": "a name",
  "crypto/collateral.ts: what": "a name of Intel's",
  "crypto/jwe.ts: found": "a number",
  "crypto/key-attestation.ts: check": "a name",
  "crypto/timestamp.ts: check": "a name",
  "crypto/pkcs12.ts: found": "a number",
  "crypto/received.ts: kind": "a sentence, by its type",
  "crypto/received.ts: reading.at": "numbers",
  "electron/ceremony/earlier.ts: what": "a sentence, by its type",
  "electron/ceremony/rules.ts: missing": "a number",
  "electron/ceremony/rules.ts: state": "a word of the record's own",
  "electron/deployment-record/decisions.ts: what": "names of questions, or a sentence",
  "electron/deployment-record/meaning.ts: code": "a code",
  "electron/deployment-record/progress.ts: check": "a name",
  "electron/deployment/answers/answer.ts: path": "names of members",
  "electron/deployment/drafts/asked.ts: of": "names of a table",
  "electron/deployment/drafts/asked.ts: why": "a sentence of refusals",
  "electron/deployment/plan/read-plan.ts: name": "an unknown member’s, if it is a plain word",
  "electron/deployment/plan/read-plan.ts: path": "names of members",
  "electron/deployment/plan/read-plan.ts: wanted": "as a plan is: in English",
  "electron/deployment/plan/read-plan.ts: what": "a sentence, by its type",
  "electron/desk/azure-reads.ts: code": "a code",
  "electron/evidence/bundle.ts: missing": "a path",
  "electron/evidence/bundle.ts: what": "a path",
  "electron/evidence/heads.ts: before": "words of a head",
  "electron/evidence/heads.ts: first": "words of a head",
  "electron/evidence/heads.ts: second": "words of a head",
  "electron/hsm/azure/refusal.ts: ended": "a sentence, by its type",
  "electron/hsm/azure/sas.ts: rights": "letters",
  "electron/hsm/azure/sign-in.ts: number": "a number of Microsoft's",
  "electron/hsm/azure/timestamp.ts: host": "a host of the site file",
  "electron/hsm/clock.ts: from": "a time",
  "electron/hsm/clock.ts: now": "a time",
  "electron/hsm/clock.ts: ours": "a time",
  "electron/hsm/clock.ts: time": "a time",
  "electron/hsm/clock.ts: until": "a time",
  "electron/journal/entry.ts: found": "a number",
  "electron/journal/signatures.ts: what": "a sentence, by its type",
  "electron/journal/verify.ts: who": "a role",
  "electron/media/files.ts: file": "a file's name",
  "electron/media/files.ts: medium": "a label of a medium",
  "electron/media/read-bytes.ts: missing": "a file's name and a label of a medium",
  "electron/media/secrets.ts: kinds": "names of formats",
  "electron/network/network.ts: names": "names of devices",
  "electron/network/traces.ts: names": "names of devices",
  "electron/rehearse/hsm-process.ts: why": "a refusal of the command line",
  "electron/rehearse/rehearse.ts: quorum": "a number",
  "electron/usecases/accept-refusal.ts: codes": "codes",
  "electron/usecases/kept-answer.ts: code": "a code",
  "electron/usecases/kept-answer.ts: failed": "sentences",
  "electron/usecases/kept-answer.ts: place": "a sentence, by its type",
  "electron/usecases/kept-answer.ts: whole": "sentences",
  "electron/usecases/key-files.ts: file": "a file's name",
  "electron/usecases/know-backup.ts: hsm": "an HSM's name",
  "electron/usecases/open-ceremony.ts: hsm": "an HSM's name",
  "electron/usecases/take-part.ts: what": "a sentence, by its type",
};

describe("a refusal", () => {
  it("is data, and says what is refused and what to do next in every language", () => {
    const { sentences, message, next } = cryptoFault("E-SD-TRUNCATED", { at: 7 });
    expect([message, next]).toEqual([
      "The security domain file ends early, at character 7.",
      "Copy it again from the original medium.",
    ]);
    expect([saidIn("en", sentences.message), saidIn("en", sentences.next)]).toEqual([
      message,
      next,
    ]);
    expect(saidIn("de", sentences.message)).toBe(
      "Die Datei der Sicherheitsdomäne endet vorzeitig, bei Zeichen 7.",
    );
  });

  it("has in its English the values of its placeholders, which may be a sentence of refusals", () => {
    const rule = sentence("rules.E-MEAN-ORDER");
    const one = sentence("meaning-faults.contradicts", { n: 3, m: 1, rule });
    expect(refusalText(one)).toBe("Entry 3 contradicts entry 1: this was not the next step.");
    // The refusal is not lost where a part of it is none of these.
    expect(refusalText(sentence("custody.title"))).toBe("custody.title");
  });

  it("has no message that the library must read: most processes do not have it", () => {
    const read = Object.entries(REFUSALS).flatMap(([noun, rows]) =>
      Object.entries<string>(rows)
        .filter(([, text]) => simpleParts(text) === null)
        .map(([key]) => `${noun}.${key}`),
    );
    expect(read).toEqual([]);
  });
});

describe("the values of the placeholders of refusals", () => {
  const alone = Object.keys(ENGLISH_ALONE).map((noun) => noun.replace(/-faults$/, "/"));
  const shown = readTree(join(import.meta.dirname, "..", "..")).filter(
    ({ path }) =>
      /^(crypto|ceremony-scripts|electron)\/.*\.ts$/.test(path)
      && !isTestSide(path)
      && !alone.some((room) => path.replace(/^electron\//, "").startsWith(room)),
  );
  const details = detailsIn(shown);

  it("is a sentence of the catalogue where it is more than a name", () => {
    expect(details.length).toBeGreaterThan(250);
    const texts = details.flatMap((one) => one.texts.map((text) => ({ ...one, text })));
    const written = texts.filter(({ text }) => text.includes(" ") && !NAMES.includes(text));
    expect(written.map(({ path, name, text }) => `${path}: ${name}: ${text}`)).toEqual([]);
  });

  it("comes from elsewhere in these places alone", () => {
    const open = details.filter((one) => one.open && !COUNTED.includes(one.name));
    const places = new Set(open.map(({ path, name }) => `${path}: ${name}`));
    expect([...places].toSorted()).toEqual(Object.keys(FROM_ELSEWHERE).toSorted());
  });
});
