// What becomes of another value of each member of each entry of a deployment's record, as `meaning/members.ts` says
// it for a ceremony.
import { fatesIn } from "../record/fates.ts";

/** `checked`: it follows from the act, the plan and the answers, or the form allows no other. */
const TABLE = `
deployment-begun
  deploymentFormat: checked
  mode, rules: told
plan-adopted
  plan, title, stops, advice, findings: checked
  sha256, runbooks: checked
block-decided
  runbook, blocks, people, reason: told
step-acknowledged
  runbook, step, title, why: checked
  people: told
commands-run
  runbook, step, title, commands, sha256, waitSeconds: checked
  shell: told
wait-over
  runbook, step, title: checked
proof-judged
  runbook, step, title, plan, proven, drifted, differs, more, pools: checked
  check, answers, read: told
step-simulated
  runbook, step, title, people: checked
time-passed
  runbook, step, title: checked
  minutes: told
ceremony-linked
  runbook, step, title, script, hsm: checked
  head, closedAt, unvouched: told
step-finished
  runbook, step, title: checked
runbook-finished
  runbook: checked
runbook-begun-again
  runbook, people, reason: told
closing-on-paper
  present: told
  consent: checked
  spoken: checked
`;

export const { rows: ROWS, fateOf, toldIn } = fatesIn(TABLE);
