// The deployment at the desk: asked of a process of its own, only at the connected station and in
// rehearsals. The desk opens and saves the files that a person chooses, and checks nothing.
import { join } from "node:path";
import { hexWords, utf8 } from "../../crypto/index.ts";
import type { RequestOf } from "../bridge/contract.ts";
import type { DeploymentView, LineView, StepView, WorkView } from "../bridge/deployment-views.ts";
import type { SignInView } from "../bridge/view.ts";
import type { FileAct, FolderFile, Keeper, Order, Papers } from "../deployment-record/keeper.ts";
import { recordIn } from "../session/bundle-folder.ts";
import { ceremoniesIn } from "../session/folders.ts";
import { strangeScripts } from "../session/script-kept.ts";
import { sentence } from "../text/sentence.ts";
import { mediaFolders } from "./ceremony-store.ts";
import { takeFolder } from "./evidence.ts";
import type { Site } from "../hsm/site.ts";
import { AzureReads, type Got } from "./azure-reads.ts";
import { copied } from "./copied.ts";
import { fault } from "./faults.ts";
import type { ChosenFile, DeskOptions, NewFile } from "./options.ts";
import { PlanFile } from "./plan-file.ts";
import { play } from "./simulated-runbooks.ts";
import type { StationRole } from "./station-role.ts";

type Act = RequestOf<"deployment">;
/** The progress of work; the reader has the rest of its view. */
type Progress = Omit<WorkView, "signIn" | "quiet">;
type Options = Pick<
  DeskOptions,
  | "startDeployment"
  | "startReader"
  | "startSubscription"
  | "roots"
  | "choosePlan"
  | "chooseAnswers"
  | "chooseRecord"
  | "chooseFolder"
  | "save"
  | "copy"
>;

/** What a person chose for an act. */
type Chosen = Pick<Order, "files" | "names">;

interface Started {
  readonly root: string;
  readonly keeper: Promise<Keeper>;
}

export class Deployments {
  readonly #options: Options;
  readonly #role: Pick<StationRole, "at" | "mode">;
  #started: Started | null = null;
  readonly #azure: AzureReads;
  #shown: DeploymentView | null = null;
  /** The plan's file that was chosen or saved last. */
  #file: PlanFile | null = null;
  /** Slow work, and how to stop it. */
  #work: { view: Progress; readonly stop: AbortController } | null = null;

  /** @param site the site that was chosen at Home, whose Azure is read */
  constructor(
    options: Options,
    role: Pick<StationRole, "at" | "mode">,
    site: () => Site | null = () => null,
  ) {
    this.#options = options;
    this.#role = role;
    this.#azure = new AzureReads(options, role, site);
  }

