// The entries of a deployment's record, each declared once.
import * as z from "zod/mini";
import type { Deed, ReadView } from "../bridge/deployment-views.ts";
import { counted } from "../ceremony/ceremony.ts";
import { isRunbook } from "../deployment/deployment.ts";
import { PAPER_BYTES } from "../journal/verify.ts";
import { count, digest, digestOrNone, mode, text } from "../record/forms.ts";
import type { DataOf as DataByType, EntryKind, NewOf, RecordEntry } from "../record/kind.ts";
import {
  lastBegun,
  withStep,
  type Deployment,
  type CheckResult,
  type StepRecord,
} from "./state.ts";

/** Infers the types of a declaration. The sentence is what happened, without who did it. */
const entry = <Form extends z.ZodMiniType>(
  kind: EntryKind<Form, Deployment, Partial<Deployment>, string, []>,
): EntryKind<Form, Deployment, Partial<Deployment>, string, []> => kind;

/** Two different people. */
const two = z.array(text.check(z.minLength(1))).check(
  z.length(2),
  z.refine(([one, other]) => one !== other),
);
/** A step by its title, which survives when a changed plan renumbers it. */
const step = { runbook: text, step: count, title: text };

const deedOf = ({ at, by }: RecordEntry): Deed => ({ at, by: [by] });

const inStep = (data: {
  readonly runbook: string;
  readonly step: number;
  readonly title: string;
}) => `${data.runbook}, step ${String(data.step)} (${data.title})`;

/** How answers were obtained, unless people gave all of them. */
const gotBy = (read: ReadView | undefined): string =>
  read === undefined
    ? ""
    : `, read from ${answeredBy(read)} as “${read.as}”, ${String(read.unread.length)} not read`;

/** What a proof saw first of HSMs, or for the last time. */
const sawIn = (pools: readonly { readonly hsm: string; readonly root: string }[] = []): string =>
  pools
    .map(({ hsm, root }) =>
      root === ""
        ? ` The HSM ${hsm} is gone, and its root counts no more.`
        : ` The root of ${hsm} was seen first: ${root}. From now on its keys are attested by it.`,
    )
    .join("");

