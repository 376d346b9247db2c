// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildRepository, type BuiltRepository, type FileSpec } from '@plumbline/adapters/testing/build-repository';

const folder = fileURLToPath(new URL('fixtures/vulnerable', import.meta.url));

export const semgrepRules: string = fileURLToPath(new URL('fixtures/semgrep-rules.yml', import.meta.url));

type Files = { readonly [path: string]: FileSpec };

/** The vulnerable project with more files, and a secret of the form of a real one that was in the history and is gone. */
export type VulnerableRepository = BuiltRepository & { readonly secret: string; readonly oldSecret: string };

export function vulnerableRepository(more: Files = {}): VulnerableRepository {
  const [secret, oldSecret] = [aSecret(), aSecret()];
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );
  const repository = buildRepository({
    commits: [
      { files: { ...files, 'deploy/old.py': `TOKEN = "${oldSecret}"\n` } },
      { files: { 'deploy/old.py': null, 'deploy/token.py': `TOKEN = "${secret}"\n`, ...more } },
    ],
  });
  return { ...repository, secret, oldSecret };
}

/** Made anew each time: nothing in this repository is a secret. */
function aSecret(): string {
  const letters = randomBytes(64)
    .toString('base64')
    .replaceAll(/[^A-Za-z0-9]/gu, '');
  return `ghp_${letters.slice(0, 36)}`;
}
