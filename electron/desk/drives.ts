// The removable drives behind the window: watched, prepared as media, ejected.
import { isFault, random } from "../../crypto/index.ts";
import { MEDIA_LABELS, type DrivesView, type DriveView, type MediaLabel } from "../bridge/view.ts";
import type { Mode } from "../ceremony/ceremony.ts";
import {
  driveMedia,
  prepareDrive,
  watchDrives,
  type Drive,
  type DriveNews,
  type MediaSource,
  type MediumThere,
} from "../media/media.ts";
import { fault } from "./faults.ts";

/** The system's operations on drives. */
export interface DriveTools {
  readonly list: () => Promise<readonly Drive[]>;
  readonly eject: (drive: Drive) => Promise<void>;
  /** How often they are listed while they are watched, in ms. */
  readonly everyMs: number;
}

/** The drives while they are watched, or a ceremony uses them. */
export class Drives {
  readonly #tools: DriveTools;
  readonly #changed: () => void;
  /** Media on these drives, by the last listing. */
  readonly source: MediaSource;
  #listed: readonly Drive[] = [];
  #news: DriveNews | null = null;
  #watch: { readonly stop: () => void } | null = null;

  /** @param changed called when a drive came, went, or can no longer be listed */
  constructor(tools: DriveTools, changed: () => void) {
    this.#tools = tools;
    this.#changed = changed;
    this.source = driveMedia(async () => (this.#listed = await tools.list()));
  }

  /** Lists the drives again. @throws Fault E-DRIVES-TOOL, E-DRIVES-FORM */
  readonly refresh = async (): Promise<readonly Drive[]> => {
    await this.source.refresh();
    return this.#listed;
  };

  watch(): void {
    this.#watch ??= watchDrives({
      list: this.refresh,
      everyMs: this.#tools.everyMs,
      onChange: (news) => {
        this.#news = news;
        this.#changed();
      },
    });
  }

  stop(): void {
    this.#watch?.stop();
    this.#watch = null;
    this.#news = null;
  }

  get view(): DrivesView | null {
    if (this.#watch === null) return null;
    const news = this.#news;
    if (news?.state !== "known")
      return {
        state: "unknown",
        drives: [],
        labels: MEDIA_LABELS,
        free: [],
        inserted: [],
        removed: [],
      };
    const there = this.#there();
    return {
      state: "known",
      drives: news.drives.map((drive) => viewOf(drive, there)),
      labels: MEDIA_LABELS,
      free: MEDIA_LABELS.filter((label) => there.every((medium) => medium.label !== label)),
      inserted: news.inserted.map(nameOf),
      removed: news.removed.map(nameOf),
    };
  }

  /**
   * Makes an empty drive a medium of rehearsals, or in earnest.
   * @throws Fault E-DESK-STALE, E-DRIVE-NOT-EMPTY, E-DRIVE-*, E-MEDIA-*
   */
  async prepare(volume: string, label: MediaLabel, mode: Mode): Promise<void> {
    const drive = await this.#find(volume);
    try {
      prepareDrive(drive, label, mode, random);
    } catch (error) {
      // It has other files, or an unreadable marker: it is not ours to use.
      throw isFault(error) && error.code === "E-MEDIA-MARKER" ? fault("E-DRIVE-NOT-EMPTY") : error;
    }
    await this.refresh();
  }

  /** @throws Fault E-DESK-STALE, E-DRIVE-BUSY, E-DRIVE-EJECT */
  async eject(volume: string): Promise<void> {
    await this.#tools.eject(await this.#find(volume));
    await this.refresh();
  }

  /** The drive as it is now, not as it was shown. */
  async #find(volume: string): Promise<Drive> {
    const found = (await this.refresh()).filter((drive) => drive.volume === volume);
    const [drive] = found;
    if (drive === undefined || found.length > 1) throw fault("E-DESK-STALE");
    return drive;
  }

  /** What is inserted; empty while the drives cannot be listed. */
  #there(): readonly MediumThere[] {
    try {
      return this.source.labels();
    } catch (error) {
      if (isFault(error)) return [];
      throw error;
    }
  }
}

const nameOf = ({ label, device }: Drive): string => (label === "" ? device : label);

function viewOf(drive: Drive, there: readonly MediumThere[]): DriveView {
  const medium = there.find(({ volume }) => volume === drive.volume);
  const { label = null, mode = null } = medium ?? {};
  return {
    volume: drive.volume,
    name: drive.label,
    fileSystem: drive.fileSystem,
    bytes: drive.bytes,
    freeBytes: drive.freeBytes,
    isOpen: drive.mount !== null,
    isReadOnly: drive.readOnly,
    medium: label === null || mode === null ? null : { label, mode },
    state: medium?.state ?? "closed",
  };
}
