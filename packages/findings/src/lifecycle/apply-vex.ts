// SPDX-License-Identifier: Apache-2.0
import type { VexStatement } from '@plumbline/core/facts/imported/vex-documents';
import type { VexVerdict } from '@plumbline/core/findings/finding';
import type { ResultComponent } from '@plumbline/core/findings/tool-result';
import { parsePackageUrl } from '@plumbline/core/values/purl/parse-package-url';
import { compareText } from '../compare-text.ts';
import { packageKey, samePackage } from '../vulnerabilities/package-key.ts';
import type { VexInput } from './decisions.ts';

/** What of a finding VEX can speak of. */
export type VexSubject = {
  readonly vulnerabilities: readonly string[];
  readonly component: ResultComponent | null;
  readonly firstSeenAt: string;
  /** Since when the component has its version. */
  readonly versionSince: string;
};

/** Statements by the vulnerability that they name. */
export type VexIndex = ReadonlyMap<
  string,
  readonly { readonly document: VexInput; readonly statement: VexStatement }[]
>;

export function indexVex(documents: readonly VexInput[]): VexIndex {
  const index = new Map<string, { readonly document: VexInput; readonly statement: VexStatement }[]>();
  for (const document of documents) {
    for (const statement of document.statements) {
      const entries = index.get(statement.vulnerability);
      if (entries === undefined) index.set(statement.vulnerability, [{ document, statement }]);
      else entries.push({ document, statement });
    }
  }
  return index;
}

/** What was said, when (empty: it does not say) and by whom. */
export type Spoken = { readonly verdict: VexVerdict; readonly issuedAt: string; readonly author: string | null };

/**
 * What VEX documents say about a finding: the latest statement that still counts, else the latest stale one, else null. A
 * statement counts when it names the package in the version that was found, or the product, and then only if it is younger than
 * the first sighting and than the last change of the component. "Not affected" without a justification counts for nothing
 * (OpenVEX 0.2.0, "Status Justifications").
 */
export function applyVex(subject: VexSubject, index: VexIndex, product: readonly string[]): Spoken | null {
  const spoken = subject.vulnerabilities.flatMap((id) =>
    (index.get(id) ?? []).flatMap(({ document, statement }) => spokenBy(document, statement, subject, product) ?? []),
  );
  const latest = (among: readonly Spoken[]): Spoken | null =>
    [...among]
      .sort((a, b) => compareText(a.issuedAt, b.issuedAt) || compareText(a.verdict.document, b.verdict.document))
      .at(-1) ?? null;
  return latest(spoken.filter(({ verdict }) => verdict.stale === null)) ?? latest(spoken);
}

function spokenBy(
  { file, author, issuedAt }: VexInput,
  { status, justification, products }: VexStatement,
  subject: VexSubject,
  product: readonly string[],
): Spoken | null {
  const reach = reachOf(products, subject.component, product);
  if (reach === null) return null;
  const stale = staleness(reach, issuedAt, subject) ?? unjustified(status, justification);
  return { verdict: { status, justification, document: file, stale }, issuedAt: issuedAt ?? '', author };
}

type Reach =
  | { readonly of: 'version' }
  | { readonly of: 'product' }
  | { readonly of: 'other'; readonly version: string };

/** The closest that a statement comes to the component: its version, the product or any version of it, another version. */
function reachOf(products: readonly string[], component: ResultComponent | null, own: readonly string[]): Reach | null {
  let other: Reach | null = null;
  let whole: Reach | null = null;
  for (const product of products) {
    if (own.includes(product)) whole = { of: 'product' };
    const named = component === null ? null : versionNamed(product, component);
    if (named === null) continue;
    if (named === '') whole = { of: 'product' };
    else if (named === component?.version?.replace(/^[v=]+/, '')) return { of: 'version' };
    else other = { of: 'other', version: named };
  }
  return whole ?? other;
}

/** The version of the component that a product names, empty for any; null when it is another package. */
function versionNamed(product: string, component: ResultComponent): string | null {
  const parsed = parsePackageUrl(product);
  if (parsed === null || !samePackage(packageKey({ name: parsed.name, purl: product }), packageKey(component)))
    return null;
  return parsed.version?.replace(/^[v=]+/, '') ?? '';
}

function staleness(reach: Reach, issuedAt: string | null, { firstSeenAt, versionSince }: VexSubject): string | null {
  if (reach.of === 'version') return null;
  if (reach.of === 'other') return `it speaks of version ${reach.version}`;
  if (issuedAt === null) return 'it does not say when it was issued';
  if (issuedAt < firstSeenAt) return `it is of ${issuedAt.slice(0, 10)}, before the finding was first seen`;
  if (issuedAt < versionSince) return `it is of ${issuedAt.slice(0, 10)}, before the component got its version`;
  return null;
}

const unjustified = (status: VexStatement['status'], justification: string | null): string | null =>
  status === 'not_affected' && justification === null ? 'it gives no justification' : null;
