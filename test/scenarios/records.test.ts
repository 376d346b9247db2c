// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git, useRepositories } from '@plumbline/adapters/testing/use-repositories';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { describe, expect, test } from 'vitest';
import { answerTo, assessment, verdictOn } from './assessment.ts';
import { commandEnvironment, commandLine, plumbline } from './plumbline.ts';

// What people keep: `plumbline init`, records that are filled in one by one, tailoring and exceptions.
const repositories = useRepositories();
const today = new Date().toISOString().slice(0, 10);
const nextYear = `${new Date().getUTCFullYear() + 1}-01-15`;

function started(): string {
  const { path } = repositories.build({
    commits: [{ author: 'Ada <ada@example.com>', files: { 'index.js': 'x\n' } }],
  });
  git(path, 'reset', '-q');
  return path;
}

function commit(path: string): void {
  git(path, 'add', '-A');
  git(path, 'commit', '-q', '-m', 'Records');
}

const yesIn = (found: Assessment): readonly string[] =>
  found.verdicts.flatMap(({ answers }) =>
    answers.filter(({ answer }) => answer.outcome === 'yes').map(({ check }) => check),
  );

describe('plumbline init', () => {
  test('writes what editors and people need, never twice, and keeps what is there', async () => {
    const path = started();
    mkdirSync(join(path, 'security'));
    writeFileSync(join(path, 'security/roles.yaml'), 'mine\n');
    const { code, stdout, stderr } = await plumbline(['init', path, '--product', 'a: "b" # c', '--yes']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('kept  security/roles.yaml');
    expect(readFileSync(join(path, 'security/roles.yaml'), 'utf8')).toBe('mine\n');
    for (const name of readdirSync(join(path, 'security')).filter(
      (file) => file.endsWith('.yaml') && file !== 'roles.yaml',
    )) {
      const [, schema = ''] = /\$schema=(\S+)/u.exec(readFileSync(join(path, 'security', name), 'utf8')) ?? [];
      expect(existsSync(join(path, 'security', schema)), name).toBe(true);
    }
    const before = git(path, 'status', '--short', '-uall');
    const again = await plumbline(['init', path, '--yes']);
    expect(again.stdout).not.toContain('wrote');
    expect(git(path, 'status', '--short', '-uall')).toBe(before);
  });

  test('answers nothing until it is filled in: nobody has said anything yet, and the fields that wait are named', async () => {
    const path = started();
    const before = await assessment(path);
    expect((await plumbline(['init', path, '--yes'])).code).toBe(0);
    commit(path);
    const after = await assessment(path);
    expect(yesIn(after).filter((check) => !yesIn(before).includes(check))).toEqual([]);
    expect(answerTo(before, 'management-commitment').outcome).toBe('unknown');
    const waiting = after.verdicts
      .flatMap(({ answers }) => answers.map(({ answer }) => answer))
      .filter(({ because }) => /placeholder|text of a template/u.test(because));
    expect(waiting.length).toBeGreaterThan(25);
    for (const answer of waiting)
      expect(answer).toMatchObject({ outcome: 'unknown', resolve: expect.stringMatching(/Fill in .*security\//u) });
    expect(answerTo(after, 'risks-tracked')).toMatchObject({
      outcome: 'unknown',
      resolve: 'Fill in risks[0].title of security/risks.yaml',
    });
    expect(after.exceptions).toEqual([]);
  });

  test('writes nothing through a link that leaves the repository', async () => {
    const path = started();
    const outside = repositories.folder();
    symlinkSync(outside, join(path, 'security'));
    const { code, stderr } = await plumbline(['init', path, '--yes']);
    expect(code).toBe(2);
    expect(stderr).toContain('leads out of the repository');
    expect(readdirSync(outside)).toEqual([]);
  });

  test('a file where the folder should be is a clear error', async () => {
    const path = started();
    writeFileSync(join(path, 'security'), '');
    const { code, stderr } = await plumbline(['init', path, '--yes']);
    expect(code).toBe(2);
    expect(stderr).not.toContain('bug');
  });

  test.runIf(process.platform === 'linux')(
    'asks for the product on a terminal; ctrl-C and ctrl-D write nothing',
    async () => {
      const typed = { 'Widget\\n': 'Widget', '\\n': 'plumbline-built', '\\004': null, '\\003': null };
      const runs = Object.entries(typed).map(async ([keys, product]) => {
        const path = started();
        const command = [...commandLine, 'init', path].map((part) => `'${part}'`).join(' ');
        const typing = `(sleep 1; printf '${keys}'; sleep 0.5) | script -qec "${command}" /dev/null`;
        const shell = spawn('bash', ['-o', 'pipefail', '-c', typing], {
          env: { ...commandEnvironment, TERM: 'xterm' },
          stdio: 'ignore',
        });
        const [code] = await once(shell, 'close');
        const config = join(path, 'plumbline.yaml');
        const text = existsSync(config) ? readFileSync(config, 'utf8') : '';
        const found = /^product: "([a-zA-Z]+(?:-built)?)/mu.exec(text)?.[1] ?? null;
        expect({ keys, code, found }).toEqual({ keys, code: product === null ? 130 : 0, found: product });
      });
      await Promise.all(runs);
    },
  );
});

describe('records', () => {
  const config = 'product: Widget\nrecords: security/\n';
  const records: { readonly [file: string]: { readonly text: string; readonly check: string } } = {
    roles: {
      check: 'security-roles-assigned',
      text: `owner: Ada Lovelace\nreviewedOn: ${today}\nroles:\n${['security', 'requirements', 'design', 'development', 'code', 'review', 'build', 'release', 'response'].map((duty) => `  - role: ${duty} lead\n    responsibilities: [${duty}]\n    holders: ["@ada"]\n    escalation: "@grace"\n`).join('')}`,
    },
    statements: {
      check: 'management-commitment',
      text: `statements:\n  - topic: management-commitment\n    text: We develop by the SSDF, and I give it the people and time that it needs.\n    by: Grace Hopper\n    role: Managing director\n    on: ${today}\n    validUntil: ${nextYear}\n    document: https://acme-widgets.org/policy\n    owner: Grace Hopper\n    reviewedOn: ${today}\n`,
    },
    exceptions: { check: 'exceptions-expire', text: 'exceptions: []\n' },
    'secure-defaults': {
      check: 'secure-defaults-defined',
      text: `owner: Ada Lovelace\nreviewedOn: ${today}\nsettings:\n  - setting: tls.minVersion\n    value: "1.3"\n    why: older versions are broken\n`,
    },
    training: {
      check: 'contributors-trained',
      text: `entries:\n  - person: ada@example.com\n    role: developer\n    course: Secure coding\n    completedOn: ${today}\n    validUntil: ${nextYear}\n`,
    },
  };

  test.each(Object.entries(records))(
    '%s, filled in, turns its check; without plumbline.yaml it is unknown',
    async (name, { check, text }) => {
      const path = started();
      expect(answerTo(await assessment(path), check).outcome).toBe('unknown');
      writeFileSync(join(path, 'plumbline.yaml'), config);
      commit(path);
      const declared = answerTo(await assessment(path), check).outcome;
      expect(['no', 'unknown']).toContain(declared);
      mkdirSync(join(path, 'security'));
      writeFileSync(join(path, `security/${name}.yaml`), text);
      commit(path);
      const filled = answerTo(await assessment(path), check);
      expect(`${filled.outcome}: ${filled.because}`).toMatch(/^yes: /u);
    },
  );

  test('a record that breaks its schema answers nothing, and its place is named', async () => {
    const path = started();
    mkdirSync(join(path, 'security'));
    writeFileSync(join(path, 'plumbline.yaml'), config);
    writeFileSync(join(path, 'security/exceptions.yaml'), 'exceptions:\n  - id: EX-1\n    reason: [not, text]\n');
    commit(path);
    const found = await assessment(path);
    expect(answerTo(found, 'exceptions-expire').outcome).toBe('unknown');
    expect(found.notLookedAt.map(({ because }) => because).join('\n')).toContain('security/exceptions.yaml:');
  });

  test('with a plumbline.yaml that is broken, nobody says that no records are declared', async () => {
    const path = started();
    writeFileSync(join(path, 'plumbline.yaml'), 'product: Lantern\nrecord: security/\n');
    commit(path);
    const answer = answerTo(await assessment(path), 'security-roles-assigned');
    expect(answer).toMatchObject({ outcome: 'unknown', resolve: expect.stringContaining('Repair plumbline.yaml:2') });
    expect(answer.citations.map(({ location }) => location)).toContain(
      'plumbline.yaml:2 (cannot be read, so where records are kept is not known)',
    );
  });

  test('tailoring leaves an answer out, shows why, by whom, and what the verdict would be without', async () => {
    const path = started();
    const tailoring = `tailoring:\n  - check: sca-configured\n    task: PO.3.1\n    reason: The product has no components\n    approvedBy: grace@acme-widgets.org\n`;
    writeFileSync(join(path, 'plumbline.yaml'), `${config}${tailoring}`);
    commit(path);
    const found = await assessment(path);
    expect(found.tailoring).toMatchObject([{ check: 'sca-configured', approvedBy: 'grace@acme-widgets.org' }]);
    const verdict = found.verdicts.find(({ task }) => task === 'PO.3.1');
    expect(verdict?.answers.find(({ check }) => check === 'sca-configured')).toMatchObject({ required: false });
    for (const format of ['text', 'markdown', 'html', 'json', 'gemara']) {
      const { stdout } = await plumbline(['assess', path, '--format', format]);
      expect(stdout.replaceAll(/\s+/gu, ' '), format).toContain('The product has no components');
    }
  });

  test('exceptions are shown in every report for people, and change no verdict', async () => {
    const path = started();
    writeFileSync(join(path, 'plumbline.yaml'), config);
    commit(path);
    const without = await assessment(path);
    mkdirSync(join(path, 'security'));
    const exception = `exceptions:\n  - id: EX-7\n    concerns: sca-configured\n    reason: A scanner is being bought\n    requestedBy: ada\n    approvedBy: grace\n    approvedOn: ${today}\n    expires: ${nextYear}\n`;
    writeFileSync(join(path, 'security/exceptions.yaml'), exception);
    commit(path);
    const found = await assessment(path);
    expect(verdictOn(found, 'PO.3.1')).toBe(verdictOn(without, 'PO.3.1'));
    expect(answerTo(found, 'sca-configured').outcome).toBe('no');
    for (const format of ['text', 'markdown', 'html', 'json', 'oscal', 'sarif', 'gemara']) {
      const { stdout } = await plumbline(['assess', path, '--format', format]);
      expect(stdout, format).toContain('EX-7');
    }
  });
});
