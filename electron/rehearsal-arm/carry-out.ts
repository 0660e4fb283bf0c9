// A runbook carried out by simulated people: each step's commands by the person with the role, then
// what people do without a command, then the step's proofs on what is read back.
import { english } from "../text/english.ts";
import { utf8, type Json } from "../../crypto/index.ts";
import {
  dnsServersOf,
  filesOf,
  forwarderFile,
  idOf,
  pathOf,
  readsIn,
  RUNBOOKS,
  SERVICE_ROLES,
  SOAK_NOTES,
  verdictOf,
  versionOf,
  type CheckName,
  type CommandLine,
  type Plan,
  type Pools,
  type RunbookName,
  type Step,
} from "../deployment/deployment.ts";
import { byHand } from "./by-hand.ts";
import type { DoneCommand, DoneStep, Ground, Hands } from "./hands.ts";
import type { RunningArm } from "./rehearsal-arm.ts";
import { changed } from "./world/trouble.ts";
import { troubleOf, wrongFor, type Wrong } from "./wrong.ts";

/** A command that the subscription refused. */
export class CommandFailed extends Error {
  /** As people type it. */
  readonly command: string;
  /** Azure's words. */
  readonly says: string;

  constructor(words: readonly string[], says: string) {
    super(says);
    this.command = `az ${words.join(" ")}`;
    this.says = says;
  }
}

/** A deployment in progress: what was printed so far, by its file. */
export class Deployment implements Ground {
  readonly answers = new Map<string, string>();
  /** Answers of steps, which no proof requests again. */
  readonly #kept = new Map<string, string>();
  readonly #done = new Set<RunbookName>();
  #spoilt: CheckName | null = null;
  /** The roots of HSMs that proofs have seen. */
  #pools: Pools = {};
  readonly plan: Plan;
  readonly arm: RunningArm;
  readonly hands: Hands;
  readonly #files: ReadonlyMap<string, string>;

  constructor(plan: Plan, arm: RunningArm, hands: Hands) {
    this.plan = plan;
    this.arm = arm;
    this.hands = hands;
    this.#files = new Map(filesOf(plan).map(({ name, text }) => [name, text]));
  }

  /** The current steps of a runbook: a second recovery restores into the existing HSM, unless that was deleted. */
  stepsOf(name: RunbookName): readonly Step[] {
    const steps = RUNBOOKS[name].steps(this.plan);
    return name === "recovery-rehearsal" && this.#done.has(name) ? steps.slice(2) : steps;
  }

  async step(runbook: RunbookName, step: Step): Promise<DoneStep> {
    const commands = await this.carryOut(runbook, step);
    if (step.wait !== undefined) this.hands.pass(WAIT_MINUTES);
    const proofs = [];
    for (const check of step.proofs) proofs.push(await this.prove(check, runbook));
    return { title: english(step.title), commands, proofs };
  }

