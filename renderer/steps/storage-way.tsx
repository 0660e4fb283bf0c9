// At a step that needs the HSM's storage: how the HSM reaches it.
import { Choice } from "../parts/choice.tsx";
import type { StepProps } from "./step-row.ts";
import { ask } from "../stores/action.ts";
import { say } from "../text/say.ts";
import shared from "./step.module.css";

/** Renders nothing in other steps. A token's file is chosen in the system's own dialog. */
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
        label={say("backup.storageWay.label")}
        value={storage}
        onChange={choose}
        options={[
          { value: "managed-identity", label: say("backup.storageWay.identity") },
          { value: "sas", label: say("backup.storageWay.sas") },
        ]}
      />
      {storage === "sas" ? <p>{say("backup.storageWay.why")}</p> : null}
    </div>
  );
}
