// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * One run of a command: wall time, processor time of all its threads, both in milliseconds, and the peak memory of its own
 * process in MiB. What Linux alone tells is null elsewhere.
 */
export type Measured = { readonly wallMs: number; readonly cpuMs: number | null; readonly peakMiB: number | null };

/** Runs a command to its end, its output thrown away, and measures it. Rejects when it fails. */
export function runMeasured(command: string, args: readonly string[], input?: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'inherit'] });
    let peakMiB: number | null = null;
    let cpuMs: number | null = null;
    const sampling = setInterval(() => {
      peakMiB = Math.max(peakMiB ?? 0, highWaterMark(child.pid) ?? 0) || peakMiB;
      cpuMs = processorTime(child.pid) ?? cpuMs;
    }, 10);
    child.stdin?.end(input);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(sampling);
      if (code === 0) resolve({ wallMs: performance.now() - started, cpuMs, peakMiB });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}`));
    });
  });
}

/** VmHWM is kept by the kernel and only rises, so that sampling it misses nothing but the last moment. */
function highWaterMark(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(status) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null; // the process is gone, or there is no /proc
  }
}

const ticksPerSecond = 100;

/** User and system time (proc(5), fields 14 and 15 of `stat`), which like the high-water mark only rise. */
function processorTime(pid: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before it may hold anything
    return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000;
  } catch {
    return null;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
