// SPDX-License-Identifier: Apache-2.0
import type {
  DrilledArtifact,
  DrilledRelease,
  DrillEntry,
  DrillFault,
  DrillOutcome,
} from '@plumbline/core/state/drill-entry';
import { counted } from '@plumbline/practices/words/counted';
import type { Style } from '@plumbline/reports/text/style';
import { visibleLine } from '@plumbline/reports/visible-text';
import { shownBytes } from '../terminal/shown-bytes.ts';
import type { Terminal } from '../terminal/terminal.ts';

const outcomes: {
  readonly [O in DrillOutcome]: { readonly word: string; readonly mark: (style: Style) => string };
} = {
  verified: { word: 'verified', mark: ({ green }) => green('✓') },
  'not-verified': { word: 'NOT verified', mark: ({ red }) => red('✗') },
  'could-not-assess': { word: 'could not be assessed', mark: ({ yellow }) => yellow('–') },
  'not-asked': { word: 'restored', mark: ({ green }) => green('✓') },
};

/** A drill for people: each release with what is wrong with it and what its artifacts prove, and the sum. */
export function renderDrill(drill: DrillEntry, { style }: Pick<Terminal, 'style'>): string {
  const faultsOf = Map.groupBy(drill.faults, ({ release }) => release);
  const lines = drill.releases.flatMap((release) => releaseLines(release, faultsOf.get(release.name) ?? [], style));
  const restored = drill.releases.filter((release) => release.restored).length;
  const sum = `${restored} of ${counted(drill.releases.length, 'release')} restored, ${counted(drill.objects, 'object')}, ${shownBytes(drill.bytes)} compared`;
  return `${[...lines, '', sum, trustLine(drill, style)].join('\n')}\n`;
}

function releaseLines(release: DrilledRelease, faults: readonly DrillFault[], style: Style): readonly string[] {
  const { name, restored, artifacts = [], remarks = [] } = release;
  const mark = restored ? style.green('✓') : style.red('✗');
  const contradicts = faults.every(({ what }) => what === 'contradictory');
  const state = restored ? 'restored whole' : contradicts ? 'restored, and contradicts itself' : 'not restored';
  return [
    `${mark} ${style.bold(visibleLine(name))}: ${state}`,
    ...faults.map((fault) => `  ${style.red('✗')} ${faultWords(fault)}`),
    ...artifacts.flatMap((artifact) => artifactLines(artifact, style)),
    ...remarks.map(({ object, because }) => style.dim(`  ${visibleLine(object)}: ${visibleLine(because)}`)),
  ];
}

/** Without a trust policy an artifact is worth a line only for what its release says of it. */
function artifactLines(artifact: DrilledArtifact, style: Style): readonly string[] {
  const { name, outcome, requirements, statedBy } = artifact;
  if (outcome === 'not-asked' && statedBy.length === 0) return [];
  const { word, mark } = outcomes[outcome];
  const stated = statedBy.length === 0 ? '' : style.dim(`, with the digest in ${statedBy.map(visibleLine).join(', ')}`);
  return [
    `  ${mark(style)} ${visibleLine(name)}: ${word}${stated}`,
    ...requirements
      .filter((one) => one.outcome !== 'verified')
      .map((one) => `      ${visibleLine(one.name)}: ${visibleLine(one.because)}`),
  ];
}

function trustLine({ releases, trust, verified }: DrillEntry, style: Style): string {
  if (trust === null || trust === undefined || verified === undefined)
    return style.yellow('signatures were not looked at: name a trust policy to verify them (--trust FILE)');
  const artifacts = releases.flatMap((release) => release.artifacts ?? []);
  const passed = artifacts.filter(({ outcome }) => outcome === 'verified').length;
  return `${passed} of ${counted(artifacts.length, 'artifact')} verified against the trust policy ${trust.slice(0, 'sha256:'.length + 12)}`;
}

/** A fault with the name of its release in front, where it stands alone. */
export function faultLine(fault: DrillFault): string {
  return `${visibleLine(fault.release)}: ${faultWords(fault)}`;
}

function faultWords({ object, what, because }: DrillFault): string {
  return `${object === null ? 'the entry' : visibleLine(object)} is ${what}: ${visibleLine(because)}`;
}
