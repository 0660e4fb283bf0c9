// Every subset of the quorum's size opens the actual bytes on the media. The backups of keys made
// in this ceremony are opened once more, before they are sealed.
import { BOTH_COPIES } from "../language/facts.ts";
import { kind } from "../language/kind.ts";

export const proveQuorum = kind({
  place: "offline",
  writes: ["key-opened", "quorum-proven"],
  owes: ["quorum-proven"],
  secret: true,
  typed: true,
  opensShares: true,
  requires: [
    ...BOTH_COPIES,
    "domain-matched",
    "present officer-{every}",
    "keys officer-{every}",
    "in officer-{every}",
  ],
  ensures: ["quorum-proven"],
  tasks: ["open-share"],
});
