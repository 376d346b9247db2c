// SPDX-License-Identifier: Apache-2.0
import type { SecurityPolicy } from '@plumbline/core/facts/security-policy';

/**
 * The links behind which more of the policy may stand. Where the tree holds a policy, only links count of which that
 * policy says that they are the project's policy, and not those to another document of it: pages to read besides and the
 * policies of others add nothing.
 */
export function policyLinks({ documents, elsewhere, placeholder }: SecurityPolicy): SecurityPolicy['elsewhere'] {
  if (documents.length === 0 || placeholder) return elsewhere;
  const paths = new Set(documents.map(({ path }) => path));
  return elsewhere.filter(
    ({ url, at, isPolicy }) =>
      isPolicy &&
      paths.has(at.path) &&
      !leadsTo(
        url,
        [...paths].filter((path) => path !== at.path),
      ),
  );
}

function leadsTo(url: string, paths: readonly string[]): boolean {
  const [target = ''] = url.toLowerCase().split(/[?#]/, 1);
  return paths.some((path) => target.endsWith(`/${path.toLowerCase()}`));
}
