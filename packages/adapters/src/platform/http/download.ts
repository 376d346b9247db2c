// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { checkAddress } from './check-address.ts';
import { noAnswerBecause } from './no-answer-because.ts';

export type Downloading = {
  readonly bytesMax: number;
  readonly timeoutMs: number;
  readonly signal?: CancelSignal | undefined;
  /** What the server called the version that is here already. */
  readonly etag?: string | undefined;
};

/** `unchanged`: the server still has the version of `etag`. `lastModified`: ISO 8601, where the server says it. */
export type Downloaded =
  | { readonly state: 'unchanged' }
  | {
      readonly state: 'saved';
      readonly bytes: number;
      readonly sha256: string;
      readonly etag: string | null;
      readonly lastModified: string | null;
    };

const redirectsMax = 3;

/**
 * Fetches a file into a new one, bounded in bytes and time. Redirects are followed to the same host only, at most three.
 * Throws `fetch-failed`, with what to do where there is no network, and `usage` for an address that is not asked.
 */
export async function download(address: string, path: string, options: Downloading): Promise<Downloaded> {
  const stop = AbortSignal.any([AbortSignal.timeout(options.timeoutMs), ...cancelOf(options.signal)]);
  try {
    const response = await ask(checkAddress(address), options.etag, stop);
    if (response.status === 304) return { state: 'unchanged' };
    return await save(response, path, options.bytesMax);
  } catch (cause) {
    if (options.signal?.aborted === true)
      throw new PlumblineError('interrupted', 'interrupted while fetching', { cause });
    if (cause instanceof PlumblineError) throw cause;
    throw failed(address, noAnswerBecause(cause, options.timeoutMs), cause);
  }
}

async function ask(first: URL, etag: string | undefined, signal: AbortSignal): Promise<Response> {
  let address = first;
  for (let redirects = 0; redirects <= redirectsMax; redirects += 1) {
    const headers = { 'user-agent': 'plumbline', ...(etag === undefined ? {} : { 'if-none-match': etag }) };
    const response = await fetch(address, { redirect: 'manual', headers, signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null || response.status === 304) {
      if (!response.ok && response.status !== 304) throw failed(address.href, `the server answers ${response.status}`);
      return response;
    }
    await response.body?.cancel();
    const next = checkAddress(new URL(location, address).href);
    if (next.host !== first.host) throw failed(first.href, `it leads to another host (${next.host})`);
    address = next;
  }
  throw failed(first.href, `more than ${redirectsMax} redirects`);
}

async function save(response: Response, path: string, bytesMax: number): Promise<Downloaded> {
  const file = await open(path, 'wx');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw failed(response.url, `it is larger than ${bytesMax} bytes`);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  const modified = Date.parse(response.headers.get('last-modified') ?? '');
  return {
    state: 'saved',
    bytes,
    sha256: hash.digest('hex'),
    etag: response.headers.get('etag'),
    lastModified: Number.isNaN(modified) ? null : new Date(modified).toISOString(),
  };
}

function failed(address: string, because: string, cause?: unknown): PlumblineError {
  return new PlumblineError('fetch-failed', `cannot fetch: ${because}`, {
    path: address,
    next: 'Check the network; without one, import a bundle that was made elsewhere (plumbline feeds import FILE)',
    ...(cause === undefined ? {} : { cause }),
  });
}

function cancelOf(signal: CancelSignal | undefined): readonly AbortSignal[] {
  if (signal === undefined) return [];
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  signal.addEventListener('abort', () => controller.abort(), { once: true });
  return [controller.signal];
}
