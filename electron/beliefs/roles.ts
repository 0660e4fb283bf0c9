// Beliefs about the HSM's own roles: their definitions and assignments.
import { isArray, isObject, type Json } from "../../crypto/index.ts";
import { ASSIGN, ASSIGNMENTS, KEYS, ROLE, ROLES, UNASSIGN } from "./asked.ts";
import {
  error,
  isText,
  member,
  never,
  sent,
  status,
  textOf,
  type Belief,
  type On,
} from "./belief.ts";

const CLIENT = ["electron/hsm/azure/keyvault-admin.ts"];
const READER = ["electron/hsm/key-reader.ts", "electron/usecases/compare-keys.ts"];
const WHY = "azure-protocol 5 [R25]";

/** Pages of one item each. */
export const pages = (on: On): Pick<Belief, "on" | "holds" | "turn"> => ({
  on,
  holds: ({ given }) => {
    const link = isObject(given.body) ? given.body["nextLink"] : undefined;
    return given.status === 200 ? !isText(link) : null;
  },
  turn: () => {
    let page = 0;
    return ({ path }, right) => {
      const given = right();
      const items = isObject(given.body) ? given.body["value"] : undefined;
      if (given.status !== 200 || items === undefined || !isArray(items) || items.length < 2)
        return given;
      const value = items.slice(page, page + 1);
      page = (page + 1) % items.length;
      const origin = originIn(items) ?? "";
      const nextLink = `${origin}${path}?api-version=7.5&$skiptoken=${String(page)}`;
      return { ...given, body: { value, ...(page === 0 ? {} : { nextLink }) } };
    };
  },
});

/** The address in the items' own ids. */
const originIn = (items: readonly Json[]): string | undefined => {
  const kid = items.map((item) => (isObject(item) ? item["kid"] : undefined)).find(isText);
  return kid === undefined ? undefined : new URL(kid).origin;
};

/** Empty links. */
export const emptyLink = (on: On): Pick<Belief, "on" | "holds" | "turn"> =>
  member(
    on,
    "nextLink",
    (link) => link === undefined,
    () => null,
  );

