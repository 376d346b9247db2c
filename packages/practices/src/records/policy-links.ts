// SPDX-License-Identifier: Apache-2.0
import type { SecurityPolicy } from '@plumbline/core/facts/security-policy';

/**
 * The links behind which more of the policy may stand. Where the tree holds a policy, only links from that policy
 * count, and not those to another document of it: a README that links to the project's own policy adds nothing.
 */
export function policyLinks({ documents, elsewhere, placeholder }: SecurityPolicy): SecurityPolicy['elsewhere'] {
  if (documents.length === 0 || placeholder) return elsewhere;
  const paths = new Set(documents.map(({ path }) => path));
  return elsewhere.filter(
    ({ url, at }) =>
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
