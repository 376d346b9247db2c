// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { ThreatModel, ThreatModels } from '@plumbline/core/facts/threat-models';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { readYaml } from '../../platform/located-yaml/read-yaml.ts';
import { parseJson } from '../../platform/syntax/parse-json.ts';
import { findArchitectureChange, lastChangeOf } from './architecture/find-architecture-change.ts';
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
 * boundaries. A model's day is what it states, else the last commit that changed it; the parts of the architecture on
 * that day are compared with those of the assessed commit.
 */
export const threatModelsCollector: Collector = {
  id: 'threat-models',
  version: '1',
  title: 'Reads threat models: own YAML, OTM, Threat Dragon, Threagile and prose',
  kinds: ['threat-models'],
  needs: ['tree', 'git-objects'],
  timeoutMs: 90_000,
  collect: async (input: CollectorInput): Promise<readonly Collected[]> => {
    const { repository } = input;
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
    const fact = await withHistory(models.slice(0, modelsMax), input);
    return [{ kind: 'threat-models', state: 'found', fact, location: first.at.path, strength: 'documented' }];
  },
};

const datedMax = 20;

/** A section of a SECURITY.md changes with whatever else stands in the file: its last commit says nothing of the model. */
const isOfItsOwn = ({ at, format }: ThreatModel): boolean => format !== 'prose' || /threat/iu.test(at.path);

/** Adds what the history tells: when models changed that state no day, and what came or went since the newest one. */
async function withHistory(
  models: readonly ThreatModel[],
  { repository, gitDirectory, signal, asOf }: CollectorInput,
): Promise<ThreatModels> {
  const unlooked = { models, architectureChangedOn: null };
  if (gitDirectory === null) return unlooked;
  try {
    const history = { gitDirectory, signal };
    const dated: ThreatModel[] = [];
    for (const [index, model] of models.entries()) {
      const states =
        model.reviewedOn !== null || model.lastChangedOn !== null || index >= datedMax || !isOfItsOwn(model);
      const lastChangedOn = states
        ? model.lastChangedOn
        : await lastChangeOf(model.at.path, repository.commit, history);
      dated.push({ ...model, lastChangedOn });
    }
    const days = dated
      .flatMap(({ reviewedOn, lastChangedOn }) => [reviewedOn, lastChangedOn])
      .filter((day) => day !== null && Date.parse(day) <= Date.parse(asOf))
      .toSorted();
    const since = days.at(-1)?.slice(0, 10);
    const look = since === undefined ? null : await findArchitectureChange(repository, since, history);
    if (since === undefined || look === null) return { ...unlooked, models: dated };
    const base = { models: dated, architectureLookedSince: since };
    const { newest } = look;
    if (newest === null) return { ...base, architectureChangedOn: null };
    return { ...base, architectureChangedOn: newest.on, architectureChange: newest };
  } catch (error) {
    // What cannot be looked through leaves the models as they stand; a run that is interrupted ends.
    if (signal.aborted) throw error;
    return unlooked;
  }
}

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
