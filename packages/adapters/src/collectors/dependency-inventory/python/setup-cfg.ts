// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { Dependency, ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';
import { pythonName, pythonRequirement } from './python-name.ts';

/** setup.cfg of setuptools: `install_requires` and the extras. Files without `[options]` or `[metadata]` configure tools. */
export const setupCfg: ManifestReader = {
  ecosystem: 'pypi',
  lockedBy: ['uv-lock', 'pylock', 'requirements-lock', 'pipfile-lock'],
  matches: named('setup.cfg'),
  read(text) {
    const dependencies: Dependency[] = [];
    let section = '';
    let key = '';
    let name: string | null = null;
    for (const { text: line } of linesOf(text)) {
      if (/^\s*(?:[#;]|$)/u.test(line)) continue;
      const header = /^\[([^\]]{1,200})\]/u.exec(line)?.[1];
      if (header !== undefined) section = header.trim();
      const [, field, first = ''] = /^([\w.-]{1,100})\s*=\s*(.*)$/u.exec(line) ?? [];
      if (field !== undefined) key = field;
      const value = field === undefined ? line.trim() : first.trim();
      if (section === 'metadata' && field === 'name') name = pythonName(value);
      if (header === undefined && isList(section, key)) dependencies.push(...itemsOf(value));
    }
    return parsed(name === null && dependencies.length === 0 ? null : { name, dependencies });
  },
};

function isList(section: string, key: string): boolean {
  return section === 'options.extras_require' || (section === 'options' && key === 'install_requires');
}

function itemsOf(value: string): readonly Dependency[] {
  const dependency = value.startsWith('file:') ? null : pythonRequirement(value);
  return dependency === null ? [] : [dependency];
}
