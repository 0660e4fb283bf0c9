/** The data has more layers or bytes than the search accepts: it may contain anything. */
export class LimitError extends Error {}
