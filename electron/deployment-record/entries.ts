// The entries of a deployment's record, each declared once: its form, what it changes of the state, and
// its sentence in the minutes.
import * as z from "zod/mini";
import type { Deed, ReadView } from "../bridge/deployment-views.ts";
import { counted } from "../ceremony/ceremony.ts";
import { changed, stepKey, type Deployment, type Judgement, type StepRecord } from "./state.ts";

/** An entry as it was read from the record. */
interface Told {
  readonly at: string;
  readonly by: string;
}

interface EntryKind<Form extends z.ZodMiniType> {
  /** Exactly these members: what is half understood is not believed. */
  readonly form: Form;
  readonly evolve: (state: Deployment, data: z.output<Form>, told: Told) => Deployment;
  /** What happened, without who did it. */
  readonly says: (data: z.output<Form>) => string;
}

const entry = <Form extends z.ZodMiniType>(kind: EntryKind<Form>): EntryKind<Form> => kind;

const text = z.string();
const count = z.int().check(z.nonnegative());
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** Two people, and not one of them twice. */
const two = z.array(text.check(z.minLength(1))).check(
  z.length(2),
  z.refine(([one, other]) => one !== other),
);
/** A step by its title, which stays when a changed plan gives it another number. */
const step = { runbook: text, step: count, title: text };

const deedOf = ({ at, by }: Told): Deed => ({ at, by: [by] });

const withStep = (
  state: Deployment,
  { runbook, title }: { readonly runbook: string; readonly title: string },
  change: (before: StepRecord) => Partial<StepRecord>,
): Deployment => changed(state, stepKey(runbook, title), change);

const inStep = (data: {
  readonly runbook: string;
  readonly step: number;
  readonly title: string;
}) => `${data.runbook}, step ${String(data.step)} (${data.title})`;

/** How answers were got, where it was not by people alone. */
const gotBy = (read: ReadView | undefined): string =>
  read === undefined
    ? ""
    : `, read from ${answeredBy(read)} as “${read.as}”, ${String(read.unread.length)} not read`;

/** A host's name says little where whoever made the site file says which authority vouches for it. */
export const answeredBy = ({ from, ca }: ReadView): string =>
  ca === undefined
    ? from
    : `what answered as ${from}, for which the site's own CA vouches alone (file of SHA-256 ${ca}),`;

const UNVOUCHED = {
  paper: " It is closed on paper: compare its head with the paper that was signed.",
  anchor: " Nothing vouches for it: compare its head with the one that was read aloud.",
};

