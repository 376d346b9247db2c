// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';
import { flowRules } from './define-rules.ts';

export const commandInjectionRules: readonly CodeRule[] = [
  ...flowRules(
    {
      slug: 'command-injection',
      title: 'Data from a request in a command',
      message:
        'Whoever sends the request can run any command on this machine: a shell reads `;`, `|`, `$()` and line ends in it.',
      remedy: 'Start the program without a shell, its arguments as a list, and accept only values from a fixed list.',
      severity: 'critical',
      confidence: 'high',
      weakness: 78,
    },
    {
      javascript: {
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
        bad: [
          "const { exec } = require('child_process');\napp.get('/', (req, res) => { exec('ping ' + req.query.host); });",
          "import cp from 'node:child_process';\nfunction f(req) { const { host } = req.body; const line = `ping ${host}`; cp.execSync(line); }",
          "const cp = require('child_process');\nfunction f(req) { let line = 'ping '; line += req.params.host; cp.exec(line, done); }",
        ],
        good: [
          "const { execFile } = require('child_process');\napp.get('/', (req, res) => { execFile('ping', [req.query.host]); });",
          "const { exec } = require('child_process');\nfunction f(req) { const n = Number(req.query.n); exec('head -n ' + n); }",
          "const cp = require('child_process');\nfunction f(req) { const hit = /a/.exec(req.query.a); return hit; }",
          "const { exec } = require('child_process');\nfunction f(req) { let host = req.query.host; host = 'localhost'; exec('ping ' + host); }",
        ],
      },
      python: {
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
        bad: [
          "import os\nfrom flask import request\ndef f():\n    host = request.args.get('host')\n    os.system('ping ' + host)\n",
          'import subprocess\ndef f():\n    subprocess.run(f"ping {request.form[\'host\']}", shell=True)\n',
          "import os\n@app.route('/ping/<host>')\ndef ping(host):\n    os.system('ping %s' % host)\n",
        ],
        good: [
          "import subprocess\ndef f():\n    subprocess.run(['ping', request.args['host']])\n",
          "import os, shlex\ndef f():\n    os.system('ping ' + shlex.quote(request.args['host']))\n",
          "import os\ndef f():\n    host = request.args['host']\n    if host not in ALLOWED:\n        return\n    os.system('ping ' + host)\n",
          "import os\n@app.route('/head/<int:lines>')\ndef head(lines):\n    os.system('head -n %s' % lines)\n",
        ],
      },
      php: {
        keywords: ['exec', 'system', 'passthru', 'popen', '`'],
        sinks: [
          { callee: /^\\?(?:exec|shell_exec|system|passthru|popen|proc_open|pcntl_exec)$/, arguments: [0] },
          { kind: 'shell_command_expression' },
        ],
        bad: [
          "<?php $target = $_REQUEST['ip'];\n$out = shell_exec('ping  ' . $target);",
          '<?php system("host {$_GET[\'name\']}");',
          '<?php $name = trim($_POST["name"]); $out = `id $name`;',
        ],
        good: [
          "<?php system('host ' . escapeshellarg($_GET['name']));",
          "<?php $n = (int) $_GET['n']; exec('head -n ' . $n);",
          "<?php if (in_array($_GET['name'], $known)) { } system('uptime');",
        ],
      },
      ruby: {
        keywords: ['system', 'exec', '`', '%x', 'popen', 'Open3', 'spawn'],
        sinks: [
          {
            callee: /^(?:Kernel\.)?(?:system|exec|spawn)$|^IO\.popen$|^Open3\.(?:capture2e?|capture3|popen2e?|popen3)$/,
            arguments: [0],
          },
          { kind: 'subshell' },
        ],
        bad: [
          'def show\n  system("ping #{params[:host]}")\nend\n',
          'def show\n  host = params[:host]\n  out = `ping #{host}`\nend\n',
        ],
        good: [
          'def show\n  system("ping", params[:host])\nend\n',
          'def show\n  system("ping #{Shellwords.escape(params[:host])}")\nend\n',
        ],
      },
      java: {
        keywords: ['Runtime', 'ProcessBuilder'],
        sinks: [
          { callee: /(?:^|\.)(?:getRuntime\(\)|runtime|rt)\.exec$/, arguments: [0] },
          { callee: /^ProcessBuilder$/, arguments: [0, 1, 2, 3] },
        ],
        bad: [
          'class A { void f(HttpServletRequest request) { String host = request.getParameter("host"); Runtime.getRuntime().exec("ping " + host); } }',
          'class A { void f(@RequestParam String host) { new ProcessBuilder("sh", "-c", "ping " + host).start(); } }',
        ],
        good: [
          'class A { void f(@RequestParam int n) { Runtime.getRuntime().exec("head -n " + n); } }',
          'class A { void f(HttpServletRequest request) { String host = request.getParameter("host"); if (allowed.contains(host)) { log(host); } Runtime.getRuntime().exec("uptime"); } }',
        ],
      },
      go: {
        keywords: ['exec.Command'],
        sinks: [
          { callee: /^exec\.Command$/, arguments: [0] },
          { callee: /^exec\.Command$/, arguments: [2], when: /"(?:\/bin\/)?(?:ba|da|z)?sh"|"cmd|"powershell/ },
          { callee: /^exec\.CommandContext$/, arguments: [3], when: /"(?:\/bin\/)?(?:ba|da|z)?sh"|"cmd|"powershell/ },
        ],
        bad: [
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { host := r.URL.Query().Get("host"); exec.Command("sh", "-c", "ping "+host).Run() }',
          'package a\nfunc f(c *gin.Context) { exec.Command("bash", "-c", fmt.Sprintf("ping %s", c.Query("host"))) }',
        ],
        good: [
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { exec.Command("ping", r.FormValue("host")).Run() }',
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { n, _ := strconv.Atoi(r.FormValue("n")); exec.Command("sh", "-c", fmt.Sprintf("head -n %d", n)) }',
        ],
      },
      csharp: {
        keywords: ['Process', 'ProcessStartInfo'],
        sinks: [
          { callee: /(?:^|\.)Process\.Start$/, arguments: [0, 1] },
          { callee: /(?:^|\.)ProcessStartInfo$/, arguments: [0, 1] },
        ],
        bad: [
          'class A { void F() { var host = Request.Query["host"]; Process.Start("cmd.exe", "/c ping " + host); } }',
        ],
        good: [
          'class A { void F() { var n = int.Parse(Request.Query["n"]); Process.Start("cmd.exe", "/c head " + n); } }',
        ],
      },
      c: {
        severity: 'medium',
        confidence: 'low',
        title: 'An argument or the environment in a shell command',
        message:
          'Where the program runs for somebody else (set-uid, a service, a job), whoever sets them can run any command.',
        remedy: 'Use execve or posix_spawn with a list of arguments.',
        keywords: ['system', 'popen', 'execlp', 'execvp'],
        sinks: [{ callee: /^(?:system|popen)$/, arguments: [0] }],
        bad: [
          'int main(int argc, char **argv) { return system(argv[1]); }',
          'void f(void) { const char *pager = getenv("PAGER"); popen(pager, "w"); }',
        ],
        good: ['int main(int argc, char **argv) { return system("uptime"); }'],
      },
    },
  ),
];
