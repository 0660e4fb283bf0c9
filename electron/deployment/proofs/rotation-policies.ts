// rotation-policies: each key has the planned policy, without which it cannot be rotated.
import { isObject, type Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { answer } from "../commands/command-line.ts";
import { itemsAt, textAt } from "../answers/shape.ts";
import { sentence } from "../../text/sentence.ts";
import { alike, allOf } from "./about.ts";
import { differs, NOTHING, saidOf, type Finding } from "./finding.ts";
import { hostOf } from "./ids.ts";
import { someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";

type Key = Plan["keys"][number];

export const rotationPolicies: Proof = {
  source: "managed-hsm/key-rotation.md; HSM facts, section 2.J",
  reads: ({ hsm, keys }) =>
    keys
      .filter(({ rotation }) => rotation !== undefined)
      .map(({ name }) =>
        answer(
          `${name}-rotation-policy.json`,
          "keyvault",
          "key",
          "rotation-policy",
          "show",
          "--hsm-name",
          hsm.name,
          "--name",
          name,
        ),
      ),
  evaluate: (given) =>
    someOf(
      given.plan.keys.filter(({ rotation }) => rotation !== undefined),
      sentence("deployment-faults.rotatedKeys"),
    ).flatMap((key) => ofKey(given, key)),
};

function ofKey({ plan, answers }: Case, key: Key): readonly Finding[] {
  const id = `https://${hostOf(plan.hsm)}/keys/${key.name}/rotationpolicy`;
  const policies = allOf(answers, "rotation-policy").filter((one) => alike(textAt(one, "id"), id));
  if (policies.length === 0) return [differs(`${key.name}: id`, id, NOTHING)];
  return policies.flatMap((policy) => onePolicy(key, policy));
}

function onePolicy({ name, rotation }: Key, policy: Json): readonly Finding[] {
  const rotating = itemsAt(policy, "lifetimeActions").filter(
    (one) => actionOf(one).toLowerCase() === "rotate",
  );
  const others = itemsAt(policy, "lifetimeActions").length - rotating.length;
  const after = rotating.map((one) => triggerOf(one, "timeAfterCreate"));
  const before = rotating
    .map((one) => triggerOf(one, "timeBeforeExpiry"))
    .filter((one) => one !== "");
  const expiry = textAt(policy, "attributes.expiryTime") || textAt(policy, "expiresIn");
  const wanted = rotation?.after ?? NOTHING;
  return [
    ...(rotating.length === 0
      ? [differs(`${name}: lifetimeActions.action.type`, "Rotate", NOTHING)]
      : after.some((one) => !isSpan(one, wanted)) || before.length > 0
        ? [
            differs(
              `${name}: lifetimeActions.trigger.timeAfterCreate`,
              wanted,
              [...after, ...before].filter((one) => one !== "").join(", ") || NOTHING,
            ),
          ]
        : []),
    ...(others > 0
      ? [
          differs(
            `${name}: lifetimeActions`,
            "Rotate alone",
            saidOf(itemsAt(policy, "lifetimeActions")),
          ),
        ]
      : []),
    ...(isSpan(expiry, rotation?.expiry ?? "")
      ? []
      : [
          differs(
            `${name}: attributes.expiryTime`,
            rotation?.expiry ?? NOTHING,
            expiry === "" ? NOTHING : expiry,
          ),
        ]),
  ];
}

/** The HSM nests what `az` prints flat. */
function actionOf(one: Json): string {
  const nested = isObject(one) ? one["action"] : undefined;
  return isObject(nested) ? textAt(nested, "type") : textAt(one, "action");
}

const triggerOf = (one: Json, name: string): string =>
  textAt(one, `trigger.${name}`) || textAt(one, name);

/** The service may write a year as 365 days or 12 months; days are only compared with days. */
const isSpan = (one: string, other: string): boolean => daysOf(one) === daysOf(other);

function daysOf(span: string): string {
  const [, years = "", days = ""] =
    /^P(?:(\d{1,4})Y)?(?:(\d{1,5})D)?$/.exec(span.toUpperCase()) ?? [];
  if (years === "" && days === "") return span;
  return String(Number(years) * 365 + Number(days));
}
