// The other papers of a record: certificate, cards, labels, acknowledgement. Each can be read alone.
import { describe, expect, it } from "vitest";
import { walkthroughMarkdown } from "../../ceremony-scripts/index.ts";
import { paperIn } from "../../ceremony-scripts/paper-language.ts";
import { fromHex, subsetsOf, toWords } from "../../crypto/index.ts";
import type { CustodyObject } from "../ceremony/ceremony.ts";
import { digestOf } from "../ceremony/record.fixture.ts";
import { minutes } from "./minutes.ts";
import { minutesPages, paperOf, papersOf } from "./papers.ts";
import {
  calledOnPaper,
  codesOn,
  even,
  readPdf,
  withoutPoppler,
  withoutScanner,
} from "./pdf.fixture.ts";
import { readingOf } from "./reading.ts";
import { activation, activationWith, KEY_FILES, recordWith } from "./record.fixture.ts";

const record = activation();
const made = papersOf(record);

async function pagesOf(papers: typeof made, name: string): Promise<readonly string[]> {
  const paper = (await papers).find((one) => one.name === name);
  return readPdf(paper!.bytes).pages.map(even);
}

/** As the screen and a card number them: lines of four. */
const numbered = (words: readonly string[]): string =>
  [0, 1, 2, 3, 4, 5, 6, 7]
    .map((line) => `${String(line + 1)} ${words.slice(line * 4, line * 4 + 4).join(" ")}`)
    .join(" ");

const wordsOf = (hex: string): readonly string[] => toWords(fromHex(hex)!);

it("are these, and only those for which there is ground", async () => {
  expect((await made).map(({ name }) => name)).toEqual([
    "minutes.pdf",
    "quorum-certificate.pdf",
    "officer-1-card.pdf",
    "officer-2-card.pdf",
    "officer-3-card.pdf",
    "custody-labels.pdf",
    "custodian-acknowledgement.pdf",
    "head-slips.pdf",
  ]);
  const begun = recordWith(activationWith().slice(0, 5));
  expect((await papersOf(begun)).map(({ name }) => name)).toEqual(["minutes.pdf"]);
});

it("are the same bytes each time, all of them", async () => {
  const again = await papersOf(record);
  (await made).forEach(({ bytes, name }, i) => {
    expect(Buffer.compare(bytes, again[i]!.bytes), name).toBe(0);
  });
});

it("are other bytes in German, with each entry of the minutes on a page", async () => {
  const german = await paperOf(record, "officer-1-card.pdf", "de");
  const english = (await made).find(({ name }) => name === german!.name)!;
  expect(Buffer.compare(english.bytes, german!.bytes)).not.toBe(0);
  const pages = await minutesPages(record, "de");
  expect([...pages.keys()]).toEqual(readingOf(record).entries.map(({ seq }) => seq));
});

