// The closed table of what a deployment's record refuses.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. Entries are numbered from 0. */
export const fault = faultTable({
  "E-DEPLOY-RECORD": [
    "Entry {n} is not an entry of a deployment's record.",
    "Keep the file as it is. Check that it is the record of a deployment, and not of a ceremony.",
  ],
  "E-DEPLOY-CLOSED": [
    "The record of this deployment is closed; nothing is added to it.",
    "Check a plan, and adopt it: a new deployment begins with a record of its own.",
  ],
  "E-DEPLOY-PLAN": [
    "No plan was read, so none can be adopted.",
    "Choose a plan file, read what is found in it, and adopt it then.",
  ],
  "E-DEPLOY-BEGIN": ["No deployment has begun here.", "Check a plan, and adopt it first."],
  "E-DEPLOY-NAME": [
    "A name is missing, is longer than 80 characters, or has a character that cannot be printed.",
    "Enter the full name of the person on one line.",
  ],
  "E-DEPLOY-TWO": [
    "Two different people are needed, and both names are the same.",
    "Let a second person read the screen and enter their own name.",
  ],
  "E-DEPLOY-REASON": ["The reason is missing.", "Say in one sentence why it starts all the same."],
  "E-DEPLOY-STALE": [
    "The screen was not up to date.",
    "Look at the runbook again, then press again.",
  ],
  "E-DEPLOY-BLOCKED": [
    "This runbook is blocked: {what}.",
    "Answer it in the plan and adopt the plan again, or let two people decide to start.",
  ],
  "E-DEPLOY-ORDER": [
    "This step is not the current step of its runbook.",
    "Finish the steps before it first.",
  ],
  "E-DEPLOY-ACKNOWLEDGE": [
    "Two people must acknowledge this step before its commands are run.",
    "Let both read what it changes, and enter both names.",
  ],
  "E-DEPLOY-WAIT": [
    "The wait of this step is not over. Minutes left: {minutes}.",
    "Wait, then press again. It continues after a restart.",
  ],
  "E-DEPLOY-MISSING": [
    "This step is not done: {what}",
    "Do what is missing, then finish the step.",
  ],
  "E-DEPLOY-CEREMONY": [
    "This record is not the closed record of the ceremony that this step is: {what}.",
    "Choose record.jsonl of the ceremony that was held for this HSM.",
  ],
  "E-DEPLOY-ANSWERS": [
    "No answer was given.",
    "Run the commands of the proof, and paste what they print or choose their files.",
  ],
  "E-DEPLOY-FILE": [
    "A file of this deployment is missing, or is not the one that its record names: {name}.",
    "Put back the file from a copy of the evidence. Its name or SHA-256 is in the record.",
  ],
});
