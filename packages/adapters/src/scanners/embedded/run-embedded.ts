// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import type { ScanInput, ScanOutcome, Scanner } from '@plumbline/core/scanning/scanner';
import { rulesDigest } from './rules-digest.ts';
import { type ScanProblems, scanProblems } from './scan-problems.ts';

type Embedded = Pick<Scanner, 'id' | 'tool' | 'purposes'> & {
  readonly version: string;
  readonly rules: readonly object[];
  /** Hands results to `input.take`, and tells what it could not read. Rejects when `input.signal` is aborted. */
  readonly scan: (input: ScanInput, problems: ScanProblems) => Promise<void>;
};

/**
 * Runs an embedded scanner within its time, and reports on it: complete only when there was no problem. When its time is up it
 * did not run; when the caller aborts, it rejects with `interrupted`.
 */
export async function runEmbedded(
  input: ScanInput,
  { id, tool, version, purposes, rules, scan }: Embedded,
): Promise<ScanOutcome> {
  const startedAt = new Date().toISOString();
  const problems = scanProblems();
  const limited = withTimeLimit(input.signal, input.bounds.timeoutMs);
  try {
    await scan({ ...input, signal: limited.signal }, problems);
    limited.signal.throwIfAborted();
  } catch (error) {
    if (input.signal.aborted) throw new PlumblineError('interrupted', `${tool} was interrupted`, { cause: error });
    if (limited.timedOut())
      return { ran: false, because: `it took more than ${input.bounds.timeoutMs / 1000} seconds` };
    throw error;
  } finally {
    limited.end();
  }
  return {
    ran: true,
    raw: null,
    report: {
      format: id,
      tool,
      toolVersion: version,
      purposes,
      commit: input.repository.commit === '' ? null : input.repository.commit,
      completed: problems.list().length === 0,
      startedAt,
      finishedAt: new Date().toISOString(),
      rules: rules.length,
      rulesDigest: rulesDigest(rules),
      databaseAt: null,
      problems: problems.list(),
    },
  };
}

type TimeLimit = { readonly signal: CancelSignal; readonly timedOut: () => boolean; readonly end: () => void };

function withTimeLimit(outer: CancelSignal, timeoutMs: number): TimeLimit {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    abort();
  }, timeoutMs);
  if (outer.aborted) abort();
  else outer.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    timedOut: () => timedOut,
    end: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', abort);
    },
  };
}
