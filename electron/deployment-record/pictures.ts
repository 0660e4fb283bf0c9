// The plan's flow and the three pictures of its architecture, as areas of boxes. The plan decides
// what is drawn, the record how it looks. Where a check covers many resources, only a box's own
// differences count for it.
import type {
  AreaView,
  BoxProofView,
  BoxState,
  BoxView,
  CheckView,
  PictureView,
  RunbookView,
} from "../bridge/deployment-views.ts";
import type { Plan, RunbookName, Source } from "../deployment/deployment.ts";
import { english } from "../text/english.ts";
import type { Value } from "../text/sentence.ts";
import type { Area, Box } from "./boxes.ts";
import { inside } from "./picture-hsm.ts";
import { network } from "./picture-network.ts";
import { resources } from "./picture-resources.ts";

type ViewOf = (one: Box) => BoxView;

/** The four pictures. @param parts of each check whose last result is from the current plan, what it was about */
export function picturesOf(
  plan: Plan,
  progress: readonly RunbookView[],
  checks: readonly CheckView[],
  parts: ReadonlyMap<string, Plan>,
): readonly PictureView[] {
  const picture = (
    name: PictureView["name"],
    areas: readonly Area[],
    look: ViewOf,
  ): PictureView => ({
    name,
    areas: areas
      .filter(({ boxes }) => boxes.length > 0)
      .map(({ title, boxes }): AreaView => ({ title, boxes: boxes.map(look) })),
  });
  const ofPlan = (name: PictureView["name"], draw: (plan: Plan) => readonly Area[]): PictureView =>
    picture(name, draw(plan), viewsOf(progress, proofsOf(plan, draw, checks, parts)));
  return [
    picture("flow", flow(progress), byRunbook(progress, checks)),
    ofPlan("resources", resources),
    ofPlan("hsm", inside),
    ofPlan("network", network),
  ];
}

/** What a box's checks say about it. */
type Proofs = (one: Box) => readonly BoxProofView[];

function proofsOf(
  plan: Plan,
  draw: (plan: Plan) => readonly Area[],
  checks: readonly CheckView[],
  parts: ReadonlyMap<string, Plan>,
): Proofs {
  const boxesOf = (drawn: Plan): readonly Box[] => draw(drawn).flatMap(({ boxes }) => boxes);
  const all = boxesOf(plan);
  // What is proven of a part of the plan says nothing about the boxes that this part lacks.
  const within = new Map(
    [...parts].flatMap(([check, part]) =>
      part === plan ? [] : [[check, new Set(boxesOf(part).map(titleOf))] as const],
    ),
  );
  return (box) =>
    checks
      .filter(({ check }) => box.checks.some((one) => one === check))
      .map(({ check, state, last }) => {
        if (within.get(check)?.has(titleOf(box)) === false)
          return { check, state: "not-reached", differs: [] };
        const { names } = box;
        const others = all.filter((one) => one.checks.some((name) => name === check));
        const isOfAnother = (member: string): boolean =>
          !isOf(member, names) && others.some((other) => isOf(member, other.names));
        const differs = (last?.differs ?? []).filter(({ member }) => !isOfAnother(member));
        const isCurrent = last !== null && parts.has(check) && last.more === 0;
        // All differences belong to other boxes: this one was right.
        const isRight = isCurrent && last.differs.length > 0 && differs.length === 0;
        return { check, state: isRight ? "done" : state, differs };
      });
}

const titleOf = ({ title, detail }: Box): string => `${english(title)}: ${english(detail)}`;

/** Whether a difference belongs to one of these names. */
const isOf = (member: string, names: readonly string[]): boolean =>
  names.some((name) => {
    const [own, from] = [name.toLowerCase(), member.toLowerCase()];
    return from === own || [":", "/", " "].some((after) => from.startsWith(`${own}${after}`));
  });

/** The state of a box: from its checks if it has any, else from its runbook. */
function viewsOf(progress: readonly RunbookView[], proofs: Proofs): ViewOf {
  const runbooks = new Map(progress.map((one) => [one.name, one]));
  return (one) => {
    const { title, detail, runbook, checks, stated } = one;
    const own = proofs(one);
    const box = (state: BoxState, because: Value): BoxView => ({
      title,
      detail,
      state,
      because,
      runbook,
      checks,
      proofs: own,
    });
    if (stated === null) return box("not-provable", "No page says so, and no answer shows it.");
    if (stated !== undefined) return box("stated", sourceLine(stated));
    const planned = own.filter(({ state }) => state !== "not-planned");
    const drifted = planned.filter(({ state }) => state === "drifted");
    if (drifted.length > 0) return box("drifted", drifted.map(({ check }) => check).join(", "));
    const at = runbook === null ? undefined : runbooks.get(runbook);
    const isProven = planned.length > 0 && planned.every(({ state }) => state === "done");
    if (isProven || (planned.length === 0 && at?.state === "done")) return box("done", "");
    if (at?.state === "blocked")
      return box(
        "blocked",
        at.blocks.flatMap((one) => (one.decided === null ? [one.id] : [])).join(", "),
      );
    return at?.state === "now" ? box("now", "") : box("open", at?.lacks ?? "");
  };
}

/** The state of a flow step follows its runbook: other steps may evaluate its checks again. */
const byRunbook =
  (progress: readonly RunbookView[], all: readonly CheckView[]): ViewOf =>
  ({ title, detail, runbook, checks }) => {
    const at = progress.find(({ name }) => name === runbook);
    const state = at?.state ?? "unplanned";
    const blocks = at?.blocks.flatMap(({ id, decided }) => (decided === null ? [id] : [])) ?? [];
    return {
      title,
      detail,
      state: state === "ready" || state === "unplanned" ? "open" : state,
      because: state === "blocked" ? blocks.join(", ") : "",
      runbook,
      checks,
      proofs: all
        .filter(({ check }) => checks.some((one) => one === check))
        .map((one) => ({ check: one.check, state: one.state, differs: one.last?.differs ?? [] })),
    };
  };

const sourceLine = ({ title, edition }: Source): string =>
  edition === undefined ? title : `${title}, ${edition}`;

/** The phases of the flow, each named by its first runbook. */
const PHASES: readonly (readonly [title: string, first: RunbookName])[] = [
  ["What everything is built on", "foundation"],
  ["The HSM", "provision"],
  ["Keys and recovery", "keys"],
  ["Services", "sql-mi"],
  ["Further services", "storage"],
  ["When due", "rotation"],
];

function flow(progress: readonly RunbookView[]): readonly Area[] {
  const names: readonly string[] = progress.map(({ name }) => name);
  const starts = PHASES.map(([, first]) => names.indexOf(first));
  const before = progress.filter(({ state }) => state !== "unplanned");
  return PHASES.map(([title], at) => ({
    title,
    boxes: before
      .filter(({ name }) => {
        const place = names.indexOf(name);
        return place >= (starts[at] ?? 0) && place < (starts[at + 1] ?? names.length);
      })
      .map(({ name, title: own, steps }) => {
        const done = steps.filter(({ state }) => state === "done").length;
        return {
          title: own,
          detail: `${String(done)} of ${String(steps.length)} steps`,
          runbook: name,
          checks: [...new Set(steps.flatMap(({ proofs }) => proofs.map(({ check }) => check)))],
          names: [],
        };
      }),
  }));
}
