// The closed table of what makes a plan file unreadable. `{path}` names our own members only.
import { faultTable } from "../../crypto/errors.ts";

const correct = "Correct the file; electron/deployment/FORMAT.md describes each member.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-PLAN-SIZE": ["The plan is larger than 256 KiB.", "Give the plan file itself."],
  "E-PLAN-YAML": ["The plan is not strict YAML, near line {line}.", correct],
  "E-PLAN-FIELD": ["In the plan, {path} has an unknown member, at line {line}.", correct],
  "E-PLAN-MISSING": ["In the plan, {path} is missing, near line {line}.", correct],
  "E-PLAN-VALUE": ["In the plan, {path} must be {wanted}, at line {line}.", correct],
  "E-PLAN-SECRET": [
    "The plan contains a secret, near line {line}: {what}.",
    "Remove it, and replace the secret wherever it is in use: a plan is read by many.",
  ],
});
