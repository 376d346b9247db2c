// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { adapterFamilies, sharedInFamily } from './boundary-table.ts';
import type { Import } from './import-fault.ts';
import { isTest } from './is-test.ts';

/**
 * Why one adapter must not import another, or null. All may import platform/, and the generated registries all of them.
 */
export function adapterFault({ name, file, imported }: Import): string | null {
  if (name !== 'adapters') return null;
  const from = adapterOf(inSources(file));
  const to = adapterOf(
    imported.startsWith('.') ? inSources(join(file, '..', imported)) : imported.replace('@plumbline/adapters/', ''),
  );
  if (from === to || to === 'platform' || from === 'generated' || from === 'testing') return null;
  // What can run here is not imitated: a test may set its stage with another adapter.
  if (isTest(file)) return null;
  if (sharedInFamily.includes(to) && to.split('/')[0] === from.split('/')[0]) return null;
  return `adapter ${from} must not import adapter ${to}`;
}

const inSources = (path: string): string => path.split('adapters/src/')[1] ?? path;

/** `collectors/git-history` of `collectors/git-history/walk.ts`; `platform` of anything below it. */
function adapterOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return adapterFamilies.includes(first) && !second.endsWith('.ts') ? `${first}/${second}` : first;
}
