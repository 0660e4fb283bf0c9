// Whether what is read from bags differs from the last record: main compares, and tells it once;
// then two people decide, and the same is asked again.
import { lastCode } from "../../../stores/action.ts";
import { useDraft } from "../../../stores/draft.ts";

/**
 * @param step the step's id
 * @returns whether it was told, and a way to ask that takes a refusal for it as the telling; that
 *   answers whether what was asked is done
 */
export function useDiffers(step: string) {
  const [told, setTold] = useDraft(`differs.${step}`);
  const asked = async (done: Promise<boolean>): Promise<boolean> => {
    if (await done) return true;
    if (lastCode() === "E-SEALS-CHANGED") setTold("yes");
    return false;
  };
  return { differs: told !== "", asked };
}
