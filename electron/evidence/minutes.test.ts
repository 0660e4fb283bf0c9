// Minutes from a record alone: what auditors look for is there, and the same record gives the same
// text.
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { walkthroughMarkdown } from "../../ceremony-scripts/index.ts";
import { paperIn } from "../../ceremony-scripts/paper-language.ts";
import { fromHex, toWords } from "../../crypto/index.ts";
import { digestOf, SCRIPT, type AnyEvent } from "../ceremony/record.fixture.ts";
import { minutes } from "./minutes.ts";
import { papersOf } from "./papers.ts";
import { calledOnPaper, even, readPdf, withoutPoppler } from "./pdf.fixture.ts";
import { readingOf } from "./reading.ts";
import { activation, activationWith, recordWith } from "./record.fixture.ts";

const textOf = (record: Uint8Array): string =>
  even(walkthroughMarkdown(paperIn("en", minutes(readingOf(record)))));

const event = (type: string, data: unknown, by = "administrator"): AnyEvent => ({ type, by, data });

const EXCEPTION = event("exception-noted", {
  expected: "A dry medium",
  happened: "Coffee | on it",
  decided: "Another medium",
  decidedBy: ["administrator", "witness"],
  step: "make-key-2",
  decision: "continue",
});

describe("the minutes of a ceremony in which a key was on a medium", () => {
  it("have the incident, when it was found, and the decision behind it", () => {
    const text = textOf(
      activation({
        "make-key-2": [
          event(
            "incident-found",
            {
              step: "make-key-2",
              medium: "transfer",
              files: ["cert_0.key", "a/b.p12"],
              foundAt: "2026-11-25T09:00:00.000Z",
            },
            "app",
          ),
          EXCEPTION,
        ],
      }),
    );
    expect(text).toContain("Incidents");
    expect(text).toContain("found at 2026-11-25 09:00:00 UTC");
    for (const part of ["transfer", "cert\\_0.key", "a/b.p12"]) expect(text).toContain(part);
    const section = text.slice(text.indexOf("Incidents"));
    expect(section.indexOf("cert")).toBeLessThan(section.indexOf("Another medium"));
  });
});

describe("the minutes of an activation", () => {
  const record = activation();
  const text = textOf(record);

  it("have the eight headings of a key generation's report, in their order", () => {
    const raw = walkthroughMarkdown(paperIn("en", minutes(readingOf(record))));
    expect([...raw.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
      "1. Roles and responsibilities",
      "2. Approval to conduct the ceremony",
      "3. Hardware, software and activation materials",
      "4. Steps performed, and what they made",
      "5. Physical security of the location",
      "6. Secure storage",
      "7. Sign-off by participants and witnesses",
      "8. Deviations, exceptions and refusals",
      "9. Annex: what auditors expect, and where it is shown",
    ]);
  });

  it("name every step once, with who did it, who confirmed it, and when", () => {
    const { entries } = readingOf(record);
    for (const { id } of SCRIPT.steps.slice(0, -1)) {
      const words = id.replaceAll("-", " ");
      expect(text.toLowerCase(), id).toMatch(
        new RegExp(`\\| step \\d+: ${words} \\| (offline|connected) station`),
      );
    }
    const done = entries.filter(({ type }) => type === "step-done" || type === "handed-over");
    for (const { at } of done) expect(text).toContain(at.slice(11, 19));
    expect(text).toContain(
      "| Step 3: Make key 2 | offline station<br>began 09:00:08 | "
        + "Done 09:00:10 by<br>Officer 2, Jonas Lind; Confirmed 09:00:11 by<br>Witness, "
        + "Walter Brandt",
    );
  });

  it("have every entry once, under its number", () => {
    const { entries } = readingOf(record);
    const raw = text.slice(text.indexOf("| Between steps"));
    const numbers = [...raw.slice(0, raw.indexOf("### ")).matchAll(/\| (\d+) \| [\d:]{8} \|/g)].map(
      ([, n]) => Number(n),
    );
    expect(numbers).toEqual(entries.map(({ seq }) => seq));
  });

  it("have keys, domain and proof with their digests in hex and words", () => {
    expect(text).toContain(digestOf("hsm_backup"));
    for (const what of ["officer-1", "officer-3", "domain"]) {
      const hex = digestOf(what);
      expect(text.replaceAll("`<br>`", "")).toContain(hex);
      expect(text).toContain(toWords(fromHex(hex)!).slice(0, 10).join(" "));
    }
    expect(text).toContain("- proven: 1 + 2 - proven: 1 + 3 - proven: 2 + 3");
  });

  it("have every seal, place and custodian, and what is due next", () => {
    const { after } = readingOf(record);
    expect(after.objects).toHaveLength(11);
    for (const { object, seal, place, custodian } of after.objects)
      expect(text).toContain(
        `| ${calledOnPaper(object)} | \`${seal}\` | - | ${place} | ${custodian} |`,
      );
    expect(text).toContain("Next custody attestation (every 91 days) | 2026-05-02 |");
  });

  it("say that nobody signed, where it was closed on paper", () => {
    expect(text).toContain("The record contains no final signatures");
    expect(text).toContain("without these signatures");
  });

  it("say what is not in the record, and leave room for it", () => {
    for (const lacking of [
      "Who approved the ceremony is not in the record",
      "Serial numbers and installation images are not in the record",
      "The place is not in the record",
      "Operating system | Not in this record. By hand: __________",
    ])
      expect(text).toContain(lacking);
  });

  it("say that nothing was noted and nothing refused", () => {
    expect(text).toContain("None was noted: the ceremony followed its script.");
    expect(text).toContain("The app refused nothing.");
  });
});

