// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { ThreatModel } from '@plumbline/core/facts/threat-models';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { readYaml } from '../../platform/located-yaml/read-yaml.ts';
import { parseJson } from '../../platform/syntax/parse-json.ts';
import { isOwnModel, proseModelPaths, structuredModelPaths } from './model-paths.ts';
import type { ModelReading } from './model-reading.ts';
import { otmModel } from './otm-model.ts';
import { plumblineModel } from './plumbline-model.ts';
import { mayHoldModel, proseModel } from './prose-model.ts';
import { threagileModel } from './threagile-model.ts';
import { threatDragonModel } from './threat-dragon-model.ts';

const modelsMax = 100;
const structuredBytesMax = 4 * 1024 * 1024;

/**
 * Threat models of this product: our own YAML, OTM, Threat Dragon, Threagile, and documents that name threats or trust
 * boundaries. When files change, history tells; here a model's day is what the model itself states.
 */
export const threatModelsCollector: Collector = {
  id: 'threat-models',
  version: '1',
  title: 'Reads threat models: own YAML, OTM, Threat Dragon, Threagile and prose',
  kinds: ['threat-models'],
  needs: ['tree'],
  timeoutMs: 90_000,
  collect: async ({ repository }: CollectorInput): Promise<readonly Collected[]> => {
    const tree = treePaths(repository);
    const structured = await readStructured(repository, structuredModelPaths(tree));
    const [fault] = structured.faults;
    // A model that cannot be read may hold the threat that nobody has decided on.
    if (fault !== undefined) return [{ kind: 'threat-models', state: 'unavailable', ...fault }];
    const models = [...structured.models, ...(await readDocuments(repository, proseModelPaths(tree)))];
    const [first] = models;
    if (first === undefined)
      return [
        {
          kind: 'threat-models',
          state: 'absent',
          location: 'tree of the commit',
          lookedIn: 'threat-model files and the documents of the tree',
        },
      ];
    const fact = { models: models.slice(0, modelsMax), architectureChangedOn: null };
    return [{ kind: 'threat-models', state: 'found', fact, location: first.at.path, strength: 'documented' }];
  },
};

type Fault = { readonly location: string; readonly because: string; readonly resolve: string };
type Structured = { readonly models: ThreatModel[]; readonly faults: Fault[] };

async function readStructured(repository: RepositorySnapshot, paths: readonly string[]): Promise<Structured> {
  const read: Structured = { models: [], faults: [] };
  await repository.read(
    paths,
    (path, content) => {
      if (content.state === 'text') readModel(path, content.text, read);
      else if (isOwnModel(path)) read.faults.push(faultAt(path, content.because));
    },
    { bytesMax: structuredBytesMax },
  );
  return read;
}

function faultAt(location: string, because: string): Fault {
  return {
    location,
    because: `${location}: ${because}`,
    resolve: `Repair ${location} (its schema: threat-model.schema.json)`,
  };
}

function readModel(path: string, text: string, { models, faults }: Structured): void {
  const foreign = foreignModel(path, text);
  if (foreign !== null) {
    if (!isExampleTitle(foreign.title)) models.push({ at: { path, line: 1 }, ...foreign });
  } else if (isOwnModel(path)) {
    const reading = plumblineModel(text);
    if (reading.ok) models.push({ at: { path, line: 1 }, ...reading.content });
    else faults.push(faultAt(`${path}:${reading.line}`, reading.because));
  }
}

/** A model of another tool, told by its own marks; null for any other file. */
function foreignModel(path: string, text: string): ModelReading | null {
  const value = valueOf(path, text);
  return otmModel(value) ?? threatDragonModel(value) ?? threagileModel(value);
}

function valueOf(path: string, text: string): unknown {
  if (/\.json$/iu.test(path)) {
    const parsed = parseJson(text);
    return parsed.ok ? parsed.value : null;
  }
  // A cheap look first: parsing YAML is slow, and most files that speak of threats are no models.
  if (!/(?:^|[{,])\s{0,3}["']?(?:otmVersion|threagile_version)\b/mu.test(text)) return null;
  const reading = readYaml(text);
  return reading.state === 'read' ? reading.value : null;
}

const isExampleTitle = (title: string): boolean =>
  /\b(?:demo|example|sample|template|tutorial|untitled|test(?:ing)?)\b|^(?:new|my)(?: first)? (?:threat )?model$/iu.test(
    title,
  );

async function readDocuments(
  repository: RepositorySnapshot,
  paths: readonly string[],
): Promise<readonly ThreatModel[]> {
  const models: ThreatModel[] = [];
  await repository.read(paths, (path, content) => {
    if (content.state !== 'text' || !mayHoldModel.test(content.text)) return;
    const model = proseModel(path, content.text);
    if (model !== null) models.push(model);
  });
  return models;
}
