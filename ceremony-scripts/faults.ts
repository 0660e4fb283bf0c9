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
});