  /** Its commands, and what people do without one; no wait, no proof. @throws CommandFailed */
  async carryOut(runbook: RunbookName, step: Step): Promise<readonly DoneCommand[]> {
    // People who begin with another runbook have what that one creates.
    if (this.#done.size === 0 && runbook !== "foundation") this.arm.settle();
    this.#done.add(runbook);
    if (runbook === "recovery-end") this.#done.delete("recovery-rehearsal");
    const commands: DoneCommand[] = [];
    const variables = new Map<string, string>();
    for (const command of step.commands ?? [])
      commands.push(await this.#command(command, variables, runbook));
    await byHand(this, step);
    if (step.notes?.includes(SERVICE_ROLES) === true) await this.#grantServices(commands);
    return commands;
  }

  /** Grants the services that already have an identity their roles, as the step says. */
  async #grantServices(commands: DoneCommand[]): Promise<void> {
    const grants = RUNBOOKS["service-roles"].steps(this.plan).at(-1)?.commands ?? [];
    const variables = new Map<string, string>();
    for (const command of grants)
      commands.push(await this.#command(command, variables, "service-roles"));
    this.hands.pass(6);
  }

  /** From now on, what this check reads has a wrong member; null ends it. */
  spoil(check: CheckName | null): void {
    this.#spoilt = check;
  }

  /** Reads what a check needs in this runbook, and checks it. */
  async prove(check: CheckName, runbook: RunbookName) {
    const wrong = check === this.#spoilt ? wrongFor(check) : undefined;
    const files = await this.#filesOf(readsIn(check, this.plan, runbook), wrong);
    const known = { now: this.hands.now(), isRehearsal: true, pools: this.#pools };
    const { proven, findings, learnt } = verdictOf(check, this.plan, files, known, runbook);
    this.#pools = { ...this.#pools, ...learnt };
    return { check, proven, findings };
  }

  /** What a check's commands print; a wrong value only while it reads. */
  async #filesOf(
    reads: readonly CommandLine[],
    wrong: Wrong | undefined,
  ): Promise<readonly Uint8Array[]> {
    const trouble = wrong === undefined ? undefined : troubleOf(wrong);
    if (trouble !== undefined) this.arm.troubles.push(trouble);
    const files: Uint8Array[] = [];
    for (const command of reads) {
      const text = await this.read(command);
      if (text !== null) files.push(utf8(this.#told(command, text, wrong)));
    }
    if (trouble !== undefined) this.arm.troubles.splice(this.arm.troubles.indexOf(trouble), 1);
    return files;
  }

  /** The proof's input: as printed, unless it is to be wrong. */
  #told({ into = "" }: CommandLine, text: string, wrong: Wrong | undefined): string {
    if (wrong?.into?.test(into) !== true) return text;
    return this.#keep(into, JSON.stringify(changed(JSON.parse(text) as Json, wrong.member)));
  }

  /** What a reading command prints now; what a step kept; null if there is no answer. */
  async read(command: CommandLine): Promise<string | null> {
    const into = command.into ?? "";
    if (into === SOAK_NOTES) return this.#keep(into, JSON.stringify(notesOf(this)));
    const server = dnsServersOf(this.plan).find(({ address }) => forwarderFile(address) === into);
    if (server !== undefined && command.words.length === 0)
      return this.#keep(into, JSON.stringify(this.arm.forwarder(server.address)));
    if (command.kept === true) return this.#kept.get(into) ?? null;
    const simulated = this.#onTheSpot(command);
    if (simulated !== null) return this.#keep(into, JSON.stringify(simulated));
    const words = this.#words(command, new Map());
    const { code, out } = await this.hands.run(readerOf(words), words);
    return code === 0 && out.trim() !== "" ? this.#keep(into, out) : null;
  }

  #keep(into: string, text: string): string {
    this.answers.set(into, text);
    return text;
  }

  /** The output of scripts on jump boxes and of the soak's samples. */
  #onTheSpot({ words: [first], words }: CommandLine): Json | null {
    if (first === undefined || typeof first === "string" || !("script" in first)) return null;
    const [, name] = words;
    if (first.script === "soak-sample") return soakOf(this, typeof name === "string" ? name : "");
    if (first.script === "soak-services") return servicesOf(this, words.slice(1));
    const box = this.plan.jumpBoxes.find((one) => one.name === name);
    return box === undefined ? null : this.arm.reach(box);
  }

  async #command(
    command: CommandLine,
    variables: Map<string, string>,
    runbook: RunbookName,
  ): Promise<DoneCommand> {
    const empty = command.words.some(
      (word) =>
        typeof word !== "string"
        && "variable" in word
        && (variables.get(word.variable) ?? "") === "",
    );
    const words = this.#words(command, variables);
    // As the runbook says: if the identity does not exist yet, stop, and come back.
    if (empty) return { words, how: "later" };
    const how = this.hands.hasCommand(words) ? "ran" : "asked";
    const asked = how === "ran" ? words : requestFor(words, this.#files);
    const { code, out, errors } = await this.hands.run(doerOf(words, runbook), asked);
    if (command.sets !== undefined) {
      variables.set(command.sets, code === 0 ? out.trim() : "");
      return { words, how: code === 0 ? how : "later" };
    }
    // Reading what does not exist yet is not a failure: az ends with 3.
    if (code === NOT_FOUND && command.into !== undefined) return { words, how: "later" };
    const isThere = /already exists|MatchingRoleAssignmentExists/i.test(errors);
    if (code !== 0 && !isThere)
      throw new CommandFailed(words, `${errors.trim()} ${out}`.trim().slice(0, 2000));
    if (command.into !== undefined) {
      this.#keep(command.into, out);
      this.#kept.set(command.into, out);
    }
    return { words, how };
  }

  /** The words after `az`, with variables and files as a shell would pass them. */
  #words({ words }: CommandLine, variables: ReadonlyMap<string, string>): readonly string[] {
    return words.slice(1).map((word) => {
      if (typeof word === "string") return word === "FOLDER" ? this.backupFolder() : word;
      if ("variable" in word) return variables.get(word.variable) ?? "";
      // az reads the file itself.
      return "file" in word ? `@${word.file}` : word.script;
    });
  }

  /** The newest backup's folder, as the check backup-age finds it. */
  backupFolder(): string {
    const text = this.#kept.get(`${this.plan.hsm.name}-backup.json`) ?? "{}";
    return /mhsm-[\w-]+-\d+/.exec(text)?.[0] ?? "";
  }
}

const NOT_FOUND = 3;
/** The longest wait by the clock. */
const WAIT_MINUTES = 30;

const ROLE = "keyvault role assignment";

/** Who has the role that a command needs. */
function doerOf(words: readonly string[], runbook: RunbookName): string {
  const line = words.join(" ");
  if (line.startsWith("keyvault key list-deleted ")) return "auditor";
  if (line.startsWith(ROLE)) return runbook === "roles" ? "administrator" : "officer";
  if (/^keyvault (backup|restore|security-domain|setting) /.test(line)) return "administrator";
  if (line.includes(".managedhsm.azure.net/prebackup?")) return "administrator";
  if (line.startsWith("keyvault key ")) return "key-manager";
  return "contributor";
}

