// Signing in to Azure with Microsoft's own library. Tokens stay in this process's memory.
import type { TokenCredential } from "@azure/core-auth";
import {
  AuthenticationRequiredError,
  AzureCliCredential,
  ClientCertificateCredential,
  DeviceCodeCredential,
  InteractiveBrowserCredential,
  ManagedIdentityCredential,
} from "@azure/identity";
import { isFault, type Fault } from "../../../crypto/index.ts";
import { clean, fault } from "../faults.ts";
import type { SignInPrompt } from "../signed-in.ts";
import type { Site } from "../site.ts";
import { signInTransport } from "./sign-in-transport.ts";
import { placeOf } from "./site-client.ts";
import { sentence } from "../../text/sentence.ts";

export interface SignInOptions {
  /** In a cloud of one's own, the only authority trusted. */
  readonly caPem?: string;
  /** Certificate and key for `client-certificate`, in PEM. */
  readonly clientPem?: string;
  /** Shows the person who signs in what to do now. */
  readonly prompt: (prompt: SignInPrompt) => void;
  /** The machine's own identity service, if it is not Azure's usual one. */
  readonly imds?: string;
}

const IMDS = "http://169.254.169.254";
const CLI_SECONDS = 60;

/**
 * A credential for this site alone. It asks only the site's authority: no instance discovery, no
 * redirect, no proxy. Its failures are faults, without the library's words except for Microsoft's
 * own error number.
 */
export function signIn(site: Site, options: SignInOptions): TokenCredential {
  const imds = site.signIn === "managed-identity" ? (options.imds ?? IMDS) : null;
  const transport = signInTransport([placeOf(site.cloud.authority)], options.caPem, imds);
  const credential = credentialOf(site, options, {
    tenantId: site.tenant,
    authorityHost: site.cloud.authority,
    httpClient: transport,
    // Addresses come only from the site; no directory is asked for others.
    disableInstanceDiscovery: true,
    // The caller waits, with our limits.
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    ...(site.client === null ? {} : { clientId: site.client }),
  });
  return {
    async getToken(scopes, asked = {}) {
      if (asked.tenantId !== undefined && asked.tenantId.toLowerCase() !== site.tenant)
        throw fault("E-HSM-TENANT");
      try {
        // The library caches sign-ins separately with continuous access evaluation, which Azure's
        // clients use, and without, as we ask who signed in. People would sign in twice, the second
        // time for no visible reason.
        const token = await credential.getToken(scopes, { ...asked, enableCae: false });
        if (token !== null) return token;
      } catch (error) {
        throw isFault(error)
          ? error
          : (transport.failed() ?? transport.clockOff() ?? notSignedIn(error, transport.refused()));
      }
      throw notSignedIn(null, "");
    },
  };
}

/** The options of every credential of the library. */
interface Common {
  readonly tenantId: string;
  readonly authorityHost: string;
  readonly httpClient: ReturnType<typeof signInTransport>;
  readonly disableInstanceDiscovery: boolean;
  readonly retryOptions: { readonly maxRetries: number };
  readonly redirectOptions: { readonly maxRetries: number };
  readonly clientId?: string;
}

function credentialOf(site: Site, options: SignInOptions, common: Common): TokenCredential {
  const { tenantId, clientId } = common;
  switch (site.signIn) {
    case "browser":
      return announced(
        new InteractiveBrowserCredential({ ...common, disableAutomaticAuthentication: true }),
        options,
      );
    case "device-code":
      return new DeviceCodeCredential({
        ...common,
        userPromptCallback: ({ verificationUri, userCode }) => {
          options.prompt({
            kind: "device-code",
            address: oneWord(clean(verificationUri, 100)),
            code: oneWord(clean(userCode, 30)),
          });
        },
      });
    case "azure-cli":
      return new AzureCliCredential({ tenantId, processTimeoutInMs: CLI_SECONDS * 1000 });
    case "managed-identity":
      return new ManagedIdentityCredential(common);
    case "client-certificate":
      return new ClientCertificateCredential(
        tenantId,
        clientId ?? "",
        { certificate: options.clientPem ?? "" },
        common,
      );
  }
}

/** A text within a sentence of ours is one word, and cannot end the sentence. */
const oneWord = (text: string): string => text.replace(/[^\w:/.%?=&#~-]/g, "?");

/** The browser opens only after the person was told. */
const announced = (
  browser: InteractiveBrowserCredential,
  { prompt }: SignInOptions,
): TokenCredential => ({
  async getToken(scopes, asked) {
    try {
      return await browser.getToken(scopes, asked);
    } catch (error) {
      if (!(error instanceof AuthenticationRequiredError)) throw error;
    }
    prompt({ kind: "browser" });
    await browser.authenticate(scopes, asked);
    return browser.getToken(scopes, asked);
  },
});

/** OAuth's own words (RFC 8628 3.5, RFC 6749 4.1.2.1), and their meaning here. */
const WORDS = {
  authorization_declined: "E-AUTH-DECLINED",
  access_denied: "E-AUTH-DECLINED",
  expired_token: "E-AUTH-LATE",
  code_expired: "E-AUTH-LATE",
  device_code_expired: "E-AUTH-LATE",
  user_timeout_reached: "E-AUTH-LATE",
} as const;

/**
 * Microsoft's numbers (its page "Microsoft Entra authentication and authorization error codes"): a
 * person who declined; an expired code; an unknown account, tenant or application.
 */
const NUMBERS: Readonly<Record<string, (typeof WORDS)[keyof typeof WORDS] | "E-AUTH-TENANT">> = {
  AADSTS65004: "E-AUTH-DECLINED",
  AADSTS70020: "E-AUTH-LATE",
  AADSTS50020: "E-AUTH-TENANT",
  AADSTS50034: "E-AUTH-TENANT",
  AADSTS90002: "E-AUTH-TENANT",
  AADSTS90072: "E-AUTH-TENANT",
  AADSTS700016: "E-AUTH-TENANT",
};

/**
 * The fault for an error of the library, or for a missing token; Microsoft's number is kept.
 * @param refused the authority's own words, because the library forgets some
 */
function notSignedIn(error: unknown, refused: string): Fault {
  const told = [...textsOf(error), refused].join(" ");
  const number = /\bAADSTS\d{4,9}\b/.exec(told)?.[0];
  const why = number === undefined ? "" : sentence("hsm-faults.microsoftNumber", { number });
  const word = Object.entries(WORDS).find(([name]) => new RegExp(`\\b${name}\\b`).test(told));
  const code = (number === undefined ? undefined : NUMBERS[number]) ?? word?.[1];
  return code === undefined
    ? fault("E-HSM-AUTH", { why: sentence("hsm-faults.noToken", { number: why }) })
    : fault(code, { why });
}

/** Messages and codes of an error and of its causes. */
function textsOf(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth > 3) return [];
  const code: unknown = Reflect.get(error, "errorCode");
  return [error.message, typeof code === "string" ? code : "", ...textsOf(error.cause, depth + 1)];
}
