// The closed table of what can be wrong with a script. `{path}` names our own fields only.
import { faultTable } from "../crypto/errors.ts";

const review = "Correct the script, have it reviewed again, and start with the new one.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-SCRIPT-SIZE": ["The script is larger than 256 KiB.", review],
  "E-SCRIPT-YAML": ["The script is not strict YAML, near line {line}.", review],
  "E-SCRIPT-FIELD": ["In the script, {path} has a field that the language does not know.", review],
  "E-SCRIPT-MISSING": ["In the script, {path} is missing.", review],
  "E-SCRIPT-VALUE": ["In the script, {path} must be {wanted}.", review],
  "E-SCRIPT-KIND": ["In the script, {path} names no known kind of step.", review],
  "E-SCRIPT-DUPLICATE": ["In the script, {path} is used twice.", review],
  "E-SCRIPT-ORDER": ["In the script, {path} {wanted}.", review],
  "E-CHECK-SEATS": ["{path} lets one person have two officers' seats.", review],
  "E-CHECK-SELF": ["{path} names a role that the one who does it may have too.", review],
  "E-CHECK-EARLIER": ["{path} is sealed, but there is no earlier record of its seal.", review],
  "E-CHECK-MATERIAL": ["{path} needs {thing}, which is not among what was brought.", review],
  "E-CHECK-STATION": ["{path} needs {thing}, which is at the {place} station then.", review],
  "E-CHECK-SEALED": ["{path} needs {thing} out of its bag, but it is sealed since {since}.", review],
  "E-CHECK-RESEALED": ["{path} seals what is sealed already.", review],
  "E-CHECK-UNSEALED": ["{path} opens what is not sealed.", review],
  "E-CHECK-DESTROYED": ["{path} needs {thing}, which {since} destroyed.", review],
  "E-CHECK-GOES": ["{path} moves something, which only a hand-over does.", review],
  "E-CHECK-KEY-LEAVES": ["{path} hands over {thing}, on which a private key lies.", review],
  "E-CHECK-ABSENT": ["{path} needs somebody who is not in the room.", review],
  "E-CHECK-NETWORK": ["{path} handles a secret while the network is up.", review],
  "E-CHECK-LOCKED": [
    "{path} comes before every officer has confirmed at the connected station.", review],
  "E-CHECK-DOMAIN": ["{path} needs a security domain where there is none yet.", review],
  "E-CHECK-EARLY": ["{path} needs {word}, which only a later step brings about.", review],
  "E-CHECK-NEVER": ["{path} needs {word}, which no step brings about.", review],
  "E-CHECK-AGAIN": ["{path} does again what can be done only once.", review],
  "E-CHECK-OWED": ["After {path} there is no {word}, and the ceremony must not end so.", review],
  "E-CHECK-LEFT": ["{path} is neither sealed nor destroyed at the end.", review],
  "E-CHECK-CUSTODY": ["{path} seals something of which no custody is recorded.", review],
  "E-CHECK-UNUSED": ["{path} is needed by no step.", review],
});
