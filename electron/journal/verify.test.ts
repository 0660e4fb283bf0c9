// Every damage to a signed record is found: by its bytes, by its head, or by its signers.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { fromHex, toWords, utf8 } from "../../crypto/index.ts";
import {
  joined,
  makeOfficer,
  messageOf,
  RecordMaker,
  signatureOf,
  signedRecord,
} from "./record.fixture.ts";
import { memberOf } from "./canonical.ts";
import { anchoredBy, isShortHead, verifyHead, verifyRecord, type Verdict } from "./verify.ts";

/** Whether these cards, matched to any signer, are those of all who signed. */
const isKnown = (verdict: Verdict, cards: readonly string[]): boolean =>
  anchoredBy(
    verdict,
    cards.map((words) => ({ officer: null, words })),
  ).known;

const OFFICERS = [makeOfficer("officer-1"), makeOfficer("officer-2")];
const RECORD = signedRecord(OFFICERS);
const { bytes: BYTES, lines: LINES } = RECORD;
/** Every fifth byte in `npm test`, from a random start; every byte in `npm run test:long`. */
const EVERY = process.env["LONG"] === "1" ? 1 : 5;
const BEGIN = Math.floor(Math.random() * EVERY);
const wordsOf = (hex: string, count: number): string =>
  toWords(fromHex(hex) ?? new Uint8Array())
    .slice(0, count)
    .join(" ");

/** Verified as intended: the bytes, and the head on paper. */
function judge(bytes: Uint8Array): string {
  return codeOf(() => verifyHead(verifyRecord(bytes), RECORD.head));
}

describe("a closed record", () => {
  it("verifies, and says who signed what", () => {
    const verdict = verifyRecord(BYTES);
    expect(verdict).toMatchObject({ closed: true, head: RECORD.head, missing: [] });
    expect(verdict.entries).toHaveLength(7);
    expect(verdict.signatures).toEqual(
      OFFICERS.map(({ officer, certificate }, k) => ({
        officer,
        certificate: certificate.thumbprint,
        over: verdict.entries[4]?.hash,
        seq: 5 + k,
      })),
    );
    expect(judge(BYTES)).toBe("nothing thrown");
  });

  it("is found altered whichever byte is changed, to others and to zero", () => {
    for (let at = BEGIN; at < BYTES.length; at += EVERY)
      for (const mask of [0x01, 0x20, 0x80, BYTES[at] ?? 0]) {
        const altered = BYTES.slice();
        altered[at] = (BYTES[at] ?? 0) ^ mask;
        expect(
          codeOf(() => verifyRecord(altered)),
          `byte ${at} by ${mask}`,
        ).toMatch(/^E-LOG-/);
      }
  });

  it("is found altered when one byte is dropped or doubled anywhere", () => {
    for (let at = BEGIN; at < BYTES.length; at += EVERY) {
      const before = BYTES.subarray(0, at);
      const dropped = joined([before, BYTES.subarray(at + 1)]);
      const doubled = joined([before, BYTES.subarray(at, at + 1), BYTES.subarray(at)]);
      expect(
        codeOf(() => verifyRecord(dropped)),
        `byte ${at} dropped`,
      ).toMatch(/^E-LOG-/);
      expect(
        codeOf(() => verifyRecord(doubled)),
        `byte ${at} doubled`,
      ).toMatch(/^E-LOG-/);
    }
  });

  it("is found altered when any entry is dropped, doubled, swapped or inserted", () => {
    const foreign = signedRecord([OFFICERS[1]!, OFFICERS[0]!]).lines;
    LINES.forEach((line, n) => {
      const [before, after] = [LINES.slice(0, n), LINES.slice(n + 1)];
      const last = n === LINES.length - 1;
      expect(judge(joined([...before, ...after]))).toBe(last ? "E-LOG-HEAD" : "E-LOG-CHAIN");
      expect(judge(joined([...before, line, line, ...after]))).toBe("E-LOG-CHAIN");
      LINES.slice(n + 1).forEach((other, k) => {
        const swapped = LINES.slice();
        swapped[n] = other;
        swapped[n + 1 + k] = line;
        expect(judge(joined(swapped)), `${n} with ${n + 1 + k}`).toBe("E-LOG-CHAIN");
      });
      for (const inserted of foreign)
        if (!LINES.some((own) => Buffer.compare(own, inserted) === 0))
          expect(judge(joined([...before, inserted, line, ...after]))).toBe("E-LOG-CHAIN");
    });
  });

  it("is found cut at any byte: within a line by itself, between lines by the head", () => {
    for (let length = 0; length < BYTES.length; length++) {
      const cut = BYTES.subarray(0, length);
      const border = length > 0 && cut.at(-1) === 0x0a;
      const wanted = length === 0 ? "E-LOG-EMPTY" : border ? "E-LOG-HEAD" : "E-LOG-TORN";
      expect(judge(cut), `cut to ${length}`).toBe(wanted);
      if (border) expect(verifyRecord(cut).closed).toBe(false);
    }
  });

  it("says which entry is wrong, and nothing of what is in it", () => {
    const altered = joined(
      LINES.map((line, n) =>
        n === 3
          ? line.map((byte) => (byte === "w".charCodeAt(0) ? "v".charCodeAt(0) : byte))
          : line,
      ),
    );
    expect(messageOf(() => verifyRecord(altered))).toBe("Entry 3 of the record was altered.");
  });
});

