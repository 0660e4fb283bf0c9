// The desk: what the window asks is answered here, and what happens is shown. One ceremony at a
// time, one step at a time. It knows nothing of Electron.
import type { ReplyOf, RequestOf } from "../bridge/contract.ts";
import type { Method } from "../bridge/methods.ts";
import type { RoomView } from "../bridge/room.ts";
import { deviationsWanted, type CeremonyView } from "../ceremony/ceremony.ts";
import { readNetwork } from "../network/network.ts";
import { saveCalendar } from "./custody.ts";
import { takeEvidence } from "./evidence.ts";
import { fault } from "./faults.ts";
import * as filled from "./filled.ts";
import type { Hearing } from "./hearing.ts";
import { actOnHeard } from "./listen.ts";
import { bringKeyList, fillKnown } from "./key-lists.ts";
import { Listening } from "./listening.ts";
import * as moments from "./moments.ts";
import type { DeskOptions } from "./options.ts";
import { Papers } from "./papers.ts";
import { Premises } from "./premises.ts";
import { printScript } from "./print.ts";
import { reconciled } from "./reconciled.ts";
import { roomOf, type Showing } from "./room-of.ts";
import { Run } from "./run.ts";
import { shelf, type Shelved } from "./shelf.ts";
import type { Table } from "./table.ts";

type Handlers = {
  readonly [M in Method]: (request: RequestOf<M>) => Promise<ReplyOf<M>>;
};

