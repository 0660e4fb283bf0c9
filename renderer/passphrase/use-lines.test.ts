// Where what is typed goes: to the vault, once, and to nothing that the page could keep it in.
import { expect, it, onTestFinished, vi } from "vitest";
import type { PassphraseTurn, Typed } from "../../electron/bridge/passphrase.ts";
import type { Answer } from "./turn-port.ts";
import { useLines } from "./use-lines.ts";

vi.mock("react", () => ({
  useCallback: (work: unknown) => work,
  useRef: (current: unknown) => ({ current }),
  useState: (now: unknown) => [now, () => undefined],
}));
vi.mock("./strength.ts", () => ({
  useStrength: () => ({ strength: { bits: 99, current: true }, changed: () => undefined }),
}));

const PASSPHRASE = "a passphrase that is long enough, 7";
const ABOUT: PassphraseTurn = {
  seat: 1,
  name: "Ines Okafor",
  purpose: "new",
  mode: "REHEARSAL",
  networkUp: false,
  again: false,
  tries: 3,
};
/** All that outlives a page, or that another page sees. */
const KEEPERS = [
  ...["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore", "history"],
  ...["navigator", "document", "name", "BroadcastChannel", "SharedWorker", "Notification", "fetch"],
];

/** The lines of a turn, with this typed in them; what was sent, what ended, and whatever else was touched. */
function typed(purpose: "new" | "open", answer: Answer) {
  onTestFinished(() => void vi.unstubAllGlobals());
  const [sent, ended, touched]: [Typed[], boolean[], string[]] = [[], [], []];
  const keeper = (name: string): unknown =>
    new Proxy(() => undefined, {
      get: (_, member) => (touched.push(`${name}.${String(member)}`), keeper(name)),
      set: (_, member) => touched.push(`${name}.${String(member)} =`) > 0,
      apply: () => void touched.push(`${name}()`),
      construct: () => (touched.push(`new ${name}()`), {}),
    });
  const done = (taken: boolean): void => void ended.push(taken);
  const kept = Object.fromEntries(KEEPERS.map((name) => [name, keeper(name)]));
  for (const [name, one] of Object.entries(kept)) vi.stubGlobal(name, one);
  vi.stubGlobal("window", { ...kept, passphrase: { done } });
  const lines = useLines({
    about: { ...ABOUT, purpose },
    send: async (what) => {
      sent.push(what);
      return answer;
    },
  });
  const inputs = [lines.first, lines.second].map((line) => {
    const input = { value: PASSPHRASE, focus: () => undefined };
    line.current = input as unknown as HTMLInputElement;
    return input;
  });
  const left = (): readonly string[] => inputs.map(({ value }) => value);
  return { lines, left, sent, ended, touched };
}

it.each([
  ["new", { passphrase: PASSPHRASE, again: PASSPHRASE }],
  ["open", { passphrase: PASSPHRASE }],
] as const)("what is typed goes to the vault and nowhere else: %s", async (purpose, whole) => {
  const { lines, left, sent, ended, touched } = typed(purpose, { ok: true });
  lines.use();
  lines.use();
  expect(sent).toEqual([whole]);
  expect(left()).toEqual(["", ""]);
  await vi.waitFor(() => expect(ended).toEqual([true]));
  expect(touched).toEqual([]);
});

it("what is not used goes nowhere", () => {
  const { lines, left, sent, ended, touched } = typed("open", null);
  lines.leave();
  lines.use();
  expect(left()).toEqual(["", ""]);
  expect({ sent, ended, touched }).toEqual({ sent: [], ended: [false], touched: [] });
});