describe("a large record", () => {
  it("is read whole, and a flipped bit anywhere in it is found", () => {
    const record = new RecordMaker();
    for (let n = 0; n < 3000; n++) record.add("noted", { note: "n".repeat(n % 700) });
    const { bytes } = record;
    expect(verifyRecord(bytes)).toMatchObject({ head: record.head, closed: false });
    for (let k = 0; k < 25; k++) {
      const altered = bytes.slice();
      const at = Math.floor((k * bytes.length) / 25) + k;
      altered[at] = (altered[at] ?? 0) ^ (1 << (k % 8));
      expect(
        codeOf(() => verifyRecord(altered)),
        `byte ${at}`,
      ).toMatch(/^E-LOG-/);
    }
  });
});

describe("a record rewritten from end to end", () => {
  it("does not verify with the signatures of the true one", () => {
    const forged = new RecordMaker();
    verifyRecord(BYTES).entries.forEach(({ type, data }, n) => {
      const signature = memberOf(data, "signature") ?? "";
      const signed = { ...signatureOf(OFFICERS[n - 5] ?? OFFICERS[0]!, forged.head), signature };
      const altered = n === 3 ? { step: "seal", confirmedBy: "nobody" } : data;
      forged.add(type, type === "signed" ? signed : altered);
    });
    expect(messageOf(() => verifyRecord(forged.bytes))).toBe(
      "The signature in entry 5 is not valid: it does not match what it names.",
    );
  });

  it("is consistent when signed by others, and is found by the head and by the signers", () => {
    const others = [makeOfficer("officer-1"), makeOfficer("officer-2")];
    const forged = verifyRecord(signedRecord(others).bytes);
    expect(forged.closed).toBe(true);
    expect(codeOf(() => verifyHead(forged, RECORD.head))).toBe("E-LOG-HEAD");
    const anchors = OFFICERS.map(({ certificate }) => wordsOf(certificate.thumbprint, 10));
    expect(codeOf(() => isKnown(forged, anchors))).toBe("E-SIGNER-CARD");
    expect(isKnown(verifyRecord(BYTES), anchors)).toBe(true);
  });
});

