// A look is declared once; what is one property alone, or applies elsewhere, is left alone.
import { expect, test } from "vitest";
import { spell } from "../tidy.ts";
import { styles } from "./styles.ts";

const found = (...sheets: readonly string[]) =>
  styles(sheets.map((text, n) => ({ path: `renderer/${n}.css`, text }))).map(spell);

test.each([
  [".a { color: red; margin: 0 }", ".b, .c > d { margin:0;color:red; }", ".b,.c>d looks as .a"],
  [".a { margin: 0; gap: 1px }", "/* x */ .b { gap: 1px; margin: 0; }", ".b looks as .a"],
  [
    "@media (max-width: 5px) { .a { margin: 0; gap: 1px } }",
    "@media (max-width: 5px) { .b { margin: 0; gap: 1px } }",
    ".b looks as .a",
  ],
  ["@layer x { .a { margin: 0; gap: 1px } }", ".b { margin: 0; gap: 1px }", ".b looks as .a"],
  ['.a { content: "{;}"; margin: 0 }', '.b { content: "{;}"; margin: 0 }', ".b looks as .a"],
])("that are declared twice are refused: %s %s", (one, other, says) => {
  expect(found(one, other)).toEqual([`renderer/1.css: ${says} of renderer/0.css`]);
  expect(found(`${one} ${other}`)).toEqual([`renderer/0.css: ${says} of renderer/0.css`]);
});

test.each([
  [".a { margin: 0 }", ".b { margin: 0 }"],
  [".a { margin: 0; gap: 1px }", ".b { margin: 0; gap: 2px }"],
  [".a { margin: 0; gap: 1px }", "@media (max-width: 5px) { .b { margin: 0; gap: 1px } }"],
  ['.a { content: ";"; margin: 0 }', '.b { content: "}"; margin: 0 }'],
])("that differ, apply elsewhere or are one property are left alone: %s %s", (one, other) => {
  expect(found(one, other)).toEqual([]);
});
