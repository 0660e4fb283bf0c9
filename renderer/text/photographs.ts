// What is said of photographs of seals: brought as files, shown beside those of last time, recorded.

export const PHOTOGRAPHS = {
  open: "Photographs of seals",
  title: "Photographs of seals",
  intro:
    "Photograph each bag with its seal, with a camera or a telephone that stays outside of the app. "
    + "Name each file after the number of its bag, such as 0048 2213.jpg, and bring all of them in "
    + "one folder. If you kept the photographs of last time, bring them too.",
  keep:
    "The record keeps the SHA-256 of each photograph, not the picture: keep the files, unchanged, "
    + "for the next attestation.",
  choose: "Choose a folder",
  objects: "Bags whose numbers were read in this ceremony",
  object: (name: string, seat: number | null): string =>
    seat === null ? name : `${name} of officer ${seat}`,
  before: "Last time",
  now: "This time",
  none: "None in the earlier record",
  noneNow: "None yet",
  seal: (seal: string): string => `Bag ${seal}`,
  notHere: (day: string): string => `Recorded on ${day}; not brought today`,
  recordedAway: "Recorded; the file is not here",
  recorded: "Recorded",
  fresh: "Not recorded yet",
  of: (object: string, seal: string): string => `${object}, bag ${seal}`,
  others: (count: number): string =>
    count === 1
      ? "One photograph is named after none of these bags, and is none of last time\u2019s: it is not "
        + "recorded. A file that was saved again is another file."
      : `${String(count)} photographs are named after none of these bags, and are none of last `
        + "time\u2019s: they are not recorded. A file that was saved again is another file.",
  record: (count: number): string =>
    count === 1 ? "Record one photograph" : `Record ${String(count)} photographs`,
  missing: "Bring photographs of these bags first",
  look: "Compare them: the seal, its number, the edges of the bag. If something differs, note an exception.",
  close: "Close",
} as const;
