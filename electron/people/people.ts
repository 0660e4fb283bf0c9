// The simulated people as a process of their own: they read screens, keep papers, and type.
import { basename, dirname, join } from "node:path";
import { Fault, fromUtf8, sha256Hex, utf8 } from "../../crypto/index.ts";
import type { CustodyObject, HandOffRead, Participant, Seal } from "../ceremony/ceremony.ts";
import { makeFolder, readIfThere, replace } from "../disk/disk.ts";
import { parentChannel } from "../pipe/node-child.ts";
import { serveCalls, type Channel } from "../pipe/pipe.ts";
import { acquainted, sendSecret } from "../vault/vault.ts";
import { fault } from "./faults.ts";
import { passphraseOf } from "./passphrases.ts";
import { pictureOf } from "./picture.ts";
import type { PeopleMethods } from "./protocol.ts";

/**
 * Runs the people in this process until the parent's channel closes.
 * @param send passes what is typed to the vault with this socket
 */
export function runPeople(
  papers: string,
  passphraseFile: string | null,
  channel: Channel = parentChannel,
  send: typeof sendSecret = sendSecret,
): void {
  channel.onClose(() => process.exit(0));
  serveCalls(channel, { ...people(papers, passphraseFile, send), ...acquainted }, "people");
}

function people(
  papers: string,
  passphraseFile: string | null,
  send: typeof sendSecret,
): PeopleMethods {
  const slips = new Set<number>();
  return {
    type: async ({ seat, purpose, socket }) => {
      const right = passphraseOf(seat, passphraseFile);
      const passphrase = slips.delete(seat) ? `${right}, or not` : right;
      const typed = purpose === "new" ? { passphrase, again: passphrase } : { passphrase };
      const answer = await send(socket, typed);
      if (!("ok" in answer)) throw new Fault(answer.code, answer);
      return null;
    },
    slip: ({ seat }) => {
      slips.add(seat);
      return Promise.resolve(null);
    },
    tear: ({ object }) => {
      const bag = bagOn(papers, object);
      // Of another series, with the same digits: easily mistaken for the right one.
      const seal = `T${bag.seal.slice(1)}`;
      const turn = turnOf(papers, object);
      writePaper(papers, bagOf(object), JSON.stringify({ ...bag, seal, turn }));
      return Promise.resolve(null);
    },
    write: ({ paper, words }) => {
      writePaper(papers, paper, words);
      return Promise.resolve(null);
    },
    read: ({ paper }) => Promise.resolve(readPaper(papers, paper)),
    bag: ({ objects, keepers, ceremony }) => {
      for (const object of objects) setAside(papers, object, ceremony);
      return Promise.resolve(objects.map((object, at) => bagged(papers, object, at, keepers)));
    },
    move: ({ moved }) => {
      for (const one of moved) moveBag(papers, one);
      return Promise.resolve(null);
    },
    photograph: ({ bags }) => Promise.resolve(photograph(papers, bags)),
    look: ({ objects, before }) =>
      Promise.resolve(objects.map((object) => bagOn(papers, object, before))),
  };
}

/** Puts an object into a new bag: its number is written on it, and is never used twice. */
function bagged(
  papers: string,
  object: string,
  at: number,
  keepers: readonly Participant[],
): CustodyObject {
  const turn = turnOf(papers, object) + 1;
  const bag = bagFor(object, at + turn * 100, keepers);
  writePaper(papers, bagOf(object), JSON.stringify({ ...bag, turn }));
  return bag;
}

/** How often an object was put into another bag; -1 before its first. */
function turnOf(papers: string, object: string): number {
  const before = paperIn(papers, bagOf(object));
  return before === null ? -1 : (JSON.parse(before) as { readonly turn: number }).turn;
}

/** The bag of before a ceremony is known beside the new one, however often the new one is replaced. */
function setAside(papers: string, object: string, ceremony: string): void {
  const [now, before] = [bagOf(object), bagOf(object, ceremony)].map((of) => paperIn(papers, of));
  if (now != null && before == null) writePaper(papers, bagOf(object, ceremony), now);
}

/**
 * What is written on the bag of an object.
 * @param before the ceremony in which it got another one
 * @throws Fault E-PEOPLE-PAPER
 */
