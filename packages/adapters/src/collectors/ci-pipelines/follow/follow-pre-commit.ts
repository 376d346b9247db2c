// SPDX-License-Identifier: Apache-2.0
import { recognizeCommand } from '../tools/recognize.ts';
import type { ToolWay } from '../tools/tool.ts';
import { splitCommands } from '../shell/split-commands.ts';
import { unwrapCommand } from '../shell/unwrap-command.ts';
import { at, itemsOf, textAt, textsOf, type YamlNode } from '../yaml/yaml-node.ts';
import type { Call } from './followed.ts';
import { joinPath } from './resolve-path.ts';

// Hooks whose id is not the program's own name. Sub-commands are added where the catalogue asks for one.
const programs: { readonly [hook: string]: string } = {
  plumbline: 'plumbline scan',
  'detect-secrets': 'detect-secrets-hook',
  'gitleaks-docker': 'gitleaks',
  'gitleaks-system': 'gitleaks',
  ggshield: 'ggshield secret',
  semgrep: 'semgrep ci',
  'semgrep-ci': 'semgrep ci',
  opengrep: 'opengrep scan',
  'python-safety-dependencies-check': 'safety check',
  'pip-audit': 'pip-audit',
  'actionlint-docker': 'actionlint',
  'hadolint-docker': 'hadolint',
  terraform_tfsec: 'tfsec',
  terraform_trivy: 'trivy config',
  terraform_checkov: 'checkov',
  checkov_container: 'checkov',
  'golangci-lint': 'golangci-lint run',
  'golangci-lint-full': 'golangci-lint run',
  'osv-scanner': 'osv-scanner',
  'kics-scan': 'kics scan',
};

const counted = new Set(['sast', 'sca', 'secret-scan', 'iac-scan', 'workflow-lint', 'type-check']);

/** The security tools and type checkers among the hooks that `pre-commit run` starts; other hooks are only lint. */
export function preCommitTools({ args, directory, files }: Omit<Call, 'path'>): readonly ToolWay[] {
  const path = ['.pre-commit-config.yaml', '.pre-commit-config.yml']
    .map((name) => joinPath(directory, name))
    .find((name) => files.has(name));
  const parsed = path === undefined ? undefined : files.yaml(path);
  if (!parsed?.ok) return [];
  const asked = args.filter((arg) => !arg.startsWith('-') && arg !== 'run');
  const skipManual = !args.includes('manual');
  const hooks = itemsOf(at(parsed.documents[0], 'repos'))
    .slice(0, 300)
    .flatMap((repository) => itemsOf(at(repository, 'hooks')));
  const wanted = hooks.filter((hook) => {
    const stages = textsOf(at(hook, 'stages'));
    const onlyManual = skipManual && stages.length > 0 && stages.every((stage) => stage === 'manual');
    return !onlyManual && (asked.length === 0 || asked.includes(textAt(hook, 'id') ?? ''));
  });
  return [...new Set(wanted.flatMap(toolsOfHook))];
}

function toolsOfHook(hook: YamlNode): readonly ToolWay[] {
  const id = textAt(hook, 'id') ?? '';
  const known = Object.hasOwn(programs, id) ? programs[id] : undefined;
  const given = [...textsOf(at(hook, 'args'))];
  const commands = [known ?? textAt(hook, 'entry') ?? id].flatMap((line) => splitCommands(line)).slice(0, 20);
  return commands
    .flatMap(({ words }) => unwrapCommand([...words, ...given]).commands)
    .flatMap(({ words }) => recognizeCommand(words))
    .filter((way) => way.purposes.some((purpose) => counted.has(purpose)));
}
