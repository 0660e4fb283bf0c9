// The plan's flow and the three pictures of its architecture, as areas with boxes: what is drawn is the
// plan, how it looks is what the record proves.
import type {
  AreaView,
  BoxState,
  BoxView,
  CheckView,
  PictureView,
} from "../bridge/deployment-views.ts";
import {
  RUNBOOKS,
  SOURCES,
  type CheckName,
  type Plan,
  type RunbookName,
  type Source,
} from "../deployment/deployment.ts";
import type { RunbookAt } from "./progress.ts";

/** What a box is of, before it is known how far that is. */
interface Drawn {
  readonly title: string;
  readonly detail: string;
  readonly runbook: RunbookName | null;
  readonly checks: readonly CheckName[];
  /** Who states it, where no answer of Azure can show it; null where nobody does. */
  readonly stated?: Source | null;
}

interface Area {
  readonly title: string;
  readonly boxes: readonly Drawn[];
}

type Judge = (drawn: Drawn) => BoxView;

/** The four pictures. */
export function picturesOf(
  plan: Plan,
  progress: readonly RunbookAt[],
  checks: readonly CheckView[],
): readonly PictureView[] {
  const judge = judgeOf(progress, checks);
  const picture = (
    name: PictureView["name"],
    areas: readonly Area[],
    look: Judge = judge,
  ): PictureView => ({
    name,
    areas: areas
      .filter(({ boxes }) => boxes.length > 0)
      .map(({ title, boxes }): AreaView => ({ title, boxes: boxes.map(look) })),
  });
  return [
    picture("flow", flow(progress), byRunbook(progress)),
    picture("resources", resources(plan)),
    picture("hsm", inside(plan)),
    picture("network", network(plan)),
  ];
}

/** Its own state of a box: from the checks where it has some, else from its runbook. */
function judgeOf(progress: readonly RunbookAt[], checks: readonly CheckView[]): Judge {
  const runbooks = new Map(progress.map((one) => [one.name, one]));
  const states = new Map(checks.map(({ check, state }) => [check, state]));
  return ({ title, detail, runbook, checks: own, stated }) => {
    const box = (state: BoxState, because: string): BoxView => ({
      title,
      detail,
      state,
      because,
      runbook,
      checks: own,
    });
    if (stated === null) return box("not-provable", "No page says so, and no answer shows it.");
    if (stated !== undefined) return box("stated", sourceLine(stated));
    const planned = own.filter((check) => states.get(check) !== "not-planned");
    const drifted = planned.filter((check) => states.get(check) === "drifted");
    if (drifted.length > 0) return box("drifted", drifted.join(", "));
    const at = runbook === null ? undefined : runbooks.get(runbook);
    const isProven = planned.length > 0 && planned.every((check) => states.get(check) === "done");
    if (isProven || (planned.length === 0 && at?.state === "done")) return box("done", "");
    if (at?.state === "blocked")
      return box(
        "blocked",
        at.blocks.flatMap((one) => (one.decided === null ? [one.id] : [])).join(", "),
      );
    return at?.state === "now" ? box("now", "") : box("open", at?.lacks ?? "");
  };
}

/** A step of the flow is as far as its runbook: its checks may be judged by others again. */
const byRunbook =
  (progress: readonly RunbookAt[]): Judge =>
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
    };
  };

const sourceLine = ({ title, edition }: Source): string =>
  edition === undefined ? title : `${title}, ${edition}`;

/** The phases of the plan's flow, by the runbook with which each begins. */
const PHASES: readonly (readonly [title: string, first: RunbookName])[] = [
  ["The HSM", "provision"],
  ["Keys and recovery", "keys"],
  ["Services", "sql-mi"],
  ["Further services", "storage"],
  ["When due", "rotation"],
];

function flow(progress: readonly RunbookAt[]): readonly Area[] {
  const names = progress.map(({ name }) => name);
  const starts = PHASES.map(([, first]) => names.indexOf(first));
  const before = progress.filter(({ state }) => state !== "unplanned");
  return PHASES.map(([title], at) => ({
    title,
    boxes: before
      .filter(({ name }) => {
        const place = names.indexOf(name);
        return place >= (starts[at] ?? 0) && place < (starts[at + 1] ?? names.length);
      })
      .map(({ name, steps }) => {
        const done = steps.filter(({ state }) => state === "done").length;
        return {
          title: RUNBOOKS[name].title,
          detail: `${String(done)} of ${String(steps.length)} steps`,
          runbook: name,
          checks: [...new Set(steps.flatMap(({ step }) => step.proofs))],
        };
      }),
  }));
}

const regionTitle = (plan: Plan, name: string): string =>
  plan.regions.find((region) => region.name === name)?.title ?? name;

/** The regions that people look at, each with what is in it. */
const byRegion = (plan: Plan, boxes: (region: string) => readonly Drawn[]): readonly Area[] =>
  plan.regions.map(({ name }) => ({ title: regionTitle(plan, name), boxes: boxes(name) }));

/** A box made by a runbook and proven by checks. */
const made = (
  title: string,
  detail: string,
  runbook: RunbookName,
  ...checks: readonly CheckName[]
): Drawn => ({ title, detail, runbook, checks });

const of = <Item extends { readonly region: string }>(
  items: readonly Item[],
  region: string,
  draw: (item: Item) => Drawn,
): readonly Drawn[] => items.filter((item) => item.region === region).map(draw);

