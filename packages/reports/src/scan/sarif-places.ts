// SPDX-License-Identifier: Apache-2.0
import type { CodePlace, ToolResult } from '@plumbline/core/findings/tool-result';
import { absoluteUri } from '@plumbline/formats/sarif/absolute-uri';
import { artifactUri } from '@plumbline/formats/sarif/artifact-uri';
import { sourceRoot } from '../sarif/locations.ts';

/**
 * Where a result is: its place in the sources, else the manifest that names the component, else the address. Snippets stay
 * behind: what stands in a source may be secret. A result without a place is at the root, since services refuse it otherwise.
 */
export function sarifPlaces({ places, component, web }: ToolResult): object {
  const [first, ...others] = places ?? [];
  const logical =
    component === undefined ? [] : [{ fullyQualifiedName: component.purl ?? nameOf(component), kind: 'module' }];
  const physical =
    locationOf(first) ??
    locationOf(component?.path === undefined ? undefined : { path: component.path }) ??
    addressOf(web?.url) ??
    root;
  const related = others.flatMap((place) => locationOf(place) ?? []);
  return {
    locations: [{ ...physical, ...(logical.length === 0 ? symbolOf(first) : { logicalLocations: logical }) }],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
  };
}

const root = { physicalLocation: { artifactLocation: { uri: './', uriBaseId: sourceRoot } } };

const nameOf = ({ name, version }: NonNullable<ToolResult['component']>): string =>
  version === undefined ? name : `${name}@${version}`;

function symbolOf(place: CodePlace | undefined): object {
  return place?.symbol === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: place.symbol }] };
}

function locationOf(place: CodePlace | undefined): object | null {
  const uri = place === undefined ? null : artifactUri(place.path);
  if (uri === null) return null;
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: sourceRoot }, ...regionOf(place) } };
}

function regionOf(place: CodePlace | undefined): object {
  const { startLine, endLine, startColumn } = place ?? {};
  if (startLine === undefined) return {};
  return {
    region: {
      startLine,
      ...(endLine === undefined || endLine < startLine ? {} : { endLine }),
      ...(startColumn === undefined ? {} : { startColumn }),
    },
  };
}

function addressOf(url: string | undefined): object | null {
  const uri = url === undefined ? null : absoluteUri(url);
  return uri === null ? null : { physicalLocation: { artifactLocation: { uri } } };
}
