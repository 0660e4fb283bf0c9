// The closed table of what makes a plan file unreadable. `{path}` names our own members only.
import { faultTable } from "../../crypto/errors.ts";

const correct = "Correct the file; electron/deployment/FORMAT.md describes each member.";

const again = "Run the command of the proof again and save what it prints, unchanged, as UTF-8.";

/** Makes a fault of this room. `{n}` is an answer's place among those given, from 1. */
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
  "E-ANSWER-SIZE": ["Answer {n} is larger than 16 MiB.", "Check that you gave the right file."],
  "E-ANSWER-COUNT": [
    "There are more than 200000 answers in the files given.",
    "Give only what the commands of this proof printed.",
  ],
  "E-ANSWER-EMPTY": ["Answer {n} is empty.", again],
  "E-ANSWER-ENCODING": [
    "Answer {n} is not UTF-8 without a byte order mark.",
    "Windows PowerShell writes such files with >. Use: | Set-Content -Encoding ascii FILE.",
  ],
  "E-ANSWER-JSON": ["Answer {n} is not valid JSON: see character {at}.", again],
  "E-ANSWER-TWICE": [
    "Answer {n} has the same member twice, so nobody can say which one counts: see character {at}.",
    again,
  ],
  "E-ANSWER-DEEP": [
    "Answer {n} is nested more deeply than anything Azure answers.",
    "Check that you gave the right file.",
  ],
  "E-ANSWER-FORM": [
    "Answer {n} is neither an object nor a list of objects.",
    "Give what the command printed with -o json, whole.",
  ],
  "E-ANSWER-PAGE": [
    "Answer {n} is only one page of a list: without the other pages nothing can be judged.",
    "Use the command of the proof, which fetches all pages, or join the pages into one list.",
  ],
  "E-ANSWER-SECRET": [
    "Answer {n} contains a secret, at {path}; it was not kept and is not shown.",
    "Treat the secret as disclosed and replace it. Then save the answer without it.",
  ],
  "E-RUNBOOK-NAME": [
    "There is no such runbook.",
    "The names are those that sd runbook list prints.",
  ],
  "E-PROOF-NAME": ["There is no such check.", "The names are those that sd runbook list prints."],
  "E-RUNBOOK-PLAN": [
    "The plan does not have what this runbook needs: {what}.",
    "Add it to the plan, or leave this runbook out.",
  ],
  "E-SHELL-VALUE": [
    "A name in the plan has a character that {shell} cannot hand to az unchanged.",
    "Use --shell bash on the jump box, or change the name.",
  ],
  "E-PROOF-PLAN": [
    "The plan does not have what this check compares with: {what}.",
    "Add it to the plan, or leave this check out.",
  ],
});
