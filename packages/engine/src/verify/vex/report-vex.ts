// SPDX-License-Identifier: Apache-2.0
import type { VexStatement } from '@plumbline/core/facts/imported/vex-documents';
import type { KnownVulnerability } from '@plumbline/core/facts/vulnerability-feeds';
import { parsePackageUrl } from '@plumbline/core/values/purl/parse-package-url';
import { applyVex, indexVex, type Spoken, type VexIndex } from '@plumbline/findings/lifecycle/apply-vex';
import { packageKey } from '@plumbline/findings/vulnerabilities/package-key';
import { type ArtifactNames, productsOf, reachOfProduct } from './artifact-names.ts';
import type { KnownVulnerabilities, VexReport, VexReportLine, VexSource } from './vex-report.ts';

export type VexQuestion = {
  readonly sources: readonly VexSource[];
  readonly names: ArtifactNames;
  /** Package URLs of what is inside. */
  readonly components: readonly string[];
  readonly advisories: KnownVulnerabilities | null;
  /** Since when there is such an artifact, ISO 8601: what is older and speaks of all versions says nothing of this one. Empty: nobody knows. */
  readonly since: string;
};

const linesMax = 10_000;
const [thisOne, anyVersion] = ['this artifact', 'any version of this artifact'] as const;

/** What is said, and by whom, of every vulnerability that advisories or the documents themselves know. */
export function reportVex(question: VexQuestion): VexReport {
  const { sources, advisories } = question;
  const byPackage = Map.groupBy(question.components, packageOf);
  const index = indexVex(
    sources.map(({ file, document: { author, finishedAt, statements } }) => ({
      file,
      author,
      issuedAt: finishedAt,
      statements: statements.map((one) => ({ ...one, products: renamed(one, question.names) })),
    })),
  );
  const subjects = subjectsOf(question, byPackage).slice(0, linesMax);
  return {
    documents: sources.map(({ file, trusted, document }) => ({
      file,
      format: document.format,
      author: document.author,
      issuedAt: document.finishedAt,
      trusted,
      statements: document.statements.length,
      concerning: document.statements.filter((one) => concerned(one, question.names, byPackage).length > 0).length,
    })),
    lines: subjects.map((subject) => lineOf(subject, index, question)).toSorted(byConcern),
    advisories: advisories === null ? null : { asOf: advisories.asOf, uncovered: advisories.uncovered },
  };
}

type Subject = {
  readonly ids: readonly [string, ...string[]];
  readonly component: string | null;
  readonly known: KnownVulnerability | null;
};

/** Those of advisories, and those that only a document knows: of the artifact, and of each component that it names. */
function subjectsOf({ sources, names, advisories }: VexQuestion, byPackage: Packages): readonly Subject[] {
  const known = (advisories?.known ?? []).map((one): Subject => ({
    ids: [one.id, ...one.aliases],
    component: one.purl,
    known: one,
  }));
  const covered = new Set(known.flatMap(({ ids, component }) => ids.flatMap((id) => [id, `${id} ${component}`])));
  const said = new Map<string, Subject>();
  for (const statement of sources.flatMap(({ document }) => document.statements))
    for (const component of concerned(statement, names, byPackage)) {
      const key = component === null ? statement.vulnerability : `${statement.vulnerability} ${component}`;
      if (!covered.has(key)) said.set(key, { ids: [statement.vulnerability], component, known: null });
    }
  return [...known, ...said.values()];
}

type Packages = ReadonlyMap<string, readonly string[]>;

/** What of the artifact a statement speaks of: null for the whole, else package URLs of components. */
function concerned(statement: VexStatement, names: ArtifactNames, byPackage: Packages): readonly (string | null)[] {
  const products = productsOf(statement);
  const isWhole = products.some((product) => ['this', 'any-version'].includes(reachOfProduct(product, names)));
  const parts = products.flatMap((product) => byPackage.get(packageOf(product)) ?? []);
  return [...new Set([...(isWhole ? [null] : []), ...parts])];
}

/** Empty for what is no package URL, which is no component. */
function packageOf(purl: string): string {
  return parsePackageUrl(purl) === null ? '' : (packageKey({ name: purl, purl }).purl ?? '');
}

/** However a document calls the artifact, it is called one thing here. */
function renamed(statement: VexStatement, names: ArtifactNames): readonly string[] {
  return productsOf(statement).map((product) => {
    const reach = reachOfProduct(product, names);
    return reach === 'this' ? thisOne : reach === 'any-version' ? anyVersion : product;
  });
}

function lineOf({ ids, component, known }: Subject, index: VexIndex, { sources, since }: VexQuestion): VexReportLine {
  const spoken = spokenOf(ids, component, index, since);
  const verdict = spoken?.verdict ?? null;
  return {
    vulnerability: ids[0],
    aliases: ids.slice(1),
    component,
    severity: known?.severity ?? null,
    status: verdict?.status ?? 'not-said',
    justification: verdict?.justification ?? null,
    document: verdict?.document ?? null,
    trusted: sources.find(({ file }) => file === verdict?.document)?.trusted ?? null,
    stale: verdict?.stale ?? null,
  };
}

/** What names this very artifact stands before what names all versions, and what counts before what is stale. */
function spokenOf(ids: readonly string[], purl: string | null, index: VexIndex, since: string): Spoken | null {
  const parsed = purl === null ? null : parsePackageUrl(purl);
  const component =
    parsed === null || purl === null
      ? null
      : { name: parsed.name, purl, ...(parsed.version === null ? {} : { version: parsed.version }) };
  const subject = { vulnerabilities: ids, component, firstSeenAt: '' };
  const exact = applyVex({ ...subject, versionSince: '' }, index, [thisOne]);
  if (exact !== null && exact.verdict.stale === null) return exact;
  const loose = applyVex({ ...subject, versionSince: since }, index, [anyVersion]);
  return loose?.verdict.stale === null ? loose : (exact ?? loose);
}

const order = ['affected', 'not-said', 'under_investigation', 'fixed', 'not_affected'] as const;

/** What has to be looked at first: a stale statement says nothing. */
function byConcern(a: VexReportLine, b: VexReportLine): number {
  return rank(a) - rank(b) || (a.vulnerability < b.vulnerability ? -1 : a.vulnerability > b.vulnerability ? 1 : 0);
}

const rank = ({ status, stale }: VexReportLine): number =>
  order.indexOf(stale !== null && status !== 'affected' ? 'not-said' : status);
