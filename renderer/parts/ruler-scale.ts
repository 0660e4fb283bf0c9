// The scale of the waiting ruler: its minutes, and where its dots are.

/** Minutes on the ruler: fifteen, then five more each time the wait exceeds them. */
export const rulerMinutes = (seconds: number): number =>
  Math.max(15, Math.ceil((seconds / 60 + 1) / 5) * 5);

/** Positions (0 to 1) at which the HSM was asked; thinned so that dots do not touch. */
export function askedAt(
  asked: number,
  everySeconds: number,
  seconds: number,
  minutes: number,
): readonly number[] {
  if (asked === 0) return [];
  const most = Math.max(1, Math.floor(40 * Math.min(1, seconds / 60 / minutes)));
  const stride = Math.ceil(asked / most);
  return Array.from({ length: Math.floor(asked / stride) }, (_, i) => (i + 1) * stride).map(
    (nth) => Math.min(nth * everySeconds, seconds) / 60 / minutes,
  );
}

/** Positions at which it will be asked, up to `until` minutes, in the same rhythm. */
export function askingAt(
  everySeconds: number,
  seconds: number,
  minutes: number,
  until: number,
): readonly number[] {
  const apart = Math.max(everySeconds, minutes * 1.5);
  const left = Math.max(0, Math.floor((until * 60 - seconds) / apart));
  return Array.from({ length: left }, (_, i) => (seconds + (i + 1) * apart) / 60 / minutes);
}
