// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';
import { callRules, flowRules, patternRules } from './define-rules.ts';

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
  ...callRules(
    {
      slug: 'unbounded-write',
      title: 'A function that writes past the end of its buffer',
      message: 'It does not know how large the buffer is: longer input overwrites what lies behind, and can run code.',
      remedy: 'Use the function that takes the size: fgets, snprintf, a width in the format.',
      severity: 'high',
      confidence: 'high',
      weakness: 120,
    },
    {
      c: {
        keywords: ['gets', 'scanf'],
        calls: [
          { callee: /^gets$/ },
          { callee: /^(?:scanf)$/, arguments: { 0: /%s/ } },
          { callee: /^(?:fscanf|sscanf)$/, arguments: { 1: /%s/ }, unless: /^sscanf\([^,]*\b(?:argv|optarg)/ },
        ],
        bad: ['void f(void) { char b[10]; gets(b); }', 'void f(void) { char b[10]; scanf("%s", b); }'],
        good: ['void f(void) { char b[10]; fgets(b, sizeof b, stdin); scanf("%9s", b); }'],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'argument-in-buffer',
      title: 'An argument or the environment is copied without looking at its length',
      message: 'A long one overwrites what lies behind the buffer.',
      remedy: 'Use snprintf with the size of the buffer, and check the result.',
      severity: 'high',
      confidence: 'medium',
      weakness: 120,
    },
    {
      c: {
        keywords: ['strcpy', 'strcat', 'sprintf'],
        sinks: [
          { callee: /^(?:strcpy|strcat|stpcpy)$/, arguments: [1] },
          { callee: /^sprintf$/, arguments: [2, 3, 4], when: /%s/ },
        ],
        bad: [
          'int main(int argc, char **argv) { char b[64]; strcpy(b, argv[1]); return 0; }',
          'void f(void) { char b[64]; const char *home = getenv("HOME"); sprintf(b, "%s/.rc", home); }',
        ],
        good: [
          'int main(int argc, char **argv) { char b[64]; snprintf(b, sizeof b, "%s", argv[1]); return 0; }',
          'void f(void) { char b[64]; strcpy(b, "fixed"); }',
        ],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'format-from-outside',
      title: 'Data from outside is the format of an output function',
      message: 'With `%n` and `%s` in it, the function reads and writes memory.',
      remedy: 'Write "%s" as the format.',
      severity: 'high',
      confidence: 'medium',
      weakness: 134,
    },
    {
      c: {
        keywords: ['printf', 'syslog'],
        sinks: [
          { callee: /^printf$/, arguments: [0] },
          { callee: /^(?:fprintf|syslog|dprintf)$/, arguments: [1] },
          { callee: /^snprintf$/, arguments: [2] },
        ],
        bad: ['int main(int argc, char **argv) { printf(argv[1]); return 0; }'],
        good: ['int main(int argc, char **argv) { printf("%s", argv[1]); return 0; }'],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'mass-assignment',
      title: 'All fields of a request become fields of a record',
      message: 'Whoever sends the request sets fields that no form has: `admin`, `owner`, `price`.',
      remedy: 'Name the fields that may be set.',
      severity: 'medium',
      confidence: 'medium',
      weakness: 915,
    },
    {
      javascript: {
        keywords: ['.create(', '.update(', 'findByIdAndUpdate', 'findOneAndUpdate', 'updateOne', 'new '],
        sinks: [
          {
            callee: /^[A-Z]\w*\.(?:create|update|findByIdAndUpdate|findOneAndUpdate|updateOne|insertMany|bulkCreate)$/,
            arguments: [0, 1],
            when: /\(\s*(?:[^(){}]{0,80},\s*)?(?:req|request|ctx\.request)\.body\s*[,)]/,
          },
        ],
        bad: [
          'app.post("/u", (req, res) => { User.create(req.body); });',
          'app.post("/u", (req, res) => { User.findByIdAndUpdate(req.user.id, req.body); });',
        ],
        good: [
          'app.post("/u", (req, res) => { User.create({ name: req.body.name }); });',
          'app.post("/u", (req, res) => { User.create(pick(req.body)); });',
        ],
      },
    },
  ),
  ...callRules(
    {
      slug: 'all-parameters-permitted',
      title: 'All fields of a request become fields of a record',
      message: 'Whoever sends the request sets fields that no form has: `admin`, `owner`, `price`.',
      remedy: 'Name the fields: `params.require(:user).permit(:name)`.',
      severity: 'high',
      confidence: 'high',
      weakness: 915,
    },
    {
      ruby: {
        keywords: ['permit!', 'to_unsafe_h', 'without_protection'],
        calls: [
          { callee: /^params\b.{0,100}\.(?:permit!|to_unsafe_h)$/ },
          {
            callee: /(?:^|\.)(?:new|create|update_attributes|assign_attributes)$/,
            when: /without_protection(?::|\s*=>)\s*true/,
          },
        ],
        bad: ['def f\n  user.update(params.require(:user).permit!)\nend\n'],
        good: ['def f\n  user.update(params.require(:user).permit(:name))\nend\n'],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'prototype-pollution',
      title: 'Data from a request names the fields of an object that is written',
      message: 'With `__proto__` in it, the request changes every object of this process.',
      remedy: 'Copy the fields that you know; use a Map for names from outside.',
      severity: 'high',
      confidence: 'medium',
      weakness: 1321,
    },
    {
      javascript: {
        keywords: ['merge', 'defaultsDeep', 'extend', '_.set'],
        sinks: [
          { callee: /^(?:_|lodash)\.(?:merge|mergeWith|defaultsDeep)$/, arguments: [1, 2] },
          { callee: /^(?:_|lodash)\.(?:set|setWith)$/, arguments: [1] },
          { callee: /^(?:\$|jQuery)\.extend$/, arguments: [2], when: /\(\s*true\s*,/ },
          { callee: /^(?:merge|deepmerge|deepExtend|defaultsDeep)$/, arguments: [1] },
        ],
        bad: [
          'function f(req) { _.merge(settings, req.body); }',
          'function f(req) { _.set(settings, req.body.path, 1); }',
        ],
        good: [
          'function f(req) { _.merge(settings, { name: req.body.name }); }',
          'function f(req) { Object.assign({}, req.body); }',
        ],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'query-operator-injection',
      title: 'Data from a request becomes code or operators of a database query',
      message:
        'The request brings JavaScript or operators such as `$gt` along: comparisons are always true, or the database is kept busy.',
      remedy: 'Make a text of the value first, and never use `$where`.',
      severity: 'high',
      confidence: 'medium',
      weakness: 943,
    },
    {
      javascript: {
        keywords: ['$where', '.find(', '.findOne('],
        sinks: [
          {
            callee: /\.(?:find|findOne|countDocuments|deleteMany|deleteOne)$/,
            arguments: [0],
            when: /\(\s*(?:req|request)\.(?:body|query)\s*[,)]/,
          },
          { assignedTo: /\.\$where$/ },
        ],
        bad: ['function f(req) { users.findOne(req.body); }'],
        good: [
          'function f(req) { users.findOne({ name: String(req.body.name) }); }',
          'function f(req) { list.find((x) => x === req.body); }',
        ],
      },
    },
  ),
  ...patternRules(
    {
      slug: 'query-code',
      title: 'A database query runs JavaScript that is put together',
      message: 'A value that is put into the code of `$where` becomes code.',
      remedy: 'Use comparison operators.',
      severity: 'high',
      confidence: 'high',
      weakness: 943,
    },
    {
      javascript: {
        keywords: ['$where'],
        config: {
          rule: {
            kind: 'pair',
            all: [
              { has: { field: 'key', regex: '^[\'"]?\\$where[\'"]?$' } },
              {
                has: {
                  field: 'value',
                  any: [
                    { kind: 'template_string', has: { kind: 'template_substitution' } },
                    { kind: 'binary_expression' },
                  ],
                },
              },
            ],
          },
        },
        bad: ['const q = { $where: `this.stocks > ${threshold}` };'],
        good: ["const q = { $where: 'this.a > this.b' };"],
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
  ...patternRules(
    {
      slug: 'request-validation-off',
      title: 'The check of requests for markup is switched off',
      message: 'What the framework refused before, reaches the page.',
      remedy: 'Leave it on, and allow markup for single fields that are cleaned.',
      severity: 'medium',
      confidence: 'medium',
      weakness: 79,
    },
    {
      csharp: {
        keywords: ['ValidateInput'],
        config: { rule: { kind: 'attribute', regex: '^ValidateInput\\(\\s*false\\s*\\)$' } },
        bad: ['class A { [ValidateInput(false)] public ActionResult F() { return View(); } }'],
        good: ['class A { [ValidateInput(true)] public ActionResult F() { return View(); } }'],
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
  ...flowRules(
    {
      slug: 'upload-name-kept',
      title: 'An uploaded file keeps the name that its sender gave it',
      message: 'A file called `x.php` in a folder of the server is run when it is asked for.',
      remedy: 'Give it a name of your own and an ending from a fixed list, outside of the folder that is served.',
      severity: 'high',
      confidence: 'medium',
      weakness: 434,
    },
    {
      php: {
        keywords: ['move_uploaded_file'],
        sinks: [{ callee: /^\\?move_uploaded_file$/, arguments: [1] }],
        sanitizers: /^(?!.*basename)$/,
        bad: ["<?php move_uploaded_file($_FILES['f']['tmp_name'], 'uploads/' . $_FILES['f']['name']);"],
        good: ["<?php move_uploaded_file($_FILES['f']['tmp_name'], 'uploads/' . bin2hex(random_bytes(8)) . '.png');"],
      },
    },
  ),
  ...callRules(
    {
      slug: 'variables-from-request',
      title: 'A request sets any variable of the program',
      message: 'Whoever sends the request overwrites variables such as `$is_admin`.',
      remedy: 'Read the fields that are needed by their names.',
      severity: 'high',
      confidence: 'high',
      weakness: 621,
    },
    {
      php: {
        keywords: ['extract', 'parse_str'],
        calls: [
          { callee: /^\\?extract$/, arguments: { 0: /^\$_(?:GET|POST|REQUEST|COOKIE)$/ } },
          { callee: /^\\?parse_str$/, arguments: { 0: /QUERY_STRING/ }, unless: /,/ },
        ],
        bad: ['<?php extract($_POST);'],
        good: ['<?php extract($row);', "<?php parse_str($_SERVER['QUERY_STRING'], $query);"],
      },
    },
  ),
];
