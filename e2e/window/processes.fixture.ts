// The processes that main starts, by the names that it gives them.
import type { OpenApp } from "./app.fixture.ts";

/** From now on every name is kept, also of a process that lives for a moment. */
export async function watchProcesses({ app }: OpenApp): Promise<void> {
  await app.evaluate((electron) => {
    const names = new Set<string>();
    Object.assign(globalThis, { names });
    setInterval(() => {
      for (const { name } of electron.app.getAppMetrics()) names.add(name ?? "");
    }, 20);
  });
}

/** All that were seen since they are watched. */
export const processesOf = ({ app }: OpenApp): Promise<readonly string[]> =>
  app.evaluate(() => [...(globalThis as unknown as { names: Set<string> }).names]);
