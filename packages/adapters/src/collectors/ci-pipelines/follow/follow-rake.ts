// SPDX-License-Identifier: Apache-2.0
import type { Follower } from './followed.ts';
import { joinPath } from './resolve-path.ts';

type Rakefile = {
  readonly needs: ReadonlyMap<string, readonly string[]>;
  readonly tests: ReadonlySet<string>;
  readonly shell: ReadonlyMap<string, readonly string[]>;
};

/** `rake [task…]` into the tasks of the Rakefile: what they need, their test tasks, and what they hand to `sh`. */
export const followRake: Follower = ({ args, directory, files }) => {
  const path = ['Rakefile', 'rakefile', 'Rakefile.rb']
    .map((name) => joinPath(directory, name))
    .find((name) => files.has(name));
  const rakefile = path === undefined ? undefined : files.derived('rake', path, read);
  if (!rakefile) return null;
  const asked = args.filter((arg) => !arg.startsWith('-') && !arg.includes('='));
  const lines: string[] = [];
  const done = new Set<string>();
  const visit = (name: string): void => {
    if (done.has(name) || done.size > 60) return;
    done.add(name);
    (rakefile.needs.get(name) ?? []).forEach(visit);
    if (rakefile.tests.has(name)) lines.push('minitest');
    lines.push(...(rakefile.shell.get(name) ?? []));
    if (/^(?:rubocop|standard)(?::|$)/.test(name)) lines.push('rubocop');
  };
  const wanted = asked.length > 0 ? asked : ['default'];
  if (!wanted.some((name) => rakefile.needs.has(name) || rakefile.tests.has(name))) return null;
  wanted.forEach(visit);
  return [{ script: lines.join('\n'), directory }];
};

// Ruby is read line by line: task headers, test task classes and `sh`; nothing is evaluated.
function read(text: string): Rakefile {
  const needs = new Map<string, string[]>();
  const tests = new Set<string>();
  const shell = new Map<string, string[]>();
  let current = '';
  for (const line of text.split('\n', 5000).map((raw) => raw.slice(0, 1000))) {
    if (/^\s*#/.test(line)) continue;
    const test =
      /(?:Rake::TestTask|Minitest::TestTask|RSpec::Core::RakeTask|Cucumber::Rake::Task|TestTask)\.(?:new|create)\b\s*\(?\s*(?::|["'])?(\w*)/.exec(
        line,
      );
    const task = /^\s*(?:multi)?task[\s(]+(?::|["'])?([\w:]{1,60})["']?\s*(.*)$/.exec(line);
    if (test)
      tests.add((test[1] ?? '') === '' || test[1] === 'do' ? (/RSpec/.test(line) ? 'spec' : 'test') : (test[1] ?? ''));
    else if (task) {
      current = (task[1] ?? '').replace(/:$/, '');
      const listed = /(?:=>|^:?\s*)\s*(\[[^\]]*\]|%[wi]\[[^\]]*\]|:\w+|["'][\w:]+["'])/.exec(task[2] ?? '')?.[1] ?? '';
      const named = [...listed.replace(/^%[wi]/, '').matchAll(/[A-Za-z_][\w:]*/g)].map((found) => found[0]);
      needs.set(current, [...(needs.get(current) ?? []), ...named]);
    }
    const command = /\b(?:sh|system)[\s(]+["'](.{1,500}?)["']\s*\)?\s*$/.exec(line)?.[1];
    if (command !== undefined)
      shell.set(current, [...(shell.get(current) ?? []), command.replaceAll(/#\{[^}]*\}/g, 'x')]);
  }
  return { needs, tests, shell };
}
