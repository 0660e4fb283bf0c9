// In German: ../en/terms.ts.
import { translation } from "../rows/translation.ts";

export const TERMS = translation<"terms">()({
  hsm: ["651b24ff", "HSM"],
  "security-domain": ["22cc7c4c", "Sicherheitsdomäne"],
  quorum: ["5f09ae9a", "Quorum"],
  medium: ["c082456a", "Datenträger"],
  "transfer-medium": ["428c09e1", "Transportdatenträger"],
  certificate: ["03d66dd0", "Zertifikat"],
  "sha-256": ["bbd07c4f", "SHA-256"],
  thumbprint: ["88f21d8e", "Fingerabdruck"],
  "exchange-key": ["6b7ffba8", "Austauschschlüssel"],
  "restore-blob": ["e539d998", "Restore-Blob"],
  "full-backup": ["377e3f0e", "vollständige Sicherung"],
  custodian: ["ce40a888", "Verwahrer"],
  head: ["9f2e6d33", "Prüfwert"],
});
