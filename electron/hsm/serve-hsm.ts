// The other end of `remote-hsm.ts`: serves one HSM to the process that asks through it.
import { faultTable } from "../../crypto/index.ts";
import type { Hsm, Received } from "./hsm.ts";
import type { HsmMethods, Piece, RehearsalAddress } from "./remote-hsm.ts";

const fault = faultTable({
  "E-HSM-NO-CONNECTION": ["The connection to the HSM was not opened.", "Repeat the step."],
  "E-HSM-ABORTED": ["The answer could not be kept.", "Put the media in and repeat the step."],
});

/** The methods over the HSM that `connect` makes. */
export function hsmMethods(make: (address: RehearsalAddress) => Hsm): HsmMethods {
  let hsm: Hsm | null = null;
  let answer: Answer | null = null;
  const connected = (): Hsm => {
    if (hsm === null) throw fault("E-HSM-NO-CONNECTION");
    return hsm;
  };
  const receiving = (): Answer => {
    if (answer === null) throw fault("E-HSM-NO-CONNECTION");
    return answer;
  };
  return {
    connect: async (address) => {
      hsm = make(address);
      return null;
    },
    activation: async () => connected().activation(),
    facts: async () => connected().facts(),
    download: async ({ certificates, required }) => {
      const begun = new Answer();
      answer = begun;
      begun.follow(connected().download(certificates, required, begun));
      return null;
    },
    piece: async () => receiving().next(),
    abort: async () => {
      receiving().abort();
      return null;
    },
    downloadStatus: async () => connected().downloadStatus(),
    exchangeKey: async () => connected().exchangeKey(),
    upload: async (blob) => connected().upload(blob),
    uploadStatus: async () => connected().uploadStatus(),
    startBackup: async (container) => connected().startBackup(container),
    backupStatus: async (job) => connected().backupStatus(job),
    startRestore: async ({ container, folder }) => connected().startRestore(container, folder),
    restoreStatus: async (job) => connected().restoreStatus(job),
    keys: async () => connected().keys(),
    startPreBackup: async (container) => connected().startPreBackup(container),
    startPreRestore: async ({ container, folder }) =>
      connected().startPreRestore(container, folder),
    signedInAs: async () => connected().signedInAs(),
    roles: async () => connected().roles(),
    roleAssignments: async () => connected().roleAssignments(),
    roleAssignment: async ({ scope, name }) => connected().roleAssignment(scope, name),
    assignRole: async (wanted) => connected().assignRole(wanted),
    removeAssignment: async ({ scope, name }) => {
      await connected().removeAssignment(scope, name);
      return null;
    },
    settings: async () => connected().settings(),
    changeSetting: async (setting) => connected().changeSetting(setting),
  };
}

/** A download's answer between the network, which pushes, and the asking process, which pulls. */
class Answer {
  readonly #chunks: Uint8Array[] = [];
  #ended: Promise<Received> | null = null;
  #over = false;
  #aborted = false;
  #wake: () => void = () => undefined;

  /** The HSM client's sink: a throw ends the receiving. */
  write(chunk: Uint8Array): void {
    if (this.#aborted) throw fault("E-HSM-ABORTED");
    this.#chunks.push(chunk.slice());
    this.#wake();
  }

  follow(receiving: Promise<Received>): void {
    this.#ended = receiving;
    const over = () => {
      this.#over = true;
      this.#wake();
    };
    receiving.then(over, over);
  }

  abort(): void {
    this.#aborted = true;
  }

  /** The next piece as soon as there is one. @throws what the download ended with */
  async next(): Promise<Piece> {
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk !== undefined) return { chunk };
      if (this.#over && this.#ended !== null) return { ended: await this.#ended };
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
