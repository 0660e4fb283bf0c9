// A script of someone's own, in which more comes together than in any of the app's: each officer's seals
// and key, two hand-offs, and the attestation of all of custody.
import { readScript, type Script } from "../../ceremony-scripts/index.ts";
import { sha256Hex, utf8 } from "../../crypto/index.ts";

const DOES = "station: offline, confirm: witness, say: As it is said., minutes: 1";
const TEXT = `script: custody-day
title: A day for all of custody
officers: 3
quorum: 2
continues: earlier-record
roles:
  - { role: administrator, may-not-also-be: [witness, officer] }
  - { role: witness, may-not-also-be: [administrator, officer] }
  - { role: officer, attend: everyone, may-not-also-be: [administrator, witness, officer] }
materials:
  - { medium: "officer-{officer}", of: each officer, at: offline, comes: sealed, holds: keys }
  - { medium: "officer-{officer}-backup", of: each officer, at: offline, comes: sealed, holds: keys }
  - { envelope: "envelope-{officer}", of: each officer, at: offline, comes: sealed }
acts:
  - act: Opening
    steps:
      - { id: open, by: administrator, do: open, ${DOES} }
  - act: The officers
    steps:
      - for: each officer
        steps:
          - { id: check-seals, by: administrator, do: check-seals, ${DOES} }
          - { id: open-bag, by: administrator, do: open-bag, ensures: ["opened officer-{officer}"], ${DOES} }
          - { id: check-key, by: this officer, do: check-key, ${DOES} }
  - act: Hand-offs
    steps:
      - { id: check-objects, by: administrator, do: check-objects, ${DOES} }
      - { id: hand-off, by: administrator, do: hand-off, ${DOES} }
      - { id: hand-off-again, by: administrator, do: hand-off, ${DOES} }
  - act: Custody and result
    steps:
      - { id: record-custody, by: administrator, do: record-custody, ${DOES} }
      - { id: attest-custody, by: administrator, do: attest-custody, ${DOES} }
      - { id: close, by: administrator, do: close, ensures: ["sealed officer-{officer}"], ${DOES} }
`;

export const OWN_SCRIPT: Script = readScript(TEXT, sha256Hex(utf8(TEXT)));
