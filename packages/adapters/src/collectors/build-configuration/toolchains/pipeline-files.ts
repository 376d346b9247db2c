// SPDX-License-Identifier: Apache-2.0
import { listOf, memberAt, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { lineOf, linesOf } from '../../../platform/syntax/lines.ts';
import { parseYaml } from '../../../platform/syntax/parse-yaml.ts';
import { pinOf, type FoundPin, type ToolchainReader } from './toolchain-reader.ts';

/** Actions that install a toolchain: its tool and the input that names the version. */
const setups: { readonly [action: string]: readonly [tool: string, input: string] } = {
  'actions/setup-go': ['go', 'go-version'],
  'actions/setup-node': ['node', 'node-version'],
  'actions/setup-python': ['python', 'python-version'],
  'actions/setup-java': ['java', 'java-version'],
  'actions/setup-dotnet': ['dotnet-sdk', 'dotnet-version'],
  'ruby/setup-ruby': ['ruby', 'ruby-version'],
  'shivammathur/setup-php': ['php', 'php-version'],
  'erlef/setup-beam': ['erlang', 'otp-version'],
  'oven-sh/setup-bun': ['bun', 'bun-version'],
  'denoland/setup-deno': ['deno', 'deno-version'],
  'dtolnay/rust-toolchain': ['rust', 'toolchain'],
  'actions-rs/toolchain': ['rust', 'toolchain'],
  'actions-rust-lang/setup-rust-toolchain': ['rust', 'toolchain'],
  'haskell-actions/setup': ['ghc', 'ghc-version'],
  'julia-actions/setup-julia': ['julia', 'version'],
  'mlugg/setup-zig': ['zig', 'version'],
  'swift-actions/setup-swift': ['swift', 'swift-version'],
};

/**
 * Toolchains that workflows and composite actions install. A version out of a matrix is one of several to be tested with
 * and pins nothing; one that is computed elsewhere is unknown; without one the tool's own files decide.
 */
export const pipelineSetup: ToolchainReader = {
  matches: {
    endings: ['yml', 'yaml'],
    test: (path) => /^\.(?:github|forgejo|gitea)\/(?:workflows\/[^/]+|actions\/(?:.+\/)?action\.ya?ml)$/u.test(path),
  },
  read(text) {
    const documents = parseYaml(text);
    const root = documents.ok ? documents.value[0] : undefined;
    const found = new Map<string, FoundPin>();
    for (const { step, environments } of stepsOf(root)) {
      for (const pin of [...setupPins(step, environments, text), ...installedLatest(step, text)])
        found.set(`${pin.tool} ${pin.version}`, found.get(`${pin.tool} ${pin.version}`) ?? pin);
    }
    return [...found.values()];
  },
};

type PlacedStep = { readonly step: unknown; readonly environments: readonly unknown[] };

function* stepsOf(root: unknown): Generator<PlacedStep> {
  const environment = memberOf(root, 'env');
  for (const step of listOf(memberAt(root, ['runs', 'steps']))) yield { step, environments: [] };
  for (const [, job] of membersOf(memberOf(root, 'jobs'))) {
    const environments = [memberOf(job, 'env'), environment];
    for (const step of listOf(memberOf(job, 'steps')))
      yield { step, environments: [memberOf(step, 'env'), ...environments] };
  }
}

function setupPins(step: unknown, environments: readonly unknown[], text: string): readonly FoundPin[] {
  const [action = '', reference = ''] = (textOf(memberOf(step, 'uses')) ?? '').split('@', 2);
  const setup = Object.hasOwn(setups, action) ? setups[action] : undefined;
  if (setup === undefined) return [];
  const [tool, input] = setup;
  const given = scalarText(memberAt(step, ['with', input]));
  // dtolnay/rust-toolchain takes the toolchain from its own reference
  const written = given ?? (action === 'dtolnay/rust-toolchain' ? channelOf(reference) : null);
  if (written === null) return [];
  const line = given === null ? lineOf(text, `${action}@${reference}`) : lineOf(text, written.split('\n', 1)[0] ?? '');
  return written
    .split('\n')
    .map((version) => resolved(version.trim(), environments))
    .filter((version) => version !== null && version !== '')
    .map((version): FoundPin => {
      const pin = pinOf(tool, version ?? '', line);
      return version?.includes('${{') === true ? { ...pin, pin: 'unknown' } : pin;
    });
}

const channelOf = (reference: string): string | null =>
  reference === '' || reference === 'master' || /^[0-9a-f]{40}$/u.test(reference) ? null : reference;

const scalarText = (value: unknown): string | null =>
  typeof value === 'number' ? String(value) : textOf(value) === '' ? null : textOf(value);

/** The version behind one expression: of the environment where it is written there; null out of a matrix. */
function resolved(version: string, environments: readonly unknown[]): string | null {
  const expression = /^\$\{\{\s{0,20}([\w.[\]'-]{1,100})\s{0,20}\}\}$/u.exec(version)?.[1];
  if (expression === undefined) return version.includes('matrix.') ? null : version;
  if (expression.startsWith('matrix.') || expression.startsWith('inputs.')) return null;
  const name = /^env\.(\w{1,80})$/u.exec(expression)?.[1];
  if (name === undefined) return version;
  const values = environments.map((environment) => scalarText(memberOf(environment, name)));
  return values.find((value) => value !== null) ?? version;
}

const latest =
  /\bgo\s+install\s+(?:-\S{1,40}\s+){0,5}(\S{1,200})@latest\b|\brustup\s+(?:toolchain\s+install|default)\s+(stable|beta|nightly)(?![\w-])/u;

/** Tools that a script of the pipeline installs in whatever version is the newest. */
function* installedLatest(step: unknown, text: string): Generator<FoundPin> {
  const script = textOf(memberOf(step, 'run'));
  if (script === null) return;
  for (const { text: line } of linesOf(script)) {
    const [said, module, channel] = latest.exec(line) ?? [];
    if (said === undefined) continue;
    const tool = module === undefined ? 'rust' : (module.split('/').at(-1) ?? module);
    yield { tool, version: channel ?? 'latest', pin: 'floating', line: lineOf(text, said) };
  }
}
