// What people do in a deployment: one form per act. People are named, because a deployment takes
// weeks and many people.
import * as z from "zod/mini";
import { text } from "../../ceremony-scripts/language/input.ts";

/** The largest answer that can be pasted, in characters; larger ones come as files. */
const PASTED_MAX = 4 * 1024 * 1024;

const name = text(80);
/** Two people who decide or acknowledge: whether they differ is checked when it is recorded. */
const two = z.tuple([name, name]);
const step = { runbook: text(40), step: z.int().check(z.gte(1), z.lte(200)) };
const shell = z.enum(["bash", "powershell"]);
const from = z.enum(["file", "sample"]);
/** The connected station reads Azure, signed in as for ceremonies. */
const azure = z.optional(z.literal(true));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** An answer to an assumption or question, by its place in the plan's list; of an assumption whether it holds. */
const answered = z.strictObject({
  list: z.enum(["assumptions", "questions"]),
  at: z.int().check(z.gte(0), z.lte(99)),
  answer: text(1000),
  holds: z.optional(z.boolean()),
});

/** An act, by the member `act`. Acts with files ask a person for them. */
export const deploymentAct = z.discriminatedUnion("act", [
  /** The current state. */
  z.strictObject({ act: z.literal("look") }),
  /** Reads and checks a plan, chosen by hand or the sample; nothing is recorded. */
  z.strictObject({ act: z.literal("check"), from }),
  /** Saves what the plan read last changes against an older one; a person chooses that and the place. */
  z.strictObject({ act: z.literal("compare") }),
  /** Saves the plan of what exists around an HSM, by answers of Azure that a person chooses. */
  z.strictObject({ act: z.literal("existing"), name: text(40), hsm: text(40) }),
  /** The same, by what the station reads of a subscription. */
  z.strictObject({
    act: z.literal("read-existing"),
    name: text(40),
    hsm: text(40),
    subscription: text(40),
  }),
  /** Saves a first plan of what was entered for each question, and checks it as `check` does. */
  z.strictObject({ act: z.literal("new"), entered: z.record(text(40), text(4000)) }),
  /** Shows what answers change in the file of the plan with this SHA-256; nothing is written. */
  z.strictObject({
    act: z.literal("answer"),
    plan: sha256,
    answers: z.array(answered).check(z.minLength(1), z.maxLength(200)),
  }),
  /**
   * Writes the file with this SHA-256, which `answer` showed: over the plan's file as it was read, or
   * as a new one where a person says. Then checks it as `check` does.
   */
  z.strictObject({ act: z.literal("write"), file: sha256 }),
  /** Adopts the plan that was read last. The first one begins the deployment. */
  z.strictObject({ act: z.literal("adopt"), by: name }),
  /** Two people start a runbook despite what blocks it. */
  z.strictObject({
    act: z.literal("decide"),
    runbook: text(40),
    blocks: z.array(text(60)).check(z.minLength(1), z.maxLength(200)),
    by: two,
    reason: text(400),
  }),
  /** Two people acknowledge what cannot be undone, or is billed. */
  z.strictObject({ act: z.literal("acknowledge"), ...step, by: two }),
  /** Someone confirms that they ran the step's commands. */
  z.strictObject({ act: z.literal("run"), ...step, by: name, shell }),
  /** Checks answers of Azure: pasted, files chosen by hand, or read by this station itself. */
  z.strictObject({
    act: z.literal("prove"),
    ...step,
    check: text(40),
    by: name,
    pasted: z.optional(text(PASTED_MAX)),
    azure,
  }),
  /** The wait of a step is over. */
  z.strictObject({ act: z.literal("wait"), ...step, by: name }),
  /** The record of the ceremony that a step was, chosen by hand. */
  z.strictObject({ act: z.literal("link"), ...step, by: name }),
  z.strictObject({ act: z.literal("done"), ...step, by: name }),
  /** A finished runbook is run again, from its first step: two people say why. */
  z.strictObject({ act: z.literal("rerun"), runbook: text(40), by: two, reason: text(400) }),
  /** Repeats every check, with answers chosen by hand or read by this station: drift. */
  z.strictObject({ act: z.literal("again"), by: name, azure }),
  /** In a rehearsal simulated people carry out everything before a step, and the step. */
  z.strictObject({ act: z.literal("play"), ...step }),
  /** Stops whatever reads or is carried out now. */
  z.strictObject({ act: z.literal("stop") }),
  /** Closes the record on paper, by two people. */
  z.strictObject({ act: z.literal("close"), by: two }),
  /** Copies a command to the clipboard: by its places in the view, never by its text. */
  z.strictObject({
    act: z.literal("copy"),
    ...step,
    /** The check whose commands are meant; "" for those of the step. */
    check: text(40),
    command: z.int().check(z.gte(0), z.lte(1000)),
    shell,
  }),
  /** Saves a paper, or a folder of files, where a person chooses. */
  z.strictObject({
    act: z.literal("save"),
    what: z.enum(["minutes", "minutes-pdf", "evidence", "files", "calendar"]),
  }),
]);

export type DeploymentAct = z.infer<typeof deploymentAct>;