/** A host's name proves little: the site file's author chooses who vouches for it. */
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
      mode,
      /** The version of the rules; absent: 1. */
      rules: z.exactOptional(count),
    }),
    evolve: ({ mode: own, rules = 1 }) => ({ mode: own, rules }),
    minutes: ({ mode: own }) =>
      own === "REHEARSAL" ? "The rehearsal of a deployment began." : "The deployment began.",
  }),
  "plan-adopted": entry({
    form: z.strictObject({
      plan: text,
      title: text,
      sha256: digest,
      stops: count,
      advice: count,
      findings: z.array(z.strictObject({ code: text, count })),
      /** SHA-256 of what its runbooks ask; only records of version 1 lack it. */
      runbooks: z.exactOptional(digest),
    }),
    evolve: ({ sha256, runbooks = null }, _, stamp) => ({
      plan: { sha256, runbooks, adopted: deedOf(stamp) },
    }),
    minutes: ({ plan, sha256, stops, advice }) =>
      `The plan ${plan} was adopted: SHA-256 ${sha256}. Findings that stop a runbook: `
      + `${String(stops)}. Advice: ${String(advice)}.`,
  }),
  "block-decided": entry({
    form: z.strictObject({ runbook: text, blocks: z.array(text), people: two, reason: text }),
    evolve: ({ runbook, blocks, people }, state, { at }) => ({
      decided: new Map([
        ...state.decided,
        ...blocks.map((block) => [`${runbook} ${block}`, { at, by: people }] as const),
      ]),
    }),
    minutes: ({ runbook, blocks, people, reason }) =>
      `${people.join(" and ")} decided to start ${runbook} despite ${blocks.join(", ")}: ${reason}`,
  }),
  "step-acknowledged": entry({
    form: z.strictObject({ ...step, why: text, people: two }),
    evolve: (data, state, { at }) =>
      withStep(state, data, () => ({ acknowledged: { at, by: data.people } })),
    minutes: (data) => `${data.people.join(" and ")} acknowledged ${inStep(data)}: ${data.why}`,
  }),
  "commands-run": entry({
    form: z.strictObject({
      ...step,
      shell: z.enum(["bash", "powershell"]),
      commands: count,
      /** Of the lines as shown, each with its newline. */
      sha256: digest,
      /** The seconds to wait; 0 if there is no wait, or if people see its end. */
      waitSeconds: count,
    }),
    // What was proven or waited for before the commands ran says nothing about their effect.
    evolve: (data, state, stamp) =>
      withStep(state, data, () => ({
        ran: deedOf(stamp),
        waitSeconds: data.waitSeconds,
        waitOver: null,
        results: new Map(),
      })),
    minutes: (data) =>
      `${data.commands === 1 ? "The command" : `The ${String(data.commands)} commands`} of `
      + `${inStep(data)} ran in ${data.shell}: SHA-256 ${data.sha256}.`,
  }),
  "wait-over": entry({
    form: z.strictObject(step),
    evolve: (data, state, stamp) => withStep(state, data, () => ({ waitOver: deedOf(stamp) })),
    minutes: (data) => `The wait of ${inStep(data)} was over.`,
  }),
  "proof-judged": entry({
    form: z.strictObject({
      /** "" and the number 0 if all checks were evaluated again. */
      ...step,
      check: text,
      /** SHA-256 of the plan the checks were evaluated against. */
      plan: digest,
      proven: z.boolean(),
      /** An answer contradicts what a step that is done had to prove. */
      drifted: z.boolean(),
      differs: z.array(z.strictObject({ member: text, expected: text, found: text })),
      /** How many differences are not listed. */
      more: count,
      answers: z.array(digest),
      /** Roots of HSMs that it saw first, by which their keys are attested from then on; "" of one that is gone. */
      pools: z.exactOptional(z.array(z.strictObject({ hsm: text, root: digestOrNone }))),
      /** Only where the station read Azure itself. */
      read: z.optional(
        z.strictObject({
          from: text,
          as: text,
          unread: z.array(z.strictObject({ file: text, why: text })),
          /** Only if the site has its own authority: SHA-256 of its file. */
          ca: z.optional(digest),
        }),
      ),
    }),
    evolve: (data, state, stamp) => {
      const { runbook, check, plan, proven, drifted, differs, more, answers, read = null } = data;
      const { pools: seen = [] } = data;
      const by = deedOf(stamp);
      const within = runbook === "" ? lastBegun(state) : isRunbook(runbook) ? runbook : null;
      const one: CheckResult = {
        ...{ ...by, plan, proven, drifted, differs, more, answers, read },
        within,
      };
      const checks = new Map([...state.checks, [check, one]]);
      const pools = new Map([
        ...state.pools,
        ...seen.map(({ hsm, root }) => [hsm, { ...by, root }] as const),
      ]);
      if (runbook === "") return { checks, pools };
      const withOne = ({ results }: StepRecord) => ({
        results: new Map([...results, [check, one]]),
      });
      return { checks, pools, ...withStep(state, data, withOne) };
    },
    minutes: (data) =>
      `${data.check} ${data.proven ? "was proven" : data.drifted ? "has drifted" : "was not proven"}`
      + (data.runbook === "" ? ", when all was judged again" : ` in ${inStep(data)}`)
      + `: ${counted(data.differs.length + data.more, "difference")}, `
      + `${counted(data.answers.length, "answer")}${gotBy(data.read)}.${sawIn(data.pools)}`,
  }),
  "ceremony-linked": entry({
    form: z.strictObject({
      ...step,
      script: text,
      hsm: text,
      head: digest,
      closedAt: text,
      /** Why nothing vouches for the record. Early entries lack it even where nothing did. */
      unvouched: z.exactOptional(z.enum(["paper", "anchor"])),
    }),
    evolve: (data, state, stamp) =>
      withStep(state, data, () => ({
        linked: {
          ...deedOf(stamp),
          script: data.script,
          head: data.head,
          unvouched: data.unvouched ?? "anchor",
        },
      })),
    minutes: (data) =>
      `${inStep(data)} is the ceremony ${data.script} of ${data.hsm}, closed at ${data.closedAt}: `
      + `its record means what it says; head ${data.head}.${UNVOUCHED[data.unvouched ?? "anchor"]}`,
  }),
  /** From here on simulated people do this step; their acts follow as entries. */
  "step-simulated": entry({
    rehearsal: true,
    form: z.strictObject({ ...step, people: two }),
    evolve: (data, state, { at }) =>
      withStep(state, data, () => ({ simulated: { at, by: data.people } })),
    minutes: (data) => `${data.people.join(" and ")} carry out ${inStep(data)}: a simulation.`,
  }),
  /** A wait that people would have to sit out ends at once. */
  "time-passed": entry({
    rehearsal: true,
    form: z.strictObject({ ...step, minutes: count }),
    minutes: (data) =>
      `${String(data.minutes)} minutes of ${inStep(data)} passed at once: a simulation.`,
  }),
  "step-finished": entry({
    form: z.strictObject(step),
    evolve: (data, state, stamp) => withStep(state, data, () => ({ done: deedOf(stamp) })),
    minutes: (data) => `${inStep(data)} is done.`,
  }),
  "runbook-finished": entry({
    form: z.strictObject({ runbook: text }),
    evolve: ({ runbook }, state, stamp) => ({
      finished: new Map([...state.finished, [runbook, deedOf(stamp)]]),
    }),
    minutes: ({ runbook }) => `The runbook ${runbook} is finished.`,
  }),
  "runbook-begun-again": entry({
    form: z.strictObject({ runbook: text, people: two, reason: text }),
    evolve: ({ runbook }, state) => ({
      steps: new Map([...state.steps].filter(([key]) => !key.startsWith(`${runbook} `))),
      finished: new Map([...state.finished].filter(([name]) => name !== runbook)),
    }),
    minutes: ({ runbook, people, reason }) =>
      `${people.join(" and ")} began the finished runbook ${runbook} again: ${reason}`,
  }),
  /** Like a ceremony's record, it ends on paper: people sign the words of this entry's hash. */
  "closing-on-paper": entry({
    form: z.strictObject({
      present: two,
      consent: z.strictObject({ plan: digest }),
      spoken: z.literal(PAPER_BYTES),
    }),
    evolve: ({ present }, _, { at }) => ({ closed: { at, by: present } }),
    minutes: ({ present }) => `${present.join(" and ")} closed the record on paper.`,
  }),
} as const;

export type EntryName = keyof typeof ENTRIES;
type Data = DataByType<typeof ENTRIES>;
export type DataOf<Name extends EntryName> = Data[Name];

/** An entry before it is in the record; `by` names its author. */
export type NewEntry = NewOf<Data>;
