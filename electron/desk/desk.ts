// The desk: answers what the window asks, and shows what happens. One ceremony at a time, one step
// at a time. It knows nothing of Electron.
import { basename, dirname } from "node:path";
import type { ReplyOf, RequestOf } from "../bridge/contract.ts";
import type { Method } from "../bridge/methods.ts";
import type { WindowView } from "../bridge/view.ts";
import {
  glossary,
  kindOf,
  PROPOSED,
  type Counts,
  type Planned,
} from "../../ceremony-scripts/index.ts";
import { deviationsWanted, type CeremonyView } from "../ceremony/ceremony.ts";
import { latchedNetwork } from "../network/latch.ts";
import { readTraces, type NetworkReading } from "../network/network.ts";
import { Deployments } from "./deployments.ts";
import { ChosenLogs } from "./chosen-logs.ts";
import { Checks } from "./checks.ts";
import { Crew } from "./crew.ts";
import { saveCalendar } from "./custody.ts";
import { isExample, makeExample, type Making } from "./example.ts";
import { takeEvidence } from "./evidence.ts";
import { fault } from "./faults.ts";
import type { Hearing } from "./hearing.ts";
import { Hearings, NOTHING_HEARD } from "./hearings.ts";
import { bringKeyList } from "./key-lists.ts";
import { bringPhotographs, recordPhotographs } from "./photographs.ts";
import * as actions from "./ceremony-actions.ts";
import type { DeskOptions } from "./options.ts";
import { entered, performAtOnce, work } from "./perform.ts";
import { LocalStation } from "./station.ts";
import { handOutPaper, printScript } from "./papers.ts";
import { stepView, windowViewOf, type Showing } from "./view.ts";
import { StepRun } from "./step-run.ts";
import {
  newestClosed,
  stampsBeside,
  storedCeremonies,
  storeIn,
  type Store,
} from "./ceremony-store.ts";
import type { LeftCeremony, OpenCeremony } from "./open-ceremony.ts";
import type { SessionHooks } from "../session/session.ts";
import { chooseStorage } from "./storage-way.ts";
import { stamps } from "./timestamps.ts";
import { onFreeMedia, unfinishedIn } from "./unfinished.ts";

export type {
  ChosenFile,
  ChosenPlan,
  CrewPeople,
  DeskOptions,
  NewFile,
  Paper,
  PaperUse,
} from "./options.ts";

type Handlers = { readonly [M in Method]: (request: RequestOf<M>) => Promise<ReplyOf<M>> };

export class Desk implements Handlers {
  readonly #options: DeskOptions;
  #current: OpenCeremony | null = null;
  /** The one that people left for Home last, to be continued as if nothing was between. */
  #left: LeftCeremony | null = null;
  readonly #station: LocalStation;
  readonly #run: StepRun;
  readonly #crew: Crew;
  readonly #checks: Checks;
  readonly #deployments: Deployments;
  readonly #hearings = new Hearings();
  readonly #network: () => NetworkReading;
  readonly #logs = new ChosenLogs();
  #making: Making | null = null;
  /** How many ceremonies are being left: one may be when the app ends. */
  #clearing = 0;
  #revision = 0;
  #shown = "";
  #stored: Store = { sound: [], damaged: [], discarded: [] };

