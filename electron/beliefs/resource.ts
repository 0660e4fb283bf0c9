// Beliefs about the HSM's resource in Azure Resource Manager.
import { isArray, isObject, type Json } from "../../crypto/index.ts";
import { RESOURCE } from "./asked.ts";
import { isText, member, sent, textOf, type Belief, type Given } from "./belief.ts";

const FACTS = ["electron/hsm/azure/arm.ts", "electron/hsm/preflight.ts"];
const STATUS = ["electron/hsm/azure/status.ts", "electron/hsm/azure/arm.ts"];
const WAIT = ["electron/usecases/hsm-wait.ts", "electron/usecases/after-activation.ts"];
const ACTIVATION = "properties.securityDomainProperties.activationStatus";
const WHY = "azure-protocol 4 [R25]";

const wordIn = ({ body }: Given): Json | undefined => {
  const properties = isObject(body) ? body["properties"] : undefined;
  const domain = isObject(properties) ? properties["securityDomainProperties"] : undefined;
  return isObject(domain) ? domain["activationStatus"] : undefined;
};
const isWaiting = (given: Given): boolean =>
  ["notactivated", "securitydomainrestore"].includes(textOf(wordIn(given)).toLowerCase());
const isActive = (given: Given): boolean =>
  ["active", "activated"].includes(textOf(wordIn(given)).toLowerCase());

const hasSucceeded = ({ body }: Given): boolean => isObject(body) && body["status"] === "Success";
const lateIn = ({ body }: Given): string =>
  JSON.stringify(body).replace('"Active"', '"NotActivated"');

/** A member that is missing in the turned answer, and believed to be there. */
const present = (id: string, name: string, relies: readonly string[]): Belief => ({
  id,
  believed: `The resource says ${name}.`,
  why: WHY,
  relies,
  otherwise: "The member is missing.",
  ...member(
    RESOURCE,
    `properties.${name}`,
    (value) => value !== undefined,
    () => undefined,
  ),
});

export const RESOURCES: readonly Belief[] = [
  {
    id: "resource-waiting-word",
    believed: "Before the activation its activationStatus is NotActivated.",
    why: WHY,
    relies: STATUS,
    otherwise: "It is notActivated.",
    ...member(
      RESOURCE,
      ACTIVATION,
      (word) => word === "NotActivated",
      () => "notActivated",
      isWaiting,
    ),
  },
  {
    id: "resource-active-word",
    believed: "After the activation its activationStatus is Active.",
    why: "azure-protocol 4 [SDK]",
    relies: STATUS,
    otherwise: "It is Activated.",
    ...member(
      RESOURCE,
      ACTIVATION,
      (word) => word === "Active",
      () => "Activated",
      isActive,
    ),
  },
  {
    id: "resource-no-restore-word",
    believed: "An HSM that waits for an upload is NotActivated like any new one.",
    why: "azure-protocol 4 [R25]; SecurityDomainRestore is in the SDK and was never seen",
    relies: STATUS,
    otherwise: "Its activationStatus is SecurityDomainRestore.",
    ...member(
      RESOURCE,
      ACTIVATION,
      (word) => word === "NotActivated",
      () => "SecurityDomainRestore",
      isWaiting,
    ),
  },
  {
    id: "resource-follows",
    believed: "When the HSM says that it is active, Resource Manager says so too.",
    why: "[ours]",
    relies: WAIT,
    otherwise: "Resource Manager says NotActivated at the next four questions.",
    on: { method: "GET", path: /\/managedHSMs\/[^/]+$|^\/securitydomain\/\w+\/pending$/i },
    holds: ({ given }, before) =>
      wordIn(given) !== undefined && before.some((one) => hasSucceeded(one.given))
        ? isActive(given)
        : null,
    turn: () => {
      let left = 0;
      return (_, right) => {
        const given = right();
        if (hasSucceeded(given)) left = 4;
        if (left === 0 || !isActive(given)) return given;
        left -= 1;
        return { ...given, body: JSON.parse(lateIn(given)) as Json };
      };
    },
  },
  {
    id: "resource-succeeded",
    believed: "A created HSM has the provisioningState Succeeded.",
    why: WHY,
    relies: FACTS,
    otherwise: "It is Provisioned.",
    ...member(
      RESOURCE,
      "properties.provisioningState",
      (word) => word === "Succeeded",
      () => "Provisioned",
    ),
  },
  {
    id: "resource-domain-properties",
    believed: "The activation is in securityDomainProperties.",
    why: WHY,
    relies: STATUS,
    otherwise: "They are missing.",
    ...member(
      RESOURCE,
      "properties.securityDomainProperties",
      (value) => value !== undefined,
      () => undefined,
    ),
  },
  {
    id: "resource-message",
    believed: "statusMessage says nothing that decides.",
    why: WHY,
    relies: STATUS,
    otherwise: "It says that the activation failed.",
    ...member(
      RESOURCE,
      "properties.statusMessage",
      (value) => value !== "The activation failed.",
      () => "The activation failed.",
    ),
  },
  present("resource-soft-delete", "enableSoftDelete", FACTS),
  present("resource-purge-protection", "enablePurgeProtection", FACTS),
  present("resource-public-access", "publicNetworkAccess", FACTS),
  present("resource-administrators", "initialAdminObjectIds", FACTS),
  {
    id: "resource-retention",
    believed: "softDeleteRetentionInDays is a number.",
    why: WHY,
    relies: FACTS,
    otherwise: "It is a string.",
    ...member(
      RESOURCE,
      "properties.softDeleteRetentionInDays",
      (value) => typeof value === "number",
      (value) => JSON.stringify(value),
    ),
  },
  {
    id: "resource-ids-case",
    believed: "Object ids are in lower case.",
    why: WHY,
    relies: FACTS,
    otherwise: "They are in upper case.",
    ...member(
      RESOURCE,
      "properties.initialAdminObjectIds[]",
      (id) => isText(id) && id === id.toLowerCase(),
      (id) => (isText(id) ? id.toUpperCase() : id),
    ),
  },
  {
    id: "resource-lists",
    believed: "Lists without items are empty or missing.",
    why: WHY,
    relies: FACTS,
    otherwise: "The members privateEndpointConnections and regions are null.",
    ...sent(
      RESOURCE,
      ({ body }) => {
        const properties = isObject(body) ? body["properties"] : undefined;
        if (!isObject(properties)) return null;
        const { regions = [], privateEndpointConnections = [] } = properties;
        return isArray(regions) && isArray(privateEndpointConnections);
      },
      (given) => {
        if (!isObject(given.body) || !isObject(given.body["properties"])) return given;
        const properties = {
          ...given.body["properties"],
          regions: null,
          privateEndpointConnections: null,
        };
        return { ...given, body: { ...given.body, properties } };
      },
    ),
  },
  {
    id: "resource-address",
    believed: "hsmUri ends in a slash.",
    why: WHY,
    relies: ["electron/rehearsal-hsm/arm-view.ts"],
    otherwise: "It does not.",
    ...member(
      RESOURCE,
      "properties.hsmUri",
      (uri) => isText(uri) && uri.endsWith("/"),
      (uri) => textOf(uri).replace(/\/$/, ""),
    ),
  },
  {
    id: "resource-alone",
    believed: "The answer is the resource itself.",
    why: WHY,
    relies: STATUS,
    otherwise: "It is a list of one.",
    ...sent(
      RESOURCE,
      ({ body }) => (isObject(body) ? body["value"] === undefined : null),
      (given) => (given.body === undefined ? given : { ...given, body: { value: [given.body] } }),
    ),
  },
];
