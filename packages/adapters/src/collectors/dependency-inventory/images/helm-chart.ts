// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseYaml } from '../../../platform/syntax/parse-yaml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/** Chart.yaml of Helm 3 and requirements.yaml of Helm 2. */
export const helmChart: ManifestReader = {
  ecosystem: 'helm',
  lockedBy: ['helm-lock'],
  matches: named('Chart.yaml', 'Chart.yml', 'requirements.yaml', 'requirements.yml'),
  read(text, path) {
    const document = parseYaml(text);
    if (!document.ok) return document;
    const [root] = document.value;
    const items = listOf(memberOf(root, 'dependencies'));
    const name = textOf(memberOf(root, 'name'));
    // requirements.yaml is also what Ansible calls its list of roles
    if (name === null && (items.length === 0 || path.includes('Chart.'))) return parsed(null);
    const outside = items.filter((item) => !(textOf(memberOf(item, 'repository')) ?? '').startsWith('file:'));
    const dependencies = outside.map((item) => ({
      name: textOf(memberOf(item, 'name')) ?? '',
      range: textOf(memberOf(item, 'version')),
      optional: false,
    }));
    return parsed({ name, dependencies });
  },
};

/** Chart.lock and requirements.lock. Its one digest is over the list, not over the charts. */
export const helmLock: LockfileReader = {
  title: 'Chart.lock',
  ecosystem: 'helm',
  canHash: false,
  matches: named('Chart.lock', 'requirements.lock'),
  directoryOf: null,
  read(text) {
    const document = parseYaml(text);
    if (!document.ok) return document;
    const [root] = document.value;
    if (textOf(memberOf(root, 'digest')) === null) return parsed(null);
    const entries = listOf(memberOf(root, 'dependencies')).map((item): LockEntry => {
      return {
        name: textOf(memberOf(item, 'name')) ?? '',
        version: textOf(memberOf(item, 'version')),
        hashed: false,
        type: 'helm',
      };
    });
    return parsed(lockByName('helm', entries));
  },
};