function resources(plan: Plan): readonly Area[] {
  const { hsm, recoveryHsm, siteRecovery } = plan;
  return byRegion(plan, (region) => [
    ...of([hsm], region, ({ name }) =>
      made(name, "Managed HSM", "provision", "hsm-created", "purge-protection"),
    ),
    ...(hsm.extension === region
      ? [made(hsm.name, "its second pool", "extend", "region-extended")]
      : []),
    ...of(recoveryHsm === undefined ? [] : [recoveryHsm], region, ({ name }) =>
      made(name, "for recovery", "recovery-rehearsal", "recovery-hsm"),
    ),
    ...of(plan.sqlInstances, region, ({ name }) =>
      made(name, "SQL Managed Instance", "sql-mi", "mi-key", "mi-protector"),
    ),
    ...of(plan.diskSets, region, ({ name, key }) =>
      made(name, "disk encryption set", setsRunbook(plan, key), "disk-sets"),
    ),
    ...of(plan.domainControllers, region, ({ name }) =>
      made(name, "domain controller", "ad-disks", "disks", "dc-health"),
    ),
    ...of(plan.machines, region, ({ name }) => made(name, "machine", "other-vms", "disks")),
    ...of(siteRecovery === undefined ? [] : [siteRecovery], region, ({ vault }) =>
      made(vault, "Site Recovery", "ad-disks", "replicated-items"),
    ),
    ...of(plan.storageAccounts, region, ({ name }) =>
      made(name, "storage", "storage", "storage-key"),
    ),
    ...of(plan.cosmosAccounts, region, ({ name }) =>
      made(name, "Cosmos DB", "cosmos-db", "cosmos-key"),
    ),
    ...of(plan.aksClusters, region, ({ name }) => made(name, "AKS", "aks", "aks-disks")),
  ]);
}

/** Which runbook makes the sets of a key: those of domain controllers come first. */
function setsRunbook(plan: Plan, key: string): RunbookName {
  const own = plan.diskSets.filter((set) => set.key === key).map(({ name }) => name);
  const has = (machines: readonly { readonly diskSet?: string | undefined }[]): boolean =>
    machines.some(({ diskSet }) => own.includes(diskSet ?? ""));
  if (has(plan.domainControllers)) return "ad-disks";
  return has(plan.machines) ? "other-vms" : "aks";
}

const stated = (title: string, detail: string, source: Source | null): Drawn => ({
  title,
  detail,
  runbook: null,
  checks: [],
  stated: source,
});

/** The HSM's inside: what is in the domain, what both pools share, and what only Microsoft can say. */
function inside(plan: Plan): readonly Area[] {
  const { hsm, keys } = plan;
  const { officers, quorum } = hsm.securityDomain;
  const shared: readonly Drawn[] = [
    made(
      "Security domain",
      `${String(quorum)} of ${String(officers)} officers`,
      "activate",
      "hsm-activated",
    ),
    ...keys.map(({ name, kind, size }) =>
      made(name, `${kind} ${String(size)}`, "keys", "keys", "key-attestation"),
    ),
    made("Rotation policies", "of every key", "rotation-policies", "rotation-policies"),
    made("Roles", "of people and services", "service-roles", "administrators", "roles"),
    made("Log and alerts", "", "diagnostics", "diagnostics"),
    made("Full backup", "", "full-backup", "full-backup", "backup-age"),
  ];
  const pool = (region: string): readonly Drawn[] => [
    region === hsm.region
      ? made("Pool", "created", "provision", "hsm-created")
      : made("Pool", "by extension", "extend", "region-extended"),
    stated("Three partitions", "on separate servers", SOURCES.technical),
    stated("HSM cards", "Marvell LiquidSecurity", SOURCES.technical),
    stated("Availability zones", "of the partitions", null),
    stated("Microsoft cannot read keys", "", SOURCES.technical),
  ];
  const pools = [hsm.region, ...(hsm.extension === undefined ? [] : [hsm.extension])];
  return [
    { title: "In every region", boxes: shared },
    ...pools.map((region) => ({ title: regionTitle(plan, region), boxes: pool(region) })),
    {
      title: "Between the regions",
      boxes:
        pools.length < 2
          ? []
          : [
              stated("Replication", "within six minutes", SOURCES.regions),
              stated("Traffic Manager", "leads to a region that answers", SOURCES.regions),
            ],
    },
  ];
}

function network(plan: Plan): readonly Area[] {
  const { hsm } = plan;
  const areas = byRegion(plan, (region) => [
    ...of(plan.networks, region, ({ name, addressSpace }) =>
      made(name, addressSpace.join(", "), "endpoints", "peering"),
    ),
    ...plan.networks.flatMap((one) =>
      (one.region === region ? one.subnets : []).map(({ name, prefix }) =>
        made(name, prefix, "endpoints", "subnets-nsg"),
      ),
    ),
    ...of(plan.endpoints, region, ({ name }) =>
      made(name, "private endpoint", "endpoints", "endpoints"),
    ),
    ...plan.zones
      .filter(({ resourceGroup }) => groupIn(plan, resourceGroup, region))
      .map(({ name }) => made(name, "private DNS zone", "endpoints", "endpoint-dns")),
    ...of(plan.jumpBoxes, region, ({ name }) =>
      made(name, "jump box", "endpoints", "jump-boxes", "serving-region"),
    ),
  ]);
  return [
    ...areas,
    {
      title: hsm.name,
      boxes: [
        made("Public access", hsm.publicAccess.toLowerCase(), "public-access", "public-access"),
        made("Trusted services", `bypass ${hsm.bypass}`, "public-access", "public-access"),
      ],
    },
  ];
}

const groupIn = (plan: Plan, group: string, region: string): boolean =>
  plan.resourceGroups.some((one) => one.name === group && one.region === region);
