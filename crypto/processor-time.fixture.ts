// Processor time of some work: independent of what else the machine does.
import process from "node:process";

/**
 * Processor time since `began`, in milliseconds.
 * @param began what `process.cpuUsage()` returned
 */
export function processorTimeSince(began: NodeJS.CpuUsage): number {
  const { system, user } = process.cpuUsage(began);
  return (system + user) / 1000;
}
