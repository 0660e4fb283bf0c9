// Certificates, and nothing else, are copied to the transfer medium.
import { kind } from "../language/kind.ts";

export const exportCertificates = kind({
  place: "offline",
  writes: ["certificates-exported"],
  owes: ["certificates-exported"],
  changes: true,
  requires: [
    "keys officer-{every}",
    "in officer-{every}",
    "confirmed-offline officer-{made}",
    "key-checked officer-{kept}",
    "in transfer",
  ],
  ensures: ["certificates transfer"],
});
