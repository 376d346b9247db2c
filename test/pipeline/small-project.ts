// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

export type Files = { readonly [path: string]: string };

const environment = { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'protocol.file.allow=always'];

/** Git as a developer or a forge runs it, without configuration of this machine. */
export function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', [...identity, ...args], { cwd, env: environment, encoding: 'utf8', stdio: 'pipe' }).trim();
}

export function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Commits files and gives the commit's id. */
export function commit(folder: string, files: Files): string {
  write(folder, files);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'Change');
  return git(folder, 'rev-parse', 'HEAD');
}

/** Temporary folders, gone after each test. */
export function useFolders(): () => string {
  const made: string[] = [];
  afterEach(() => made.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true })));
  return () => {
    const path = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-pipeline-'));
    made.push(path);
    return path;
  };
}

/** A repository with one harmless commit. */
export function harmlessProject(folder: string): string {
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  return commit(folder, { 'greet.py': 'def greet(name):\n    return "Hello " + name\n' });
}

/** What the scanners that are part of the product call a weakness of medium severity, and worse. */
export const badCode = {
  medium: { 'run.py': 'import subprocess, sys\n\nsubprocess.call("ls " + sys.argv[1], shell=True)\n' },
  severe: {
    'find.py':
      'import sqlite3\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.route("/find")\ndef find():\n' +
      '    db = sqlite3.connect("people.db")\n' +
      '    return str(db.execute("SELECT * FROM people WHERE name = \'" + request.args["name"] + "\'").fetchall())\n',
  },
} as const;
