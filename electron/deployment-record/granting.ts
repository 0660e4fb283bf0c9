// Who can download an HSM's security domain, by the last answers on record that list its roles.
import { isFault } from "../../crypto/index.ts";
import type { GrantingView } from "../bridge/deployment-views.ts";
import { administratorsIn, type CheckName } from "../deployment/deployment.ts";
import type { NamedPlan } from "./named-plan.ts";
import type { CheckResult, Deployment } from "./state.ts";
import { kept } from "./store.ts";

/** The checks that read the list. */
const READERS = ["administrators", "roles"] as const satisfies readonly CheckName[];

export class Granting {
  /** Of these answers and this plan: every act shows it, and answers can be large. */
  #last: { readonly of: string; readonly view: GrantingView | null } | null = null;

  /** Null if no check has read the list, or its answers are no longer in the folder: it is not known. */
  in(plan: NamedPlan | null, { checks }: Deployment, folder: string): GrantingView | null {
    if (plan === null) return null;
    const results = READERS.flatMap((check) => checks.get(check) ?? []).toSorted((one, other) =>
      one.at < other.at ? 1 : -1,
    );
    const of = JSON.stringify([plan.sha256, results.map(({ at, answers }) => [at, answers])]);
    if (this.#last?.of !== of) this.#last = { of, view: viewOf(plan, results, folder) };
    return this.#last.view;
  }
}

function viewOf(
  { read: { plan } }: NamedPlan,
  results: readonly CheckResult[],
  folder: string,
): GrantingView | null {
  for (const { at, answers } of results) {
    const who = administratorsAt(plan, answers, folder);
    if (who !== null) return { hsm: plan.hsm.name, at, who };
  }
  return null;
}

function administratorsAt(
  plan: NamedPlan["read"]["plan"],
  answers: readonly string[],
  folder: string,
): GrantingView["who"] | null {
  try {
    return administratorsIn(
      plan,
      answers.map((sha256) => kept(folder, "answers", sha256)),
    );
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}
