// Simulated time: it goes on by itself, and by leaps where people wait for hours or weeks.

const MINUTE_MS = 60_000;

/** A clock that begins now and can leap forward. */
export function simulatedClock(start: Date) {
  const begun = Date.now();
  let leapt = 0;
  return {
    now: (): Date => new Date(start.getTime() + (Date.now() - begun) + leapt),
    pass: (minutes: number): void => {
      leapt += minutes * MINUTE_MS;
    },
    /** Leaps to a moment; nowhere where it has passed. */
    reach: (moment: Date): void => {
      const behind = moment.getTime() - start.getTime() - (Date.now() - begun) - leapt;
      leapt += Math.max(0, behind);
    },
  };
}
