// What may be asked of the simulated people: what a screen would ask, and never for a passphrase.
import type { CustodyObject, HandOffRead, Participant, Seal } from "../ceremony/ceremony.ts";
import type { PassphraseInvitation } from "../usecases/deps.ts";

/** Requests by name. A passphrase is typed into the vault's socket; only "done" comes back. */
export interface PeopleMethods {
  /** Officer `seat` sits down and types, directly into the socket. */
  readonly type: (invitation: PassphraseInvitation) => Promise<null>;
  /** The next time this officer types, it will be something else. */
  readonly slip: (officer: { readonly seat: number }) => Promise<null>;
  /** The bag of an object is torn, and the object is in one with another number. */
  readonly tear: (bag: { readonly object: string }) => Promise<null>;
  /** Someone writes the words seen on a screen on paper. */
  readonly write: (note: { readonly paper: string; readonly words: string }) => Promise<null>;
  /** Someone reads the words on a paper aloud; the witness repeats them. */
  readonly read: (note: { readonly paper: string }) => Promise<string>;
  /** The administrator reads out the bags: one for each object. */
  readonly bag: (request: {
    readonly objects: readonly string[];
    /** Who has which role: officers keep what is their own. */
    readonly keepers: readonly Participant[];
    /** In which ceremony: the bags of before it are distinguished. */
    readonly ceremony: string;
  }) => Promise<readonly CustodyObject[]>;
  /** Bags go to other people and places, closed: people know what is said about them. */
  readonly move: (request: { readonly moved: readonly HandOffRead[] }) => Promise<null>;
  /** The administrator reads out the bags in which objects have been since then. */
  readonly look: (request: {
    readonly objects: readonly string[];
    /** The ceremony before which these bags were closed, if objects of these names got new ones in it. */
    readonly before?: string;
  }) => Promise<readonly CustodyObject[]>;
  /** Someone photographs these bags. A folder with the photographs, and the previous ones. */
  readonly photograph: (request: { readonly bags: readonly Seal[] }) => Promise<string>;
}

/** The names of these methods. */
export const PEOPLE_METHODS = [
  "type",
  "write",
  "read",
  "bag",
  "look",
  "slip",
  "tear",
  "move",
  "photograph",
] as const satisfies readonly (keyof PeopleMethods)[];

/** The argument that makes a process the people of a rehearsal. */
export const PEOPLE_COMMAND = "people-process";

/** Who comes to a rehearsal: of the officers as many as its ceremony has, at most ten (Azure). */
export const REHEARSAL_PEOPLE = [
  { role: "administrator", name: "Asha Rao" },
  { role: "witness", name: "Walter Brandt" },
  { role: "officer-1", name: "Ines Okafor" },
  { role: "officer-2", name: "Jonas Lind" },
  { role: "officer-3", name: "Meera Iyer" },
  { role: "officer-4", name: "Pedro Alves" },
  { role: "officer-5", name: "Yuki Tanaka" },
  { role: "officer-6", name: "Sara Haddad" },
  { role: "officer-7", name: "Kofi Mensah" },
  { role: "officer-8", name: "Elin Dahl" },
  { role: "officer-9", name: "Ravi Menon" },
  { role: "officer-10", name: "Olga Petrova" },
] as const;

/** Who replaces each officer when keys are replaced. */
export const NEWCOMERS = [
  "Tomas Weber",
  "Lena Park",
  "Nadia Berg",
  "Luca Ferri",
  "Amara Diallo",
  "Hugo Blanc",
  "Mina Sato",
  "Jan Kovac",
  "Rosa Vidal",
  "Omar Nasser",
] as const;