describe.skipIf(withoutPoppler)("as pages (need poppler)", () => {
  it.each(["en", "de"] as const)("the minutes break no word, in %s", async (language) => {
    const { bytes } = (await paperOf(record, "minutes.pdf", language))!;
    const text = readPdf(bytes).pages.join(" ");
    const written = walkthroughMarkdown(paperIn(language, minutes(readingOf(record))));
    for (const word of new Set(written.match(/(?<![\p{L}\d-])\p{L}{10,}(?![\p{L}\d-])/gu)))
      expect(text, word).toContain(word);
  });

  it("have edges, a word across and a picture in the language of the paper", async () => {
    const german = await paperOf(record, "quorum-certificate.pdf", "de");
    const { pages, info } = readPdf(german!.bytes);
    const bound = `Prüfwert des Protokolls, SHA-256 in Wörtern: ${wordsOf(readingOf(record).head)
      .slice(0, 10)
      .join(" ")}`;
    for (const part of [bound, "Seite 1 von 1", "ÜBUNG", "3 von 3", "Paaren"])
      expect(pages[0]).toContain(part);
    expect(info.get("Subject")).toMatch(/^Prüfwert des Protokolls, SHA-256 [0-9a-f]{64}, ÜBUNG$/);
  });

  it("the minutes name the pages on which the entries are", async () => {
    const pages = await minutesPages(record);
    expect([...pages.keys()]).toEqual(readingOf(record).entries.map(({ seq }) => seq));
    const text = (await pagesOf(made, "minutes.pdf")).join(" ");
    const named = [...text.matchAll(/(\d+) \(p\.(\d+)\)/g)];
    expect(named.length).toBeGreaterThan(20);
    for (const [said, seq, page] of named) expect(pages.get(Number(seq)), said).toBe(Number(page));
  });

  it("no page of the minutes is nearly empty", async () => {
    const pages = await pagesOf(made, "minutes.pdf");
    // Head and foot of a page alone have some three hundred letters.
    for (const page of pages.slice(0, -1)) expect(page.length).toBeGreaterThan(900);
  });

  it("the minutes begin with one page for readers who stop there", async () => {
    const [first = "", second = ""] = await pagesOf(made, "minutes.pdf");
    const told = ["What was done", "By whom", "What to keep, and where", "do not show"];
    for (const part of [...told, readingOf(record).head]) expect(first).toContain(part);
    expect(second).toContain("What is in these minutes");
  });

  it("a card is one sheet, and a second one in large print", async () => {
    for (const n of [1, 2, 3]) {
      const pages = await pagesOf(made, `officer-${n}-card.pdf`);
      expect(pages).toHaveLength(4);
      expect(pages[1]).toContain("Bringing the HSM back");
      expect(pages[2]).toContain("large print");
    }
    expect((await pagesOf(made, "custody-labels.pdf")).length).toBeLessThanOrEqual(2);
  });

  it("the certificate is one page: pairs, bytes, when, and from which record", async () => {
    const pages = await pagesOf(made, "quorum-certificate.pdf");
    expect(pages).toHaveLength(1);
    const { entries, head } = readingOf(record);
    const at = entries.find(({ type }) => type === "quorum-proven")!.at;
    expect(pages[0]).toContain("3 of 3 pairs proven");
    expect(pages[0]).toContain(`Proven on ${at.slice(0, 10)} ${at.slice(11, 19)} UTC`);
    expect(pages[0]).toContain(digestOf("domain"));
    expect(pages[0]).toContain(digestOf("hsm_backup"));
    expect(pages[0]).toContain(wordsOf(head).slice(0, 10).join(" "));
    expect(pages[0]).toContain("signed on paper");
    expect(pages[0]).toContain("Accepted by two people a quorum of two (why: minutes)");
  });

  it("the certificate is one page with all that is opened and accepted", async () => {
    const tags = ["hsm_backup", "base_enclave_backup", "partition_enclave_backup"];
    const opened = tags.map((tag) => ({ tag, sha256: digestOf(tag) }));
    const { event } = activationWith().find(({ event: { type } }) => type === "quorum-proven")!;
    const proven = { ...event, data: { ...(event.data as object), opened, entries: 3 } };
    const decidedBy = ["administrator", "witness"];
    const data = { rule: "sites", reason: "One building.", decidedBy };
    const sites = { type: "deviation-accepted", by: "administrator", data };
    const kept = activationWith().find(({ event }) => event.type === "custody-recorded")!.event;
    const { objects } = kept.data as { readonly objects: readonly CustodyObject[] };
    const close = {
      ...kept,
      data: { objects: objects.map((one) => ({ ...one, place: "Site A" })) },
    };
    const whole = activation({ "prove-quorum": [proven], "record-custody": [sites, close] });
    const paper = await paperOf(whole, "quorum-certificate.pdf");
    const { pages } = readPdf(paper!.bytes);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain("a quorum of two and where things are kept (why: minutes)");
  });

  it("a card has its officer's files, both certificates' words, and the commands", async () => {
    const text = (await pagesOf(made, "officer-2-card.pdf")).join(" ");
    for (const hex of [digestOf("officer-2"), digestOf("signing 2"), digestOf("domain")]) {
      expect(text).toContain(numbered(wordsOf(hex)));
      expect(text).toContain(hex);
    }
    expect(text).toContain("openssl x509 -in cert_1.cer -outform DER | openssl dgst -sha256");
    expect(text).toContain(
      "--sd-wrapping-keys officer-2/cert_1.key officer-1/cert_0.key "
        + "\\ --passwords PASSPHRASE-1 PASSPHRASE-2",
    );
    expect(text).toContain(
      "az keyvault security-domain restore-blob --sd-file Contoso-HSM-SD.json",
    );
    expect(text).toContain("az keyvault security-domain upload --hsm-name NEW --restore-blob");
    expect(text).toContain("Telephone, by hand");
    expect(text).toContain("THIS IS A REHEARSAL KEY");
  });

  it("neither card nor label says where anything is, and a label has its seal", async () => {
    const [cards, labels] = [
      await pagesOf(made, "officer-1-card.pdf"),
      await pagesOf(made, "custody-labels.pdf"),
    ].map((pages) => pages.join(" "));
    const { after } = readingOf(record);
    for (const { object, seal, place } of after.objects) {
      expect(labels).toContain(calledOnPaper(object));
      expect(labels).toContain(`Seal ${seal}`);
      for (const text of [cards, labels])
        expect(text?.replaceAll("Key Vault", "")).not.toContain(place);
    }
  });

  it("every custodian signs a page of their own, with what they keep", async () => {
    const pages = await pagesOf(made, "custodian-acknowledgement.pdf");
    const { after } = readingOf(record);
    const custodians = [...new Set(after.objects.map(({ custodian }) => custodian))];
    expect(pages).toHaveLength(custodians.length);
    custodians.forEach((name, i) => {
      expect(pages[i]).toContain(`Custodian: ${name}`);
      expect(pages[i]).toContain("(text 2, PCI DSS 3.7.8)");
      for (const { seal } of after.objects.filter(({ custodian }) => custodian === name))
        expect(pages[i]).toContain(` ${seal} `);
      expect(pages[i]).toContain("any 2 of 3 such keys");
    });
  });

  describe("of another quorum", () => {
    /** A record whose officers proved these groups. */
    const proven = (officers: number, required: number, subsets: readonly (readonly number[])[]) =>
      recordWith(
        [
          activationWith({}, { officers, required })[0]!.event,
          ...seatsOf(officers).map((seat) => KEY_FILES(seat)),
          {
            type: "quorum-proven",
            by: "app",
            data: { domainSha256: digestOf("domain"), required, entries: 1, subsets, media: [] },
          },
        ].map((event) => ({ station: "offline", event })),
      );
    const seatsOf = (officers: number) => Array.from({ length: officers }, (_, i) => i + 1);
    const textOf = async (bytes: Uint8Array, name = "quorum-certificate.pdf") =>
      readPdf((await paperOf(bytes, name))!.bytes).pages.map(even);

    it("the certificate counts the groups, and lists few", async () => {
      const [four = ""] = await textOf(proven(4, 3, subsetsOf([1, 2, 3, 4], 3)));
      expect(four).toContain("4 of 4");
      expect(four).toContain("entry 5: 1 + 2 + 3, 1 + 2 + 4, 1 + 3 + 4 and 2 + 3 + 4.");
      expect(four).not.toContain("Not proven");
    });

    it("252 groups of ten officers are one line, on one page", async () => {
      const ten = await textOf(proven(10, 5, subsetsOf(seatsOf(10), 5)));
      expect(ten).toHaveLength(1);
      expect(ten[0]).toContain("252 of 252");
      expect(ten[0]).toContain(
        ": the 252 groups of 5 among officers 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10.",
      );
    });

    it("it names whose groups were not proven, and then others", async () => {
      const all = subsetsOf(seatsOf(5), 3).filter((seats) => !seats.includes(4));
      expect((await textOf(proven(5, 3, all.slice(1))))[0]).toContain(
        "Not proven: every group with officer 4, 1 + 2 + 3.",
      );
      const half = subsetsOf(seatsOf(10), 5).filter((_, i) => i % 2 === 0);
      const [text = ""] = await textOf(proven(10, 5, half));
      expect(text).toContain(": 126 of the 252 groups of 5 among officers 1, 2, 3");
      expect(text).toMatch(/Not proven: (\d( \+ \d+){4}, ){12}and 114 more groups\./);
    });

    it("a card names as many officers as are needed", async () => {
      const card = textOf(proven(4, 3, subsetsOf([1, 2, 3, 4], 3)), "officer-4-card.pdf");
      expect((await card).join(" ")).toContain(
        "--sd-wrapping-keys officer-4/cert_3.key officer-1/cert_0.key officer-2/cert_1.key \\ "
          + "--passwords PASSPHRASE-1 PASSPHRASE-2 PASSPHRASE-3",
      );
    });
  });
});

describe.skipIf(withoutScanner)("as a scanner reads them (needs poppler and zbar)", () => {
  const bytesOf = async (name: string) => (await made).find((one) => one.name === name)!.bytes;

  it("a card has the digits of both certificates, small and large, and of the domain", async () => {
    const card = await bytesOf("officer-2-card.pdf");
    const both = [digestOf("officer-2"), digestOf("signing 2")].sort();
    expect(codesOn(card, 1)).toEqual(both);
    expect(codesOn(card, 3)).toEqual(both);
    expect(codesOn(card, 4)).toEqual([digestOf("domain")]);
  });

  it("minutes have the head, as the audit takes it", async () => {
    const { head } = readingOf(record);
    expect(codesOn(await bytesOf("minutes.pdf"), 1)).toEqual([head]);
  });

  it("a label names its object, and never its seal", async () => {
    const { objects } = readingOf(record).after;
    const found = codesOn(await bytesOf("custody-labels.pdf"), 1);
    expect(found.length).toBeGreaterThan(6);
    for (const text of found) expect(objects.map(({ object }) => object)).toContain(text);
  });
});
