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
  "read-active": {
    verb: "Ask the HSM",
    detail: "nothing is changed",
    happens: "The HSM says whether it is active. Only one in use gives its security domain again.",
    button: "Ask the HSM",
    recorded: "the state the HSM gave, and the time",
    never: "how this station signs in",
    power: "ask again. Nothing was changed.",
  },
  "download-again": {
    verb: "Put both media in",
    detail: "for the new set of officers",
    happens: "The HSM wraps the same security domain anew, for the certificates of today. The HSM "
      + "itself is not changed. The new file lies beside the old one, under another name.",
    button: "Download the domain again",
    recorded: "when it was asked, the answer’s size and SHA-256, both media",
    never: "what is inside the security domain",
    power: "run this step again. It looks for the answer on both media first; an HSM in use may be "
      + "asked again.",
  },
  "retire-domain": {
    verb: "Put both media in",
    detail: "the old file leaves them",
    happens: "The old security domain, the answer it came in, and the certificates of the old keys "
      + "are removed from both media. The new file stays.",
    button: "Retire the old domain",
    recorded: "the old file’s name and SHA-256, and that it is in force no more",
    never: "what the file holds",
    power: "run this step again. What is removed already stays removed.",
  },
  "destroy-old": {
    verb: "Read, then destroy",
    detail: "before the witness’s eyes",
    happens: "Read the number of each bag aloud, then destroy the thing. Say how it was done.",
    button: "All of it is destroyed",
    recorded: "each thing with its number, and how it was destroyed; what is missing",
    never: "what was on it",
    power: "write it again. What is destroyed stays destroyed.",
  },
} as const satisfies Partial<Record<KindName, StepText>>;

/** The form of what is destroyed. */
export const DESTROY = {
  how: "How it was destroyed",
  missing: "Say of each thing how it was destroyed, or that it is not there",
  nothing: "The last record knows of nothing that this officer keeps. Destroy what there is, and "
    + "note it as an exception.",
} as const;

/** The form of what was found without a record. */
export const FOUND = {
  origin: "Where do domain and keys come from, and why is there no record?",
  missing: "Say where they come from",
} as const;
