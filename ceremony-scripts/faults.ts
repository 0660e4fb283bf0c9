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
  "E-SCRIPT-UNREACHED": ["In the script, {path} is on no way through it.", review],
  "E-SCRIPT-WAYS": ["There are more than 4,096 ways through the script.", review],
  "E-CHECK-SEATS": ["In the script, {path} lets one person have two officers' seats.", review],
  "E-CHECK-SELF": [
    "In the script, {path} names a role that the one who does it may have too.", review],
  "E-CHECK-EARLIER": [
    "In the script, {path} relies on an earlier record, and the ceremony continues none.", review],
  "E-CHECK-MATERIAL": [
    "In the script, {path} needs {thing}, which is not among what was brought.", review],
  "E-CHECK-STATION": [
    "In the script, {path} needs {thing}, which is at the {place} station then.", review],
  "E-CHECK-SEALED": [
    "In the script, {path} needs {thing} out of its bag, but it is sealed since {since}.", review],
  "E-CHECK-RESEALED": ["In the script, {path} seals what is sealed already.", review],
  "E-CHECK-UNSEALED": ["In the script, {path} opens what is not sealed.", review],
  "E-CHECK-DESTROYED": ["In the script, {path} needs {thing}, which {since} destroyed.", review],
  "E-CHECK-GOES": ["In the script, {path} moves something, which only a hand-over does.", review],
  "E-CHECK-KEY-LEAVES": [
    "In the script, {path} hands over {thing}, on which a private key lies.", review],
  "E-CHECK-ABSENT": ["In the script, {path} needs somebody who is not in the room.", review],
  "E-CHECK-NETWORK": ["In the script, {path} handles a secret while the network is up.", review],
  "E-CHECK-LOCKED": [
    "In the script, {path} comes before every officer confirmed at the connected station.", review],
  "E-CHECK-DOMAIN": [
    "In the script, {path} needs a security domain where there is none yet.", review],
  "E-CHECK-EARLY": [
    "In the script, {path} needs {word}, which only a later step brings about.", review],
  "E-CHECK-NEVER": ["In the script, {path} needs {word}, which no step brings about.", review],
  "E-CHECK-AGAIN": ["In the script, {path} does again what can be done only once.", review],
  "E-CHECK-OWED": [
    "In the script, after {path} there is no {word}, and so it must not end.", review],
  "E-CHECK-CLOSED": [
    "In the script, {path} writes a bag down as opened, and nobody opens it.", review],
  "E-CHECK-LISTED": ["In the script, {path} destroys what the custody lists.", review],
  "E-CHECK-LEFT": ["In the script, {path} is neither sealed nor destroyed at the end.", review],
  "E-CHECK-CUSTODY": [
    "In the script, {path} seals something of which no custody is recorded.", review],
  "E-CHECK-UNSIGNED": [
    "In the script, {path} changes something, and no officer signs at the end of its act.", review],
  "E-CHECK-SIGNS": [
    "In the script, {path} signs an act that changed nothing, or that has not ended.", review],
  "E-CHECK-UNUSED": ["In the script, {path} is needed by no step.", review],
});