/** Before people have their roles, only the administrator may read them. */
const readerOf = (words: readonly string[]): string => {
  const line = words.join(" ");
  if (line.startsWith(ROLE) || line.startsWith("keyvault setting ")) return "administrator";
  const isKey = line.startsWith("keyvault key ") || line.includes(".managedhsm.azure.net/keys");
  return isKey ? "key-manager" : "contributor";
};

/**
 * The same by `az rest`, as the runbook advises if az lacks `monitor`; and a machine without its image, which
 * az would look up in Azure's market.
 */
function requestFor(
  words: readonly string[],
  files: ReadonlyMap<string, string>,
): readonly string[] {
  const flag = (name: string): string => words[words.indexOf(name) + 1] ?? "";
  const put = (id: string, version: string, body: Json) => [
    "rest",
    "--method",
    "put",
    "--url",
    `https://management.azure.com${id}?api-version=${version}`,
    "--body",
    JSON.stringify(body),
  ];
  if (words[1] === "diagnostic-settings")
    return put(
      `${flag("--resource")}/providers/${pathOf("diagnostic-setting", flag("--name"))}`,
      versionOf("diagnostic-setting"),
      {
        properties: {
          workspaceId: flag("--workspace"),
          logs: JSON.parse(files.get(flag("--logs").slice(1)) ?? "[]") as Json,
        },
      },
    );
  if (words[1] === "create")
    return put(
      flag("--nics").replace(/\/providers\/.*/, `/providers/${pathOf("vm", flag("--name"))}`),
      versionOf("vm"),
      {
        location: flag("--location"),
        properties: { networkProfile: { networkInterfaces: [{ id: flag("--nics") }] } },
      },
    );
  const subscription = /^\/subscriptions\/[^/]+/i.exec(flag("--scopes"))?.[0] ?? "";
  const group = `${subscription}/resourceGroups/${flag("--resource-group")}`;
  const id = `${group}/providers/${pathOf("metric-alert", flag("--name"))}`;
  return put(id, versionOf("metric-alert"), {
    location: "global",
    properties: {
      severity: 2,
      enabled: true,
      scopes: [flag("--scopes")],
      evaluationFrequency: "PT1M",
      windowSize: "PT5M",
      criteria: criteriaOf(flag("--condition")),
      actions: [
        { actionGroupId: `${group}/providers/microsoft.insights/actionGroups/${flag("--action")}` },
      ],
    },
  });
}

/** How az parses a condition: `avg METRIC < NUMBER`. */
function criteriaOf(condition: string): Json {
  const [, metricName = "", sign = "", threshold = ""] =
    /^avg (\w+) ([<>]) (\d+)$/.exec(condition) ?? [];
  return {
    "odata.type": "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
    allOf: [
      {
        criterionType: "StaticThresholdCriterion",
        name: "cond0",
        metricName,
        operator: sign === "<" ? "LessThan" : "GreaterThan",
        threshold: Number(threshold),
        timeAggregation: "Average",
        dimensions: [],
      },
    ],
  };
}

/** What people note of the soak's tests. */
const notesOf = ({ plan, hands }: Deployment): Json => {
  const at = hands.now().toISOString();
  const by = plan.people.slice(0, 2).map(({ name }) => name);
  return plan.soak.tests.map((test) => ({ sample: "test", test, at, by }));
};

/** The times of the whole period's samples, as at its end. */
function sampleTimes({ plan, hands }: Deployment): readonly string[] {
  const { days, sampleMinutes } = plan.soak;
  const count = Math.ceil((days * 1440) / sampleMinutes) + 1;
  const end = hands.now().getTime();
  return Array.from({ length: count }, (_, n) =>
    new Date(end - (count - n) * sampleMinutes * 60_000).toISOString(),
  );
}

/** The samples of the services of these ids. */
function servicesOf(deployment: Deployment, ids: CommandLine["words"]): Json {
  const services = ids
    .filter((id) => typeof id === "string")
    .map((id) => ({ id, availability: "Available" }));
  return sampleTimes(deployment).map((at) => ({ sample: "services", at, services }));
}

/** The samples of one instance. */
function soakOf(deployment: Deployment, instance: string): Json {
  const { plan, arm } = deployment;
  const own = plan.sqlInstances.find(({ name }) => name === instance);
  if (own === undefined) return [];
  const protector = arm.see(idOf(plan, "protector", own));
  const databases = arm.see(`${idOf(plan, "instance", own)}/databases`);
  const list = (databases as { value?: readonly { name: string; properties: Json }[] }).value ?? [];
  const sample = {
    sample: "instance",
    instance,
    databases: list.map(({ name, properties }) => ({ name, properties })),
    protector,
    availability: "Available",
  };
  return sampleTimes(deployment).map((at) => ({ ...sample, at }));
}
