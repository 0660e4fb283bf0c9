// `sd contact look`: what an HSM shows of each belief, over TLS, at the built-in HSM as a process.
import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BELIEF_IDS } from "../rehearsal-hsm/rehearsal-hsm.ts";
import { lookedAt, looks, madePilots, NAME, type Looked, type Pilots } from "./contact.fixture.ts";
import { expectRefusal, sd, sdJson, temporaryFolder } from "./program.fixture.ts";

let pilots: Pilots;
beforeAll(async () => {
  pilots = await madePilots();
});
afterAll(() => pilots.end());

const ofVerdict = ({ rows }: Looked, verdict: string) =>
  rows.filter((row) => row.verdict === verdict).map(({ id }) => id);

describe("a look", () => {
  it("finds the built-in HSM as believed, in all that it can see", async () => {
    const looked = await lookedAt(pilots.active);
    expect(ofVerdict(looked, "otherwise")).toEqual([]);
    expect(looked).toMatchObject({ code: 0, unanswered: [] });
    expect(looked.rows.map(({ id }) => id)).toEqual(BELIEF_IDS);
    expect(ofVerdict(looked, "as believed")).toEqual(
      expect.arrayContaining([
        "challenge-401",
        "answer-date",
        "resource-active-word",
        "role-id",
        "keys-kid",
        "key-type",
      ]),
    );
    expect(ofVerdict(looked, "not seen")).toContain("upload-202");
  });

  it("says what is otherwise, with what came, and continues after what it cannot read", async () => {
    const turned = ["resource-address", "keys-value", "answer-region"];
    const looked = await lookedAt(pilots.active, ...turned);
    expect(ofVerdict(looked, "otherwise").toSorted()).toEqual(turned.toSorted());
    expect(looked).toMatchObject({
      code: 3,
      unanswered: [{ question: "keys", code: "E-HSM-BODY" }],
    });
    const came = (id: string) => looked.rows.find((row) => row.id === id)?.came;
    expect(came("resource-address")).toMatch(
      /^GET \/subscriptions\/.*: properties\.hsmUri is "https:\/\/.*"$/,
    );
    expect(came("keys-value")).toBe("GET /keys: value is missing");
    expect(came("answer-region")).toMatch(/: x-ms-keyvault-region is missing$/);
  });

  it("is one level, with flags of its own", async () => {
    for (const words of [[], ["stare"], ["look", "--site"]])
      expectRefusal(await sd(["contact", ...words]), "E-USAGE", 2);
  });
});

describe("a recording", () => {
  it("is continued, shown whole before it is kept, and shows what the looks saw", async () => {
    const file = join(temporaryFolder(), "pilot.jsonl");
    const part = `${file}.part`;
    const recorded = ["--recording", file];
    const cutOff = () => truncateSync(part, readFileSync(part).length - 10);
    const [first, second] = await looks(pilots.active, [], [recorded, recorded], cutOff);
    expect([first?.code, second?.code]).toEqual([0, 0]);
    expect(existsSync(file)).toBe(false);
    const unread = await sd(["contact", "save", file]);
    expect([unread.code, unread.errors.slice(0, 17)]).toEqual([1, "E-CONTACT-UNREAD:"]);
    const saved = await sd(["contact", "save", file, "--read"]);
    expect(saved.code).toBe(0);
    const text = readFileSync(file, "utf8");
    expect(saved.out.startsWith(text)).toBe(true);
    for (const name of [NAME, "Contoso", "rehearsal", "127.0.0.1"])
      expect(text.toLowerCase()).not.toContain(name.toLowerCase());
    expect(text.match(/hsm-contact/g)).toHaveLength(2);
    const { code, result } = await sdJson(["contact", "check", file]);
    expect(code).toBe(0);
    // An exchange of each sitting was cut off.
    expect(result["exchanges"]).toBe(2 * Number(first?.exchanges) - 2);
    const verdicts = ({ rows }: Pick<Looked, "rows">) =>
      rows.map(({ id, verdict }) => `${id}: ${verdict}`);
    expect(verdicts(result as unknown as Looked)).toEqual(verdicts(second ?? { rows: [] }));
    expectRefusal(await sd(["contact", "save", file, "--read"]), "E-FILE-EXISTS");
  });

  it("B205 with a name in it that nobody replaced is refused, and never continued", async () => {
    const file = join(temporaryFolder(), "pilot.jsonl");
    writeFileSync(`${file}.part`, '{"kind":"hsm-contact/01"}\n{"path":"/keys/Contoso"}\n');
    expectRefusal(await sd(["contact", "save", file, "--read"]), "E-CONTACT-FORM");
    expectRefusal(await sd(["contact", "check", `${file}.part`]), "E-CONTACT-FORM");
    const flags = ["--hsm-url", "https://127.0.0.1:9", "--hsm-name", NAME];
    const files = ["--ca-file", `${file}.part`, "--token-file", `${file}.part`];
    const look = ["contact", "look", ...flags, ...files, "--recording", file];
    expectRefusal(await sd(look), "E-CONTACT-FORM");
  });
});
