// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One run of a command: wall time in milliseconds, and the peak memory of its own process in MiB (Linux; else null). */
export type Measured = { readonly wallMs: number; readonly peakMiB: number | null };

/** Runs a command to its end, its output thrown away, and measures it. Rejects when it fails. */
export function runMeasured(command: string, args: readonly string[], input?: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'inherit'] });
    let peakMiB: number | null = null;
    const sampling = setInterval(() => {
      peakMiB = Math.max(peakMiB ?? 0, highWaterMark(child.pid) ?? 0) || peakMiB;
    }, 10);
    child.stdin?.end(input);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(sampling);
      if (code === 0) resolve({ wallMs: performance.now() - started, peakMiB });
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

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
