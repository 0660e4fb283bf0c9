// Foreign text is shown as printable ASCII and Latin letters, unambiguously, and not without end.
import fc from "fast-check";
import { expect, it } from "vitest";
import { shown } from "./shown.ts";

it("leaves printable ASCII as it is", () => {
  expect(shown('Officer 1, O="Contoso" {a}~')).toBe('Officer 1, O="Contoso" {a}~');
});

it("leaves the letters of people's names as they are", () => {
  const names = "Jörg Müßig, Zoë Brøndby, Åsa Öberg, Łukasz Żółć, José Peña, Šárka Dvořáková, İpek";
  expect(shown(names)).toBe(names);
});

it.each([
  ["\u001b[31m", "\\u{1b}[31m"],
  ["a\u202eb", "a\\u{202e}b"],
  // Beyond Latin, and what looks like other Latin letters or signs.
  ["\u0430dmin", "\\u{430}dmin"],
  ["o\u0308", "o\\u{308}"],
  ["\u0131", "\\u{131}"],
  ["\u0138", "\\u{138}"],
  ["\u0149", "\\u{149}"],
  ["\u017f", "\\u{17f}"],
  ["2×2÷1", "2\\u{d7}2\\u{f7}1"],
  ["\u009b2J", "\\u{9b}2J"],
  ["\u0000\n\u007f", "\\u{0}\\u{a}\\u{7f}"],
  ["\u{1f511}", "\\u{1f511}"],
  ["\ud800x", "\\u{d800}x"],
  ["\\u{a}", "\\u{5c}u{a}"],
])("escapes all else: %j", (text, wanted) => {
  expect(shown(text)).toBe(wanted);
});

it("cuts after 200 characters, and says so", () => {
  expect(shown("x".repeat(200))).toBe("x".repeat(200));
  expect(shown("x".repeat(201))).toBe(`${"x".repeat(200)}...`);
  expect(shown("\u{1f511}".repeat(201))).toBe(`${"\\u{1f511}".repeat(200)}...`);
});

it("never gives anything but ASCII and Latin letters, and never the same for two short texts", () => {
  const text = fc.string({ unit: "binary", maxLength: 60 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(shown(a)).toMatch(/^[\x20-\x7e\u00c0-\u017e]*$/);
      expect(shown(a) === shown(b)).toBe(a === b);
    }),
  );
});
