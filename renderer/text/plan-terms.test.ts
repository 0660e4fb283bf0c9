// The glossary of a deployment: the same terms on the screen and in docs/deployment.md.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { planTerms } from "./plan-terms.ts";
import { say } from "./say.ts";

const page = readFileSync(new URL("../../docs/deployment.md", import.meta.url), "utf8");

it("has the terms of the plan as the page has them", () => {
  const [, part = ""] = /## Terms of the plan\n([\s\S]*?)\n## /.exec(page) ?? [];
  const rows = [...part.matchAll(/^\| (.+) \| (.+) \|$/gm)].slice(1);
  expect(rows.map(([, term, text]) => ({ term, text: text?.replaceAll("`", "") }))).toEqual(
    planTerms().map(({ term, text }) => ({ term, text: text.replaceAll("\u2019", "'") })),
  );
  expect(part).toContain(say("plan-terms.siAndCi"));
});
