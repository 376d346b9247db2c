// SPDX-License-Identifier: Apache-2.0
import { listOf, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import type { ArtifactPaths } from '../../sarif/artifact-paths.ts';
import type { GivenPlace } from '../create-result.ts';

/** Steps of a flow that are kept beside the places themselves. */
const stepsMax = 40;

export type SarifPlaces = {
  readonly places: readonly GivenPlace[];
  /** Where the location is a page and no file. */
  readonly url: string | null;
};

/** The places of a result: its locations (§3.27.12), then the steps of its first flow of code (§3.36), each once in a row. */
export function placesOf(result: JsonObject, run: JsonObject, pathOf: ArtifactPaths): SarifPlaces {
  const own = objectsOf(result['locations']).map((location) => placeOf(location, run, pathOf));
  const url = own.find(({ path }) => isWeb(path))?.path ?? null;
  const steps = flowOf(result).map(({ location }) => placeOf(objectOf(location), run, pathOf));
  const places = [...own, ...steps].filter(
    (place, index, all) => !isWeb(place.path) && (index === 0 || !isSame(place, all[index - 1])),
  );
  return { places, url };
}

const isWeb = (path: GivenPlace['path']): boolean => /^https?:/i.test(path ?? '');

const isSame = (one: GivenPlace, other: GivenPlace | undefined): boolean =>
  one.path === other?.path && one.startLine === other?.startLine && one.startColumn === other?.startColumn;

function flowOf(result: JsonObject): readonly JsonObject[] {
  if (result['codeFlows'] === undefined) return [];
  const [flow] = objectsOf(result['codeFlows']);
  const [thread] = objectsOf(flow?.['threadFlows']);
  return objectsOf(thread?.['locations']).slice(0, stepsMax);
}

function placeOf(location: JsonObject, run: JsonObject, pathOf: ArtifactPaths): GivenPlace {
  const physical = objectOf(location['physicalLocation']);
  const region = objectOf(physical['region']);
  return {
    path: pathOf(physical['artifactLocation']),
    startLine: numberOf(region['startLine']),
    endLine: numberOf(region['endLine']),
    startColumn: numberOf(region['startColumn']),
    snippet: textOf(objectOf(region['snippet'])['text']),
    symbol: symbolOf(location, run),
  };
}

/** §3.28.4: the first logical location, here or in the run's list. */
function symbolOf(location: JsonObject, run: JsonObject): string | null {
  const [logical] = objectsOf(location['logicalLocations']);
  if (logical === undefined) return null;
  const { index } = logical;
  const listed = typeof index === 'number' ? objectOf(listOf(run['logicalLocations'])[index]) : {};
  return (
    textOf(logical['fullyQualifiedName']) ??
    textOf(listed['fullyQualifiedName']) ??
    textOf(logical['name']) ??
    textOf(listed['name'])
  );
}

const numberOf = (value: JsonValue | undefined): number | null => (typeof value === 'number' ? value : null);
