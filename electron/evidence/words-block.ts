// Words in numbered lines of four, as the screen has them; beside them their QR code.
import { wordLines, type Words } from "../../ceremony-scripts/index.ts";
import { FILL, INK, type Canvas } from "./canvas.ts";
import { drawCode } from "./qr-code.ts";
import { MARGIN } from "./sheet.ts";

const PAD = 6;
const CODE = 92;
const SIZES = {
  usual: { size: 11.5, leading: 14.5, hex: 9 },
  large: { size: 19, leading: 25, hex: 10 },
  blank: { size: 14, leading: 44, hex: 9 },
} as const;
/** The minimum space between two words. */
const GAP = 8;
/** Room for the number of a line. */
const NUMBER = 1.7;
/** The distance of a baseline from its line's top, in leadings. */
const RISE = 0.72;

const sizesOf = ({ words, large }: Words) =>
  words.length === 0 ? SIZES.blank : large ? SIZES.large : SIZES.usual;

/** The height it takes. */
export function wordsHeight(block: Words): number {
  const { leading, hex } = sizesOf(block);
  const lines = wordLines(block).length * leading + (block.hex === "" ? 0 : hex * 1.6);
  return Math.max(lines, isBeside(block) ? CODE : 0) + (isBelow(block) ? CODE : 0) + 2 * PAD;
}

/** Large words take the whole width, with their code below. */
const isBelow = ({ hex, large }: Words): boolean => hex !== "" && large;
const isBeside = ({ hex, large }: Words): boolean => hex !== "" && !large;

/** Draws it across the page from here down. */
export function drawWords(canvas: Canvas, block: Words, top: number, width: number): void {
  const { size, leading, hex } = sizesOf(block);
  const room = width - 2 * PAD - (isBeside(block) ? CODE + PAD : 0);
  const [left, column] = [MARGIN + PAD, (room - size * NUMBER) / 4];
  canvas.fill(MARGIN, top, width, wordsHeight(block), FILL.band);
  // The longest of them has its column to itself.
  const longest = Math.max(1, ...block.words.map((word) => canvas.widthOf("serif", 1, word)));
  const fitting = Math.min(size, (column - GAP) / longest);
  const lines = wordLines(block);
  lines.forEach((words, i) => {
    const baseline = top + PAD + i * leading + leading * RISE;
    canvas.text("strong", size * 0.8, String(i + 1), left, baseline, INK.second);
    for (const at of [0, 1, 2, 3]) {
      const x = left + size * NUMBER + at * column;
      const word = words[at];
      if (word !== undefined) canvas.text("serif", fitting, word, x, baseline);
      else if (block.words.length === 0)
        canvas.rule([x, baseline + 3], [x + column - 10, baseline + 3], 0.8, INK.second);
    }
  });
  if (block.hex === "") return;
  const under = top + PAD + lines.length * leading;
  const fits = Math.min(hex, (room / canvas.widthOf("mono", 1, block.hex)) * 0.999);
  canvas.text("mono", fits, block.hex, left, under + hex);
  if (isBeside(block)) drawCode(canvas, block.hex, MARGIN + width - CODE - PAD, top + PAD, CODE);
  else drawCode(canvas, block.hex, left, under + hex * 1.6, CODE);
}
