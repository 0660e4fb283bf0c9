// What Azure says when something fails is beside the command that may say it.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { contoso } from "../proofs/right.fixture.ts";
import { RUNBOOKS as NAMES } from "../plan/runbook-names.ts";
import { runbookMarkdown } from "./markdown.fixture.ts";
import { MESSAGES, type MessageTopic } from "./messages.ts";
import { RUNBOOKS } from "./runbooks.ts";

const TOPICS = Object.keys(MESSAGES) as readonly MessageTopic[];

const steps = NAMES.flatMap((name) =>
  RUNBOOKS[name].steps(contoso).map((step) => ({ name, step })),
);

describe("the messages", () => {
  it.each(TOPICS)(
    "of %s are at a step, each once, each with one plain sentence or two",
    (topic) => {
      const texts = MESSAGES[topic].map(({ text }) => text);
      expect(new Set<string>(texts).size).toBe(texts.length);
      expect(steps.some(({ step }) => step.messages?.includes(topic))).toBe(true);
      for (const { text, means } of MESSAGES[topic]) {
        expect(text).toMatch(/^[\x20-\x7e]{7,120}$/);
        expect(means).toMatch(/^[A-Za-z][\x20-\x7e]{10,140}\.$/);
      }
    },
  );

  it("are on the runbook's paper, where nothing in them is Markdown", () => {
    const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
    const text = runbookMarkdown("sql-mi", {
      plan: contoso,
      planFile: "contoso.yaml",
      shell: "bash",
      sha256,
    });
    for (const message of MESSAGES["sql-key"]) expect(text).toContain(message.means);
    expect(text).toContain("| AkvHostNotResolvingFromNode |");
  });
});
