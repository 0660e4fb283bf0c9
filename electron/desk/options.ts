// What the desk is given by whoever puts it behind a window.
import type { RoomView } from "../bridge/room.ts";
import type { Crew } from "../rehearse/stage.ts";
import type { PassphraseInvitation } from "../usecases/deps.ts";
import type { DriveTools } from "./drives.ts";

/** Writes a new file, durably. False, and nothing done, where its name is taken. */
export type WriteNew = (bytes: Uint8Array) => boolean;

/** What the desk is given. Nothing is global. */
export interface DeskOptions {
  /** The folder of all rehearsals. */
  readonly root: string;
  readonly crew: Omit<Crew, "call" | "leave" | "dismiss" | "invite" | "notice">;
  /**
   * Opens the passphrase window, and shuts it at the signal; true when the vault took what was
   * typed.
   */
  readonly type: (
    invitation: PassphraseInvitation, name: string, shut: AbortSignal,
  ) => Promise<boolean>;
  readonly drives: DriveTools;
  /** A file chosen by hand, or null. */
  readonly chooseRecord: () => Promise<Uint8Array | null>;
  /** A place chosen by hand for a file of this name, as what writes it there; or null. */
  readonly choosePlace: (name: string) => Promise<WriteNew | null>;
  readonly clock: () => Date;
  /** Lets what was just shown be seen before the next officer's curtain covers it. */
  readonly pause: () => Promise<void>;
  readonly show: (room: RoomView) => void;
}
