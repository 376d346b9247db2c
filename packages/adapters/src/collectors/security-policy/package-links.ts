// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { SecurityPolicy } from '@plumbline/core/facts/security-policy';
import { memberAt, memberOf, membersOf, textOf } from '../../platform/syntax/json-value.ts';
import { lineOf } from '../../platform/syntax/lines.ts';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { parseJson } from '../../platform/syntax/parse-json.ts';
import { parseToml } from '../../platform/syntax/parse-toml.ts';

/** Manifests at the root that have a place for the address of the security policy. */
const readers: { readonly [path: string]: (text: string) => string | null } = {
  'composer.json': (text) => {
    const document = parseJson(text);
    return document.ok ? textOf(memberAt(document.value, ['support', 'security'])) : null;
  },
  'pyproject.toml': (text) => {
    const document = parseToml(text);
    const urls = document.ok ? membersOf(memberOf(memberOf(document.value, 'project'), 'urls')) : [];
    const named = urls.find(([label]) => /^security(?:[ _-]?(?:policy|disclosures?|contact|reports?))?$/iu.test(label));
    return named === undefined ? null : textOf(named[1]);
  },
};

/** The policies that manifests name: composer.json under `support`, pyproject.toml under `urls`. */
export async function readPackageLinks(repository: RepositorySnapshot): Promise<SecurityPolicy['elsewhere']> {
  const paths = Object.keys(readers).filter(treePaths(repository).has);
  const found: SecurityPolicy['elsewhere'][number][] = [];
  await repository.read(paths, (path, content) => {
    const url = content.state === 'text' ? readers[path]?.(content.text) : null;
    if (content.state !== 'text' || url === null || url === undefined || !/^https:\/\/\S{1,400}$/u.test(url)) return;
    found.push({ url, at: { path, line: lineOf(content.text, url) }, isPolicy: true });
  });
  return found;
}
