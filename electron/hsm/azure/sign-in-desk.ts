// The sign-in of one connection: who is asked, who waits, who signed in. Tokens stay in here.
import type { AccessToken, GetTokenOptions, TokenCredential } from "@azure/core-auth";
import { isFault, type Fault } from "../../../crypto/index.ts";
import { fault } from "../faults.ts";
import type { SignedIn, SignInNews, SignInPrompt, SignInView } from "../signed-in.ts";
import type { Site } from "../site.ts";
import { News } from "./news.ts";
import { signedIn } from "./site-client.ts";
import { sentence } from "../../text/sentence.ts";

/** Makes the sign-in, which calls `prompt` when a person must act. */
type Make = (prompt: (prompt: SignInPrompt) => void) => TokenCredential;

/** Temporary failures: the person stays signed in. */
const PASSING: readonly string[] = [
  "E-HSM-NET",
  "E-HSM-TIMEOUT",
  "E-HSM-SLOW",
  "E-HSM-SIZE",
  "E-HSM-TLS",
  "E-HSM-REDIRECT",
];

export class SignInDesk {
  readonly #site: Site;
  readonly #make: Make;
  readonly #trusts: Pick<SignedIn, "ca">;
  #credential: TokenCredential | null = null;
  #as: SignedIn | null = null;
  readonly #news = new News<SignInView>({ kind: "none" });
  #asking = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  /** @param ca SHA-256 (hex) of the file of the only authority trusted there, if any */
  constructor(site: Site, make: Make, ca?: string) {
    this.#site = site;
    this.#make = make;
    this.#trusts = ca === undefined ? {} : { ca };
  }

  /** For the HSM's client. One question at a time, so that nobody is asked twice for two scopes. */
  readonly credential: TokenCredential = {
    getToken: (scopes, options) => {
      const turn = this.#last.then(() => this.#ask(scopes, options));
      this.#last = turn.catch(() => undefined);
      return turn;
    },
  };

  /** Signs in, or returns who is. @throws Fault E-AUTH-*, E-HSM-AUTH, E-HSM-TENANT, E-HSM-NET... */
  async signIn(): Promise<SignedIn> {
    try {
      this.#as = { ...(await signedIn(this.#site, this.credential)), ...this.#trusts };
    } catch (error) {
      if (isFault(error) && error.code === "E-HSM-TENANT") this.#refuse(error);
      throw error;
    }
    this.#show({ kind: "signed-in", as: this.#as });
    return this.#as;
  }

  /** Resolves when there is something newer than `seen`. */
  async news(seen: number): Promise<SignInNews> {
    const { revision, state } = await this.#news.after(seen);
    return { revision, view: state };
  }

  /** Ends the current sign-in, and notifies those who wait. */
  cancel(): void {
    this.#asking.abort();
  }

  /** Signs out: the next question asks a person again. */
  forget(): void {
    this.#credential = null;
    this.#as = null;
    if (this.#news.state.kind === "signed-in") this.#show({ kind: "none" });
  }

  async #ask(scopes: string | string[], options: GetTokenOptions = {}): Promise<AccessToken> {
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    if (this.#as === null) this.#prompt(null);
    this.#credential ??= this.#make((prompt) => this.#prompt(prompt));
    try {
      const asked = this.#credential.getToken(scopes, { ...options, abortSignal: signal });
      const token = await Promise.race([asked, whenAborted(signal)]);
      if (token === null)
        throw fault("E-HSM-AUTH", { why: sentence("hsm-faults.noToken", { number: "" }) });
      if (this.#as !== null) this.#show({ kind: "signed-in", as: this.#as });
      return token;
    } catch (error) {
      const why = isFault(error) && !signal.aborted ? error : fault("E-AUTH-CANCELLED");
      this.#refuse(why);
      throw why;
    }
  }

  #prompt(prompt: SignInPrompt | null): void {
    const { signIn: way, tenant } = this.#site;
    const { address, code } = prompt?.kind === "device-code" ? prompt : { address: "", code: "" };
    this.#show({ kind: "asking", way, tenant, address, code });
  }

  #refuse({ code, message, next }: Fault): void {
    if (PASSING.includes(code) && this.#as !== null) return;
    this.forget();
    this.#show({ kind: "refused", code, message, next });
  }

  #show(view: SignInView): void {
    if (JSON.stringify(view) !== JSON.stringify(this.#news.state)) this.#news.tell(view);
  }
}

/** Rejects when it is aborted: the library's browser keeps waiting, but nothing waits for it. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener("abort", () => reject(fault("E-AUTH-CANCELLED")), { once: true }),
  );
}
