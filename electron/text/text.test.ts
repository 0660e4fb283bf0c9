// Sentences are data until they are said, in whatever language.
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { EN } from "./en/en.ts";
import type { Holes, Moment } from "./rows/message.ts";
import { CLOSES, OPENS, pseudo, PSEUDO } from "./pseudo.fixture.ts";
import { localeOf } from "./say.ts";
import type { Given } from "./sentence.ts";
import {
  and,
  capital,
  known,
  LANGUAGES,
  languageOf,
  list,
  partsIn,
  saidIn,
  sentence,
  type Id,
  type Language,
} from "./text.ts";

/** Does not compile where two types are not the same. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

const ids = Object.entries(EN).flatMap(([noun, rows]) =>
  Object.keys(rows).map((key) => `${noun}.${key}` as Id),
);
/** What is not read as it is. */
const textOf = (language: Language, id: Id): string => localeOf(language).messageOf(id);
const messages = ids.filter((id) => textOf("en", id).includes("{"));

describe("what a sentence must be given", () => {
  it("is read out of its English: anything, numbers, moments, one of the cases", () => {
    const read: readonly true[] = [
      true satisfies Same<Holes<"{a} of {b}", 1>, { readonly a: 1; readonly b: 1 }>,
      true satisfies Same<
        Holes<"{n, plural, =0 {none} one {one {key}} other {{n} keys}} of {all}", 1>,
        { readonly n: number; readonly key: 1; readonly all: 1 }
      >,
      true satisfies Same<
        Holes<"{how, select, paper {on {what}} signed {signed} other {}}", 1>,
        { readonly how: "paper" | "signed"; readonly what: 1 }
      >,
      true satisfies Same<Holes<"{is, select, true {a} other {b}}", 1>, { readonly is: boolean }>,
      true satisfies Same<
        Holes<"{at, date, day}, {at, time, short} UTC, {n, number}", 1>,
        { readonly at: Moment; readonly n: number }
      >,
      true satisfies Same<Holes<"for another language{x, select, other {}}", 1>, { readonly x: 1 }>,
    ];
    expect(read).not.toContain(false);
  });

  it("is nothing if it has no placeholders, and all of them if it has", () => {
    const given: readonly true[] = [
      true satisfies Same<Given<"custody.title">, []>,
      true satisfies Same<keyof Given<"custody.count">[0], "objects">,
      true satisfies Same<Given<"objects.backup.count">[0]["keys"], number>,
      true satisfies Same<
        Given<"ledger.exception-noted">[0]["decision"],
        "continue" | "repeat" | "abort"
      >,
    ];
    expect(given).not.toContain(false);
  });
});

describe("a word from elsewhere", () => {
  it("has its sentence, or none: even if a row has placeholders, or an object a member of that name", () => {
    expect(saidIn("de", known("frame.ceremonyTitles.recovery")!)).toBe("Wiederherstellung");
    for (const id of ["running.deeds.sing", "sing.deeds", "custody.count", "custody", "", "x.y"])
      expect(known(id)).toBeNull();
    expect(known("opening.officer", { seat: "2" })).toEqual(
      sentence("opening.officer", { seat: "2" }),
    );
    for (const given of [{}, { officer: "2" }, { seat: "2", name: "Ines" }])
      expect(known("opening.officer", given)).toBeNull();
    expect(known("running.deeds.seal", { seat: "2" })).toBeNull();
    for (const name of ["constructor", "__proto__", "toString"])
      expect([known(name), known(`${name}.${name}`), known(`custody.${name}`)]).toEqual([
        null,
        null,
        null,
      ]);
  });
});

describe("a sentence", () => {
  it("is said in the language that is asked for, with all its values", () => {
    const state = sentence("custody.states.lost");
    const one = sentence("custody.reason.trouble", { seat: 2, name: "Meera Iyer", state });
    expect(saidIn("en", one)).toBe("Officer 2, Meera Iyer: the media are lost.");
    expect(saidIn("de", one)).toBe(
      "Schlüsselinhaber 2, Meera Iyer: die Datenträger sind verloren.",
    );
  });

  it("counts, lists and dates as its language does", () => {
    const lost = and([1, 2, 3].map((seat) => sentence("custody.lost.key", { seat })));
    expect(saidIn("en", lost)).toBe(
      "the key of officer 1, the key of officer 2 and the key of officer 3",
    );
    expect(saidIn("de", and(["a", "b", "c"]))).toBe("a, b und c");
    const keys = (n: number) => saidIn("en", sentence("objects.backup.count", { keys: n }));
    expect([1, 2].map(keys)).toEqual(["1 key", "2 keys"]);
    const at = sentence("times.dayAndTime", { at: "2027-01-03T21:05:00Z" });
    expect([saidIn("en", at), saidIn("de", at)]).toEqual([
      "3 January 2027, 21:05 UTC",
      "3. Januar 2027, 21:05 UTC",
    ]);
    expect(saidIn("de", capital(list(["äußeres", "b"], "; ")))).toBe("Äußeres; b");
  });

  it("leaves what is drawn to the caller, with the texts around it", () => {
    const name = { sort: "name", text: "cert_0.key" };
    const lost = and([sentence("frame.takeTheSeat", { name }), name]);
    expect(partsIn("de", lost)).toEqual([name, ", bitte nehmen Sie Platz.", " und ", name]);
    expect(
      partsIn("en", sentence("custody.reason.trouble", { seat: 2, name, state: "lost" })),
    ).toEqual(["Officer ", "2", ", ", name, ": ", "lost", "."]);
    expect(() => saidIn("en", lost)).toThrow("drawn");
  });

  it("leaves what people wrote as they wrote it", () => {
    const name = "{seat} <b>'";
    expect(saidIn("de", sentence("frame.takeTheSeat", { name }))).toBe(
      `${name}, bitte nehmen Sie Platz.`,
    );
  });
});

it.each(LANGUAGES.map(({ id }) => id))(
  "every message in %s is one that can be read",
  (language) => {
    const unread = messages.filter((id) => {
      try {
        new IntlMessageFormat(textOf(language, id), language, undefined, { ignoreTag: true });
        return false;
      } catch {
        return true;
      }
    });
    expect(unread).toEqual([]);
  },
);

it("an unknown language is English", () => {
  expect(["de", "xx", ""].map(languageOf)).toEqual(["de", "en", "en"]);
});

describe("the pseudo-language", () => {
  it("has accents, brackets, the holes of the English, and is longer by a third", () => {
    expect(pseudo("Back to {place}")).toBe(`${OPENS}Båçķ ţö {place} ~ ~${CLOSES}`);
    expect(pseudo("{n, plural, one {1 day} other {{n} days}} left")).toBe(
      `${OPENS}{n, plural, one {1 đåý} other {{n} đåýš}} ļéfţ ~ ~${CLOSES}`,
    );
    expect(pseudo("on {at, date, day}")).toContain("{at, date, day}");
  });

  it("can be read, every message of it", () => {
    const rows = Object.entries(PSEUDO).flatMap(([noun, made]) =>
      Object.entries(made).map(([key, [, text]]) => [`${noun}.${key}`, text] as const),
    );
    const texts = new Map(rows);
    for (const id of messages) {
      const text = texts.get(id) ?? "";
      expect(() => new IntlMessageFormat(text, "en", undefined, { ignoreTag: true })).not.toThrow();
      expect(text.length).toBeGreaterThanOrEqual(textOf("en", id).length);
    }
  });
});
