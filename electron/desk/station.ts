// This computer at the desk: its role, its drives and records, the chosen HSM, what came on a
// transfer medium; and how a ceremony is opened with them.
import type { Counts, Station } from "../../ceremony-scripts/index.ts";
import type { RequestOf } from "../bridge/contract.ts";
import type { ArrivalView, CeremonyName, MediaLabel, StationRoleName } from "../bridge/view.ts";
import type { SessionHooks } from "../session/session.ts";
import { MEDIA } from "../usecases/deps.ts";
import { Arrivals, type Arrived } from "./arrivals.ts";
import { Drives } from "./drives.ts";
import { fault } from "./faults.ts";
import { comesHere, folderAtConnected, mediaFor, placeOf } from "./home.ts";
import type { DeskOptions } from "./options.ts";
import { StationRole } from "./station-role.ts";
import { entriesOf, nameOf, storedCeremonies } from "./ceremony-store.ts";
import { checkNoneDamaged, setDamagedAside } from "./damaged.ts";
import { scriptThere } from "./script-there.ts";
import { SiteChoice } from "./site.ts";
import { OpenCeremony } from "./open-ceremony.ts";
import { checkContinuation } from "../ceremony/ceremony.ts";
import { among } from "../session/chain.ts";
import type { Checks } from "./checks.ts";
import { discard, removeDiscarded, settleDiscarded, undoDiscard } from "./discarded.ts";
import { dropUnopened, setAside } from "./unfinished.ts";

export class LocalStation {
  readonly role: StationRole;
  readonly drives: Drives;
  readonly site: SiteChoice;
  readonly #chooseRecord: DeskOptions["chooseRecord"];
  readonly #arrivals: Arrivals;

  /** @param changed called when a drive came or went */
  constructor(options: DeskOptions, changed: () => void) {
    this.role = new StationRole(options.roots, options.rehearsalOnly, options);
    this.drives = new Drives(options.drives, changed);
    this.site = new SiteChoice(options);
    this.#chooseRecord = options.chooseRecord;
    this.#arrivals = new Arrivals(this.drives.source, "PRODUCTION");
    this.rest();
  }

  /**
   * Opens a ceremony: the unfinished one, or a new one.
   * @param counts of its officers, if neither record nor custody has them
   * @throws Fault E-DESK-DAMAGED, E-REHEARSE-*, E-POST-*, E-DRIVES-*, E-HSM-SITE
   */
  async open(
    { ceremony, on, trials }: RequestOf<"begin">,
    hooks: SessionHooks,
    counts: Counts,
  ): Promise<OpenCeremony> {
    const { at, root } = this.role;
    checkNoneDamaged(root);
    this.#settle();
    if (at !== null) return this.#openAt(at, ceremony, hooks, counts);
    const media = mediaFor(root, ceremony, null);
    const drives = placeOf(media, on) === "drives" ? this.drives.source : undefined;
    if (drives !== undefined) this.drives.watch();
    const site = this.#members;
    return OpenCeremony.open(ceremony, media, hooks, { drives, site }, counts, trials);
  }

  /** In earnest: a connected station only takes part in what came to it. */
  async #openAt(
    at: Station,
    ceremony: CeremonyName,
    hooks: SessionHooks,
    counts: Counts,
  ): Promise<OpenCeremony> {
    const { source } = this.drives;
    this.drives.watch();
    await this.drives.refresh();
    return OpenCeremony.openAt(
      ceremony,
      this.#folderAt(at, ceremony),
      hooks,
      { at, drives: source, site: this.#members },
      counts,
      this.#arrived?.state.opened ?? null,
    );
  }

  /** @throws Fault E-POST-ARRIVAL, E-EARLIER-DIFFERS */
  #folderAt(at: Station, ceremony: CeremonyName): string {
    const { root } = this.role;
    if (at === "offline") return mediaFor(root, ceremony, at);
    const all = storedCeremonies(root);
    if (comesHere(all, this.arrival) !== ceremony) throw fault("E-POST-ARRIVAL");
    const arrived = this.#arrived;
    if (arrived !== null) checkContinuation(arrived, among(entriesOf(all)));
    return folderAtConnected(root, this.#arrived?.state.opened?.ceremony ?? null);
  }

  get #members() {
    return this.site.given?.members;
  }

  /**
   * Parks, discards or restores a rehearsal, or sets a damaged record aside.
   * @param now RFC 3339, UTC
   * @throws Fault E-DESK-STALE, E-DESK-UNDO
   */
  setAside({ number, how }: RequestOf<"setAside">, now: string): void {
    const { root, at } = this.role;
    if (at === null) settleDiscarded(root);
    if (how === "damaged") setDamagedAside(root, number);
    else if (how === "discard") discard(root, at, number, now);
    else if (how === "undo") undoDiscard(root, at, number);
    else if (how === "remove") removeDiscarded(root, at, number, now);
    else setAside(root, at, number, how);
  }

  /** Back at Home: unopened ceremonies are removed. */
  goHome(): void {
    this.#settle();
    this.rest();
  }

  /** After an interruption too: what was prepared then is prepared again. */
  #settle(): void {
    const { root, at } = this.role;
    dropUnopened(root, at);
    if (at === null) settleDiscarded(root);
  }

  /** No ceremony is open: a connected station still checks what comes, others need no drives. */
  rest(): void {
    if (this.role.at === "connected") this.drives.watch();
    else this.drives.stop();
  }

  /** What this computer is for, from now on. @throws Fault E-POST-PROGRAM, E-POST-KEPT */
  choose(role: StationRoleName): void {
    this.role.choose(role);
    this.rest();
  }

  /**
   * Makes an empty drive a medium of this computer's role. An officer's medium is never made where
   * there is a network.
   * @throws Fault E-DESK-STALE, and as `Drives.prepare`
   */
  async prepare(volume: string, label: MediaLabel): Promise<void> {
    const isShared = label === MEDIA.transfer || label === MEDIA.domainCopy;
    if (this.role.at === "connected" && !isShared) throw fault("E-DESK-STALE");
    return this.drives.prepare(volume, label, this.role.mode);
  }

  /** What came to this connected station. */
  get arrival(): ArrivalView | null {
    const { entries, state } = this.#arrived ?? {};
    const ceremony = nameOf(state?.opened?.script ?? "");
    if (state?.opened == null || ceremony === null) return null;
    const { hsm } = state.opened;
    const script = scriptThere(ceremony, state.opened, this.role.root, this.drives.source);
    return { ceremony, hsm, openedAt: entries?.[0]?.at ?? "", script };
  }

  get #arrived(): Arrived | null {
    if (this.role.at !== "connected") return null;
    const found = this.#arrivals.look();
    return typeof found !== "string" && found.state.handedTo === "connected" ? found : null;
  }

  /**
   * Brings a closed record here, chosen by hand, for ceremonies to continue.
   * @throws Fault E-DESK-STALE, E-DESK-DAMAGED, E-AUDIT-FILE, E-CHECK-*, and as `bringRecord`
   */
  async bring({ head }: RequestOf<"bring">, checks: Checks): Promise<void> {
    if (this.role.at !== "offline") throw fault("E-DESK-STALE");
    checkNoneDamaged(this.role.root);
    const path = await this.#chooseRecord();
    if (path !== null) await checks.check("bring", (checker) => checker.bring({ path, head }));
  }
}