describe("the head", () => {
  const verdict = verifyRecord(BYTES);

  it("is accepted as digits in any case and grouping, and as ten or more words", () => {
    const { head } = RECORD;
    const given = [
      head,
      head.toUpperCase(),
      ` ${head.match(/.{8}/g)?.join("-") ?? ""}\n`,
      wordsOf(head, 10),
      wordsOf(head, 11).toUpperCase(),
      wordsOf(head, 32),
      wordsOf(head, 12).replaceAll(" ", ", "),
    ];
    for (const text of given)
      expect(
        codeOf(() => verifyHead(verdict, text)),
        text,
      ).toBe("nothing thrown");
  });

  it("is refused when it is short, long, or neither words nor digits", () => {
    const { head } = RECORD;
    const given = [
      "",
      "-",
      head.slice(1),
      head.slice(0, 20),
      `${head}00`,
      `${head} ${head}`,
      wordsOf(head, 9),
      `${wordsOf(head, 32)} ${wordsOf(head, 1)}`,
      wordsOf(head, 10).replace(/^\w+/, "nonsense"),
      wordsOf(head, 10).split(" ").reverse().join(" "),
    ];
    for (const text of given)
      expect(
        codeOf(() => verifyHead(verdict, text)),
        text,
      ).toBe("E-HEAD-FORM");
  });

  it("says which of its words is none, and never the word", () => {
    const words = wordsOf(RECORD.head, 10).split(" ");
    const whyOf = (text: string) => messageOf(() => verifyHead(verdict, text));
    const misspelt = words.with(3, `${words[3] ?? ""}x`).join(" ");
    expect(whyOf(misspelt)).toBe(
      "This is not a head: word 4 is misspelled, or a word before it is missing or doubled.",
    );
    expect(whyOf(words.toSpliced(5, 1).join("\n"))).toMatch(
      /: word 6 is misspelled, or a word before/,
    );
    expect(whyOf(words.slice(0, 9).join(" "))).toMatch(/: the number of its words is 9, and ten/);
    for (const text of ["", RECORD.head.slice(1)])
      expect(whyOf(text)).toMatch(/: a head is 64 hex digits, or at least the first ten words\.$/);
    const card = (text: string) =>
      messageOf(() =>
        anchoredBy(verdict, [
          { officer: null, words: "ab".repeat(32) },
          { officer: null, words: text },
        ]),
      );
    expect(card(misspelt)).toMatch(/^Card 2 names no signing certificate: word 4 is misspelled/);
  });

  it("that differs in one word alone is said to, by its place", () => {
    const { head } = RECORD;
    const other = (at: number) => (head.slice(2 * at, 2 * at + 2) === "00" ? "01" : "00");
    const changed = (at: number) => head.slice(0, 2 * at) + other(at) + head.slice(2 * at + 2);
    const whyOf = (hex: string) => messageOf(() => verifyHead(verdict, wordsOf(hex, 10)));
    expect(whyOf(changed(3))).toBe(
      "The record ends at entry 6, and the head given differs from its own in word 4 alone.",
    );
    const two = changed(3).slice(0, 14) + other(7) + head.slice(16);
    expect(whyOf(two)).toMatch(/is not in it/);
  });

  it("that is earlier, or nowhere, is distinguished", () => {
    const earlier = verdict.entries[2]?.hash ?? "";
    expect(messageOf(() => verifyHead(verdict, wordsOf(earlier, 10)))).toBe(
      "The record ends at "
        + "entry 6, and the head given is that of entry 2: entries were added since.",
    );
    expect(messageOf(() => verifyHead(verdict, "ab".repeat(32)))).toBe(
      "The record ends at "
        + "entry 6, and the head given is not in it: the record was cut off, or is another one.",
    );
  });
});

