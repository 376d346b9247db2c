// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/**
 * What becomes of a request: it goes through; it is answered instead; the connection is reset before the server has it, or after the
 * server has answered; half of the answer arrives.
 */
export type Fault =
  | 'none'
  | { readonly status: number; readonly code: string }
  | 'reset-before'
  | 'reset-after'
  | 'cut';

export type FaultyProxy = {
  readonly address: string;
  /** How many requests met a fault. */
  readonly faults: () => number;
  readonly stop: () => void;
};

/** A proxy in front of a server, which breaks what `decide` says, request by request. The host is handed on, since it is signed. */
export async function startFaultyProxy(
  target: string,
  decide: (method: string, path: string) => Fault,
): Promise<FaultyProxy> {
  let faults = 0;
  const proxy = createServer((incoming, answer) => {
    const fault = decide(incoming.method ?? '', incoming.url ?? '');
    if (fault !== 'none') faults += 1;
    incoming.on('error', () => undefined);
    if (fault === 'reset-before') return void incoming.socket.resetAndDestroy();
    if (typeof fault === 'object')
      return void incoming.resume().on('end', () => {
        answer.writeHead(fault.status).end(`<Error><Code>${fault.code}</Code></Error>`);
      });
    const { method, url, headers } = incoming;
    const forwarded = request(`${target}${url ?? ''}`, { method, headers }, (answered) =>
      passOn(answered, answer, fault),
    );
    forwarded.on('error', () => answer.destroy());
    incoming.pipe(forwarded);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    faults: () => faults,
    stop: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

function passOn(answered: IncomingMessage, answer: ServerResponse, fault: Fault): void {
  if (fault === 'reset-after') {
    answered.resume().on('end', () => answer.socket?.resetAndDestroy());
    return;
  }
  answer.writeHead(answered.statusCode ?? 500, answered.headers);
  if (fault !== 'cut') return void answered.pipe(answer);
  const half = Math.floor(Number(answered.headers['content-length'] ?? 0) / 2);
  let passed = 0;
  answered.on('data', (chunk: Buffer) => {
    if (passed >= half) return;
    answer.write(chunk.subarray(0, half - passed));
    passed += chunk.length;
  });
  answered.on('end', () => setImmediate(() => answer.socket?.destroy()));
}
