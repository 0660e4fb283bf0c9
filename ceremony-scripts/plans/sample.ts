// The sample plan, as the text it is.
import contoso from "./contoso.yaml";

export const SAMPLE_PLAN = contoso;
