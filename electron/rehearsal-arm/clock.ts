// Simulated time: it passes by itself, and jumps where people wait for hours or weeks.

const MINUTE_MS = 60_000;

/** A clock that begins now and can jump forward. */
export function simulatedClock(start: Date) {
  const begun = Date.now();
  let leapt = 0;
  return {
    now: (): Date => new Date(start.getTime() + (Date.now() - begun) + leapt),
    pass: (minutes: number): void => {
      leapt += minutes * MINUTE_MS;
    },
    /** Jumps to a time, unless it has passed. */
    reach: (time: Date): void => {
      const behind = time.getTime() - start.getTime() - (Date.now() - begun) - leapt;
      leapt += Math.max(0, behind);
    },
  };
}
