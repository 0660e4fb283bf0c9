// Home at the connected station: what the transfer medium brought, and what is done with it.

export const ARRIVAL = {
  wait: "Insert the transfer medium that the offline station handed over.",
  site: "Now: choose the site file",
  siteLine: "It names the HSM, and says how to sign in to it. Without it, no HSM can be reached.",
  way: "What happens here",
  "steps.0": "The offline station writes the record to the transfer medium.",
  "steps.1": "You insert it here, compare the words of the record’s head, and work with the HSM.",
  "steps.2": "It goes back when the screen says so. Never insert an officer’s stick here.",
  elsewhere: "Custody is at the offline station",
  elsewhereLine: "Its Home shows which keys are healthy, where each sealed object is, and what is due next. This computer only talks to the HSM.",
  hsm: "HSM",
  host: "Address",
  signIn: "Sign-in",
  takePart: "Take part in the {ceremony}",
  arrived: "{hsm}, opened {openedAt, date, day}, {openedAt, time, short} UTC. The transfer medium is inserted.",
  "scripts.brought": "Its script came with it, because this version of the app does not have it: compare the words of the record’s head at the take-over, whatever the script says.",
  "scripts.missing": "Neither this version of the app nor the medium has its script: use the version that opened it.",
} as const;
