// Two computers for a ceremony in earnest, and the app on them.
import { say } from "../../renderer/text/say.ts";
import { sureYes } from "../../renderer/text/station-role.ts";
import { makeHome, openApp, type Home, type OpenApp } from "./app.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { look } from "./people.fixture.ts";
import { programOf } from "./programs.fixture.ts";
import { watchProcesses } from "./processes.fixture.ts";
import { openComputer, type Computer } from "./sticks.fixture.ts";

/** A station: a computer, a user's home on it, and the app in that, started again at will. */
export class Station {
  readonly computer: Computer;
  readonly home: Home;
  readonly #program: string;
  #open: OpenApp | null = null;

  private constructor(computer: Computer, home: Home, program: string) {
    this.computer = computer;
    this.home = home;
    this.#program = program;
  }

  /** @param network what it has: loopback alone, or also where the test's own servers are */
  static async set(network: "none" | "the test's"): Promise<Station> {
    const home = await makeHome();
    const station = new Station(await openComputer(network), home, await programOf("production"));
    await station.start();
    return station;
  }

  get open(): OpenApp {
    if (this.#open === null) throw new Error("the app does not run here");
    return this.#open;
  }

  /** Starts the app, for the first time or again. */
  async start(): Promise<void> {
    this.#open = await openApp(this.home, this.computer.on, this.#program);
    await this.#open.page.getByRole("heading").first().waitFor();
    await watchProcesses(this.#open);
  }

  /** Tells the app what this computer is for. */
  async become(post: "offline" | "connected"): Promise<void> {
    const { page } = this.open;
    await mouse.press(page, say("station-role.is.rehearsal"));
    await mouse.press(page, say(`station-role.stationRoles.${post}.title`));
    await mouse.press(page, sureYes(post));
    await page.getByRole("button", { name: say(`station-role.is.${post}`) }).waitFor();
  }

  /** Chooses this site file at Home, in place of the one that was chosen. */
  async chooseSite(file: string): Promise<void> {
    const { app, page } = this.open;
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, file);
    const chosen = page.getByRole("button", { name: /^HSM: (?!none)/ });
    if ((await look(this.open)).site !== null) await chosen.click();
    await mouse.press(page, say("sign-in.site.choose.PRODUCTION"));
    await mouse.press(page, say("sign-in.site.file"));
    await chosen.waitFor();
  }
}
