// The terms that scripts explain; what they mean is a line of a script.

export const TERMS = {
  hsm: "HSM",
  "security-domain": "security domain",
  quorum: "quorum",
  medium: "medium",
  "transfer-medium": "transfer medium",
  certificate: "certificate",
  "sha-256": "SHA-256",
  thumbprint: "thumbprint",
  "exchange-key": "exchange key",
  "restore-blob": "restore blob",
  "full-backup": "full backup",
  custodian: "custodian",
  head: "head",
} as const;
