// A text as a QR code, drawn as squares: a keyboard scanner types it, and then Enter.
import { encode } from "uqr";
import { INK, type Canvas } from "./canvas.ts";

/** Light modules around it, as required by the standard (ISO/IEC 18004). */
const QUIET = 4;

/** Draws it with this upper left corner and this side, quiet zone included. */
export function drawCode(
  canvas: Canvas,
  text: string,
  left: number,
  top: number,
  side: number,
): void {
  const { data } = encode(text, { ecc: "M", border: QUIET });
  const module = side / data.length;
  canvas.fill(left, top, side, side, INK.none);
  data.forEach((row, y) => {
    for (const [from, to] of runsOf(row))
      canvas.fill(left + from * module, top + y * module, (to - from) * module, module, INK.full);
  });
}

/** Adjacent dark modules are one rectangle, to avoid light hairlines between them. */
function runsOf(row: readonly boolean[]): readonly (readonly [from: number, to: number])[] {
  const runs: (readonly [number, number])[] = [];
  let from = -1;
  for (let x = 0; x <= row.length; x++) {
    const isDark = row[x] === true;
    if (isDark && from < 0) from = x;
    if (!isDark && from >= 0) {
      runs.push([from, x]);
      from = -1;
    }
  }
  return runs;
}
