// Printing a script.

export const PRINT = {
  button: "Print the script",
  pick: "Print a script",
  sent: "Sent to the printer: {pages, plural, one {1 page} other {{pages} pages}}.",
  saved: "Saved as {file}: {pages, plural, one {1 page} other {{pages} pages}}.",
} as const;
