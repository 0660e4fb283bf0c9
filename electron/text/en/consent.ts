// What all sign at the end, as it is in the entry that they sign: each in a line of its own.

export const CONSENT = {
  title: "What is signed",
  note: "This is in the record’s last entry. Every signature covers it and everything before it.",
  actNote: "This is in an entry of the record, with the title of this act. Every signature covers it and everything before it.",
  "actSigned.paper": "No record contains a signing key of anyone here. Press to show the words of what is signed; write them on a sheet of paper, and everyone signs it in ink.",
  "actSigned.show": "Show the words to sign",
  "actSigned.write": "Write these words on the paper; everyone here signs it",
  "attested.attested": "made by a genuine Managed HSM",
  "attested.not-attested": "not proven to be from a genuine Managed HSM",
  "label.quorum": "Quorum",
  "label.overruled": "Overruled",
  "label.exchangeKey": "Exchange key",
  "label.ceremony": "Ceremony",
  "label.script": "Script",
  "label.domain": "Security domain",
  "label.wrapping": "Wrapping key {number}",
  "label.signing": "Signing key {officer}",
  quorum: "{required} of {officers} officers",
  "label.hsm": "HSM",
} as const;