export const ENTRIES = {
  "deployment-begun": entry({
    form: z.strictObject({
      /** The version of this format. */
      deploymentFormat: z.literal(1),
      mode: z.enum(["REHEARSAL", "PRODUCTION"]),
    }),
    evolve: (state, { mode }) => ({ ...state, mode }),
    says: ({ mode }) =>
      mode === "REHEARSAL" ? "The rehearsal of a deployment began." : "The deployment began.",
  }),
  "plan-adopted": entry({
    form: z.strictObject({
      plan: text,
      title: text,
      sha256: digest,
      stops: count,
      advice: count,
      findings: z.array(z.strictObject({ code: text, count })),
    }),
    evolve: (state, { sha256 }, told) => ({ ...state, plan: { sha256, adopted: deedOf(told) } }),
    says: ({ plan, sha256, stops, advice }) =>
      `The plan ${plan} was adopted: SHA-256 ${sha256}. Findings that stop a runbook: `
      + `${String(stops)}. Advice: ${String(advice)}.`,
  }),
  "block-decided": entry({
    form: z.strictObject({ runbook: text, blocks: z.array(text), people: two, reason: text }),
    evolve: (state, { runbook, blocks, people }, { at }) => ({
      ...state,
      decided: new Map([
        ...state.decided,
        ...blocks.map((block) => [`${runbook} ${block}`, { at, by: people }] as const),
      ]),
    }),
    says: ({ runbook, blocks, people, reason }) =>
      `${people.join(" and ")} decided to start ${runbook} despite ${blocks.join(", ")}: ${reason}`,
  }),
  "step-acknowledged": entry({
    form: z.strictObject({ ...step, why: text, people: two }),
    evolve: (state, data, { at }) =>
      withStep(state, data, () => ({ acknowledged: { at, by: data.people } })),
    says: (data) => `${data.people.join(" and ")} acknowledged ${inStep(data)}: ${data.why}`,
  }),
  "commands-run": entry({
    form: z.strictObject({
      ...step,
      shell: z.enum(["bash", "powershell"]),
      commands: count,
      /** Of the lines as they were shown, each with its newline. */
      sha256: digest,
      /** How long must be waited, in seconds; 0 where nothing is, or people see the end. */
      waitSeconds: count,
    }),
    // What was proven or waited for before they ran, says nothing of what they did.
    evolve: (state, data, told) =>
      withStep(state, data, () => ({
        ran: deedOf(told),
        waitSeconds: data.waitSeconds,
        waitOver: null,
        judged: new Map(),
      })),
    says: (data) =>
      `${data.commands === 1 ? "The command" : `The ${String(data.commands)} commands`} of `
      + `${inStep(data)} ran in ${data.shell}: SHA-256 ${data.sha256}.`,
  }),
  "wait-over": entry({
    form: z.strictObject(step),
    evolve: (state, data, told) => withStep(state, data, () => ({ waitOver: deedOf(told) })),
    says: (data) => `The wait of ${inStep(data)} was over.`,
  }),
  "proof-judged": entry({
    form: z.strictObject({
      /** Both "" and the number 0 where all checks were judged again. */
      ...step,
      check: text,
      /** SHA-256 of the plan that it was judged by. */
      plan: digest,
      proven: z.boolean(),
      /** An answer contradicts what was proven before. */
      drifted: z.boolean(),
      differs: z.array(z.strictObject({ member: text, expected: text, found: text })),
      /** How many differences are not listed. */
      more: count,
      answers: z.array(digest),
      /** Only where the station read Azure itself. */
      read: z.optional(
        z.strictObject({
          from: text,
          as: text,
          unread: z.array(z.strictObject({ file: text, why: text })),
          /** Only where the site has an authority of its own: SHA-256 of its file. */
          ca: z.optional(digest),
        }),
      ),
    }),
    evolve: (state, data, told) => {
      const { runbook, check, plan, proven, drifted, differs, more, answers, read = null } = data;
      const by = deedOf(told);
      const one: Judgement = { ...by, plan, proven, drifted, differs, more, answers, read };
      const judged = { ...state, checks: new Map([...state.checks, [check, one]]) };
      if (runbook === "") return judged;
      return withStep(judged, data, (before) => ({
        judged: new Map([...before.judged, [check, one]]),
      }));
    },
    says: (data) =>
      `${data.check} ${data.proven ? "was proven" : data.drifted ? "has drifted" : "was not proven"}`
      + (data.runbook === "" ? ", when all was judged again" : ` in ${inStep(data)}`)
      + `: ${counted(data.differs.length + data.more, "difference")}, `
      + `${counted(data.answers.length, "answer")}${gotBy(data.read)}.`,
  }),
  "ceremony-linked": entry({
    form: z.strictObject({
      ...step,
      script: text,
      hsm: text,
      head: digest,
      closedAt: text,
      /** Why nothing vouches for the record; early entries lack it, where nothing did either. */
      unvouched: z.exactOptional(z.enum(["paper", "anchor"])),
    }),
    evolve: (state, data, told) =>
      withStep(state, data, () => ({
        linked: {
          ...deedOf(told),
          script: data.script,
          head: data.head,
          unvouched: data.unvouched ?? "anchor",
        },
      })),
    says: (data) =>
      `${inStep(data)} is the ceremony ${data.script} of ${data.hsm}, closed at ${data.closedAt}: `
      + `its record means what it says; head ${data.head}.${UNVOUCHED[data.unvouched ?? "anchor"]}`,
  }),
  /** From here on simulated people do what this step says; what they do follows in entries of their own. */
  "step-simulated": entry({
    form: z.strictObject({ ...step, people: two }),
    evolve: (state, data, { at }) =>
      withStep(state, data, () => ({ simulated: { at, by: data.people } })),
    says: (data) => `${data.people.join(" and ")} carry out ${inStep(data)}: a simulation.`,
  }),
  /** What people would wait for passes at once. */
  "time-passed": entry({
    form: z.strictObject({ ...step, minutes: count }),
    evolve: (state) => state,
    says: (data) =>
      `${String(data.minutes)} minutes of ${inStep(data)} passed at once: a simulation.`,
  }),
  "step-finished": entry({
    form: z.strictObject(step),
    evolve: (state, data, told) => withStep(state, data, () => ({ done: deedOf(told) })),
    says: (data) => `${inStep(data)} is done.`,
  }),
  "runbook-finished": entry({
    form: z.strictObject({ runbook: text }),
    evolve: (state, { runbook }, told) => ({
      ...state,
      finished: new Map([...state.finished, [runbook, deedOf(told)]]),
    }),
    says: ({ runbook }) => `The runbook ${runbook} is finished.`,
  }),
  "runbook-begun-again": entry({
    form: z.strictObject({ runbook: text, people: two, reason: text }),
    evolve: (state, { runbook }) => ({
      ...state,
      steps: new Map([...state.steps].filter(([key]) => !key.startsWith(`${runbook} `))),
      finished: new Map([...state.finished].filter(([name]) => name !== runbook)),
    }),
    says: ({ runbook, people, reason }) =>
      `${people.join(" and ")} began the finished runbook ${runbook} again: ${reason}`,
  }),
  /** As a ceremony's record ends on paper: the words of this entry's hash are what people sign. */
  "closing-on-paper": entry({
    form: z.strictObject({
      present: two,
      consent: z.strictObject({ plan: digest }),
      spoken: z.literal(16),
    }),
    evolve: (state, { present }, { at }) => ({ ...state, closed: { at, by: present } }),
    says: ({ present }) => `${present.join(" and ")} closed the record on paper.`,
  }),
} as const;

export type EntryName = keyof typeof ENTRIES;
export type DataOf<Name extends EntryName> = z.output<(typeof ENTRIES)[Name]["form"]>;
