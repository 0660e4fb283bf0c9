// For tests: an authority on loopback that speaks OpenID Connect over TLS, as Microsoft Entra does:
// discovery, codes with PKCE, device codes, client certificates whose signature it verifies.
import { createHash, randomBytes, verify, X509Certificate } from "node:crypto";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { ServerIdentity } from "./certificates.fixture.ts";
import { json } from "./scripted-server.fixture.ts";

export const TENANT = "11111111-2222-3333-4444-555555555555";
export const CLIENT = "66666666-7777-8888-9999-aaaaaaaaaaaa";
/** What Entra calls its own error, with an account in it that must not be said. */
const REFUSAL = "AADSTS7000215: Invalid secret for account alice@contoso.example.";

export interface AuthorityOptions {
  /** What it has people type. */
  readonly userCode?: string;
  /** The token that is given out; a new one each time unless told. */
  readonly token?: () => string;
  /** Seconds that a token lasts. */
  readonly lasts?: number;
  /** The certificate whose key must have signed a client's assertion. */
  readonly clientCertificate?: string;
  /** How often a device code is still pending. */
  readonly pending?: number;
  /** Whether a device code is still pending, as long as the test wants. */
  readonly isPending?: () => boolean;
  /** Whether a refresh token is taken; always unless told. */
  readonly refreshes?: () => boolean;
  /** What the token endpoint says in place of a token once nothing is pending, and its words. */
  readonly refusal?: () => readonly [error: string, words: string] | null;
  /** Answers in place of the token endpoint. */
  readonly instead?: (response: ServerResponse) => void;
}

export interface Authority {
  readonly url: string;
  /** `METHOD /path` of all that was asked, in order. */
  readonly asked: readonly string[];
  /** The forms that came to the token endpoint. */
  readonly forms: readonly URLSearchParams[];
  readonly close: () => Promise<void>;
}

