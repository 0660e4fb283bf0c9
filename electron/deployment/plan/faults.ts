// The closed table of what makes a plan file unreadable. `{path}` contains only our own member names.
import { faultTable } from "../../../crypto/errors.ts";

/** Makes a fault of this room. `{n}` is an answer's position among those given, from 1. */
export const fault = faultTable("deployment-faults", {
  "E-PLAN-YAML": "correct",
  "E-PLAN-FIELD": "correct",
  "E-PLAN-MISSING": "correct",
  "E-PLAN-VALUE": "correct",
  "E-ANSWER-SIZE": "rightFile",
  "E-ANSWER-EMPTY": "again",
  "E-ANSWER-JSON": "again",
  "E-ANSWER-TWICE": "again",
  "E-ANSWER-DEEP": "rightFile",
  "E-RUNBOOK-NAME": "namesOf",
  "E-PROOF-NAME": "namesOf",
});
