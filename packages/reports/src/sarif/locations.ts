// SPDX-License-Identifier: Apache-2.0
import type { Citation } from '@plumbline/core/answers/answer';
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';
import { factSources } from '@plumbline/core/facts/fact-sources';
import { artifactUri } from '@plumbline/formats/sarif/artifact-uri';
import type { SarifLocation } from '@plumbline/formats/sarif/sarif-log';
import { sarifMessage } from '@plumbline/formats/sarif/sarif-message';

export const sourceRoot = 'SRCROOT';

/** A location without a line is a path only where it looks like one: `tree of the commit` does not. */
const looksLikePath = /^[^\s:]*[./][^\s:]*$/u;
const withLine = /^(?<path>.+):(?<line>[1-9]\d{0,8})$/su;

/**
 * Where an answer was seen. A citation that is not a place in a file (the history, a tag, the whole tree) becomes the
 * root of the repository with its own words as a logical location: code scanning services refuse results without a file.
 */
export function locationsOf(
  citations: readonly Citation[],
  kinds: ReadonlyMap<string, FactKind>,
): readonly SarifLocation[] {
  const locations = citations.map((citation) => locationOf(citation, kinds.get(citation.evidence)));
  return locations.length === 0 ? [rootLocation()] : locations;
}

function locationOf({ location, note }: Citation, kind: FactKind | undefined): SarifLocation {
  const match = withLine.exec(location)?.groups;
  const path = match?.['path'] ?? (looksLikePath.test(location) ? location : undefined);
  const uri = path === undefined || kind === undefined || !isOfTree(kind) ? null : artifactUri(path);
  const message = note === undefined ? {} : { message: sarifMessage(note) };
  if (uri === null) return { ...rootLocation(), logicalLocations: [{ fullyQualifiedName: location }], ...message };
  const region = match?.['line'] === undefined ? {} : { region: { startLine: Number(match['line']) } };
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: sourceRoot }, ...region }, ...message };
}

/** Refs, forges, registers and files that were handed over are not of the tree, whatever their locations look like. */
function isOfTree(kind: FactKind): boolean {
  if (kind === 'git-history' || kind === 'git-releases') return false;
  return ['git', 'ci', 'rec'].includes(factSources[kind].source);
}

const rootLocation = (): SarifLocation => ({
  physicalLocation: { artifactLocation: { uri: './', uriBaseId: sourceRoot } },
});
