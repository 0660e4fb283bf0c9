// The other end of `remote-hsm.ts`: serves one HSM to the asking process.
import { isFault } from "../../crypto/index.ts";
import { fault } from "./faults.ts";
import type { AskedHsm, Received } from "./hsm.ts";
import {
  QUESTIONS,
  type HsmAddress,
  type HsmMethods,
  type Piece,
  type Questions,
} from "./remote-hsm.ts";
import type { SignInNews } from "./signed-in.ts";

/** The HSM that is served, and its sign-in; `desk` is null if nobody signs in. */
export interface ServedHsm {
  readonly hsm: AskedHsm;
  readonly desk: {
    readonly news: (seen: number) => Promise<SignInNews>;
    readonly cancel: () => void;
    readonly forget: () => void;
  } | null;
}

/** The methods over the HSM that `connect` makes. */
export function hsmMethods(
  make: (address: HsmAddress) => ServedHsm | Promise<ServedHsm>,
): HsmMethods {
  let served: ServedHsm | null = null;
  let answer: Answer | null = null;
  const station = (): ServedHsm => {
    if (served === null) throw fault("E-HSM-NO-CONNECTION");
    return served;
  };
  const connected = (): AskedHsm => station().hsm;
  const receiving = (): Answer => {
    if (answer === null) throw fault("E-HSM-NO-CONNECTION");
    return answer;
  };
  const questions = Object.fromEntries(
    QUESTIONS.map((name) => [
      name,
      async (args: readonly unknown[]) =>
        (connected() as unknown as Readonly<Record<string, Method>>)[name]?.(...args),
    ]),
  );
  return signedOutWhenRefused(() => served?.desk?.forget(), {
    connect: async (address) => {
      served = await make(address);
      return null;
    },
    ...(questions as unknown as Questions),
    signInNews: async (seen) => {
      const { desk } = station();
      return desk === null ? new Promise<never>(() => undefined) : desk.news(seen);
    },
    cancelSignIn: async () => {
      station().desk?.cancel();
      return null;
    },
    download: async ({ certificates, required, id }) => {
      const begun = new Answer();
      answer = begun;
      begun.follow(connected().download(certificates, required, begun, id));
      return null;
    },
    piece: async () => receiving().next(),
    abort: async () => {
      receiving().abort();
      return null;
    },
  });
}

/** A person whom the HSM refused may sign in again, perhaps as someone else. */
function signedOutWhenRefused(signOut: () => void, methods: HsmMethods): HsmMethods {
  const guarded = Object.entries(methods as unknown as Readonly<Record<string, Method>>).map(
    ([name, method]): [string, Method] => [
      name,
      async (request) => {
        try {
          return await method(request);
        } catch (error) {
          if (isFault(error) && error.code === "E-HSM-AUTH") signOut();
          throw error;
        }
      },
    ],
  );
  return Object.fromEntries(guarded) as unknown as HsmMethods;
}

type Method = (...args: readonly unknown[]) => Promise<unknown>;

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

  /** The next piece as soon as there is one. @throws the error that ended the download */
  async next(): Promise<Piece> {
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk !== undefined) return { chunk };
      if (this.#over && this.#ended !== null) return { ended: await this.#ended };
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
