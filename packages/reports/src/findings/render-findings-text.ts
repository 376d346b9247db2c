// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '@plumbline/core/findings/finding';
import { severities, type Severity } from '@plumbline/core/findings/severity';
import { plainStyle, type Style } from '../text/style.ts';
import { wrap } from '../text/wrap.ts';
import { visibleLine } from '../visible-text.ts';

/** `all`: every finding, for the counts of states. `isNew`: null where nobody knows. `width` in columns. */
export type FindingsTextOptions = {
  readonly all: readonly Finding[];
  readonly isNew: (id: string) => boolean | null;
  readonly width?: number;
  readonly style?: Style;
};

type Tone = Exclude<keyof Style, 'bold'>;

const tones: { readonly [S in Severity]: Tone } = {
  critical: 'red',
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  none: 'dim',
  unrated: 'cyan',
};

/** Findings by severity, the worst first, each with where it is, who saw it, and what was decided. */
export function renderFindingsText(findings: readonly Finding[], options: FindingsTextOptions): string {
  const { all, isNew, width = 100, style = plainStyle } = options;
  const head =
    findings.length === 0 ? 'No finding' : findings.length === 1 ? 'One finding' : `${findings.length} findings`;
  return [
    style.bold(`${head} of ${all.length} known`),
    style.dim(statesOf(all)),
    ...severities.flatMap((severity) => {
      const own = findings.filter((finding) => finding.severity === severity);
      if (own.length === 0) return [];
      const title = style.bold(style[tones[severity]](`${severity.toUpperCase()}  ${own.length}`));
      return ['', title, ...own.flatMap((finding) => linesOf(finding, isNew(finding.id), { width, style }))];
    }),
    '',
  ].join('\n');
}

function statesOf(all: readonly Finding[]): string {
  const counts = Map.groupBy(all, ({ state }) => state);
  return [...counts].map(([state, own]) => `${own.length} ${state}`).join(', ') || 'nothing was ever found';
}

type Layout = { readonly width: number; readonly style: Style };

function linesOf(finding: Finding, isNew: boolean | null, { width, style }: Layout): readonly string[] {
  const tools = [...new Set(finding.sightings.map(({ tool }) => tool))].join(', ');
  const marks = [
    finding.state === 'open' ? [] : [finding.state],
    isNew === true ? ['new'] : isNew === null ? ['new or not: not known'] : [],
    finding.exploit.knownExploited === true ? ['known exploited'] : [],
    finding.exploit.ssvc?.exploitation === 'active' ? ['exploitation active (SSVC)'] : [],
    finding.exploit.epss === undefined ? [] : [`EPSS ${finding.exploit.epss.toFixed(2)}`],
    finding.fixedVersions.length === 0 ? [] : [`fixed in ${finding.fixedVersions.slice(0, 3).join(', ')}`],
  ].flat();
  const about = [tools, ...finding.vulnerabilities.slice(0, 2), ...finding.weaknesses.slice(0, 2), ...marks].join(
    ' · ',
  );
  const decided =
    finding.decision === null
      ? []
      : [`${finding.decision.reason} (${finding.decision.record}, approval ${finding.decision.approval})`];
  const part = (text: string, indent: number): readonly string[] =>
    wrap(visibleLine(text), width - indent).map((line) => ' '.repeat(indent) + line);
  return [
    ...part(whereOf(finding), 2),
    ...part(finding.title, 4),
    ...part(`${finding.id} · ${about}`, 4).map((line) => style.dim(line)),
    ...decided.flatMap((text) => part(text, 4)),
  ];
}

function whereOf({ place, component, web, kind }: Finding): string {
  if (kind === 'component' && component !== null)
    return component.purl ?? [component.name, component.version ?? ''].join(' ').trim();
  if (web !== null) return [web.method, web.url, web.parameter].filter((part) => part !== undefined).join(' ');
  if (place === null) return 'nowhere in particular';
  return place.startLine === undefined ? place.path : `${place.path}:${place.startLine}`;
}
