// Each of ten officers has a colour whose text can be read, by day and by night.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
/** The colours of a token by day and by night. */
function coloursOf(token: string): readonly [string, string] {
  const [, day, night] =
    new RegExp(`  --${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css) ?? [];
  if (day === undefined || night === undefined) throw new Error(`no colours of ${token}`);
  return [day, night];
}

/** Relative luminance (WCAG 2.2) of a colour such as #0a4a8f. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The least contrast of text (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;
const SEATS = Array.from({ length: 10 }, (_, i) => i + 1);

it.each(SEATS)("officer %i: the number on the mark, and text in their colour", (seat) => {
  const [fill, on, ink, paper] = [`o${seat}`, `o${seat}-on`, `o${seat}-ink`, "paper"].map(
    coloursOf,
  );
  for (const theme of [0, 1] as const) {
    expect(contrast(fill![theme], on![theme])).toBeGreaterThanOrEqual(READABLE);
    expect(contrast(ink![theme], paper![theme])).toBeGreaterThanOrEqual(READABLE);
  }
  expect(css).toContain(`[data-officer="${seat}"]`);
});

it("no two officers have the same colour", () => {
  for (const theme of [0, 1] as const)
    expect(new Set(SEATS.map((seat) => coloursOf(`o${seat}`)[theme])).size).toBe(SEATS.length);
});
