// SPDX-License-Identifier: Apache-2.0
import type { Citation } from '@plumbline/core/answers/answer';
import { artifactUri } from '@plumbline/formats/sarif/artifact-uri';
import type { SarifLocation } from '@plumbline/formats/sarif/sarif-log';
import { sarifMessage } from '@plumbline/formats/sarif/sarif-message';

export const sourceRoot = 'SRCROOT';

const withLine = /^(?<path>.+):(?<line>[1-9]\d{0,8})$/su;

/**
 * Where an answer was seen. A citation that is not a place in a file (the history, the whole tree) becomes the root of the
 * repository with its own words as a logical location: code scanning services refuse results without a file.
 */
export function locationsOf(citations: readonly Citation[]): readonly SarifLocation[] {
  const locations = citations.map(locationOf);
  return locations.length === 0 ? [rootLocation()] : locations;
}

function locationOf({ location, note }: Citation): SarifLocation {
  const match = withLine.exec(location)?.groups;
  const uri = match?.['path'] === undefined ? wholeFile(location) : artifactUri(match['path']);
  const message = note === undefined ? {} : { message: sarifMessage(note) };
  if (uri === null) return { ...rootLocation(), logicalLocations: [{ fullyQualifiedName: location }], ...message };
  const region = match?.['line'] === undefined ? {} : { region: { startLine: Number(match['line']) } };
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: sourceRoot }, ...region }, ...message };
}

/** A location without a line is a path only where it looks like one: `refs/tags` and `tree of the commit` do not. */
function wholeFile(location: string): string | null {
  const looksLikePath = /^[^\s:]*[./][^\s:]*$/u.test(location) && !location.startsWith('refs/');
  return looksLikePath ? artifactUri(location) : null;
}

const rootLocation = (): SarifLocation => ({
  physicalLocation: { artifactLocation: { uri: './', uriBaseId: sourceRoot } },
});
