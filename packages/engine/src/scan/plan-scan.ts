// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import type { ScanTarget } from '@plumbline/core/scanning/scan-target';
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { inParallel } from './in-parallel.ts';
import type { PlannedTool } from './planned-tool.ts';

export type ScanWish = {
  /** Ids of scanners that have to run. */
  readonly with: readonly string[];
  /** Ids of scanners that are not to run. */
  readonly without: readonly string[];
  readonly offline: boolean;
};

export type Planning = {
  readonly scanners: readonly Scanner[];
  readonly target: ScanTarget;
  readonly wish: ScanWish;
  /** Folders from which no program is run. */
  readonly untrustedFolders: readonly string[];
  /** How many programs may be asked for their version at once. */
  readonly parallel: number;
  readonly signal: CancelSignal;
};

/**
 * Which scanner will run, why, and at which version; in the order of `scanners`. What is embedded and what is installed runs
 * where there is something for it; what is missing says how to get it. Throws `usage` for a name that no scanner has, and for
 * a scanner that is asked for without what it has to be told.
 */
export async function planScan(planning: Planning): Promise<readonly PlannedTool[]> {
  refuseUnknown(planning);
  return inParallel(planning.scanners, planning.parallel, (scanner) => planTool(scanner, planning));
}

function refuseUnknown({ scanners, wish, target }: Planning): void {
  const known = new Set(scanners.map(({ id }) => id));
  for (const id of [...wish.with, ...wish.without]) {
    if (known.has(id)) continue;
    throw new PlumblineError('usage', `no scanner is called ${id.slice(0, 80)}`, {
      next: `Scanners: ${[...known].join(', ')}`,
    });
  }
  const both = wish.with.find((id) => wish.without.includes(id));
  if (both !== undefined) throw new PlumblineError('usage', `${both} is both asked for and left out`);
  const attacking = scanners.find(({ id, purposes }) => wish.with.includes(id) && purposes.includes('dast'));
  if (attacking === undefined || target.webAddresses.length > 0) return;
  throw new PlumblineError('usage', `${attacking.tool} needs the address of a running instance`, {
    next: 'Name one that is yours to attack: --url https://staging.example.org/',
  });
}

async function planTool(scanner: Scanner, { target, wish, untrustedFolders, signal }: Planning): Promise<PlannedTool> {
  const tool = { scanner, asked: wish.with.includes(scanner.id) };
  if (wish.without.includes(scanner.id)) return { ...tool, state: 'left-out', because: 'left out by --without' };
  const plan = scanner.plan(target);
  if (plan.state === 'not-applicable') return { ...tool, state: 'not-applicable', because: plan.because };
  const version = await scanner.version(signal, untrustedFolders);
  if (version.state === 'missing') return { ...tool, ...version };
  if (wish.offline && scanner.needs.includes('network'))
    return { ...tool, state: 'refused', because: 'it needs the network', resolve: 'Scan without --offline' };
  return { ...tool, state: 'runs', because: plan.because, version: version.version };
}
