// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { git } from '@plumbline/adapters/testing/use-repositories';

const sri = (digit: string): string => `sha512-${Buffer.from(digit.repeat(128), 'hex').toString('base64')}`;
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const files: { readonly [path: string]: string } = {
  'package.json': json({
    name: 'lantern',
    version: '1.0.0',
    dependencies: { wick: '^1.0.0' },
    devDependencies: { oil: '^2.0.0' },
  }),
  'package-lock.json': json({
    name: 'lantern',
    lockfileVersion: 3,
    packages: {
      '': { name: 'lantern', dependencies: { wick: '^1.0.0' }, devDependencies: { oil: '^2.0.0' } },
      'node_modules/wick': {
        version: '1.0.0',
        integrity: sri('a'),
        license: 'MIT',
        dependencies: { '@s/flame': '^3.0.0' },
      },
      'node_modules/@s/flame': { version: '3.0.0', integrity: sri('b'), license: 'ISC' },
      'node_modules/oil': { version: '2.0.0', integrity: sri('c'), license: 'SEE LICENSE IN OIL', dev: true },
    },
  }),
  'plumbline.yaml': 'product: Lantern\nsupplier: The Lantern Project\n',
};

/** Writes a small product with a lockfile into a folder, commits it, and puts beside it what was built and installed. */
export function buildLantern(folder: string): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'Lantern', '--date', '2026-05-01T10:00:00Z');
  write('node_modules/wick/package.json', json({ name: 'wick', version: '1.0.0', license: 'MIT' }));
  write('build/package/package.json', json({ name: 'lantern', version: '1.0.0', license: 'MIT' }));
  write('build/package/node_modules/wick/package.json', json({ name: 'wick', version: '1.0.0' }));
  execFileSync('tar', ['-czf', 'lantern-1.0.0.tgz', '-C', 'build', 'package'], { cwd: folder });
}
