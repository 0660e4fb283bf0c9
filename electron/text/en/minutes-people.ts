// Minutes, 1: who was there, and what each role answers for.

export const MINUTES_PEOPLE = {
  "duties.administrator": "leads and operates; never has a key",
  "duties.witness": "watches, compares and confirms; never confirms their own actions",
  "duties.officer": "makes, keeps and brings one key, and types its passphrase alone",
  duties: "Duties",
  present: "Present from, to (UTC)",
  apart: "No person had two roles at one time, and nobody confirmed their own step: the app prevents both. The following is not in the record; fill it in by hand:",
  organisation: "Organisation",
  identity: "Identity document, seen by",
  acknowledgement: "Acknowledgement signed on",
} as const;