  constructor(given: DeskOptions) {
    this.#crew = new Crew(this, given, () => this.#showAgain());
    const { simulated, type } = this.#crew;
    const hooks = { ...given.hooks, network: networkOf(given), simulated };
    this.#station = new LocalStation(given, () => this.glance());
    this.#checks = new Checks(given, this.#station.role, () => this.#showAgain());
    const search: SessionHooks["search"] = (medium, hints) =>
      this.#checks.check("search", (checker) => checker.search({ medium, hints }));
    const options: DeskOptions = { ...given, hooks: { ...hooks, search }, type };
    this.#options = options;
    this.#network = networkOf(options);
    this.#deployments = new Deployments(
      options,
      this.#station.role,
      () => this.#station.site.given?.site ?? null,
    );
    this.#run = new StepRun(options, () => this.#showAgain());
  }

  look = async (): Promise<WindowView> => this.#view();

  begin = async (request: RequestOf<"begin">): Promise<WindowView> => {
    this.#current = await this.#openAt(this.#home, request);
    if (this.#left !== null) this.#current.cameBack(this.#left);
    await this.#crew.sitDown(this.#current.session.at === null ? this.#current : null);
    if (await this.#current.deliver()) await this.#clear();
    return this.#refresh();
  };

  /** Opens a ceremony; the window shows that it takes time. */
  async #openAt(station: LocalStation, request: RequestOf<"begin">): Promise<OpenCeremony> {
    try {
      return await this.#run.whileOpening(request.ceremony, async () => {
        this.#refresh();
        if (request.example === true) await this.#makeExample(station.role);
        return station.open(request, this.#run.hooks(), this.#proposedCounts);
      });
    } catch (error) {
      station.goHome();
      this.#refresh();
      throw error;
    }
  }

  counts = this.#answered(async (counts: RequestOf<"counts">) => this.#counted(counts));

  /** The same numbers from a plan, if a person chooses one. */
  planned = this.#answered(async () => {
    const open = this.#requireIdle();
    if (!open.mayPlan) throw fault("E-DESK-STALE");
    const plan = await this.#options.choosePlan().catch(() => {
      throw fault("E-DESK-PLAN");
    });
    if (plan === null) return;
    const planned = await this.#checks.ask((checker) => checker.planned(plan.bytes));
    await this.#counted(planned, planned);
  });

  /** It is opened again, because media, people and timetable follow from these numbers. */
  async #counted({ officers, quorum }: Counts, planned?: Planned): Promise<void> {
    const open = this.#requireIdle();
    if (!open.mayCount) throw fault("E-DESK-STALE");
    const counts = { officers, quorum };
    try {
      this.#current = await this.#run.whileOpening(open.name, () => open.counted(counts, planned));
    } catch (error) {
      this.#current = null;
      await this.#clear();
      throw error;
    }
    this.#crew.follow(this.#current);
  }

  /** If ceremonies here would continue no custody of the crew's, it makes one. */
  async #makeExample({ at, root }: LocalStation["role"]): Promise<void> {
    const all = storedCeremonies(root);
    if (at !== null || isExample(onFreeMedia(all)) || unfinishedIn(all) !== undefined) return;
    try {
      const told = (making: Making): void => {
        this.#making = making;
        this.#refresh();
      };
      const { people } = this.#options;
      await makeExample(root, this.#run.hooks(), this.#proposedCounts, people, told);
    } finally {
      this.#making = null;
    }
  }

  chooseStationRole = this.#answered(({ role }: RequestOf<"chooseStationRole">) =>
    this.#home.choose(role),
  );
  bring = this.#answered((request: RequestOf<"bring">) => this.#home.bring(request, this.#checks));
  site = this.#answered(({ on }: RequestOf<"site">) => this.#home.site.choose(on));
  setAside = this.#answered((request: RequestOf<"setAside">) =>
    this.#home.setAside(request, this.#now),
  );
  carry = this.#answered(() => this.#requireIdle().carry());

  copySignIn = this.#answered(({ what }: RequestOf<"copySignIn">) =>
    this.#station.site.copy(
      this.#run.signIn.kind === "asking" ? this.#run.signIn : this.#deployments.signIn,
      what,
    ),
  );
  cancelSignIn = this.#answered(() => this.#opened.session.cancelSignIn());

  leave = this.#answered(() => {
    this.#left = this.#requireIdle().left;
    return this.#clear();
  });

  perform = this.#answered(async (request: RequestOf<"perform">) => {
    const open = this.#requireGoing(request.step);
    const now = entered(open, request);
    const { atOnce, hears } = kindOf(now.step.action.kind);
    if (atOnce) {
      await actions.refusalsNoted(open, () =>
        actions.unlessOverruled(open, this.#run, request.step, () =>
          performAtOnce(open, now, this.#options, this.#checks),
        ),
      );
      return;
    }
    const heard = hears === null ? NOTHING_HEARD : this.#hearings.heardAt(request.step);
    this.#begin(open, work(open, now, heard, request.witnessed));
  });

  points = this.#form(actions.acceptFound);
  keyList = this.#form(bringKeyList);
  collateral = this.#form((open, { step }: RequestOf<"collateral">, options) =>
    this.#hearings.bringCollateral(open, step, options),
  );
  storage = this.#form(chooseStorage);

  crew = this.#answered((request: RequestOf<"crew">) => this.#crew.want(request));

  answer = this.#answered(({ seat, here }: RequestOf<"answer">) => this.#run.answer(seat, here));

  copied = this.#answered(({ step }: RequestOf<"copied">) => {
    const hearing = this.#hearingAt(step);
    actions.beginHearing(this.#opened);
    hearing.copied();
  });

  hear = this.#answered(({ step, words }: RequestOf<"hear">) => {
    const hearing = this.#hearingAt(step);
    actions.beginHearing(this.#opened);
    const right = hearing.hear(words);
    const data = { step, code: "E-WORDS-LINE" };
    if (!right) this.#current?.note({ type: "refused", by: "app", data });
  });

  rehear = this.#answered(({ step }: RequestOf<"rehear">) => this.#hearingAt(step).again());

  weigh = async ({ step, objects }: RequestOf<"weigh">): Promise<ReplyOf<"weigh">> =>
    deviationsWanted(this.#requireGoing(step).state, objects);

  confirm = this.#answered(({ step }: RequestOf<"confirm">) => {
    const open = this.#requireGoing(step);
    return actions.unlessOverruled(open, this.#run, step, () =>
      actions.confirmAt(open, step, this.#hearings.heardBeforeConfirming(open)),
    );
  });

  except = this.#answered((exception: RequestOf<"except">) =>
    actions.except(this.#opened.resumed, this.#run, exception, this.#now),
  );

  accept = this.#answered((request: RequestOf<"accept">) =>
    actions.accept(this.#requireGoing(), this.#run, request),
  );

  recess = this.#answered((request: RequestOf<"recess">) =>
    actions.recess(this.#requireIdle().resumed, request),
  );

  resume = this.#answered(() => this.#requireIdle().resume());

  change = this.#answered((request: RequestOf<"change">) =>
    actions.change(this.#requireGoing(), request),
  );

  bringPhotographs = this.#answered(async () => {
    this.#requireGoing();
    const folder = await this.#options.choosePhotographs();
    if (folder !== null) await this.bringPhotographsFrom(folder);
  });

  /** As `bringPhotographs`, from a known folder. @throws Fault E-PHOTO-FILES, E-CHECK-* */
  readonly bringPhotographsFrom = async (folder: string): Promise<void> => {
    const files = await this.#checks.check("photographs", (checker) => checker.photographs(folder));
    const open = this.#requireGoing();
    bringPhotographs(open, files);
    this.#options.showPhotographs(open.photographs);
  };

  recordPhotographs = this.#answered((request: RequestOf<"recordPhotographs">) => {
    const open = this.#requireGoing();
    return actions.refusalsNoted(open, () => recordPhotographs(open, request));
  });

  end = this.#answered((request: RequestOf<"end">) =>
    actions.end(this.#requireGoing(), this.#run, request),
  );

  watch = this.#answered(({ on }: RequestOf<"watch">) => {
    if (on) this.#station.drives.watch();
    else if (this.#current?.isOnDrives !== true) this.#station.rest();
  });

  prepare = this.#answered(({ volume, label }: RequestOf<"prepare">) =>
    this.#station.prepare(volume, label),
  );

  eject = this.#answered(({ volume }: RequestOf<"eject">) => {
    if (this.#run.progress !== null) throw fault("E-DESK-BUSY");
    return this.#station.drives.eject(volume);
  });

  understood = this.#answered(() => {
    this.#current?.trainer?.mend();
    this.#run.forget();
  });
  trainer = async ({ done }: RequestOf<"trainer">) => this.#opened.lookAsTrainer(done);
  cancelCheck = this.#answered(() => this.#checks.cancel());
  logs = (request: RequestOf<"logs">) => this.#logs.change(request, this.#options.chooseLogs);
  reconcile = async (vouching: RequestOf<"reconcile">) => {
    const { paths } = this.#logs;
    if (paths.length === 0) return null;
    return this.#checks.check("reconcile", (checker) => checker.reconcile({ ...vouching, paths }));
  };
  room = this.#answered(() => this.#options.openRoom());
  glossary = async () => glossary();
  step = async ({ step }: RequestOf<"step">) => {
    const there = this.#opened.script.steps.find(({ id }) => id === step);
    if (there === undefined) throw fault("E-DESK-STALE");
    return stepView(there);
  };
  timeline = () => this.#checks.ask((checker) => checker.timeline(null));
  audit = async ({ of }: RequestOf<"audit">) => {
    const path = of === "" ? await this.#options.chooseRecord() : "";
    if (path === null) return null;
    return of === "" ? this.#checks.auditFile(path) : this.#checks.audit(of, "");
  };
  compare = (anchors: RequestOf<"compare">) =>
    this.#checks.check("compare", (checker) => checker.compare(anchors));
  beside = async ({ from }: RequestOf<"beside">) => {
    const paths = await this.#options.chooseRecords(from);
    return paths === null ? null : this.#checks.beside(paths);
  };
  pages = () =>
    this.#checks.ask((checker) => checker.pages({ language: this.#options.language() }));
  papers = () => this.#checks.ask((checker) => checker.papers({ record: this.#closed }));
  paper = async ({ name }: RequestOf<"paper">) => {
    const shown = { record: this.#closed, name, language: this.#options.language() };
    const paper = await this.#checks.check("papers", (checker) => checker.paper(shown));
    return handOutPaper({ name, ...paper, isSummed: name === "minutes.pdf" }, this.#options);
  };
  evidence = async (request: RequestOf<"evidence">): Promise<ReplyOf<"evidence">> => {
    const taken = await this.#takeAway(request);
    return taken === null ? null : { folder: basename(taken) };
  };
  async #takeAway({ of }: RequestOf<"evidence">): Promise<string | null> {
    const root = this.#station.role.root;
    if (of === "newest")
      return takeEvidence(newestClosed(storedCeremonies(root)), this.#options, root);
    const record = this.#current === null ? null : this.#requireIdle().closed;
    if (record === null && !this.#checks.hasShown) throw fault("E-DESK-STALE");
    const folder = await this.#options.chooseFolder();
    if (folder === null) return null;
    const open = this.#current;
    const stamps = open === null ? new Map() : stampsBeside(open.media, open.session.ceremony);
    return this.#checks.check("papers", (checker) => checker.evidence({ record, folder, stamps }));
  }
  stamps = async (request: RequestOf<"stamps">) => {
    const open = this.#requireIdle();
    if (this.#station.role.at === "offline") throw fault("E-DESK-STALE");
    return stamps(request, open, this.#options);
  };
  theme = async ({ theme }: RequestOf<"theme">): Promise<null> => {
    this.#options.keepTheme(theme);
    return null;
  };
  language = async ({ language }: RequestOf<"language">): Promise<null> => {
    this.#options.keepLanguage(language);
    this.#showAgain();
    return null;
  };
  deployment = (act: RequestOf<"deployment">) => this.#deployments.act(act);
  calendar = () => saveCalendar(storedCeremonies(this.#station.role.root), this.#options);
  print = ({ ceremony }: RequestOf<"print">) =>
    printScript(ceremony, storedCeremonies(this.#station.role.root), this.#options);

  /**
   * Checks what may change by itself: media, network. Shows it only if it did. What cannot be read
   * now is reported to the next question, because this one is nobody's.
   */
  readonly glance = (): void => {
    // While a ceremony is being left, presses would be lost: the view is shown once it can be used.
    if (this.#run.progress === null && this.#clearing === 0) this.#showAgain();
  };

  /** The machine goes to sleep, or the app ends: nobody is at the seat any longer. */
  readonly shut = async (): Promise<void> => {
    this.#run.end();
    await this.#checks.end();
    await this.#deployments.end();
    await this.#clear();
  };

  /** A filled-in form, or a chosen file, for the current step. */
  #form<Request extends { readonly step: string }>(
    fill: (open: OpenCeremony, request: Request, options: DeskOptions) => unknown,
  ): (request: Request) => Promise<WindowView> {
    return this.#answered((request: Request) => {
      const open = this.#requireGoing(request.step);
      return actions.refusalsNoted(open, () => fill(open, request, this.#options));
    });
  }

  /** Immediate work, answered with the resulting view. */
  #answered<Request>(
    work: (request: Request) => unknown,
  ): (request: Request) => Promise<WindowView> {
    return async (request) => {
      await work(request);
      return this.#refresh();
    };
  }

  /** Runs a step; on drives the inserted ones are listed first. */
  #begin(open: OpenCeremony, work: () => CeremonyView | Promise<CeremonyView>): void {
    this.#run.begin(open, open.runningStep, async () => {
      if (open.isOnDrives) await this.#station.drives.refresh();
      open.before();
      return work();
    });
  }

  /** The computer while nothing is open, being opened or left. */
  get #home(): LocalStation {
    if (this.#current !== null || this.#run.progress !== null || this.#clearing > 0)
      throw fault("E-DESK-BUSY");
    return this.#station;
  }

  /** The open ceremony, whatever runs in it. */
  get #opened(): OpenCeremony {
    if (this.#current === null) throw fault("E-DESK-CLOSED");
    return this.#current;
  }

  /** The open ceremony with nothing in progress; at this step, if one is named. */
  #requireIdle(step?: string): OpenCeremony {
    const open = this.#opened;
    if (this.#run.progress !== null) throw fault("E-DESK-BUSY");
    if (step !== undefined && open.step?.id !== step) throw fault("E-DESK-STALE");
    return open;
  }

  /** As `#requireIdle`, and resumed; in a recess nothing continues. @throws Fault E-DESK-RECESS */
  #requireGoing(step?: string): OpenCeremony {
    const open = this.#requireIdle(step).resumed;
    if (open.state.recess !== null) throw fault("E-DESK-RECESS");
    return open;
  }

  /** The closed record of the open ceremony. */
  get #closed(): Uint8Array | null {
    return this.#current?.closed ?? null;
  }

  #hearingAt(step: string): Hearing {
    this.#requireGoing(step);
    return this.#hearings.at(step);
  }

  /** Ending takes time: until then nothing can begin, whose folder would be in the way. */
  async #clear(): Promise<void> {
    const open = this.#current;
    this.#current = null;
    this.#clearing += 1;
    try {
      this.#options.showPhotographs([]);
      this.#hearings.forget();
      this.#run.forget();
      await this.#crew.sitDown(null);
      await open?.session.end();
    } finally {
      this.#clearing -= 1;
      this.#station.goHome();
    }
  }

  #view(): WindowView {
    const open = this.#current;
    const { role, arrival, drives, site } = this.#station;
    // The list of other ceremonies changes only while none is open.
    if (open === null) this.#stored = storeIn(role.root);
    else open.look();
    const showing: Showing = {
      open,
      opening: this.#run.opening,
      seat: this.#run.seat,
      progress: this.#run.progress,
      quorum: this.#run.quorum,
      hearing: open === null || this.#run.progress !== null ? null : this.#hearings.of(open),
      refusal: this.#run.refusal,
      drives: drives.view,
      site: open === null ? (site.given?.site ?? null) : open.session.site,
      signIn: this.#run.signIn,
      crew: this.#crew.view,
      role,
      arrival: open === null ? arrival : null,
      proposedCounts: this.#proposedCounts,
    };
    return {
      ...windowViewOf(showing, this.#stored, this.#readings, this.#now),
      confirmMs: this.#options.confirmMs,
      language: this.#options.language(),
      making: this.#making,
      checking: this.#checks.view,
      revision: this.#revision,
    };
  }

  get #proposedCounts(): Counts {
    return this.#options.proposedCounts ?? PROPOSED;
  }

  get #readings() {
    const { traces = readTraces } = this.#options.hooks;
    return { network: this.#network(), traces: traces() };
  }

  get #now(): string {
    return this.#options.clock().toISOString();
  }

  /** As `#refresh`, when nobody waits for an answer. */
  #showAgain(): void {
    try {
      this.#refresh();
    } catch {
      // The same error is thrown at the next question, and answered there.
    }
  }

  /** Shows the current view, if it changed. */
  #refresh(): WindowView {
    const before = this.#shown;
    const view = this.#view();
    this.#shown = JSON.stringify({ ...view, revision: 0 });
    if (this.#shown === before) return view;
    this.#revision += 1;
    const shown = { ...view, revision: this.#revision };
    this.#options.show(shown);
    this.#crew.saw(shown);
    return shown;
  }
}

/**
 * One memory for window and steps: each view reads the network, so that changes between two steps
 * are seen as well. It belongs to this profile, whatever is open in it.
 */
const networkOf = ({ hooks, roots }: DeskOptions): (() => NetworkReading) =>
  hooks.network ?? latchedNetwork(dirname(roots.production));
