// SPDX-License-Identifier: Apache-2.0
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

const blocks = /^[ \t]{0,20}(?:provider|backend|cloud)\b[^\n{]{0,200}\{/mu;

/** A root module of Terraform or OpenTofu: providers that are required where they are configured too. Reusable modules lock nothing. */
export const terraformModule: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['terraform-lock'],
  matches: { endings: ['tf', 'tofu'] },
  read(text) {
    const at = text.indexOf('required_providers');
    if (at === -1 || !blocks.test(text)) return parsed(null);
    const sources = [
      ...text.slice(at, at + 20_000).matchAll(/\bsource\s{0,20}=\s{0,20}"([\w.-]{1,100}\/[\w./-]{1,100})"/gu),
    ];
    const names = new Set(sources.map(([, source = '']) => source.toLowerCase()));
    return parsed({ name: null, dependencies: [...names].map((name) => ({ name, range: null, optional: false })) });
  },
};

/** .terraform.lock.hcl: version and hashes of each provider. */
export const terraformLock: LockfileReader = {
  title: '.terraform.lock.hcl',
  ecosystem: 'other',
  canHash: true,
  matches: named('.terraform.lock.hcl'),
  directoryOf: null,
  read(text) {
    const entries = text
      .split(/^provider /mu)
      .slice(1)
      .flatMap((block): LockEntry[] => {
        const name = /^"(?:registry\.[\w.-]{1,80}\/)?([\w./-]{1,200})"/u.exec(block)?.[1];
        const version = /^\s{0,20}version\s{0,20}=\s{0,20}"([^"]{1,100})"/mu.exec(block)?.[1] ?? null;
        const hashed = /"(?:h1|zh):[\w+/=]{20,100}"/u.test(block);
        return name === undefined ? [] : [{ name: name.toLowerCase(), version, hashed, type: null }];
      });
    return parsed(lockByName('other', entries));
  },
};
