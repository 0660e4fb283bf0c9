// The opening on its form: what was entered, and what is proposed otherwise.
import type { WindowView } from "../../electron/bridge/view.ts";
import type { Entered } from "../stores/action.ts";
import type { Draft } from "../stores/draft.ts";
import { officerRole, seatsUpTo } from "../stores/people.ts";
import { acceptedIn } from "./accepted.ts";
import { openTrouble, peopleIn, type Before, type OpenForm } from "./open-form.ts";

/** Fields of the draft: who comes alone, the key size, whose keys are replaced. */
export const ALONE = "alone";
export const BITS = "bits";
export const RENEWED = "renewed";

export interface Opening {
  readonly form: OpenForm;
  /** If keys are replaced: those of before. */
  readonly before: Before | undefined;
  /** The size of the keys in bits, as text. */
  readonly bits: string;
  /** Why the ceremony cannot be opened with it, in a sentence; otherwise null. */
  readonly trouble: string | null;
  /** What people accept of the numbers of officers; none until nothing is missing of it. */
  readonly deviations: ReturnType<typeof acceptedIn>["deviations"];
}

/** The opening of the ceremony that is about to start, from its form's draft. */
export function openingIn(
  view: WindowView,
  { officers, quorum }: { readonly officers: number; readonly quorum: number },
  draft: Draft,
): Opening {
  const coming = view.coming ?? { least: officers, most: officers };
  const roles = coming.most === 1 ? [draft.text(ALONE)] : rolesOf(coming.most);
  const before = view.open === "replacement" ? beforeIn(view.home) : undefined;
  const form = formOf(view.home, draft, roles, before);
  const rule = { officers, quorum, ...coming, ...(before === undefined ? {} : { before }) };
  const { deviations, isWhole } = acceptedIn(draft, view.countsWanted);
  return {
    form,
    before,
    bits: draft.text(BITS, String(view.bits)),
    trouble: openTrouble(form, rule),
    deviations: isWhole ? deviations : [],
  };
}

const beforeIn = ({ custody }: WindowView["home"]): Before => ({
  names: (custody?.health.officers ?? []).map(({ name }) => name),
  quorum: custody?.health.required ?? 0,
});

/** The input sent when the ceremony is opened with this form. */
export const inputOf = ({
  form,
  bits,
  deviations,
}: Pick<Opening, "form" | "bits" | "deviations">): Entered<"open"> => ({
  hsm: form.hsm.trim(),
  bits: bits === "2048" ? 2048 : bits === "3072" ? 3072 : 4096,
  people: peopleIn(form),
  renewed: form.renewed ?? [],
  ...(deviations.length === 0 ? {} : { deviations }),
});

/** The officers' roles, in order. */
export const rolesOf = (officers: number): readonly string[] =>
  seatsUpTo(officers).map(officerRole);

function formOf(
  { proposedPeople, proposedHsm }: WindowView["home"],
  draft: Draft,
  officers: readonly string[],
  before: Before | undefined,
): OpenForm {
  const proposed = (role: string): string =>
    proposedPeople.find((person) => person.role === role)?.name ?? "";
  const marked = draft.list(RENEWED).map(Number);
  return {
    // Who had no number before gets a key in any case.
    renewed:
      before === undefined
        ? []
        : seatsUpTo(officers.length).filter(
            (seat) => seat > before.names.length || marked.includes(seat),
          ),
    hsm: draft.text("hsm", proposedHsm),
    names: ["administrator", "witness", ...officers]
      .filter(Boolean)
      .map((role) => ({ role, name: draft.text(role, proposed(role)) })),
  };
}
