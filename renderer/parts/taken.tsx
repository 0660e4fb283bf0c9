// What is said of evidence that was taken away: the folder's name, and the way to it.
import { answer } from "../stores/action.ts";
import { say } from "../text/say.ts";
import { Button } from "./button.tsx";
import { Told, useOutcome, type Outcome } from "./told.tsx";

/** Asks for the evidence. @returns what is said then, or "" if nobody chose a place */
export async function takeEvidence(of: "shown" | "newest"): Promise<string> {
  const taken = await answer("evidence", { of });
  return taken === null ? "" : say("evidence.taken", { folder: taken.folder });
}

/** The outcome beside its button. */
export function Taken({ outcome }: { readonly outcome: Outcome | null }) {
  const opening = useOutcome();
  const open = () =>
    opening.run(async () => {
      const isShown = await answer("openFolder", {});
      return isShown === false ? say("evidence.noProgram") : "";
    });
  return (
    <Told outcome={outcome}>
      {outcome?.fault === null ? (
        <>
          <Button kind="second" small onPress={open}>
            {say("evidence.openFolder")}
          </Button>
          <Told outcome={opening.outcome} />
        </>
      ) : null}
    </Told>
  );
}
