// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse, Injection, Step, ToolUse } from '@plumbline/core/facts/ci-pipelines';
import type { Elsewhere } from '../analysis-context.ts';
import { pinOfImage, pinOfRef } from '../external-pin.ts';
import { refineTools } from '../follow/refine-tools.ts';
import { toolsOfScript } from '../follow/tools-of-script.ts';
import { allIgnored, mergeTools, toolUse } from '../merge-tools.ts';
import { type Inputs, recognizeNamed } from '../tools/recognize.ts';
import { at, entriesOf, isTrue, lineInScalar, textAt, type YamlNode, type YamlScalar } from '../yaml/yaml-node.ts';
import { codeqlLanguages } from './codeql-languages.ts';
import { scriptInputs, scriptOfAction } from './command-inputs.ts';
import { injectionsIn } from './find-injections.ts';
import { findLocalAction } from './local-action.ts';
import { variantsOf } from './github-matrix.ts';
import { type StepScope, withEnvironment, withInputs, workingDirectories } from './step-scope.ts';
import { refIsOtherSide, scriptChecksOutOtherSide } from './untrusted-checkout.ts';

/** A step with what its job and its file need to know of it. */
export type StepReading = {
  readonly step: Step;
  readonly externalUses: readonly ExternalUse[];
  readonly elsewhere: readonly Elsewhere[];
  /** Languages that a CodeQL `init` sets up; null where the step is none. */
  readonly codeql: readonly string[] | null;
};

type Found = {
  tools: ToolUse[];
  injections: Injection[];
  untrusted: boolean;
  ignored: boolean;
  codeql: readonly string[] | null;
  uses: ExternalUse[];
  elsewhere: Elsewhere[];
};

const depthMax = 4;

/** Reads one step of a job or composite action, following actions of the repository into their steps. */
export function readStep(node: YamlNode, outer: StepScope): StepReading {
  const scope = withEnvironment(outer, at(node, 'env'));
  const found: Found = {
    tools: [],
    injections: [],
    untrusted: false,
    ignored: false,
    codeql: null,
    uses: [],
    elsewhere: [],
  };
  const run = at(node, 'run');
  const uses = at(node, 'uses');
  if (run?.kind === 'scalar') readRun(run, node, scope, found);
  else if (uses?.kind === 'scalar') readUses(uses, node, scope, found);
  const condition = textAt(node, 'if');
  const line = scope.callLine ?? node.line;
  const mayFail = neverFails(at(node, 'continue-on-error'), scope) || found.ignored;
  return {
    step: {
      line,
      tools: mergeTools(found.tools),
      ...(condition === undefined ? {} : { condition }),
      mayFail,
      injections: found.injections,
      checksOutUntrusted: found.untrusted,
    },
    externalUses: found.uses,
    elsewhere: found.elsewhere,
    codeql: found.codeql,
  };
}

/** `continue-on-error` counts where it holds for every combination of the matrix. */
export function neverFails(node: YamlNode | undefined, scope: Pick<StepScope, 'combinations' | 'known'>): boolean {
  if (node?.kind !== 'scalar') return false;
  if (!node.text.includes('${{')) return isTrue(node);
  const variants = variantsOf(node.text, scope.combinations, scope.known);
  return variants.every((variant) => variant.trim() === 'true' || /^\$\{\{\s*true\s*\}\}$/.test(variant));
}

function readRun(run: YamlScalar, node: YamlNode, scope: StepScope, found: Found): void {
  const lineOf = (offset: number): number => scope.callLine ?? lineInScalar(run, offset);
  found.injections.push(...injectionsIn(run.text, lineOf, scope));
  const shell = textAt(node, 'shell') ?? scope.shell ?? 'bash';
  if (/^(?:python|node|perl|ruby|nu)\b/.test(shell)) return;
  const directories = workingDirectories(scope, textAt(node, 'working-directory'));
  const ignored: boolean[] = [];
  for (const variant of variantsOf(withActionFolder(run.text, scope), scope.combinations, scope.known)) {
    for (const directory of directories) {
      const tools = toolsOfScript(variant, { files: scope.context.files, directory, variables: scope.variables });
      found.tools.push(...tools.map(({ way, line }) => toolUse(way, lineOf(line))));
      if (tools.length > 0) ignored.push(allIgnored(tools));
    }
    found.untrusted ||= scope.privileged && scriptChecksOutOtherSide(variant);
  }
  found.ignored = ignored.length > 0 && ignored.every(Boolean);
}

/** Where the files of an action of the repository lie, its scripts name by a variable. */
function withActionFolder(text: string, { actionFolder }: StepScope): string {
  if (actionFolder === null) return text;
  const folder = actionFolder === '' ? '.' : `./${actionFolder}`;
  return text.replaceAll(
    /\$(?:GITHUB_ACTION_PATH\b|\{GITHUB_ACTION_PATH\}|\{\{\s{0,5}github\.action_path\s{0,5}\}\})/g,
    () => folder,
  );
}

