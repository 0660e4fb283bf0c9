// Beliefs about the challenge, with which every first question begins.
import { BEFORE_SIGN_IN, ANYTHING } from "./asked.ts";
import { header, never, sent, type Belief } from "./belief.ts";

const RELIES = ["electron/hsm/azure/request.ts", "electron/rehearsal-hsm/sign-in.ts"];
const CLAIMS =
  'Bearer authorization="https://login.microsoftonline.com/5d000000-0000-4000-8000-000000000009", '
  + 'resource="https://managedhsm.azure.net", error="insufficient_claims", '
  + 'claims="eyJhY2Nlc3NfdG9rZW4iOnt9fQ=="';

export const SIGN_IN: readonly Belief[] = [
  {
    id: "challenge-401",
    believed: "A question without a token is answered with 401.",
    why: "azure-protocol 1 [R25, R20]",
    relies: RELIES,
    otherwise: "It is answered with 403.",
    ...sent(
      BEFORE_SIGN_IN,
      ({ status }) => status === 401,
      (given) => ({ ...given, status: 403 }),
    ),
  },
  {
    id: "challenge-refuses",
    believed: "Nothing is answered successfully without a token.",
    why: "azure-protocol 1 [R25, R20]",
    relies: RELIES,
    otherwise:
      "The first question, which has neither token nor body, gets 200 and an empty object.",
    ...never(BEFORE_SIGN_IN, { status: 200, body: {} }, { times: Infinity }),
  },
  {
    id: "challenge-header",
    believed: "The 401 says in WWW-Authenticate where to sign in.",
    why: "azure-protocol 1 [R25, R20]",
    relies: RELIES,
    otherwise: "The header is missing.",
    ...header(BEFORE_SIGN_IN, "www-authenticate", (value) => value !== null, null),
  },
  {
    id: "challenge-resource",
    believed: "It names a resource and no scope.",
    why: "azure-protocol 1 [SDK]",
    relies: RELIES,
    otherwise: "It names the scope https://managedhsm.azure.net/.default and no resource.",
    ...header(
      BEFORE_SIGN_IN,
      "www-authenticate",
      (value) => value === null || (value.includes('resource="') && !value.includes('scope="')),
      'Bearer authorization="https://login.microsoftonline.com/5d000000-0000-4000-8000-000000000009", '
        + 'scope="https://managedhsm.azure.net/.default"',
    ),
  },
  {
    id: "challenge-tenant",
    believed: "The authority that it names ends in the tenant's id.",
    why: "azure-protocol 1 [R25]",
    relies: RELIES,
    otherwise: "It ends in `common`.",
    ...header(
      BEFORE_SIGN_IN,
      "www-authenticate",
      (value) => value === null || /authorization="https:\/\/[^/]+\/[0-9a-f-]{36}"/.test(value),
      'Bearer authorization="https://login.microsoftonline.com/common", '
        + 'resource="https://managedhsm.azure.net"',
    ),
  },
  {
    id: "challenge-once",
    believed: "Once a token was accepted, no other sign-in is asked for.",
    why: "azure-protocol 1 [SDK: continuous access evaluation may do so]",
    relies: RELIES,
    otherwise: "The first question with a token gets a second 401, with claims.",
    ...never(ANYTHING, { status: 401, headers: { "www-authenticate": CLAIMS }, body: {} }),
  },
];
