// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/** A package-lock.json, version 3, of `count` packages that need up to five others each, all of them reachable. */
export function buildPackageLock(count: number): string {
  const packages: Record<string, object> = {
    '': { name: 'made', dependencies: { 'made-0': '1.0.0' } },
  };
  for (let index = 0; index < count; index += 1) {
    const needs = [2 * index + 1, 2 * index + 2, (index * 7) % count, (index * 13) % count, index + 1].filter(
      (other) => other < count && other !== index,
    );
    packages[`node_modules/made-${index}`] = {
      version: `1.${index % 10}.${index % 7}`,
      resolved: `https://registry.example.org/made-${index}/-/made-${index}-1.0.0.tgz`,
      integrity: `sha512-${createHash('sha512').update(String(index)).digest('base64')}`,
      license: index % 9 === 0 ? '(MIT OR Apache-2.0)' : 'MIT',
      ...(index % 4 === 0 && { dev: true }),
      dependencies: Object.fromEntries(needs.map((other) => [`made-${other}`, '^1.0.0'])),
    };
  }
  return JSON.stringify({ name: 'made', lockfileVersion: 3, packages }, null, 2);
}
