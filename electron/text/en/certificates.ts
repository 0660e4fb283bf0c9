// Certificates of the quorum and of a dry run, and the proof itself.

export const CERTIFICATES = {
  quorum: "Quorum certificate, {hsm}",
  quorumOf: "{required} of {all} officers open the security domain of {hsm}.",
  dryRun: "Dry run of recovery, {hsm}",
  dryRunOf: "With these keys and this security domain, the restore blob for another HSM in place of {hsm} can be made.",
  evidence: "The evidence is the record of the ceremony {ceremony}{closed, select, signatures {, which its officers signed: this was demonstrated, not only assumed.} paper {, which was signed on paper: this was demonstrated, not only assumed.} open {, WHICH IS NOT CLOSED.} other {}}",
  nextAttestation: "Next custody attestation",
  nextDryRun: "Next dry run of recovery",
  accepted: "Accepted by two people",
  acceptedRules: "{rules} (why: minutes)",
  acceptedRule: "{rule, select, quorum {a quorum of two} spare {that every officer is needed} sites {where things are kept} other {}}",
  witness: "Witness, name",
  proven: "Proven on {time} UTC, entry {entry}: {groups}. Each of these groups opened every entry of the security domain from the actual bytes on the media, with keys read again from the media, and both cryptographic engines gave the same bytes.",
  passed: "Passed on {time} UTC, entry {entry}: {officers} opened the security domain with keys read from their media. The app made an exchange key and the restore blob for it, opened the blob with that key, and compared what came out with the security domain: {entries, plural, one {one entry, unchanged} other {{entries} entries, each unchanged}}. Exchange key and blob existed only in the memory of the process that ended with this step. No HSM took part, and nothing but the record was written.",
  dryRunPart: "The dry run of recovery",
  what: "What was opened",
  onMedia: "on {media}",
  entry: "its entry {tag}",
  unproven: "Not proven: {groups}{more, plural, =0 {} one {, and 1 more group} other {, and {more} more groups}}.",
  everyWith: "every group with officer {seat}",
} as const;
