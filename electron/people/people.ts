// The simulated people as a process of their own: they read screens, keep papers, and type.
import { Fault, sha256Hex, utf8 } from "../../crypto/index.ts";
import { parentChannel } from "../pipe/node-child.ts";
import { serveCalls } from "../pipe/pipe.ts";
import { knock } from "../vault/vault.ts";
import { CAST, type PeopleMethods } from "./protocol.ts";
import { passphraseOf } from "./passphrases.ts";
import { readPaper, writePaper } from "./papers.ts";

/** Runs the people in this process until the parent's channel closes. */
export function runPeople(papers: string, passphraseFile: string | null): void {
  parentChannel.onClose(() => process.exit(0));
  serveCalls(parentChannel, people(papers, passphraseFile), "people");
}

function people(papers: string, passphraseFile: string | null): PeopleMethods {
  return {
    type: async ({ seat, purpose, door }) => {
      const passphrase = passphraseOf(seat, passphraseFile);
      const typed = purpose === "new" ? { passphrase, again: passphrase } : { passphrase };
      const answer = await knock(door, typed);
      if (!("ok" in answer)) throw new Fault(answer.code, answer.message, answer.next);
      return null;
    },
    write: ({ paper, words }) => {
      writePaper(papers, paper, words);
      return Promise.resolve(null);
    },
    read: ({ paper }) => Promise.resolve(readPaper(papers, paper)),
    bag: ({ objects }) => Promise.resolve(objects.map(bagFor)),
  };
}

/**
 * Bags of a series of this rehearsal, places apart, officers keep their own and shared ones are
 * split.
 */
function bagFor(object: string, at: number) {
  const [holder = ""] = object.split(" ");
  const officer = CAST.find(({ role }) => role === holder);
  const series = (Number.parseInt(sha256Hex(utf8(object)).slice(0, 4), 16) % 900) + 100;
  const seal = `R${String(series)}${String(at + 1).padStart(3, "0")}`;
  if (object.endsWith("passphrase envelope"))
    return {
      object,
      seal,
      place: `Bank safe, box ${holder}`,
      custodian: officer?.name ?? "Asha Rao",
    };
  if (officer !== undefined) {
    const backup = object.includes("backup");
    return {
      object,
      seal,
      place: `${backup ? "Site B" : "Site A"}, safe of ${holder}`,
      custodian: officer.name,
    };
  }
  return {
    object,
    seal,
    place: object.startsWith("transfer") ? "Site A, vault" : "Site B, vault",
    custodian: object.startsWith("transfer") ? "Asha Rao" : "Walter Brandt",
  };
}
