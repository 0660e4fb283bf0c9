// The mark of an officer, in black: its outline, and the number of the seat on it.
import { digitsAt, MARK_SIDE, outlineOf } from "../text/marks.ts";
import { centred, INK, type At, type Canvas } from "./canvas.ts";

/** Draws it around this point. */
export function drawMark(canvas: Canvas, seat: number, [x, y]: At, side: number): void {
  const scale = side / MARK_SIDE;
  const [left, top] = [x - side / 2, y - side / 2];
  canvas.outline(outlineOf(seat), [left, top], scale, INK.full);
  const digits = String(seat);
  const size = (digits.length > 1 ? 20 : 25) * scale;
  centred(canvas, "strong", size, digits, [x, top + digitsAt(seat) * scale], INK.none);
}
