// The pre-flight at the real window: what two people must know they know, and say why they continue.
import type { Page } from "playwright";
import type { WindowView } from "../../electron/bridge/view.ts";
import { saidIn } from "../../electron/text/text.ts";
import type { OpenApp } from "./app.fixture.ts";
import type { Hands } from "./hands.fixture.ts";
import { poll } from "./test.fixture.ts";

/** How people act. */
export interface Acting {
  readonly hands: Hands;
  /** Looks at the screen as it is now, under this name. */
  readonly see: (page: Page, name: string) => Promise<void>;
}

/** What people must know before the HSM is activated they know: they say why, and continue. */
export async function decidePoints(
  { page }: OpenApp,
  { hands, see }: Acting,
  look: () => Promise<WindowView>,
): Promise<void> {
  await poll(async () => (await look()).activity.kind).toBe("idle");
  const { refusal, preflight } = await look();
  if (refusal?.code !== "E-PREFLIGHT-DECIDE") return;
  await see(page, "preflight-decide");
  for (const { verdict, accepted, sentence } of preflight ?? [])
    if (verdict === "decide" && !accepted)
      await hands.write(
        page,
        `Why you go ahead: ${saidIn("en", sentence)}`,
        "It is closed right afterwards.",
      );
  await hands.tick(page, /, Administrator$/);
  await hands.tick(page, /, Witness$/);
  await hands.press(page, "Record the decision and check again");
  await page
    .getByRole("button", { name: "Record the decision and check again" })
    .waitFor({ state: "detached" });
}
