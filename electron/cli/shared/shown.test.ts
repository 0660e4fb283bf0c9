// Foreign text is shown as printable ASCII, unambiguously, and not without end.
import fc from "fast-check";
import { expect, it } from "vitest";
import { shown } from "./shown.ts";

it("leaves printable ASCII as it is", () => {
  expect(shown('Officer 1, O="Contoso" {a}~')).toBe('Officer 1, O="Contoso" {a}~');
});

it.each([
  ["\u001b[31m", "\\u{1b}[31m"],
  ["a\u202eb", "a\\u{202e}b"],
  ["é", "\\u{e9}"],
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

it("never gives anything but printable ASCII, and never the same for two short texts", () => {
  const text = fc.string({ unit: "binary", maxLength: 60 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(shown(a)).toMatch(/^[\x20-\x7e]*$/);
      expect(shown(a) === shown(b)).toBe(a === b);
    }),
  );
});
