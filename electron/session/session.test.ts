// How a session ends.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { openJournal } from "../journal/journal.ts";
import { temporaryFolder } from "../journal/record.fixture.ts";
import { endOf } from "./session.ts";
import type { Stations } from "./stations.ts";

it("lets go of both records and ends the HSM if the disk refuses to release one", async () => {
  const place = temporaryFolder();
  const [offline, connected] = (["offline", "connected"] as const).map((station) => {
    const folder = join(place, station);
    const open = openJournal({ folder, station, clock: () => new Date() });
    return { record: { folder, open } };
  });
  const lock = join(place, "offline", "lock");
  const own = join(lock, readdirSync(lock)[0] ?? "");
  rmSync(own);
  mkdirSync(own);
  let ended = 0;
  const hsm = { end: async () => void ended++ };
  const stations = { offline, connected } as unknown as Stations;
  expect(await codeOf(() => endOf(stations, hsm))).toBe("E-LOG-IO");
  expect(offline?.record.open).toBe(null);
  expect(connected?.record.open).toBe(null);
  expect(readdirSync(join(place, "connected", "lock"))).toEqual([]);
  expect(ended).toBe(1);
});
