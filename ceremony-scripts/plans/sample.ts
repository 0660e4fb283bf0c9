// The text of the sample plan.
import contoso from "./contoso.yaml";

export const SAMPLE_PLAN = contoso;
