// What the desk gets from the program behind the window.
import type { Counts } from "../../ceremony-scripts/index.ts";
import type { Language, Value } from "../text/text.ts";
import type { RehearsalOnly, StationRoleView, WindowView } from "../bridge/view.ts";
import type { Mode } from "../ceremony/ceremony.ts";
import type { Keeper } from "../deployment-record/keeper.ts";
import type { Reader } from "../hsm/remote-reader.ts";
import type { Subscription } from "../rehearsal-arm/subscription.ts";
import type { SessionHooks } from "../session/session.ts";
import type { PhotographFile } from "../session/photographs.ts";
import type { PassphraseInvitation } from "../usecases/deps.ts";
import type { PeopleMethods } from "../people/protocol.ts";
import type { Checker, Checking } from "./checker.ts";
import type { DriveTools } from "./drives.ts";

/** Folders of records, one for each use of this computer. */
export interface Roots {
  readonly rehearsals: string;
  readonly production: string;
}

/** A file to save: the proposed name, its kind in a word, its bytes. */
export interface NewFile {
  readonly name: string;
  readonly kind: Value;
  readonly bytes: Uint8Array;
}

/** A file that a person chose, by its name without the folder. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A plan's file that a person chose. */
export interface ChosenPlan {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A paper as a PDF, for a person who prints or saves it. */
export interface Paper {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Its first page says everything for a reader who reads no further. */
  readonly isSummed: boolean;
}

/** What a person does with a paper: none if the question was closed. */
export type PaperUse = "print" | "print-summary" | "save" | "none";

/** A site file's bytes, and the folder for the files it names. */
export interface ChosenSite {
  readonly bytes: Uint8Array;
  readonly folder: string;
}

/** The simulated people's process: its methods, and its end. */
export interface CrewPeople {
  readonly call: PeopleMethods;
  readonly end: () => Promise<void>;
}

/** The options of the desk. No globals. */
export interface DeskOptions {
  /** Where records are stored. */
  readonly roots: Roots;
  /** Why this program is only for rehearsals, or null. */
  readonly rehearsalOnly: RehearsalOnly | null;
  /** Files of the program's package that are not as released, each named; none by default. */
  readonly differences?: readonly string[];
  /** For a signed package, as read aloud. */
  readonly release?: StationRoleView["release"];
  /** For the live image that this computer was started from; omitted if none. */
  readonly image?: StationRoleView["image"];
  readonly hooks: Omit<SessionHooks, "call" | "leave" | "dismiss" | "invite" | "notice">;
  /**
   * Opens the passphrase window, and closes it at the signal; true if the vault accepted the
   * passphrase.
   */
  readonly type: (
    invitation: PassphraseInvitation,
    name: string,
    mode: Mode,
    shut: AbortSignal,
  ) => Promise<boolean>;
  /** How many officers are proposed for a first ceremony; 3 of 5 by default. */
  readonly proposedCounts?: Counts;
  /** Starts the simulated people of a rehearsal, whose papers are in this file. */
  readonly people: (papers: string) => Promise<CrewPeople>;
  /** The factor for how long a watched crew announces its deeds. */
  readonly crewPace: number;
  readonly drives: DriveTools;
  /** The path of a record chosen by hand, or null. It is not read. */
  readonly chooseRecord: () => Promise<string | null>;
  /** The paths of records, or of folders with records, or null. They are not read. */
  readonly chooseRecords: (what: "files" | "folders") => Promise<readonly string[] | null>;
  /** A site file chosen by hand, with its folder, or null. */
  readonly chooseSite: () => Promise<ChosenSite | null>;
  /** A key list chosen by hand, or null. */
  readonly chooseKeyList: () => Promise<Uint8Array | null>;
  /** Intel's files on an exchange key's hardware chosen by hand, or null. */
  readonly chooseCollateral: () => Promise<readonly Uint8Array[] | null>;
  /** The path of a SAS token's file, or null. It is not read. */
  readonly chooseSas: () => Promise<string | null>;
  /** Answers of timestamp authorities chosen by hand, or null. */
  readonly chooseStamps: () => Promise<readonly ChosenFile[] | null>;
  /** Copies a public text to the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  /** Shows every window light or dark, also the next time. */
  readonly keepTheme: (theme: "light" | "dark") => void;
  /** The language of the windows now. */
  readonly language: () => Language;
  /** Keeps the language of every window, also for the next time. */
  readonly keepLanguage: (language: Language) => void;
  /** A plan file chosen by hand, or null. */
  readonly choosePlan: () => Promise<ChosenPlan | null>;
  /** Answers of Azure chosen by hand, or null. */
  readonly chooseAnswers: () => Promise<readonly ChosenFile[] | null>;
  /** Starts the process that keeps the deployments in this folder. */
  readonly startDeployment: (kept: {
    readonly root: string;
    readonly mode: Mode;
  }) => Promise<Keeper>;
  /** Starts the process of the connected station that reads Azure for proofs. */
  readonly startReader: () => Promise<Reader>;
  /** Starts the process of a rehearsal's subscription. */
  readonly startSubscription: () => Promise<Subscription>;
  /** Paths of exported files of Azure's log chosen by hand, or null. */
  readonly chooseLogs: (what: "files" | "folders") => Promise<readonly string[] | null>;
  /** Starts the process that reads what others wrote. */
  readonly startChecker: (checking: Checking) => Promise<Checker>;
  /** The folder of photographs chosen by hand, or null. It is not read. */
  readonly choosePhotographs: () => Promise<string | null>;
  /** The page may show these photographs from now on, and no others. */
  readonly showPhotographs: (files: readonly PhotographFile[]) => void;
  /** A folder chosen by hand, or null. */
  readonly chooseFolder: () => Promise<string | null>;
  /** Saves a new file where a person says; its path, or null if no place was chosen. */
  readonly save: (file: NewFile) => Promise<string | null>;
  /** Asks whether a paper is printed or saved, and prints it; saved if there is no printer. */
  readonly print: (paper: Paper) => Promise<PaperUse>;
  readonly clock: () => Date;
  /** How long a performed step is shown before it can be confirmed, in ms. */
  readonly confirmMs: number;
  /** Lets the result be seen before the next officer's curtain covers it. */
  readonly pause: () => Promise<void>;
  /** Opens the second window. */
  readonly openRoom: () => void;
  readonly show: (view: WindowView) => void;
}
