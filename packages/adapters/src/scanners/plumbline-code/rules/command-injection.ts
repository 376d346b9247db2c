// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';

const shared = {
  form: 'flow',
  severity: 'critical',
  confidence: 'high',
  weakness: 78,
  title: 'Data from a request in a shell command',
  message:
    'Whoever sends the request can run any command on this machine: a shell reads `;`, `|`, `$()` and line ends in it.',
  remedy: 'Start the program without a shell, its arguments as a list, and accept only values from a fixed list.',
} as const;

export const commandInjectionRules: readonly CodeRule[] = [
  {
    ...shared,
    id: 'javascript-command-injection',
    languages: ['javascript'],
    keywords: ['child_process', 'execa', 'shelljs'],
    sinks: [
      {
        callee: /^(?:(?:child_process|childProcess|cp|shell|shelljs)\.)?(?:exec|execSync|execAsync|execPromise)$/,
        arguments: [0],
      },
      {
        callee: /(?:^|\.)(?:spawn|spawnSync|execFile|execFileSync)$/,
        arguments: [0, 1],
        when: /shell\s*:\s*(?:true|['"])/,
      },
      { callee: /(?:^|\.)(?:spawn|spawnSync|execFile|execFileSync)$/, arguments: [0] },
      { callee: /(?:^|\.)(?:execaCommand|execaCommandSync)$/, arguments: [0] },
    ],
    sanitizers: /(?:^|\.)(?:quote|shellescape|shellEscape)$/,
    bad: {
      javascript: [
        "const { exec } = require('child_process');\napp.get('/', (req, res) => { exec('ping ' + req.query.host); });",
        "import cp from 'node:child_process';\nfunction f(req) { const { host } = req.body; const line = `ping ${host}`; cp.execSync(line); }",
      ],
    },
    good: {
      javascript: [
        "const { execFile } = require('child_process');\napp.get('/', (req, res) => { execFile('ping', [req.query.host]); });",
        "const { exec } = require('child_process');\nfunction f(req) { const n = Number(req.query.n); exec('head -n ' + n); }",
        "const cp = require('child_process');\nfunction f(req) { const hit = /a/.exec(req.query.a); return hit; }",
      ],
    },
  },
  {
    ...shared,
    id: 'python-command-injection',
    languages: ['python'],
    keywords: ['os.system', 'os.popen', 'subprocess', 'commands.'],
    sinks: [
      {
        callee: /^(?:os\.system|os\.popen|commands\.getoutput|subprocess\.(?:getoutput|getstatusoutput))$/,
        arguments: [0],
      },
      {
        callee: /^(?:subprocess\.)?(?:run|call|check_call|check_output|Popen)$/,
        arguments: [0, 'args'],
        when: /shell\s*=\s*True/,
      },
    ],
    bad: {
      python: [
        "import os\nfrom flask import request\ndef f():\n    host = request.args.get('host')\n    os.system('ping ' + host)\n",
        'import subprocess\ndef f():\n    subprocess.run(f"ping {request.form[\'host\']}", shell=True)\n',
        "import os\n@app.route('/ping/<host>')\ndef ping(host):\n    os.system('ping %s' % host)\n",
      ],
    },
    good: {
      python: [
        "import subprocess\ndef f():\n    subprocess.run(['ping', request.args['host']])\n",
        "import os, shlex\ndef f():\n    os.system('ping ' + shlex.quote(request.args['host']))\n",
        "import os\ndef f():\n    host = request.args['host']\n    if host not in ALLOWED:\n        return\n    os.system('ping ' + host)\n",
      ],
    },
  },
];
