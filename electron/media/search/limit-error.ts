/** What is searched has more in it than the search takes: it may hold anything. */
export class LimitError extends Error {}
