// SPDX-License-Identifier: Apache-2.0

const varying = /^(?:\d+|[0-9a-f]{8,}|[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]*\d[\w-]{15,})$/i;

/**
 * The path of an address with `{id}` for segments that name one object, without host, port and query: the same page of the
 * same application wherever it was scanned and whichever object was asked for.
 *
 * @example urlTemplate('https://staging.example.org:8443/users/42/orders?sort') // '/users/{id}/orders'
 */
export function urlTemplate(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  if (start === -1) return '/';
  const [path = '/'] = url.slice(start).split(/[?#]/, 1);
  const segments = path.split('/').map((segment) => (varying.test(segment) ? '{id}' : segment));
  return segments.join('/').replace(/(.)\/$/, '$1');
}