function bagOn(papers: string, object: string, before?: string): CustodyObject {
  const old = before === undefined ? null : paperIn(papers, bagOf(object, before));
  const bag = old ?? readPaper(papers, bagOf(object));
  const { seal, place, custodian } = JSON.parse(bag) as CustodyObject;
  return { object, seal, place, custodian };
}

function moveBag(papers: string, { object, to, place }: HandOffRead): void {
  const bag = JSON.parse(readPaper(papers, bagOf(object))) as CustodyObject;
  writePaper(papers, bagOf(object), JSON.stringify({ ...bag, place, custodian: to }));
}

/**
 * A new picture of each bag, named after its number, as the window asks; and the previous one
 * beside it. Each time in a folder of its own.
 */
function photograph(papers: string, bags: readonly Seal[]): string {
  const times = Number(paperIn(papers, "photographs") ?? 0) + 1;
  const folder = join(dirname(papers), `photographs-${String(times)}`);
  makeFolder(folder);
  for (const { object, seal } of bags) {
    const paper = `photograph of ${object}`;
    const before = paperIn(papers, paper);
    const last = before === null ? null : (JSON.parse(before) as { seal: string; turn: number });
    const turn = (last?.turn ?? 0) + 1;
    if (last !== null) replace(folder, `${last.seal} (last).png`, pictureOf(last.seal, last.turn));
    replace(folder, `${seal}.png`, pictureOf(seal, turn));
    writePaper(papers, paper, JSON.stringify({ seal, turn }));
  }
  writePaper(papers, "photographs", String(times));
  return folder;
}

const bagOf = (object: string, before?: string): string =>
  `bag of ${object}${before === undefined ? "" : ` before ${before}`}`;

/**
 * Bags of this rehearsal's series, in separate places: officers keep their own, shared ones are
 * split.
 */
function bagFor(object: string, at: number, keepers: readonly Participant[]) {
  const [holder = ""] = object.split(" ");
  const theirs = holder.replace("-", " ");
  const officer = keepers.find(({ role }) => role === holder);
  const series = (Number.parseInt(sha256Hex(utf8(object)).slice(0, 4), 16) % 900) + 100;
  const seal = `R${String(series)}${String(at + 1).padStart(3, "0")}`;
  if (object.endsWith("passphrase envelope"))
    return {
      object,
      seal,
      place: `Bank safe, box ${theirs}`,
      custodian: officer?.name ?? "Asha Rao",
    };
  if (officer !== undefined) {
    const backup = object.includes("backup");
    return {
      object,
      seal,
      place: `${backup ? "Site B" : "Site A"}, safe of ${theirs}`,
      custodian: officer.name,
    };
  }
  // Of an officer who has left both media have one keeper, at two sites.
  const isFirst = object.startsWith("transfer") || object === `${holder} medium`;
  return {
    object,
    seal,
    place: isFirst ? "Site A, vault" : "Site B, vault",
    custodian: object.startsWith("transfer") ? "Asha Rao" : "Walter Brandt",
  };
}

/** Writes or replaces one paper: the words seen on a screen. Durable, like ink. */
function writePaper(file: string, paper: string, words: string): void {
  makeFolder(dirname(file));
  const papers = { ...papersIn(file), [paper]: words };
  replace(dirname(file), basename(file), utf8(JSON.stringify(papers)));
}

/** The words on a paper. @throws Fault E-PEOPLE-PAPER */
function readPaper(file: string, paper: string): string {
  const words = paperIn(file, paper);
  if (words === null) throw fault("E-PEOPLE-PAPER");
  return words;
}

/** The words on a paper, or null if there is none. @throws Fault E-PEOPLE-PAPERS */
const paperIn = (file: string, paper: string): string | null => papersIn(file)[paper] ?? null;

/**
 * Everything written. If it cannot be read, nothing may be written either: that would destroy it.
 * @throws Fault E-PEOPLE-PAPERS
 */
function papersIn(file: string): Readonly<Record<string, string>> {
  try {
    const bytes = readIfThere(file);
    return bytes === null ? {} : (JSON.parse(fromUtf8(bytes)) as Record<string, string>);
  } catch {
    throw fault("E-PEOPLE-PAPERS");
  }
}