  /**
   * @returns the resulting state; null if no file or place was chosen, or it was stopped
   * @throws Fault E-DESK-DEPLOYMENT at the offline station; E-DESK-STALE; E-DESK-BUSY; E-DESK-COPY;
   * E-DEPLOY-FILE-READ; E-SAVE-WRITE; E-DESK-PLAN-*; what the deployment refuses; as `AzureReads.read`
   * and `play`
   */
  async act(act: Act): Promise<DeploymentView | null> {
    const keeper = await this.#keeper();
    if (act.act === "stop") this.#work?.stop.abort();
    else if (act.act !== "look" && this.#work !== null) throw fault("E-DESK-BUSY");
    if (act.act === "copy") await this.#copy(act);
    if (act.act === "save" && !(await this.#save(act.what, await keeper.papers(null)))) return null;
    if (act.act === "play") await this.#play(keeper, act);
    const order = isFile(act)
      ? await this.#orderAfter(keeper, act)
      : await this.#orderFor(keeper, act);
    if (order === null) return null;
    const before = this.#work;
    const view = this.#withFile(await keeper.act(order));
    // A view requested during work may be older than its end: the caller asks again.
    const work = this.#work ?? before;
    this.#shown =
      work === null
        ? view
        : { ...view, work: { ...work.view, signIn: this.#azure.signIn, ...this.#azure.quiet } };
    return this.#shown;
  }

  /** The sign-in of what reads Azure for proofs. */
  get signIn(): SignInView {
    return this.#azure.signIn;
  }

  /** Ends its processes, which closes the record. */
  async end(): Promise<void> {
    this.#work?.stop.abort();
    await this.#azure.end();
    const started = this.#started;
    this.#started = null;
    this.#shown = null;
    await started?.keeper.then(
      (keeper) => keeper.end(),
      () => undefined,
    );
  }

  /** The process for this computer's current role; a new one if the last has gone. */
  async #keeper(): Promise<Keeper> {
    const { at, mode } = this.#role;
    if (at === "offline") throw fault("E-DESK-DEPLOYMENT");
    const { roots, startDeployment } = this.#options;
    const root = join(at === null ? roots.rehearsals : roots.production, "deployments");
    const isGone = await this.#started?.keeper.then(
      (keeper) => keeper.isGone(),
      () => true,
    );
    if (this.#started?.root !== root || isGone === true) await this.end();
    this.#started ??= { root, keeper: startDeployment({ root, mode }) };
    return this.#started.keeper;
  }

  /** An act with what was chosen and read for it; null if nothing was chosen, or it was stopped. */
  async #orderFor(keeper: Keeper, act: Act): Promise<Order | null> {
    if ((act.act !== "prove" && act.act !== "again") || act.azure !== true) {
      const chosen = await this.#filesFor(act);
      return chosen === null ? null : { act, ...chosen };
    }
    const { domain } = this.#azure;
    const wanted = await keeper.wanted({ act, domain });
    const isGiven = act.act === "again" || act.pasted !== undefined || this.#role.at === null;
    const given = wanted.byPeople.length === 0 || isGiven ? NONE : await this.#filesFor(act);
    if (given === null) return null;
    const of = act.act === "prove" ? act.check : "";
    const got = await this.#working<Got | null>(
      { kind: "read", of, done: 0, all: 0 },
      (told, stop) => this.#azure.read(wanted, given.files, told, stop),
    );
    return got === null ? null : { act, files: got.files, read: got.read };
  }

  /** Says which file a change is written to. */
  #withFile(view: DeploymentView): DeploymentView {
    const { change } = view;
    const file = this.#file;
    return change === null || file?.isOf((view.draft ?? view.plan)?.sha256) !== true
      ? view
      : { ...view, change: { ...change, file: file.name } };
  }

  /** Saves a file. @returns what comes then; null if no file or place was chosen @throws Fault as `act` */
  async #orderAfter(keeper: Keeper, act: FileAct): Promise<Order | null> {
    const chosen =
      act.act === "read-existing" ? await this.#existing(keeper, act) : await this.#filesFor(act);
    if (chosen === null) return null;
    const { name, text, over } = await keeper.file({ act, ...chosen });
    const bytes = utf8(text);
    const isPlan = act.act === "new" || act.act === "write";
    if (over !== undefined && this.#file?.isOf(over) === true) this.#file = this.#file.write(bytes);
    else {
      const path = await this.#saved(
        act.act === "compare"
          ? { name: `changes-${name}.txt`, kind: sentence("dialogs.changes"), bytes }
          : { name: `${name}.yaml`, kind: sentence("dialogs.plan"), bytes },
      );
      if (path === null) return null;
      if (isPlan) this.#file = new PlanFile(path, bytes);
    }
    // A plan of answers is checked at once: the very bytes that were written.
    return isPlan
      ? { act: { act: "check", from: "file" }, files: [bytes] }
      : { act: { act: "look" }, files: [] };
  }

