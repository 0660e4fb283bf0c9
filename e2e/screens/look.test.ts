// A look at a screen can fail: what is wrong with it is found, also after it was seen without fault.
import { expect, test } from "./screen.fixture.ts";

test("finds a text that is too pale by day or by night, or too small", async ({ display }) => {
  await display.open("home/new");
  expect(await display.look("look/right")).toEqual([]);
  await display.page.evaluate(() => {
    const write = (text: string, look: Readonly<Record<string, string>>) => {
      const element = document.createElement("p");
      element.textContent = text;
      Object.assign(element.style, look);
      document.querySelector("main")?.prepend(element);
    };
    write("pale by day", { color: "#bbb", background: "#fff" });
    write("small", { fontSize: "12px" });
  });
  const found = await display.look("look/wrong");
  const told = [
    /\(light\): color-contrast at /,
    /\(dark\): color-contrast at /,
    /"small" is smaller/,
  ];
  for (const one of told) expect(found).toContainEqual(expect.stringMatching(one));
});

test("finds what Tab does not come to", async ({ display }) => {
  await display.open("home/new");
  await display.page.evaluate(() => {
    const button = document.createElement("button");
    button.textContent = "Out of reach";
    button.tabIndex = -1;
    document.querySelector("main")?.prepend(button);
  });
  expect(await display.look("look/unreached")).toContain(
    'Tab does not come to button "Out of reach"',
  );
});