describe("a part of a digest that is not its beginning", () => {
  const verdict = verifyRecord(BYTES);
  const later = (hex: string): string => wordsOf(hex.slice(4), 12);

  it("is not the head", () => {
    const { head, entries } = verdict;
    for (const hash of [head, entries[2]?.hash ?? ""])
      expect(messageOf(() => verifyHead(verdict, later(hash)))).toMatch(/is not in it/);
  });

  it("is no signer's certificate", () => {
    const thumbprints = OFFICERS.map(({ certificate }) => certificate.thumbprint);
    for (const words of thumbprints.map(later))
      expect(codeOf(() => isKnown(verdict, [words]))).toBe("E-SIGNER-CARD");
    expect(
      isKnown(
        verdict,
        thumbprints.map((hex) => wordsOf(hex, 12)),
      ),
    ).toBe(true);
  });
});

describe("the head of a record that was closed on paper", () => {
  const closed = (more: object) => {
    const record = new RecordMaker();
    record.add("opened", {});
    record.add("closing-on-paper", { present: ["a", "b"], consent: {}, ...more });
    return verifyRecord(record.bytes);
  };

  it("needs at least as many words as its paper has", () => {
    const verdict = closed({ spoken: 16 });
    for (const count of [10, 15])
      expect(codeOf(() => verifyHead(verdict, wordsOf(verdict.head, count)))).toBe("E-HEAD-SHORT");
    expect(verifyHead(verdict, wordsOf(verdict.head, 16))).toBe(16);
    expect(verifyHead(verdict, verdict.head)).toBe(32);
    expect(codeOf(() => verifyHead(verdict, "ab".repeat(32)))).toBe("E-LOG-HEAD");
  });

  it("is accepted with ten words if early, and reported as short", () => {
    const verdict = closed({});
    expect(verifyHead(verdict, wordsOf(verdict.head, 10))).toBe(10);
    expect([10, 15, 16, 32].map((n) => isShortHead(verdict, wordsOf(verdict.head, n)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("is never short where officers signed the end", () => {
    const verdict = verifyRecord(BYTES);
    expect(isShortHead(verdict, wordsOf(verdict.head, 10))).toBe(false);
  });

  it("has sixteen, and no other number", () => {
    for (const spoken of [10, 15, 17, "16", true])
      expect(codeOf(() => closed({ spoken }))).toBe("E-LOG-FORM");
  });
});

describe("known signers", () => {
  const verdict = verifyRecord(BYTES);
  const [first = "", second = ""] = OFFICERS.map(({ certificate }) => certificate.thumbprint);

  it("must cover every signature", () => {
    expect(isKnown(verdict, [first, wordsOf(second, 10)])).toBe(true);
    expect(isKnown(verdict, [first.slice(0, 20).toUpperCase(), second])).toBe(true);
    expect(isKnown(verdict, [first])).toBe(false);
    expect(isKnown(verdict, [])).toBe(false);
  });

  it("are distinguished from those whose card was not given", () => {
    const [one, two] = verdict.signatures.map(({ officer }) => officer);
    const card = { officer: null, words: first };
    expect(anchoredBy(verdict, [card])).toEqual({ known: false, fit: [one], without: [two] });
  });

  it("have cards of their own seats: others are refused", () => {
    const [one = "", two = ""] = verdict.signatures.map(({ officer }) => officer);
    const seated = [
      { officer: one, words: first },
      { officer: two, words: second },
    ];
    expect(anchoredBy(verdict, seated).known).toBe(true);
    for (const card of [
      { officer: two, words: first },
      { officer: "officer-9", words: first },
      { officer: null, words: "ab".repeat(32) },
    ])
      expect(codeOf(() => anchoredBy(verdict, [card]))).toBe("E-SIGNER-CARD");
  });

  it("are never known of a record that nobody signed", () => {
    expect(isKnown(verifyRecord(LINES[0] ?? utf8("")), [])).toBe(false);
  });

  it("are named by ten bytes at least", () => {
    const given = ["", first.slice(0, 18), first.slice(0, 21), `${first}00`, wordsOf(first, 9)];
    for (const anchor of given)
      expect(
        codeOf(() => isKnown(verdict, [anchor])),
        anchor,
      ).toBe("E-SIGNER-FORM");
  });
});
