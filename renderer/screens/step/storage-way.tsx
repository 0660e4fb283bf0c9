// At a step that needs the HSM's storage: how the HSM reaches it.
import { Choice } from "../../parts/choice.tsx";
import type { StepProps } from "../../steps/step-row.ts";
import { ask } from "../../stores/action.ts";
import { STORAGE_WAY } from "../../text/backup.ts";
import shared from "./step.module.css";

/** Nothing at any other step. A token's file is chosen in the system's own dialog. */
export function StorageWay({
  step: {
    id,
    view: { storage },
  },
}: StepProps) {
  if (storage === null) return null;
  const choose = (value: string) => {
    const by = value === "sas" ? value : "managed-identity";
    void ask("storage", { step: id, by });
  };
  return (
    <div className={shared["asked"]}>
      <Choice
        label={STORAGE_WAY.label}
        value={storage}
        onChange={choose}
        options={[
          { value: "managed-identity", label: STORAGE_WAY.identity },
          { value: "sas", label: STORAGE_WAY.sas },
        ]}
      />
      {storage === "sas" ? <p>{STORAGE_WAY.why}</p> : null}
    </div>
  );
}
