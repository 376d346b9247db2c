// SPDX-License-Identifier: Apache-2.0
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type VulnerableServer = { readonly address: string; readonly close: () => void };

/** A small application that does most things wrong: it repeats what it is given, redirects anywhere, and sets no header. */
export async function vulnerableServer(): Promise<VulnerableServer> {
  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://localhost');
    response.setHeader('content-type', 'text/html');
    response.setHeader('set-cookie', 'session=1');
    if (url?.pathname === '/hello') return void response.end(`<h1>Hello ${url.searchParams.get('name') ?? ''}</h1>`);
    if (url?.pathname === '/go') {
      const to = encodeURI(url.searchParams.get('to') ?? '/');
      return void response.writeHead(302, { location: to }).end();
    }
    response.end('<a href="/hello?name=you">hello</a> <a href="/go?to=/">go</a>');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