export async function authority(
  identity: ServerIdentity,
  options: AuthorityOptions = {},
): Promise<Authority> {
  const asked: string[] = [];
  const forms: URLSearchParams[] = [];
  const desk = new TokenDesk(options);
  const server = createServer({ key: identity.key, cert: identity.cert }, (request, response) => {
    const url = new URL(request.url ?? "", base());
    asked.push(`${request.method ?? ""} ${url.pathname}`);
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      const form = new URLSearchParams(text);
      if (url.pathname === `${V2}/token`) {
        forms.push(form);
        desk.token(form, `${base()}${V2}/token`, response);
      } else if (url.pathname === `${V2}/devicecode`) {
        json(response, 200, desk.deviceCode(base()));
      } else if (url.pathname === `${V2}/authorize`) {
        response.writeHead(200, { "Content-Type": "text/html" });
        response.end(desk.page(url.searchParams));
      } else if (url.pathname === `/${TENANT}/v2.0/.well-known/openid-configuration`) {
        json(response, 200, configurationOf(base()));
      } else {
        response.writeHead(404).end();
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const base = (): string => `https://localhost:${port}`;
  return {
    url: base(),
    asked,
    forms,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const V2 = `/${TENANT}/oauth2/v2.0`;

const configurationOf = (base: string) => ({
  issuer: `${base}/${TENANT}/v2.0`,
  authorization_endpoint: `${base}${V2}/authorize`,
  token_endpoint: `${base}${V2}/token`,
  device_authorization_endpoint: `${base}${V2}/devicecode`,
  end_session_endpoint: `${base}${V2}/logout`,
  jwks_uri: `${base}/${TENANT}/discovery/v2.0/keys`,
});

/** Gives tokens to a client that shows what each flow demands. */
class TokenDesk {
  readonly #options: AuthorityOptions;
  readonly #codes = new Map<string, URLSearchParams>();
  #pending: number;

  constructor(options: AuthorityOptions) {
    this.#options = options;
    this.#pending = options.pending ?? 0;
  }

  /** As if a person had signed in: the form with which the browser takes its code back. */
  page(query: URLSearchParams): string {
    const code = randomBytes(12).toString("hex");
    if (query.get("response_mode") === "form_post") this.#codes.set(code, query);
    return (
      `<form method="POST" action="${query.get("redirect_uri") ?? ""}">`
      + `<input name="code" value="${code}"/>`
      + `<input name="state" value="${query.get("state") ?? ""}"/><button>Sign in</button></form>`
    );
  }

  deviceCode(base: string) {
    return {
      device_code: "the-device",
      user_code: this.#options.userCode ?? "WXYZ-1234",
      verification_uri: `${base}/device`,
      expires_in: 900,
      interval: 0.05,
      message: "Go there.",
    };
  }

  token(form: URLSearchParams, endpoint: string, response: ServerResponse): void {
    if (this.#options.instead !== undefined) {
      this.#options.instead(response);
      return;
    }
    const grant = form.get("grant_type");
    const refusal = this.#options.refusal?.() ?? null;
    if (grant === "urn:ietf:params:oauth:grant-type:device_code" || grant === "device_code") {
      if (this.#pending-- > 0 || this.#options.isPending?.() === true) {
        json(response, 400, { error: "authorization_pending" });
        return;
      }
      if (refusal !== null) {
        json(response, 400, { error: refusal[0], error_description: refusal[1] });
        return;
      }
      this.#give(form, response);
      return;
    }
    const shown =
      grant === "authorization_code"
        ? this.#knowsCode(form)
        : grant === "client_credentials"
          ? this.#knowsClient(form, endpoint)
          : grant === "refresh_token" && form.get("refresh_token") === "refresh-once";
    if (grant === "refresh_token" && this.#options.refreshes?.() === false) {
      json(response, 400, { error: "invalid_grant", error_description: "AADSTS70008: expired." });
      return;
    }
    if (shown) {
      this.#give(form, response);
      return;
    }
    json(response, 401, { error: "invalid_client", error_description: REFUSAL });
  }

  /** PKCE (RFC 7636): who redeems the code has the word whose hash came with the question. */
  #knowsCode(form: URLSearchParams): boolean {
    const asked = this.#codes.get(form.get("code") ?? "");
    this.#codes.delete(form.get("code") ?? "");
    const hash = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    return (
      asked?.get("code_challenge") === hash
      && asked.get("code_challenge_method") === "S256"
      && asked.get("redirect_uri") === form.get("redirect_uri")
    );
  }

  /** RFC 7523: an assertion for this very endpoint, signed by the key of the known certificate. */
  #knowsClient(form: URLSearchParams, endpoint: string): boolean {
    const [head = "", body = "", signature = ""] = (form.get("client_assertion") ?? "").split(".");
    const [header, claims] = [head, body].map(
      (part) => JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>,
    );
    const certificate = new X509Certificate(this.#options.clientCertificate ?? "");
    const thumbprint = createHash("sha256").update(certificate.raw).digest("base64url");
    const pss = header?.["alg"] === "PS256" ? { padding: 6, saltLength: 32 } : {};
    const key = { key: certificate.publicKey, ...pss };
    const signed = Buffer.from(`${head}.${body}`);
    return (
      verify("sha256", signed, key, Buffer.from(signature, "base64url"))
      && header?.["x5t#S256"] === thumbprint
      && claims?.["aud"] === endpoint
      && claims["iss"] === CLIENT
      && claims["sub"] === CLIENT
    );
  }

  #give(form: URLSearchParams, response: ServerResponse): void {
    const { token = () => randomBytes(16).toString("hex"), lasts = 3600 } = this.#options;
    const part = (value: object): string =>
      Buffer.from(JSON.stringify(value)).toString("base64url");
    const exp = Math.floor(Date.now() / 1000) + lasts;
    const id = {
      aud: form.get("client_id"),
      iss: "x",
      oid: "o",
      tid: TENANT,
      sub: "s",
      ver: "2.0",
      preferred_username: "alice@contoso.example",
      iat: 1,
      exp,
    };
    json(response, 200, {
      token_type: "Bearer",
      access_token: token(),
      expires_in: lasts,
      ext_expires_in: lasts,
      scope: form.get("scope") ?? "",
      refresh_token: "refresh-once",
      id_token: `${part({ alg: "none" })}.${part(id)}.`,
      client_info: part({ uid: "o", utid: TENANT }),
    });
  }
}
