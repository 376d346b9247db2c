// SPDX-License-Identifier: Apache-2.0
import { connect } from 'node:net';

const timeoutMs = 10_000;

/**
 * Whether something takes connections at an http or https address. Dynamic scanners go on to the end when the application has
 * long gone, and report that they found nothing. Behind a proxy nobody can tell from here, and the answer is yes.
 */
export function isAnswering(address: string): Promise<boolean> {
  const { protocol, hostname, port } = new URL(address);
  if (process.env['HTTP_PROXY'] !== undefined || process.env['http_proxy'] !== undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    const host = hostname.replaceAll(/^\[|\]$/gu, '');
    const socket = connect({ host, port: Number(port === '' ? (protocol === 'https:' ? 443 : 80) : port) });
    const end = (answers: boolean): void => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(timeoutMs, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