describe("the minutes of a ceremony that went otherwise", () => {
  it("have exceptions, refusals and wrong passphrases, with steps and people", () => {
    const text = textOf(
      activation({
        "make-key-2": [
          EXCEPTION,
          event("refused", { step: "make-key-2", code: "E-MEDIA-FULL" }, "app"),
          event("passphrase-refused", { officer: "officer-2", step: "make-key-2" }, "officer-2"),
        ],
      }),
    );
    expect(text).toContain(
      "| Make key 2 | A dry medium | Coffee \\| on it | "
        + "Continue: Another medium | Administrator and Witness |",
    );
    expect(text).toContain("| offline | Make key 2 | `E-MEDIA-FULL` |");
    expect(text).toContain("| a passphrase of officer 2 that was wrong |");
    expect(text).toContain("1 exception noted, see 8.");
  });

  it("have what an exception corrects in the earlier record", () => {
    const left = { ...readingOf(activation()).after, head: digestOf("head") };
    const data = { ...(EXCEPTION.data as object), corrects: { record: left.head, entry: 3 } };
    const correcting = { "make-key-2": [{ ...EXCEPTION, data }] };
    expect(textOf(activation(correcting, { earlier: [left] }))).toContain(
      "| Make key 2<br>Corrects entry 3 of the earlier record | A dry medium |",
    );
  });

  it("name who sat in a seat at the time, and until when", () => {
    const change = {
      role: "witness",
      from: "Walter Brandt",
      toRole: "witness",
      to: "Leela Nair",
      reason: "Taken ill.",
      decidedBy: ["administrator", "officer-1"],
    };
    const placed = activationWith();
    const at = placed.findIndex(
      ({ event: { data } }) => (data as { readonly step?: string }).step === "confirm-thumbprint-1",
    );
    const text = textOf(
      recordWith([
        ...placed.slice(0, at),
        { station: "offline", event: event("seat-changed", change) },
        ...placed.slice(at),
      ]),
    );
    const untimed = text.replace(/\d\d:\d\d:\d\d/g, "TIME");
    expect(untimed).toContain(
      "Make key 3 | offline station<br>began TIME | Done TIME by<br>"
        + "Officer 3, Meera Iyer; Confirmed TIME by<br>Witness, Walter Brandt",
    );
    expect(untimed).toContain(
      "Confirm thumbprint 1 | offline station<br>began TIME | Done TIME by"
        + "<br>Officer 1, Ines Okafor; Confirmed TIME by<br>Witness, Leela Nair",
    );
    expect(text).toContain(
      "| Witness | Walter Brandt | watches, compares and confirms; never "
        + "confirms their own actions | 09:00:00 to ",
    );
  });

  it("tell an abort, and what must be done with what it left", () => {
    const aborted = event("aborted", {
      reason: "The room must be left.",
      decidedBy: ["administrator", "witness"],
      remains: [{ object: "officer-1", because: "key-made", deed: "destroy", by: "officer-1" }],
    });
    const [start] = [activationWith().slice(0, 9)];
    const text = textOf(recordWith([...start, { station: "offline", event: aborted }]));
    expect(text).toContain("ABORTED: The room must be left.");
    expect(text).toContain("| officer-1 | key made | destroy before witnesses | Officer 1 |");
    expect(text).toContain("THE RECORD IS NOT CLOSED");
    const untilThen = ["None was noted: the ceremony followed its script", "`activation`"];
    for (const said of untilThen) expect(text).toContain(`${said} until it was aborted.`);
    expect(text).toContain("The ceremony was aborted; until then it was performed according to");
    expect(text).not.toContain("The ceremony was performed");
  });

  it("cannot be steered by what people wrote", () => {
    const text = textOf(activation({}, { hsm: "<b>|HSM" }));
    expect(text).toContain("\\<b\\>\\|HSM");
  });
});

