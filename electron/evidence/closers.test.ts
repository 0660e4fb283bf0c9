// By how many a record was closed is on the minutes and on every certificate.
import { describe, expect, it } from "vitest";
import { walkthroughMarkdown, type Block } from "../../ceremony-scripts/index.ts";
import { paperIn } from "../../ceremony-scripts/paper-language.ts";
import { ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { copyOf, draftOf, sealed } from "../meaning/drafts.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { closers } from "./minutes-end.ts";
import { minutes } from "./minutes.ts";
import { quorumCertificate } from "./quorum-certificate.ts";
import { readingOf } from "./reading.ts";

const pool = makePool();
const ceremony = ceremonyOf("activation", pool, 1);
const told = (blocks: readonly Block[]): string =>
  walkthroughMarkdown(paperIn("en", { title: "", blocks })).replaceAll("\\", "");

/** The activation, closed by two of three, as two people noted. */
function byTwo() {
  const copy = copyOf(ceremony);
  const closing = draftOf(copy.drafts, "closing")!;
  closing.data.present.pop();
  copy.drafts.pop();
  copy.drafts.splice(copy.drafts.indexOf(closing), 0, {
    ...closing,
    id: 1_000_000,
    type: "exception-noted",
    by: "administrator",
    data: {
      expected: "Everyone signs.",
      happened: "One officer fell ill.",
      decided: "Continue.",
      decidedBy: ["administrator", "witness"],
      step: "close",
      decision: "continue",
    },
  });
  return readingOf(sealed(copy));
}

const WORDS = "Closed by 2 of 3. Not by Officer 3, Meera Iyer: two people noted an exception.";

describe("who closed a record", () => {
  it("needs no word where everyone did", () => {
    expect(closers(readingOf(ceremony.record))).toEqual([]);
  });

  it("is on the minutes and the certificate where fewer did", () => {
    const reading = byTwo();
    const said = told(closers(reading));
    expect(said.toLowerCase()).toContain(WORDS.toLowerCase());
    const certificate = quorumCertificate(reading);
    for (const paper of [minutes(reading), certificate!])
      expect(told(paper.blocks)).toContain("Closed by 2 of 3.");
  });

  it("says that a ceremony was aborted", () => {
    const happening = { often: 0, mayAbort: false, abortedBefore: "record-custody" };
    const { record } = ceremonyOf("activation", pool, 1, { happening });
    expect(told(closers(readingOf(record)))).toContain("ABORTED");
  });

  it("says for whom the record does not vouch", () => {
    const copy = copyOf(ceremony);
    copy.drafts.splice(
      copy.drafts.findIndex(({ type }) => type === "signer-bound"),
      1,
    );
    expect(told(closers(readingOf(sealed(copy))))).toContain("does not vouch");
  });
});