export const ROLE_BELIEFS: readonly Belief[] = [
  {
    id: "role-id",
    believed: "The id of a role has no slash at its beginning.",
    why: WHY,
    relies: [...CLIENT, "electron/rehearsal-hsm/role-definitions.ts"],
    otherwise: "It has one.",
    ...member(
      ROLES,
      "value[].id",
      (id) => isText(id) && !id.startsWith("/"),
      (id) => `/${textOf(id)}`,
    ),
  },
  {
    id: "role-id-assigned",
    believed: "An assignment names its role by that id.",
    why: WHY,
    relies: CLIENT,
    otherwise: "It names it with a slash at its beginning, and the GUID in upper case.",
    ...member(
      ASSIGNMENTS,
      "value[].properties.roleDefinitionId",
      (id) => isText(id) && !id.startsWith("/") && /[0-9a-f-]{36}$/.test(id),
      (id) => `/${textOf(id).replace(/[0-9a-f-]{36}$/, (guid) => guid.toUpperCase())}`,
    ),
  },
  {
    id: "role-names-case",
    believed: "The names of assignments and their principals are in lower case.",
    why: WHY,
    relies: CLIENT,
    otherwise: "The principals are in upper case.",
    ...member(
      ASSIGNMENTS,
      "value[].properties.principalId",
      (id) => isText(id) && id === id.toLowerCase(),
      (id) => (isText(id) ? id.toUpperCase() : id),
    ),
  },
  {
    id: "role-scope",
    believed: "An assignment for the whole HSM has the scope /.",
    why: WHY,
    relies: [...CLIENT, ...READER],
    otherwise: "Its scope is empty.",
    ...member(
      ASSIGNMENTS,
      "value[].properties.scope",
      (scope) => isText(scope) && scope.startsWith("/"),
      (scope) => (scope === "/" ? "" : scope),
    ),
  },
  {
    id: "role-actions",
    believed: "A role that reads keys says keys/read/action among its dataActions.",
    why: "azure-protocol 5 [R25]; recorded in 2022",
    relies: [...CLIENT, ...READER],
    otherwise: "It says keys/*.",
    ...member(
      ROLES,
      "value[].properties.permissions[].dataActions[]",
      (action) => isText(action) && !action.endsWith("*"),
      (action) =>
        textOf(action).replace(
          "Microsoft.KeyVault/managedHsm/keys/read/action",
          "Microsoft.KeyVault/managedHsm/keys/*",
        ),
    ),
  },
  {
    id: "role-page",
    believed: "All roles are on one page, without nextLink.",
    why: "azure-protocol 5 [R25]; pages are possible [SDK]",
    relies: ["electron/hsm/azure/rest.ts"],
    otherwise: "The member nextLink is null.",
    ...emptyLink(ROLES),
  },
  {
    id: "role-known",
    believed: "A role may be asked for by its GUID.",
    why: "azure-protocol 5 [SDK]",
    relies: CLIENT,
    otherwise: "It is 404, although the list has it.",
    ...never(
      ROLE,
      { status: 404, body: error("RoleDefinitionNotFound", "Role definition not found.") },
      { times: Infinity },
    ),
  },
  {
    id: "role-assigned-201",
    believed: "A new assignment is answered with 201.",
    why: WHY,
    relies: CLIENT,
    otherwise: "It is 200.",
    ...status(ASSIGN, 201, 200),
  },
  {
    id: "role-assigned-body",
    believed: "The answer is the assignment.",
    why: WHY,
    relies: CLIENT,
    otherwise: "It is 204 without a body.",
    ...status(ASSIGN, 201, 204, { empty: true }),
  },
  {
    id: "role-assigned-answered",
    believed: "An assignment that was made is answered as made.",
    why: "[ours]",
    relies: [...CLIENT, ...READER],
    otherwise: "It is made, and the answer is 504.",
    ...never(
      ASSIGN,
      { status: 504, body: error("GatewayTimeout", "The gateway did not receive a response.") },
      { done: true },
    ),
  },
  {
    id: "role-at-once",
    believed: "A role has effect as soon as it is assigned.",
    why: "azure-protocol 5 [R25]: the recorded test continues at once",
    relies: READER,
    otherwise: "The first six questions for the keys are still refused with 403.",
    ...never(
      KEYS,
      {
        status: 403,
        body: error(
          "AccessDenied",
          "Not authorized to access Microsoft.KeyVault/managedHsm/keys/read/action on /keys",
        ),
      },
      { times: 6 },
    ),
  },
  {
    id: "role-removed-200",
    believed: "A removed assignment is answered with 200 and the assignment.",
    why: WHY,
    relies: CLIENT,
    otherwise: "It is 204 without a body.",
    ...status(UNASSIGN, 200, 204, { empty: true }),
  },
  {
    id: "role-removed-at-once",
    believed: "Removing an assignment succeeds at the first attempt.",
    why: "[ours]",
    relies: READER,
    otherwise: "It is removed, and the answer is 504.",
    ...never(
      UNASSIGN,
      { status: 504, body: error("GatewayTimeout", "The gateway did not receive a response.") },
      { done: true },
    ),
  },
  {
    id: "role-list-complete",
    believed: "The administrator sees every assignment.",
    why: WHY,
    relies: [...CLIENT, "electron/usecases/after-activation.ts"],
    otherwise: "The list is empty.",
    ...sent(
      ASSIGNMENTS,
      ({ body }) => {
        const value = isObject(body) ? body["value"] : undefined;
        return value !== undefined && isArray(value) ? value.length > 0 : null;
      },
      (given) => (given.status === 200 ? { ...given, body: { value: [] } } : given),
    ),
  },
];
