// What the steps ask of people in which things without a record are found, and keys made anew.
import type { StepText } from "./steps.ts";
import type { KindName } from "./titles.ts";

export const RENEWAL_STEPS = {
  "find-domain": {
    verb: "Put all media in",
    detail: "and say where they come from",
    happens: "The app looks for the security domain on its two media, and for the key that it "
      + "names on each officer’s medium. If the domain lies on one medium only, the other gets "
      + "a copy.",
    button: "Look for domain and keys",
    recorded: "the domain’s SHA-256, the keys it names, its origin, what nobody could check",
    never: "private keys: only certificates are read",
    power: "run this step again. Nothing on the media was changed but the copy.",
  },
  "take-into-custody": {
    verb: "Read each bag",
    detail: "number, place, who keeps it",
    happens: "One line a bag. Enter goes to the next field.",
    button: "Record the custody",
    recorded: "every medium with seal number, place and custodian; accepted rules",
    never: "passphrases, keys",
    power: "what is not recorded yet is typed again. The bags are still open.",
  },
} as const satisfies Partial<Record<KindName, StepText>>;

/** The form of what was found without a record. */
export const FOUND = {
  origin: "Where do domain and keys come from, and why is there no record?",
  missing: "Say where they come from",
} as const;
