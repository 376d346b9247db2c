// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createHash } from 'node:crypto';
import type { Digest } from '@plumbline/core/digest';
import type { S3Clock } from './s3-clock.ts';
import { s3Settings, type S3Settings } from './s3-settings.ts';

export const credentials = { AWS_ACCESS_KEY_ID: 'test-key', AWS_SECRET_ACCESS_KEY: 'test-secret' } as const;

/** A server that answers as it is told, for faults of the protocol that one which works does not make. */
export type ToldServer = { readonly address: string; readonly stop: () => void };

export async function toldServer(listener: RequestListener): Promise<ToldServer> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function settingsAt(
  address: string,
  query = '',
  environment: { readonly [name: string]: string } = {},
): S3Settings {
  return s3Settings(`s3://bucket/prefix${query}`, { ...credentials, AWS_ENDPOINT_URL_S3: address, ...environment });
}

/** A clock that waits no time and says how long it would have. */
export function quickClock(): S3Clock & { readonly waits: readonly number[] } {
  const waits: number[] = [];
  return {
    waits,
    now: () => new Date('2026-01-02T03:04:05Z'),
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    random: () => 0.5,
  };
}

export const sha256Of = (bytes: Uint8Array | string): Digest =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
