// The zoom of a window: type grows with the window, because the audience is metres away. Keys make
// it larger or smaller.

/** The size for which the screens are designed, in pixels. */
const DRAWN = { width: 1366, height: 768 };
const CHOSEN_MAX = 3;
/** Chromium's own limit. */
const ZOOM_MAX = 5;
const STEP = 1.25;

/** How much of a large display the window takes when it opens. */
const PART = 0.75;

/**
 * The size of the window's content when it opens, in unzoomed pixels: as drawn, or three quarters of a
 * larger display, so that on one of 3840 x 2160 its text can be read at once.
 * @param display what the display has for windows
 */
export function openingSize({ width, height }: typeof DRAWN): typeof DRAWN {
  const grown = Math.max(1, PART * Math.min(width / DRAWN.width, height / DRAWN.height));
  return { width: Math.round(grown * DRAWN.width), height: Math.round(grown * DRAWN.height) };
}

/**
 * The factor for a window's content of this size, in unzoomed pixels.
 * @param chosen what people chose by keys, 1 to 3
 */
export function zoomFor({ width, height }: typeof DRAWN, chosen = 1): number {
  const grown = Math.max(1, Math.min(width / DRAWN.width, height / DRAWN.height));
  return Math.min(ZOOM_MAX, grown * chosen);
}

/** The new choice after this key; null for any other key. */
export function chosenAfter(chosen: number, key: string): number | null {
  const next = { "+": chosen * STEP, "=": chosen * STEP, "-": chosen / STEP, "0": 1 }[key];
  return next === undefined ? null : Math.min(CHOSEN_MAX, Math.max(1, next));
}
