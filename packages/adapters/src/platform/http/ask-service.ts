// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { checkAddress } from './check-address.ts';
import { noAnswerBecause } from './no-answer-because.ts';

export type ServiceRequest = {
  /** Who is asked, for errors: `the certificate authority`. */
  readonly service: string;
  readonly address: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string | Uint8Array;
  readonly bytesMax?: number;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
};

export type ServiceAnswer = { readonly status: number; readonly body: Buffer };

const bytesMaxOfMost = 1024 * 1024;
const timeoutMsOfMost = 30_000;

/**
 * Asks a service once, and holds what it answers, whatever the status, bounded in bytes (1 MiB) and time (30 s). Redirects are not
 * followed: what is sent is meant for this host alone. Throws `fetch-failed`, `interrupted`, and `usage` for an address that is not asked; no
 * message repeats anything of the request but its address.
 */
export async function askService(request: ServiceRequest): Promise<ServiceAnswer> {
  const { service, address, method = 'POST', headers = {}, body } = request;
  const { bytesMax = bytesMaxOfMost, timeoutMs = timeoutMsOfMost, signal } = request;
  const url = checkAddress(address);
  try {
    const response = await fetch(url, {
      method,
      headers: { 'user-agent': 'plumbline', ...headers },
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])]),
      ...(body === undefined ? {} : { body: Buffer.from(body) }),
    });
    return { status: response.status, body: await held(response, request, bytesMax) };
  } catch (cause) {
    if (cause instanceof PlumblineError) throw cause;
    if (signal?.aborted === true) throw new PlumblineError('interrupted', `interrupted while asking ${service}`);
    throw serviceFault(request, `${service} cannot be reached: ${noAnswerBecause(cause, timeoutMs)}`);
  }
}

/** An error of a service, with its address and without what was sent to it. */
export function serviceFault({ address }: Pick<ServiceRequest, 'address'>, because: string): PlumblineError {
  const path = URL.canParse(address) ? new URL(address).origin + new URL(address).pathname : address;
  return new PlumblineError('fetch-failed', because, {
    path,
    next: 'Check the address and the network, and run it again',
  });
}

async function held(response: Response, request: ServiceRequest, bytesMax: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop by an error cancels the rest.
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > bytesMax) throw serviceFault(request, `${request.service} answers more than ${bytesMax} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