export class Desk implements Handlers {
  readonly #options: DeskOptions;
  #table: Table | null = null;
  readonly #premises: Premises;
  readonly #run: Run;
  readonly #papers: Papers;
  readonly #listening = new Listening();
  #revision = 0;
  #shown = "";
  #shelf: readonly Shelved[] = [];

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#premises = new Premises(options, () => this.glance());
    this.#papers = new Papers(options, this.#premises.posts);
    this.#run = new Run(options, () => this.#refresh());
  }

  look = async (): Promise<RoomView> => this.#room();

  begin = async (request: RequestOf<"begin">): Promise<RoomView> => {
    this.#table = await this.#lay(this.#home, request);
    if (await this.#table.deliver()) await this.#clear();
    return this.#refresh();
  };

  /** Lays a ceremony out; what that takes is seen. */
  async #lay(premises: Premises, request: RequestOf<"begin">): Promise<Table> {
    try {
      return await this.#run.laying(request.ceremony, () => {
        this.#refresh();
        return premises.lay(request, this.#run.crew());
      });
    } catch (error) {
      premises.rest();
      this.#refresh();
      throw error;
    }
  }

  post = this.#answered(({ post }: RequestOf<"post">) => { this.#home.choose(post); });
  bring = this.#answered(() => this.#home.bring());
  site = this.#answered(({ on }: RequestOf<"site">) => this.#home.site.choose(on));
  carry = this.#answered(() => { this.#judgeIdle().carry(); });

  copySignIn = this.#answered(({ what }: RequestOf<"copySignIn">) =>
    this.#premises.site.copy(this.#run.signIn, what));

  cancelSignIn = this.#answered(() => this.#opened.stage.cancelSignIn());

  leave = this.#answered(() => {
    this.#judgeIdle();
    return this.#clear();
  });

  open = this.#answered((request: RequestOf<"open">) => { this.#judgeGoing().open(request); });

  act = this.#answered((request: RequestOf<"act">) => {
    const table = this.#judgeGoing(request.step);
    this.#begin(table, moments.act(table, request));
  });

  choose = this.#form(filled.fillChoice);
  seals = this.#form(filled.fillSeals);
  handOff = this.#form(filled.fillHandOff);
  trouble = this.#form(filled.fillTrouble);
  destroy = this.#form(filled.fillDestroyed);
  points = this.#form(filled.fillPoints);
  find = this.#form(filled.fillOrigin);
  backup = this.#form(filled.fillBackup);
  knowBackup = this.#form(fillKnown);
  custody = this.#form(filled.fillCustody);
  part = this.#form(filled.fillPart);
  keyList = this.#form(bringKeyList);
  storage = this.#form(filled.chooseStorage);

  answer = this.#answered(({ seat, here }: RequestOf<"answer">) => this.#run.answer(seat, here));

  copied = this.#answered(({ step }: RequestOf<"copied">) => { this.#hearingAt(step).copied(); });

  hear = this.#answered(({ step, words }: RequestOf<"hear">) => {
    const right = this.#hearingAt(step).hear(words);
    const data = { step, code: "E-WORDS-LINE" };
    if (!right) this.#table?.note({ type: "refused", by: "app", data });
  });

  rehear = this.#answered(({ step }: RequestOf<"rehear">) => { this.#hearingAt(step).again(); });

  heard = this.#answered(({ step, decidedBy }: RequestOf<"heard">) => {
    const table = this.#judgeGoing(step);
    const { words, done } = this.#hearingAt(step);
    const now = table.step;
    if (now === null || !done) throw fault("E-DESK-STALE");
    this.#begin(table, () => actOnHeard(table.deps, now, words, decidedBy));
  });

  weigh = async ({ step, objects }: RequestOf<"weigh">): Promise<ReplyOf<"weigh">> =>
    deviationsWanted(this.#judgeGoing(step).state, objects);

  confirm = this.#answered(({ step }: RequestOf<"confirm">) =>
    moments.confirmAt(this.#judgeGoing(step), step));

  except = this.#answered((exception: RequestOf<"except">) =>
    moments.except(this.#opened.resumed, this.#run, exception, this.#now));

  accept = this.#answered((request: RequestOf<"accept">) =>
    moments.accept(this.#judgeGoing(), this.#run, request));

  recess = this.#answered((request: RequestOf<"recess">) =>
    moments.recess(this.#judgeIdle().resumed, request));

  resume = this.#answered(() => { this.#judgeIdle().resume(); });

  change = this.#answered((request: RequestOf<"change">) =>
    moments.change(this.#judgeGoing(), request));

  end = this.#answered((request: RequestOf<"end">) =>
    moments.end(this.#judgeGoing(), this.#run, request));

  watch = this.#answered(({ on }: RequestOf<"watch">) => {
    if (on) this.#premises.drives.watch();
    else if (this.#table?.isOnDrives !== true) this.#premises.rest();
  });

  prepare = this.#answered(({ volume, label }: RequestOf<"prepare">) =>
    this.#premises.prepare(volume, label));

  eject = this.#answered(({ volume }: RequestOf<"eject">) => {
    if (this.#run.progress !== null) throw fault("E-DESK-BUSY");
    return this.#premises.drives.eject(volume);
  });

  understood = this.#answered(() => {
    this.#table?.trainer?.mend();
    this.#run.forget();
  });
  trainer = async ({ done }: RequestOf<"trainer">) => this.#opened.lookAsTrainer(done);
  reconcile = () => reconciled(this.#options, this.#premises.posts);
  timeline = async () => this.#papers.audits.timeline();
  audit = (request: RequestOf<"audit">) => this.#papers.audits.audit(request);
  compare = async (request: RequestOf<"compare">) => this.#papers.audits.compare(request);
  pages = () => this.#papers.pages();
  papers = () => this.#papers.names(this.#table?.closed ?? null);
  paper = ({ name }: RequestOf<"paper">) => this.#papers.save(this.#table?.closed ?? null, name);
  evidence = () => {
    const { closed, script } = this.#judgeIdle();
    return takeEvidence(closed, script, this.#options);
  };
  calendar = () => saveCalendar(shelf(this.#premises.posts.root), this.#options);
  print = ({ ceremony }: RequestOf<"print">) => printScript(ceremony, this.#options);

  /** Looks again at what may change by itself: media, network. Shows it only if it did. */
  readonly glance = (): void => {
    if (this.#run.progress === null) this.#refresh();
  };

  /** The machine goes to sleep, or the app ends: nobody is at the seat any more. */
  readonly shut = async (): Promise<void> => {
    this.#run.end();
    await this.#clear();
  };

  /** A form that was filled in, or a file chosen, for the step that is now. */
  #form<Request extends { readonly step: string }>(
    fill: (table: Table, request: Request, options: DeskOptions) => unknown,
  ): (request: Request) => Promise<RoomView> {
    return this.#answered((request: Request) => {
      const table = this.#judgeGoing(request.step);
      return moments.refusalsNoted(table, () => fill(table, request, this.#options));
    });
  }

  /** What is done at once, answered with the room as it is then. */
  #answered<Request>(
    work: (request: Request) => unknown,
  ): (request: Request) => Promise<RoomView> {
    return async (request) => {
      await work(request);
      return this.#refresh();
    };
  }

  /** Runs a step; on drives those that are in now are asked for first. */
  #begin(table: Table, work: () => CeremonyView | Promise<CeremonyView>): void {
    this.#run.begin(table, table.stop, async () => {
      if (table.isOnDrives) await this.#premises.drives.refresh();
      table.before();
      return work();
    });
  }

  /** The computer while nothing is open, and nothing is being laid out. */
  get #home(): Premises {
    if (this.#table !== null || this.#run.progress !== null) throw fault("E-DESK-BUSY");
    return this.#premises;
  }

  /** The open ceremony, whatever runs in it. */
  get #opened(): Table {
    if (this.#table === null) throw fault("E-DESK-CLOSED");
    return this.#table;
  }

  /** The open ceremony with nothing under way; at this step, where one is named. */
  #judgeIdle(step?: string): Table {
    const table = this.#opened;
    if (this.#run.progress !== null) throw fault("E-DESK-BUSY");
    if (step !== undefined && table.step?.id !== step) throw fault("E-DESK-STALE");
    return table;
  }

  /** As `#judgeIdle`, and resumed; in a recess nothing goes on. @throws Fault E-DESK-RECESS */
  #judgeGoing(step?: string): Table {
    const table = this.#judgeIdle(step).resumed;
    if (table.state.recess !== null) throw fault("E-DESK-RECESS");
    return table;
  }

  #hearingAt(step: string): Hearing {
    this.#judgeGoing(step);
    return this.#listening.at(step);
  }

  async #clear(): Promise<void> {
    const table = this.#table;
    this.#table = null;
    this.#listening.forget();
    this.#run.forget();
    this.#premises.rest();
    await table?.stage.end();
  }

  #room(): RoomView {
    const table = this.#table;
    const { posts, arrival, drives, site } = this.#premises;
    // What other ceremonies there are changes only while none is open.
    if (table === null) this.#shelf = shelf(posts.root);
    else table.look();
    const showing: Showing = {
      table,
      laying: this.#run.laidOut,
      seat: this.#run.seat,
      progress: this.#run.progress,
      hearing: table === null || this.#run.progress !== null ? null : this.#listening.of(table),
      refusal: this.#run.refusal,
      drives: drives.view,
      site: table === null ? site.given?.site ?? null : table.stage.site,
      signIn: this.#run.signIn,
      posts,
      arrival: table === null ? arrival : null,
    };
    return { ...roomOf(showing, this.#shelf, readNetwork(), this.#now), revision: this.#revision };
  }

  get #now(): string {
    return this.#options.clock().toISOString();
  }

  /** Shows the room as it is now, if it changed. */
  #refresh(): RoomView {
    const before = this.#shown;
    const room = this.#room();
    this.#shown = JSON.stringify({ ...room, revision: 0 });
    if (this.#shown === before) return room;
    this.#revision += 1;
    const shown = { ...room, revision: this.#revision };
    this.#options.show(shown);
    return shown;
  }
}