function readUses(uses: YamlScalar, node: YamlNode, scope: StepScope, found: Found): void {
  const line = scope.callLine ?? uses.line;
  const passed = at(node, 'with');
  for (const reference of variantsOf(uses.text.trim(), scope.combinations, scope.known)) {
    if (reference.startsWith('./') || reference.startsWith('../')) readLocal(reference, uses, passed, { scope, found });
    else if (reference.startsWith('docker://')) readDocker(reference, line, passed, found);
    else readAction({ reference, line, comment: uses.comment ?? '' }, passed, { scope, found });
  }
}

function readDocker(reference: string, line: number, passed: YamlNode | undefined, found: Found): void {
  found.uses.push({ kind: 'image', reference, pinnedBy: pinOfImage(reference), line });
  found.tools.push(...recognizeNamed('images', reference, inputsOf(passed)).map((way) => toolUse(way, line)));
}

function inputsOf(passed: YamlNode | undefined, change: (text: string) => string = (text) => text): Inputs {
  return new Map(entriesOf(passed).map(({ key, value }) => [key, change(textAt(value) ?? '')]));
}

/** An action of another repository whose owner is this repository's. */
function isOwners(reference: string, { context }: StepScope): boolean {
  const owner = context.origin?.slug.split('/', 1)[0]?.toLowerCase();
  return owner !== undefined && reference.toLowerCase().startsWith(`${owner}/`);
}

/** The version of an action: its tag, or the one that is commented behind its hash; empty where neither tells. */
function versionOf(ref: string, comment: string): string {
  const version = /^v?(\d+(?:\.\d+){0,2})$/;
  return version.exec(ref)?.[1] ?? version.exec(comment.split(/\s/, 1)[0] ?? '')?.[1] ?? '';
}

type Into = { readonly scope: StepScope; readonly found: Found };

type UsedAction = { readonly reference: string; readonly line: number; readonly comment: string };

function readAction(
  { reference, line, comment }: UsedAction,
  passed: YamlNode | undefined,
  { scope, found }: Into,
): void {
  const ref = reference.includes('@') ? reference.slice(reference.lastIndexOf('@') + 1) : undefined;
  const own = isOwners(reference, scope) ? { ownersOwn: true as const } : {};
  found.uses.push({ kind: 'action', reference, pinnedBy: pinOfRef(ref), ...own, line });
  const first = inputsOf(passed, (text) => variantsOf(text, scope.combinations, scope.known)[0] ?? '');
  const tools = recognizeNamed('actions', reference, new Map([...first, ['@', versionOf(ref ?? '', comment)]]));
  found.tools.push(...tools.map((way) => toolUse(way, line)));
  if (/^github\/codeql-action\/init(?:@|$)/i.test(reference)) found.codeql = codeqlLanguages(passed, scope);
  if (/^actions\/checkout(?:@|$)/i.test(reference)) {
    found.untrusted ||=
      scope.privileged && refIsOtherSide(`${first.get('ref') ?? ''} ${first.get('repository') ?? ''}`);
  }
  for (const input of scriptInputs(reference)) {
    const script = at(passed, input);
    if (script?.kind === 'scalar')
      found.injections.push(
        ...injectionsIn(script.text, (offset) => scope.callLine ?? lineInScalar(script, offset), scope),
      );
  }
  const script = scriptOfAction(reference, first);
  const [directory = ''] = workingDirectories(scope, first.get('working-directory') ?? first.get('workdir'));
  if (script !== null) {
    const ran = toolsOfScript(script, { files: scope.context.files, directory, variables: scope.variables });
    found.tools.push(...ran.map(({ way }) => toolUse(way, line)));
  } else {
    const more = refineTools(tools, {
      words: (first.get('args') ?? '').split(/\s+/),
      directory,
      files: scope.context.files,
    });
    found.tools.push(...more.map((way) => toolUse(way, line)));
  }
}

function readLocal(reference: string, uses: YamlScalar, passed: YamlNode | undefined, { scope, found }: Into): void {
  if (scope.depth >= depthMax) return;
  const action = findLocalAction(reference, scope);
  if (action === null) {
    if (scope.callLine === null)
      found.elsewhere.push({ path: uses.path, line: uses.line, what: 'template', reference });
    return;
  }
  if (action.steps === null) return;
  const inner = {
    ...withInputs(scope, action.inputs, passed),
    callLine: scope.callLine ?? uses.line,
    actionFolder: action.path.slice(0, Math.max(0, action.path.lastIndexOf('/'))),
    depth: scope.depth + 1,
    shell: null,
  };
  for (const step of action.steps) {
    const reading = readStep(step, inner);
    found.tools.push(...reading.step.tools);
    found.injections.push(...reading.step.injections);
    found.untrusted ||= reading.step.checksOutUntrusted;
    found.codeql ??= reading.codeql;
  }
}
