// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gateScript, programFolder, runScript } from '../pipeline/run-script.ts';
import { commit, git, harmlessProject, useFolders } from '../pipeline/small-project.ts';

const folder = useFolders();

/** The files of this project, without its history, which a runner may not have. */
function ownFiles(): string {
  const path = folder();
  git(path, 'init', '--quiet', '--initial-branch', 'main');
  const archive = execFileSync('git', ['archive', 'HEAD'], { maxBuffer: 1024 * 1024 * 1024 });
  execFileSync('tar', ['-x'], { cwd: path, input: archive });
  commit(path, {});
  return path;
}

test('this project passes its own gate, and bad code in it does not', async () => {
  const path = ownFiles();
  const base = git(path, 'rev-parse', 'HEAD');
  const place = folder();
  const env = {
    PLUMBLINE_HOME: programFolder(join(place, 'program')),
    PLUMBLINE_OFFLINE: 'true',
    PLUMBLINE_BASE: base,
    PLUMBLINE_REPORTS: join(place, 'reports'),
  };
  commit(path, { 'NOTES.md': 'A note.\n' });
  const passed = await runScript(['sh', gateScript], path, env, 120_000);
  expect(passed.code, passed.stdout).toBe(0);
  expect(passed.stdout).toContain('policy security/gate-policy.yaml');
  commit(path, { 'packages/cli/src/run-anything.ts': badTypeScript });
  const failed = await runScript(['sh', gateScript], path, env, 120_000);
  expect(failed.code, failed.stdout).toBe(1);
  expect(failed.stdout).toContain('packages/cli/src/run-anything.ts');
});

test('a scratch copy of a project is attacked, and the command of the guide stops it', async () => {
  const path = folder();
  harmlessProject(path);
  const env = { PLUMBLINE_OFFLINE: 'true', PLUMBLINE_HOME: programFolder(join(folder(), 'program')) };
  const command = [`${env.PLUMBLINE_HOME}/plumbline`, 'gate', 'prove', '.', '--command', `sh '${gateScript}'`];
  const { stdout } = await runScript([...command, '--format', 'json'], path, env);
  const { attacks } = JSON.parse(stdout) as { attacks: { attack: string; blocked: boolean; because: string }[] };
  const attempted = attacks.filter(({ because }) => because.includes('ended with'));
  expect(attempted.length, stdout).toBeGreaterThan(0);
  expect(attempted.filter(({ blocked }) => !blocked)).toEqual([]);
});

const badTypeScript = `// SPDX-License-Identifier: Apache-2.0
import { execSync } from 'node:child_process';
import { createServer } from 'node:http';

createServer((request, response) => {
  const name = new URL(request.url ?? '', 'http://localhost').searchParams.get('name');
  response.end(execSync(\`ls \${name}\`));
}).listen(8080);
`;
