// The quorum as a picture, as in the window: a triangle for two of three officers, a ring for every
// other number.
import type { Quorum } from "../../ceremony-scripts/index.ts";
import { layRing } from "./ring.ts";
import { MARGIN, type Sheet } from "./sheet.ts";
import { drawTriangle, TRIANGLE } from "./triangle.ts";

/** Its height, and how it is drawn from an upper edge down. */
export interface Figure {
  readonly height: number;
  readonly draw: (top: number) => void;
}

/** Which groups of officers were proven to open the domain. */
export function layQuorum(quorum: Quorum, pages: Sheet): Figure {
  const { names, required, proven } = quorum;
  const [first, second, third, more] = names;
  if (first === undefined || second === undefined || third === undefined) return NONE;
  if (more !== undefined || required !== 2) return layRing(quorum, pages);
  const left = MARGIN + (pages.width - TRIANGLE.width) / 2;
  const triangle = { names: [first, second, third], proven } as const;
  return {
    height: TRIANGLE.height,
    draw: (top) => drawTriangle(pages.canvas, triangle, left, top, pages.language),
  };
}

const NONE: Figure = { height: 0, draw: () => undefined };
