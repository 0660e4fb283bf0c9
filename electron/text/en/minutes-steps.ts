// Minutes, 4: every step, with who did it and who confirmed it.

export const MINUTES_STEPS = {
  headers: "Each step has a header with who did it and who confirmed it: always another person, because the app accepts nobody else. Below it is each entry of the record, once, with its number.",
  between: "Between steps",
  began: "began {time}",
  doneAt: "Done {time} by",
  doneBy: "Done by",
  notDone: "Not performed",
  signed: "Officer {seat} (signed)",
  confirmedAt: "Confirmed {time} by",
  bySignatures: "Confirmed by these signatures",
  onPaper: "Confirmed on paper",
  notConfirmed: "Not confirmed",
} as const;
