// A long operation: it begins, ends after a time, and stays ended once that was seen.

/** Times in milliseconds since 1970, so that an operation continues across a restart. */
export interface Operation {
  readonly startedAt: number;
  readonly endsAt: number;
  readonly ended: boolean;
}

export const begin = (now: number, pendingMs: number): Operation => ({
  startedAt: now,
  endsAt: now + pendingMs,
  ended: false,
});

/** A clock set back to before the start ends it too: nothing may wait for hours. */
export function settleOperation<Kind extends Operation>(operation: Kind, now: number): Kind {
  const over = now >= operation.endsAt || now < operation.startedAt;
  return operation.ended || !over ? operation : { ...operation, ended: true };
}
