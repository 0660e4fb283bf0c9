// The second window, which only shows.

export const ROOM = {
  open: "Window for the room",
  nothing: "No ceremony is open.",
  head: "The head of the record",
  reader: "Read aloud",
  response: "Answer",
  performed: "{role}: performed, I confirm",
  heard: "{role}: heard, continue",
  title: "The room",
} as const;