  /** What exists in a subscription, as this station reads it; null if it was stopped. */
  async #existing(
    keeper: Keeper,
    act: Extract<FileAct, { act: "read-existing" }>,
  ): Promise<Got | null> {
    const { domain } = this.#azure;
    const wanted = (answers: readonly Uint8Array[]) => keeper.existing({ act, domain, answers });
    const first = await wanted([]);
    return this.#working<Got | null>({ kind: "read", of: "", done: 0, all: 0 }, (told, stop) =>
      this.#azure.read(first, [], told, stop, wanted),
    );
  }

  /** @throws Fault E-DESK-SIMULATED, and as `play` */
  async #play(keeper: Keeper, { runbook, step }: Extract<Act, { act: "play" }>): Promise<void> {
    if (this.#role.at !== null) throw fault("E-DESK-SIMULATED");
    await this.#working({ kind: "play", of: "", done: 0, all: 0 }, (told, stop) =>
      play(
        { keeper, azure: this.#azure, stop, told: (of, done, all) => told({ of, done, all }) },
        { runbook, step },
      ),
    );
  }

  /** Does slow work, whose progress can be seen and which can be stopped. */
  async #working<Value>(
    view: Progress,
    work: (told: (more: Partial<Progress>) => void, stop: AbortSignal) => Promise<Value>,
  ): Promise<Value> {
    const stop = new AbortController();
    const now = { view, stop };
    this.#work = now;
    try {
      return await work((more) => (now.view = { ...now.view, ...more }), stop.signal);
    } finally {
      this.#work = null;
    }
  }

  /** What a person chooses for an act; null if nothing. @throws Fault E-DEPLOY-FILE-READ */
  async #filesFor(act: Act): Promise<Chosen | null> {
    const { choosePlan, chooseAnswers, chooseRecord } = this.#options;
    try {
      if (act.act === "compare" || (act.act === "check" && act.from === "file")) {
        const plan = await choosePlan();
        if (plan === null) return null;
        if (act.act === "check") this.#file = new PlanFile(plan.path, plan.bytes);
        return { files: [plan.bytes] };
      }
      if (act.act === "link") {
        const record = recordAt(await chooseRecord());
        return record === null ? null : { files: [record, ...this.#scripts] };
      }
      if (
        ["existing", "again"].includes(act.act)
        || (act.act === "prove" && act.pasted === undefined)
      )
        return named(await chooseAnswers());
    } catch {
      throw fault("E-DEPLOY-FILE-READ");
    }
    return NONE;
  }

  /** Scripts of ceremonies on this computer that the app lacks: a record may name one. */
  get #scripts(): readonly Uint8Array[] {
    const { rehearsals, production } = this.#options.roots;
    const root = this.#role.at === null ? rehearsals : production;
    return strangeScripts(mediaFolders(root).flatMap((media) => ceremoniesIn(media)));
  }

  /** Only what was shown can be copied: the window names a command by its place. */
  async #copy(act: Extract<Act, { act: "copy" }>): Promise<void> {
    const { runbook, step, check, command, shell } = act;
    const found = this.#shown?.runbooks
      .find(({ name }) => name === runbook)
      ?.steps.find(({ n }) => n === step);
    const line = (found === undefined ? [] : linesOf(found, check))[command]?.[shell];
    if (line === undefined || line === null) throw fault("E-DESK-STALE");
    await copied(line, this.#options);
  }

  /** @returns whether a place was chosen @throws Fault E-SAVE-WRITE */
  async #save(what: Extract<Act, { act: "save" }>["what"], papers: Papers): Promise<boolean> {
    const { chooseFolder } = this.#options;
    const name = `${papers.name}-${wordsOf(papers.head)}`;
    if (what === "evidence") {
      const bytes = await printed(papers);
      const files = [...papers.evidence, { path: "minutes.pdf", bytes }];
      const sums = withSums(files, await printer());
      return (await takeFolder(`deployment-${name}`, sums, { chooseFolder })) !== null;
    }
    if (what === "files")
      return (
        (await takeFolder(`files-${papers.name}`, asFiles(papers.files), { chooseFolder })) !== null
      );
    if (what === "calendar") {
      const bytes = utf8(papers.calendar);
      const kind = sentence("dialogs.calendar");
      return (await this.#saved({ name: `deployment-${papers.name}.ics`, kind, bytes })) !== null;
    }
    const isPdf = what === "minutes-pdf";
    const path = await this.#saved({
      name: `minutes-${name}.${isPdf ? "pdf" : "md"}`,
      kind: isPdf ? "PDF" : "Markdown",
      bytes: isPdf ? await printed(papers) : utf8(papers.minutes),
    });
    return path !== null;
  }

  /** @returns the path; null if no place was chosen @throws Fault E-SAVE-WRITE */
  async #saved(file: NewFile): Promise<string | null> {
    try {
      return await this.#options.save(file);
    } catch {
      throw fault("E-SAVE-WRITE");
    }
  }
}

const FILE_ACTS = ["compare", "existing", "read-existing", "new", "write"];
const isFile = (act: Act): act is FileAct => FILE_ACTS.includes(act.act);

/** The deployment's own process checks it. */
function recordAt(path: string | null): Uint8Array | null {
  const record = path === null ? null : recordIn(path);
  if (path !== null && record === null) throw fault("E-DEPLOY-FILE-READ");
  return record;
}

const NONE: Chosen = { files: [] };

const named = (chosen: readonly ChosenFile[] | null): Chosen | null =>
  chosen === null
    ? null
    : { files: chosen.map(({ bytes }) => bytes), names: chosen.map(({ name }) => name) };

/** The commands of a step, or those of one of its proofs. */
const linesOf = ({ commands, equal, proofs }: StepView, check: string): readonly LineView[] =>
  check === ""
    ? [...equal, ...commands]
    : (proofs.find((proof) => proof.check === check)?.reads ?? []);

/** The first two words of a head: enough to tell folders apart. */
const wordsOf = (head: string): string => hexWords(head, 2).join("-");

const printed = async ({ paper, head, mode }: Papers): Promise<Uint8Array> =>
  (await (await printer()).deploymentPdf(paper, head, mode === "REHEARSAL")).bytes;

const asFiles = (files: readonly FolderFile[]): ReadonlyMap<string, Uint8Array> =>
  new Map(files.map(({ path, bytes }) => [path, bytes]));

/** The files with a list of their digests for `sha256sum --check`, which is the last. */
const withSums = (
  files: readonly FolderFile[],
  { sumsOfFiles }: Awaited<ReturnType<typeof printer>>,
): ReadonlyMap<string, Uint8Array> =>
  new Map([...asFiles(files), ["SHA256SUMS", sumsOfFiles(asFiles(files))]]);

/** Loaded only when asked for: the typefaces would delay the first paint. */
const printer = () => import("../evidence/papers.ts");
