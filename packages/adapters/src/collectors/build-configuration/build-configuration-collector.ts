// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { BuildConfiguration, HardeningFlag, ToolchainPin } from '@plumbline/core/facts/build-configuration';
import type { Unread } from '@plumbline/core/facts/unread';
import { absentOrInSubmodule } from '../../platform/paths/absent-or-in-submodule.ts';
import type { PathClass } from '../../platform/paths/classify-path.ts';
import { chooseReaders } from '../../platform/paths/file-choice.ts';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { compiledLanguages } from './compiled-languages.ts';
import {
  buildFileKind,
  isGenerated,
  isPipelineFile,
  type CommentStyle,
} from '../../platform/build-files/build-file-kind.ts';
import { gatherSwitches } from '../../platform/build-files/build-switches.ts';
import { findHardening, findSanitizers, type FoundFlag } from './hardening/find-hardening.ts';
import type { ToolchainReader } from './toolchains/toolchain-reader.ts';
import { toolchainReaders } from './toolchains/toolchain-readers.ts';

const filesMax = 10_000;
const flagsMax = 2_000;
const lookedIn =
  'every file of the tree that pins a toolchain (version files, wrappers, manifests, builder images) or configures a C, C++ or Rust build';

/** Toolchain pins and hardening flags of build files. Nothing is run: what a build computes is not seen. */
export const buildConfigurationCollector: Collector = {
  id: 'build-configuration',
  version: '1.0.0',
  title: 'Toolchains, compiled languages and hardening flags of build files',
  kinds: ['build-configuration'],
  needs: ['tree'],
  timeoutMs: 60_000,
  async collect(input) {
    const fact = await configurationOf(input);
    const empty =
      fact.compiled.length + fact.toolchains.length + fact.buildFiles.length + (fact.unread?.length ?? 0) === 0;
    const base = { kind: 'build-configuration', location: 'build files of the tree' } as const;
    const item: Collected = empty
      ? { ...base, ...absentOrInSubmodule(input.repository, lookedIn) }
      : { ...base, state: 'found', fact };
    return [item];
  },
};

type Selected = {
  readonly path: string;
  readonly toolchains: readonly ToolchainReader[];
  readonly style: CommentStyle | null;
  readonly pipeline: boolean;
};

async function configurationOf(input: CollectorInput): Promise<BuildConfiguration> {
  const tree = treePaths(input.repository);
  const selected = tree.files.flatMap((path) => select(path, tree.classOf(path)) ?? []);
  const byPath = new Map(selected.slice(0, filesMax).map((file) => [file.path, file]));
  const toolchains: ToolchainPin[] = [];
  const flags: FoundFlag[] = [];
  const sanitizers: HardeningFlag[] = [];
  const switches = gatherSwitches();
  const buildFiles: string[] = [];
  const unread: Unread[] = selected
    .slice(filesMax)
    .map(({ path }) => ({ path, because: `more than ${filesMax} build files` }));
  await input.repository.read([...byPath.keys()], (path, content) => {
    input.signal.throwIfAborted();
    const file = byPath.get(path);
    if (file === undefined) return;
    if (content.state === 'unread') {
      if (file.style !== null || file.toolchains.length > 0) unread.push({ path, because: content.because });
      return;
    }
    const pins = file.toolchains.flatMap((reader) => reader.read(content.text, path));
    toolchains.push(
      ...pins.map(({ tool, version, pin, line }): ToolchainPin => ({ tool, version, pin, at: { path, line } })),
    );
    if (file.pipeline) sanitizers.push(...findSanitizers(content.text, path));
    if (file.pipeline || path.endsWith('Presets.json')) switches.turnedOn(content.text);
    const builds = file.style !== null && !isGenerated(content.text);
    if (builds && file.style !== null) {
      switches.leftOff(content.text);
      flags.push(...findHardening(content.text, path, file.style));
    }
    if (builds || (pins.length > 0 && !file.pipeline)) buildFiles.push(path);
  });
  const compiled = compiledLanguages(tree);
  // What an option that nobody turns on would add, no build has.
  const effective = flags.filter(({ behind }) => switches.areOn(behind));
  const hardening = [
    ...effective.map(({ feature, flag, at }): HardeningFlag => ({ feature, flag, at })),
    ...sanitizers,
  ];
  return {
    compiled,
    toolchains,
    hardening: hardening.slice(0, flagsMax),
    buildFiles,
    ...(unread.length === 0 ? {} : { unread }),
  };
}

// Makefile.in and configure are written by hand in some projects; what they hold tells, not their name
const handWritten = /(?:^|\/)(?:configure|Makefile\.in)$/u;

const toolchainReadersOf = chooseReaders(Object.values(toolchainReaders), ({ matches }) => matches);

function select(path: string, role: PathClass): Selected | null {
  const own = role === 'source' || role === 'other' || (role === 'documentation' && path.endsWith('CMakeLists.txt'));
  const pipeline = isPipelineFile(path);
  const hand = role === 'generated' && handWritten.test(path);
  if (!own && !pipeline && !hand) return null;
  const toolchains = own || pipeline ? toolchainReadersOf(path) : [];
  const style = own || hand ? buildFileKind(path) : null;
  return toolchains.length === 0 && style === null && !pipeline ? null : { path, toolchains, style, pipeline };
}
