// How long work keeps a processor busy: what else the machine does at the time does not count.
import process from "node:process";

/**
 * Processor time of what was done since `began`, in milliseconds.
 * @param began what `process.cpuUsage()` gave before
 */
export function processorTimeSince(began: NodeJS.CpuUsage): number {
  const { system, user } = process.cpuUsage(began);
  return (system + user) / 1000;
}