it("the same record gives the same text, whatever the day", () => {
  const record = activation();
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const [one, other] = ["2031-02-03T04:05:06Z", "2042-11-12T13:14:15Z"].map((day) => {
    vi.setSystemTime(new Date(day));
    return textOf(record);
  });
  expect(one).toBe(other);
});

describe.skipIf(withoutPoppler)("the minutes as a PDF (needs poppler)", () => {
  it("are bound to the head on every page, numbered, and say REHEARSAL on each", async () => {
    const record = activation();
    const { head } = readingOf(record);
    const [paper] = await papersOf(record);
    expect(paper?.name).toBe("minutes.pdf");
    const { pages, info } = readPdf(paper!.bytes);
    const words = toWords(fromHex(head)!).slice(0, 10).join(" ");
    pages.forEach((page, i) => {
      expect(page).toContain(
        `Head of the record, SHA-256 in words: ${words} page ${String(i + 1)} `
          + `of ${String(pages.length)}`,
      );
      expect(page).toContain("REHEARSAL");
    });
    expect(info.get("CreationDate")).toContain("2026");
  });

  it("say on which page each section begins, and it does", async () => {
    const [paper] = await papersOf(activation());
    const { pages, all } = readPdf(paper!.bytes);
    const listed = [...all.matchAll(/(\d\. [A-Z][a-z, :-]+?) (\d+) /g)].slice(0, 9);
    expect(listed).toHaveLength(9);
    for (const [, name = "", page] of listed) {
      const at = pages.findLastIndex((text) => text.includes(name));
      expect(`${name} ${String(at + 1)}`).toBe(`${name} ${page ?? ""}`);
    }
  });

  it("say in the annex on which page an entry is, and it is there", async () => {
    const [paper] = await papersOf(activation());
    const { pages, all } = readPdf(paper!.bytes);
    const named = [...all.matchAll(/(\d+) \(p\.(\d+)\)/g)];
    expect(named.length).toBeGreaterThan(20);
    for (const [, seq = "", page = ""] of named)
      expect(pages[Number(page) - 1], seq).toMatch(new RegExp(` ${seq} [\\d:]{8} [A-Z]`));
    // A row may continue at the head of the next page.
    expect(all).toContain(
      "3.7.8 Custodians acknowledge in writing that they understand and accept",
    );
    expect(all).toContain("MISSING - The record contains no acknowledgement");
  });

  it("say REHEARSAL nowhere in production, and are the same bytes twice", async () => {
    const record = activation({}, { mode: "PRODUCTION" });
    const [[one], [other]] = [await papersOf(record), await papersOf(record)];
    expect(Buffer.compare(one!.bytes, other!.bytes)).toBe(0);
    expect(readPdf(one!.bytes).all).not.toContain("REHEARSAL");
  });
});
