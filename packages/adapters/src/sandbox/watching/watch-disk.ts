// SPDX-License-Identifier: Apache-2.0
import { statfs } from 'node:fs/promises';
import { runProgram } from '../../platform/process/run-program.ts';

export type DiskBounds = {
  /** What may lie in the folders at one time. */
  readonly bytesMax: number;
  /** Files that may be made. */
  readonly filesMax: number;
  /** What has to remain free, whoever takes it. */
  readonly freeBytesMin: number;
};

export type DiskFault = 'too-much-disk' | 'disk-full';

const intervalMs = 200;
/** Measuring reads every folder: without a sign that much was written, it is done this rarely. */
const measureEveryMs = 10_000;
const measureTimeoutMs = 60_000;

/**
 * Watches folders of one file system. How much is free costs nothing to ask and is asked often; when as much is gone as the folders
 * may hold, or some time has passed, they are measured. What is deleted while it is still open is in no folder: it ends the run when
 * it alone has taken twice the bound. Between two looks more can be written than is allowed, as much as the disk takes in that time.
 */
export async function watchDisk(
  folders: readonly string[],
  bounds: DiskBounds,
  exceeded: (fault: DiskFault) => void,
): Promise<{ readonly stop: () => void }> {
  const [place = '/'] = folders;
  const before = await roomAt(place);
  let looking = false;
  let measuredAt = Date.now();
  let measuringMs = 0;
  const look = async (): Promise<void> => {
    const now = await roomAt(place);
    const [bytes, files] = [before.bytes - now.bytes, before.files - now.files];
    if (now.bytes < Math.min(bounds.freeBytesMin, before.bytes / 2)) return exceeded('disk-full');
    if (files > bounds.filesMax || bytes > 2 * bounds.bytesMax) return exceeded('too-much-disk');
    const due = bytes > bounds.bytesMax ? measuringMs * 5 : measureEveryMs;
    const begun = Date.now();
    if (begun - measuredAt < due) return;
    const measured = await bytesIn(folders);
    measuredAt = Date.now();
    measuringMs = measuredAt - begun;
    if (measured > bounds.bytesMax) exceeded('too-much-disk');
  };
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    look().then(
      () => (looking = false),
      () => clearInterval(timer), // the folders are gone
    );
  }, intervalMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

type Room = { readonly bytes: number; readonly files: number };

async function roomAt(place: string): Promise<Room> {
  const { bavail, bsize, ffree } = await statfs(place);
  return { bytes: bavail * bsize, files: ffree };
}

/** As they lie on the disk: holes of a file take nothing. What cannot be read is not in it. */
async function bytesIn(folders: readonly string[]): Promise<number> {
  const result = await runProgram(
    {
      command: 'du',
      args: ['-sk', '--', ...folders],
      environment: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
      workingDirectory: '/',
    },
    { stdoutBytesMax: 64 * 1024, timeoutMs: measureTimeoutMs },
  );
  if (result.end !== 'exited') return 0;
  const lines = result.stdout.toString('utf8').split('\n');
  return lines.reduce((sum, line) => sum + Number(/^(\d{1,15})\t/u.exec(line)?.[1] ?? 0) * 1024, 0);
}
