// Minutes, 6: seals compared and photographed, and bags opened.

export const MINUTES_SEALS = {
  compared: "Seals compared with the last record",
  condition: "Condition",
  whereFound: "Place and custodian found",
  photographs: "Photographs of seals",
  fileDigest: "SHA-256 of the file",
  lastTime: "the photograph of last time",
  bags: "Bags opened in front of the witness",
  numbers: "Objects and the numbers on their bags",
  ways: "On the way to their places",
  carriedUnseen: "Photographs of the seals, who carries an object, and who receives it at its place are not in the record; fill them in by hand:",
  carried: "Who carries an object, and who receives it at its place, are not in the record; fill them in by hand:",
  taken: "Photographs",
  courier: "Courier, time",
  receipt: "Receipt, time",
  inRecord: "{n} in the record",
} as const;
