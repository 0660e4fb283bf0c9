// The closed table of what can be wrong with a script. `{path}` names our own fields only.
import { faultTable } from "../crypto/errors.ts";

const review = "Correct the script, have it reviewed again, and start with the new one.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-SCRIPT-SIZE": ["The script is larger than 256 KiB.", review],
  "E-SCRIPT-YAML": ["The script is not strict YAML, near line {line}.", review],
  "E-SCRIPT-FIELD": ["In the script, {path} has an unknown field.", review],
  "E-SCRIPT-MISSING": ["In the script, {path} is missing.", review],
  "E-SCRIPT-VALUE": ["In the script, {path} must be {wanted}.", review],
  "E-SCRIPT-KIND": ["In the script, {path} names an unknown kind of step.", review],
  "E-SCRIPT-DUPLICATE": ["In the script, {path} is used twice.", review],
  "E-SCRIPT-ORDER": ["In the script, {path} {wanted}.", review],
  "E-SCRIPT-UNREACHED": ["In the script, {path} can never be reached.", review],
  "E-SCRIPT-WAYS": [
    "There are more than 4,096 ways through the script: too many to review.",
    review,
  ],
  "E-CHECK-SEATS": ["In the script, {path} lets one person take two officers' seats.", review],
  "E-CHECK-SELF": ["In the script, {path} lets a person confirm their own step.", review],
  "E-CHECK-EARLIER": [
    "In the script, {path} relies on an earlier record, but the ceremony continues none.",
    review,
  ],
  "E-CHECK-MATERIAL": ["In the script, {path} needs {thing}, which nobody brings.", review],
  "E-CHECK-STATION": [
    "In the script, {path} needs {thing}, which is at the {place} station.",
    review,
  ],
  "E-CHECK-SEALED": [
    "In the script, {path} needs {thing} out of its bag, but it has been sealed since {since}.",
    review,
  ],
  "E-CHECK-RESEALED": ["In the script, {path} seals something already sealed.", review],
  "E-CHECK-UNSEALED": ["In the script, {path} opens something not sealed.", review],
  "E-CHECK-DESTROYED": ["In the script, {path} needs {thing}, which {since} destroyed.", review],
  "E-CHECK-GOES": ["In the script, {path} moves something, which only a hand-over may do.", review],
  "E-CHECK-KEY-LEAVES": [
    "In the script, {path} hands over {thing}, which has a private key on it.",
    review,
  ],
  "E-CHECK-ABSENT": ["In the script, {path} needs someone who is not in the room.", review],
  "E-CHECK-NETWORK": ["In the script, {path} handles a secret while the network is up.", review],
  "E-CHECK-LOCKED": [
    "In the script, {path} comes before all officers confirmed at the connected station.",
    review,
  ],
  "E-CHECK-DOMAIN": [
    "In the script, {path} needs a security domain where there is none yet.",
    review,
  ],
  "E-CHECK-EARLY": [
    "In the script, {path} needs {word}, which only a later step provides.",
    review,
  ],
  "E-CHECK-NEVER": ["In the script, {path} needs {word}, which no step provides.", review],
  "E-CHECK-AGAIN": ["In the script, {path} repeats something that can be done only once.", review],
  "E-CHECK-OWED": [
    "In the script, {path} requires {word} later, and the script ends without it.",
    review,
  ],
  "E-CHECK-CLOSED": ["In the script, {path} records a bag as opened that nobody opens.", review],
  "E-CHECK-LISTED": ["In the script, {path} destroys something listed in custody.", review],
  "E-CHECK-LEFT": ["In the script, {path} is neither sealed nor destroyed at the end.", review],
  "E-CHECK-CUSTODY": [
    "In the script, {path} seals something, but does not record its custody.",
    review,
  ],
  "E-CHECK-UNSIGNED": [
    "In the script, {path} changes something, but no officer signs at the end of its act.",
    review,
  ],
  "E-CHECK-SIGNS": [
    "In the script, {path} signs an act that changed nothing or has not ended.",
    review,
  ],
  "E-CHECK-UNUSED": ["In the script, {path} is not needed by any step.", review],
});
