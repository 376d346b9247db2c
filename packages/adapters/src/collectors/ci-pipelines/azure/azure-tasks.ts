// SPDX-License-Identifier: Apache-2.0
import type { Inputs } from '../tools/recognize.ts';

type Render = (input: (name: string) => string) => string;

/** Tasks that run a script or a program with arguments. */
const byTask: { readonly [task: string]: Render } = {
  bash: inlineOrFile,
  powershell: inlineOrFile,
  shellscript: (input) => input('scriptPath'),
  cmdline: (input) => input('script'),
  batchscript: (input) => input('filename'),
  azurecli: (input) => input('inlineScript') || input('scriptPath'),
  azurepowershell: (input) => input('Inline') || input('ScriptPath'),
  dotnetcorecli: (input) =>
    `dotnet ${input('command') === 'custom' ? input('custom') : input('command') || 'build'} ${input('arguments')}`,
  maven: (input) => `mvn ${input('goals') || 'package'} ${input('options')}`,
  gradle: (input) => `gradle ${input('tasks') || 'build'} ${input('options')}`,
  ant: (input) => `ant ${input('targets')}`,
  npm: (input) => `npm ${input('command') === 'custom' ? input('customCommand') : input('command') || 'install'}`,
  yarn: (input) => `yarn ${input('arguments') || input('Arguments')}`,
  go: (input) => `go ${input('command') || 'get'} ${input('arguments')}`,
  cmake: (input) => `cmake ${input('cmakeArgs')}`,
  docker: (input) =>
    input('command') === 'build'
      ? 'docker build'
      : input('command') === 'push'
        ? 'docker push x'
        : input('command') === '' || /buildAndPush/i.test(input('command'))
          ? 'docker build . && docker push x'
          : '',
  pythonscript: (input) => `python ${input('scriptPath')}`,
  make: (input) => `make ${input('args')}`,
  cargo: (input) => `cargo ${input('command') || input('cargoCommand')}`,
};

function inlineOrFile(input: (name: string) => string): string {
  return input('script') || `${input('filePath')} ${input('arguments')}`.trim();
}

/** The shell script that a task amounts to; null for tasks that run none. Input names compare without case. */
export function scriptOfTask(task: string, inputs: Inputs): string | null {
  const name = (task.split('@', 1)[0] ?? '').toLowerCase();
  const render = Object.hasOwn(byTask, name) ? byTask[name] : undefined;
  if (!render) return null;
  const values = new Map([...inputs].map(([key, value]) => [key.toLowerCase(), value]));
  const script = render((input) => values.get(input.toLowerCase()) ?? '').replaceAll(
    /\$\(Build\.SourcesDirectory\)[/\\]?/gi,
    './',
  );
  return script.trim() === '' ? null : script;
}
