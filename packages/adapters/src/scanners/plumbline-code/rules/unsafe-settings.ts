// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';
import { callRules, patternRules } from './define-rules.ts';

export const unsafeSettingRules: readonly CodeRule[] = [
  ...callRules(
    {
      slug: 'debug-mode',
      title: 'The server is started in debug mode',
      message: 'Whoever makes it fail sees the sources and settings; the debugger of Werkzeug runs any code.',
      remedy: 'Read the setting from the environment, off unless asked for.',
      severity: 'high',
      confidence: 'medium',
      weakness: 489,
    },
    {
      python: {
        keywords: ['debug=True', 'debug = True'],
        calls: [
          {
            callee: /(?:^|\.)(?:run|run_simple)$/,
            when: /^(?:\w+\.)?(?:app|application|server|socketio|run_simple)\b[\s\S]*\b(?:debug|use_debugger)\s*=\s*True/,
          },
        ],
        bad: ["app.run(host='0.0.0.0', debug=True)\n"],
        good: ['app.run(debug=settings.DEBUG)\n', 'asyncio.run(main(), debug=True)\n'],
      },
    },
  ),
  ...callRules(
    {
      slug: 'file-for-everybody',
      title: 'A file or folder that everybody may write',
      message: 'Every user and every program of the machine can change it.',
      remedy: 'Give the owner what is needed, and nobody else: 0600, or 0700 for folders.',
      severity: 'medium',
      confidence: 'high',
      weakness: 732,
    },
    {
      javascript: {
        keywords: ['chmod', 'mkdir'],
        calls: [
          {
            callee: /(?:^|\.)(?:chmod|chmodSync|fchmod)$/,
            arguments: { 1: /^(?:0o?777|0o?666|['"]0?(?:777|666)['"])$/ },
          },
        ],
        bad: ['fs.chmodSync(file, 0o777);'],
        good: ['fs.chmodSync(file, 0o600);'],
      },
      python: {
        keywords: ['os.chmod', 'chmod('],
        calls: [{ callee: /(?:^|\.)chmod$/, when: /\b0o?(?:777|666|776|767)\s*\)$/ }],
        bad: ['os.chmod(path, 0o777)\n'],
        good: ['os.chmod(path, 0o700)\n'],
      },
      go: {
        keywords: ['os.Chmod', '.Chmod('],
        calls: [
          { callee: /^os\.Chmod$/, arguments: { 1: /^0o?(?:777|666)$/ } },
          { callee: /\.Chmod$/, arguments: { 0: /^0o?(?:777|666)$/ } },
        ],
        severity: 'low',
        bad: ['package a\nfunc f() { os.Chmod(p, 0777) }'],
        good: ['package a\nfunc f() { os.Chmod(p, 0o600) }'],
      },
      php: {
        keywords: ['chmod'],
        calls: [{ callee: /^\\?chmod$/, arguments: { 1: /^0?o?(?:777|666)$/ } }],
        severity: 'low',
        confidence: 'medium',
        bad: ['<?php chmod($f, 0777);'],
        good: ['<?php chmod($f, 0600);'],
      },
      c: {
        keywords: ['chmod', 'umask'],
        calls: [
          { callee: /^(?:chmod|fchmod)$/, arguments: { 1: /^0(?:777|666)$/ } },
          { callee: /^umask$/, arguments: { 0: /^(?:0|00|000)$/ } },
        ],
        severity: 'low',
        confidence: 'medium',
        bad: ['void f(void) { chmod(p, 0777); }'],
        good: ['void f(void) { chmod(p, 0600); umask(077); }'],
      },
      ruby: {
        keywords: ['chmod'],
        calls: [{ callee: /(?:^|\.)(?:chmod|chmod_R)$/, arguments: { 0: /^0?o?(?:777|666)$/ } }],
        bad: ['FileUtils.chmod(0777, path)\n'],
        good: ['FileUtils.chmod(0600, path)\n'],
      },
      java: {
        keywords: ['setWritable', 'setReadable', 'rwxrwxrwx'],
        calls: [
          { callee: /\.(?:setWritable|setExecutable)$/, arguments: { 0: /^true$/, 1: /^false$/ } },
          { callee: /PosixFilePermissions\.fromString$/, arguments: { 0: /^".{6}.w.?"$/ } },
        ],
        bad: ['class A { void f(File x) { x.setWritable(true, false); } }'],
        good: ['class A { void f(File x) { x.setWritable(true, true); } }'],
      },
    },
  ),
  ...callRules(
    {
      slug: 'temporary-file-race',
      title: 'A name of a temporary file that somebody else can take first',
      message: 'Between the name and the file there is time: another user of the machine puts a link there.',
      remedy: 'Use the function that makes the file with its name (mkstemp, NamedTemporaryFile).',
      severity: 'medium',
      confidence: 'high',
      weakness: 377,
    },
    {
      python: {
        keywords: ['mktemp', 'tempnam', 'tmpnam'],
        calls: [{ callee: /^(?:tempfile\.mktemp|os\.tempnam|os\.tmpnam)$/ }],
        bad: ['import tempfile\np = tempfile.mktemp()\n'],
        good: ['import tempfile\nf = tempfile.NamedTemporaryFile()\n'],
      },
      c: {
        keywords: ['mktemp', 'tmpnam', 'tempnam'],
        calls: [{ callee: /^(?:mktemp|tmpnam|tempnam|tmpnam_r)$/ }],
        bad: ['void f(void) { char *p = tmpnam(NULL); }'],
        good: ['void f(void) { int d = mkstemp(t); }'],
      },
    },
  ),
  ...patternRules(
    {
      slug: 'window-with-node',
      title: 'Pages in this window can use Node',
      message: 'Script that gets into a page runs commands on the machine of the user.',
      remedy:
        'Leave nodeIntegration off, contextIsolation and webSecurity on; hand single functions over with contextBridge.',
      severity: 'high',
      confidence: 'high',
      weakness: 829,
    },
    {
      javascript: {
        keywords: ['webPreferences'],
        config: {
          rule: {
            kind: 'pair',
            regex: '^(?:nodeIntegration\\s*:\\s*true|contextIsolation\\s*:\\s*false|webSecurity\\s*:\\s*false)$',
            inside: { kind: 'pair', has: { field: 'key', regex: '^webPreferences$' }, stopBy: 'end' },
          },
        },
        bad: ['new BrowserWindow({ webPreferences: { nodeIntegration: true } });'],
        good: ['new BrowserWindow({ webPreferences: { nodeIntegration: false } });'],
      },
    },
  ),
  ...callRules(
    {
      slug: 'server-without-timeouts',
      title: 'An HTTP server that waits for clients without end',
      message: 'Clients that send slowly take up all connections (Slowloris).',
      remedy: 'Make an http.Server with ReadHeaderTimeout, ReadTimeout and IdleTimeout.',
      severity: 'low',
      confidence: 'high',
      weakness: 400,
    },
    {
      go: {
        keywords: ['http.ListenAndServe'],
        calls: [{ callee: /^http\.(?:ListenAndServe|ListenAndServeTLS)$/ }],
        bad: ['package a\nfunc main() { http.ListenAndServe(":80", nil) }'],
        good: [
          'package a\nfunc main() { s := &http.Server{Addr: ":80", ReadHeaderTimeout: time.Second}; s.ListenAndServe() }',
        ],
      },
    },
  ),
  ...callRules(
    {
      slug: 'shell-with-text',
      title: 'A command line is put together and given to a shell',
      message: 'Where a value comes from is not seen here; if it ever comes from outside, it runs commands.',
      remedy: 'Hand over a list of arguments without shell=True.',
      severity: 'medium',
      confidence: 'low',
      weakness: 78,
    },
    {
      python: {
        keywords: ['shell=True', 'shell = True', 'os.system', 'os.popen'],
        calls: [
          {
            callee: /^(?:subprocess\.)?(?:run|call|check_call|check_output|Popen)$/,
            when: /shell\s*=\s*True/,
            arguments: { 0: /^[rR]?[fF]["'][\s\S]*\{|["']\s*(?:%|\+)\s*[\w(]|\.format\(/ },
          },
          {
            callee: /^os\.(?:system|popen)$/,
            arguments: { 0: /^[rR]?[fF]["'][\s\S]*\{|["']\s*(?:%|\+)\s*[\w(]|\.format\(/ },
          },
        ],
        bad: ["subprocess.run(f'ls {folder}', shell=True)\n", "os.system('ls ' + folder)\n"],
        good: ["subprocess.run(['ls', folder])\n", "subprocess.run('ls -l', shell=True)\n"],
      },
    },
  ),
];
