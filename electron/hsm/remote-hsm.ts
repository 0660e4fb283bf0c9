// An HSM asked through another process: the only one with the network code and the sign-in.
import { Fault, isFault } from "../../crypto/index.ts";
import type { AskedHsm, OfficerCertificate, Received } from "./hsm.ts";
import type { SignInNews, SignInView } from "./signed-in.ts";
import type { Site } from "./site.ts";
import { sentence } from "../text/sentence.ts";

/** Where a rehearsal HSM answers, and the files with its authority and its token. */
export interface RehearsalAddress {
  readonly name: string;
  readonly url: string;
  readonly caFile: string;
  readonly tokenFile: string;
}

/** A rehearsal's HSM, or one of a site file. */
export type HsmAddress = RehearsalAddress | { readonly site: Site };

/** A piece of the download's answer, or its end. */
export type Piece = { readonly chunk: Uint8Array } | { readonly ended: Received };

/** Questions passed on unchanged: their arguments and answers are plain values. */
export const QUESTIONS = [
  "signIn",
  "addresses",
  "activation",
  "facts",
  "downloadStatus",
  "exchangeKey",
  "upload",
  "uploadStatus",
  "startBackup",
  "checkBackup",
  "backupStatus",
  "startRestore",
  "checkRestore",
  "restoreStatus",
  "checkStatus",
  "keys",
  "signedInAs",
  "roles",
  "roleAssignments",
  "roleAssignment",
  "assignRole",
  "removeAssignment",
] as const satisfies readonly (keyof AskedHsm)[];
type Question = (typeof QUESTIONS)[number];

/** Each of them with its arguments as one value. */
export type Questions = {
  readonly [Name in Question]: (
    args: Readonly<Parameters<AskedHsm[Name]>>,
  ) => ReturnType<AskedHsm[Name]>;
};

/** Those that change something, and whose outcome is unknown once the process is gone. */
const CHANGES: readonly Question[] = ["upload", "assignRole", "removeAssignment"];

/** The methods of that process: one plain value in, one out. */
export interface HsmMethods extends Questions {
  readonly connect: (address: HsmAddress) => Promise<null>;
  readonly signInNews: (seen: number) => Promise<SignInNews>;
  readonly cancelSignIn: (none: null) => Promise<null>;
  /** Sends the download; its answer is then fetched piece by piece. */
  readonly download: (request: {
    readonly certificates: readonly OfficerCertificate[];
    readonly required: number;
    readonly id: string | undefined;
  }) => Promise<null>;
  readonly piece: (none: null) => Promise<Piece>;
  readonly abort: (none: null) => Promise<null>;
}

export const HSM_METHODS = [
  ...QUESTIONS,
  "connect",
  "signInNews",
  "cancelSignIn",
  "download",
  "piece",
  "abort",
] as const satisfies readonly (keyof HsmMethods)[];

/** The HSM behind these calls. When its process goes, calls reject with Fault E-WORKER-GONE. */
export function hsmOver(name: string, call: HsmMethods, isMicrosofts = false): AskedHsm {
  const asked = QUESTIONS.map((question) => [
    question,
    (...args: readonly unknown[]) => {
      const answer: Promise<unknown> = call[question](args as never);
      return CHANGES.includes(question) ? unknownWhenGone(answer) : answer;
    },
  ]);
  return {
    ...(Object.fromEntries(asked) as Pick<AskedHsm, Question>),
    name,
    isMicrosofts,
    download: async (certificates, required, sink, id) => {
      const plain = certificates.map(({ der, modulus }) => ({ der, modulus }));
      await call.download({ certificates: plain, required, id });
      for (;;) {
        const piece = await unknownWhenGone(call.piece(null));
        if ("ended" in piece) return piece.ended;
        try {
          sink.write(piece.chunk);
        } catch (error) {
          await call.abort(null);
          throw error;
        }
      }
    },
  };
}

/**
 * Reports each change of the sign-in, until the process goes. A rehearsal's HSM has none.
 * @param told the last report is that nobody is signed in any longer
 */
export async function followSignIn(
  call: Pick<HsmMethods, "signInNews">,
  told: (view: SignInView) => void,
): Promise<void> {
  try {
    for (let seen = 0; ;) {
      const { revision, view } = await call.signInNews(seen);
      seen = revision;
      told(view);
    }
  } catch {
    told({ kind: "none" });
  }
}

/** The process may have died after the call was sent: then the outcome is unknown. */
async function unknownWhenGone<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    if (!isFault(error) || error.code !== "E-WORKER-GONE") throw error;
    throw new Fault("E-HSM-UNKNOWN-OUTCOME", {
      message: sentence("hsm-faults.unknownWhenGone"),
      next: sentence("hsm-faults.neverBlindly"),
    });
  }
}
