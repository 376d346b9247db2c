// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';
import { callRules, flowRules } from './define-rules.ts';

export const codeExecutionRules: readonly CodeRule[] = [
  ...flowRules(
    {
      slug: 'code-injection',
      title: 'Data from a request is run as code',
      message: 'Whoever sends the request can do whatever this program can.',
      remedy: 'Read the data with a parser for what it should be; choose what to do from a fixed list.',
      severity: 'critical',
      confidence: 'high',
      weakness: 95,
    },
    {
      javascript: {
        keywords: ['eval(', 'Function(', 'runIn', 'setTimeout(', 'setInterval('],
        sinks: [
          { callee: /^(?:window\.|global\.|globalThis\.)?eval$/, arguments: [0] },
          { callee: /^Function$/, arguments: [0, 1, 2] },
          { callee: /(?:^|\.)(?:runInNewContext|runInThisContext|runInContext|compileFunction)$/, arguments: [0] },
          { callee: /^(?:vm\.)?Script$/, arguments: [0] },
        ],
        bad: [
          "app.post('/', (req, res) => { const n = eval(req.body.n); });",
          "function f(req) { const g = new Function('a', 'return ' + req.query.x); }",
        ],
        good: [
          "app.post('/', (req, res) => { const n = JSON.parse(req.body.n); });",
          "function f(req) { const n = eval('1 + ' + Number(req.query.n)); }",
        ],
      },
      python: {
        keywords: ['eval(', 'exec(', '__import__', 'import_module'],
        sinks: [
          { callee: /^(?:builtins\.)?(?:eval|exec|compile|__import__)$|^importlib\.import_module$/, arguments: [0] },
        ],
        bad: ["def f():\n    return str(eval(request.args['q']))\n"],
        good: ["def f():\n    return ast.literal_eval(request.args['q'])\n", "def f():\n    return eval('1')\n"],
      },
      php: {
        keywords: ['eval', 'assert', 'create_function', 'call_user_func', 'preg_replace'],
        sinks: [
          { callee: /^\\?(?:eval|assert|create_function)$/, arguments: [0, 1] },
          { callee: /^\\?call_user_func(?:_array)?$/, arguments: [0] },
          { kind: 'eval_expression' },
        ],
        bad: ["<?php call_user_func($_GET['f']);", "<?php assert('is_numeric(' . $_GET['n'] . ')');"],
        good: [
          "<?php call_user_func('f', $_GET['a']);",
          "<?php if (!in_array($_GET['f'], ['a', 'b'])) exit; call_user_func('f');",
        ],
      },
      ruby: {
        keywords: ['eval', 'constantize', 'send('],
        sinks: [
          { callee: /(?:^|\.)(?:eval|instance_eval|class_eval|module_eval)$/, arguments: [0] },
          { callee: /(?:^|\.)(?:send|__send__|public_send)$/, arguments: [0] },
        ],
        bad: ['def f\n  eval(params[:code])\nend\n', 'def f\n  meth = params[:meth]\n  user.send(meth)\nend\n'],
        good: [
          'def f\n  user.send(:name, params[:x])\nend\n',
          'def f\n  meth = params[:meth]\n  return unless ALLOWED.include?(meth)\n  user.send(meth)\nend\n',
        ],
      },
      java: {
        keywords: ['ScriptEngine', 'parseExpression', 'GroovyShell', 'Class.forName'],
        sinks: [
          { callee: /(?:[eE]ngine|shell|Shell)\.(?:eval|evaluate|parse)$/, arguments: [0] },
          { callee: /\.parseExpression$/, arguments: [0] },
          { callee: /^Class\.forName$/, arguments: [0] },
        ],
        bad: [
          'class A { void f(@RequestParam String x) { ScriptEngine engine = m.getEngineByName("js"); engine.eval(x); } }',
          'class A { void f(@RequestParam String x) { new SpelExpressionParser().parseExpression(x).getValue(); } }',
        ],
        good: [
          'class A { void f(@RequestParam String x) { ScriptEngine engine = m.getEngineByName("js"); engine.eval("1"); log(x); } }',
        ],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'unsafe-deserialization',
      title: 'Data from a request is turned into objects',
      message: 'The data says which classes are made and called: whoever sends it can run code.',
      remedy: 'Use a format of plain values, such as JSON, and check them against a schema.',
      severity: 'critical',
      confidence: 'high',
      weakness: 502,
    },
    {
      python: {
        keywords: ['pickle', 'yaml.load', 'marshal', 'shelve', 'jsonpickle', 'dill'],
        sinks: [
          {
            callee: /^(?:c?[pP]ickle|_pickle|dill|marshal|jsonpickle|cloudpickle)\.(?:loads?|decode|Unpickler)$/,
            arguments: [0],
          },
          {
            callee: /^yaml\.(?:load|unsafe_load|full_load|load_all)$/,
            arguments: [0],
            when: /^(?![\s\S]*Safe(?:Loader)?)/,
          },
        ],
        bad: [
          "def f():\n    return pickle.loads(base64.b64decode(request.cookies['s']))\n",
          'def f():\n    return yaml.load(request.data)\n',
        ],
        good: [
          'def f():\n    return json.loads(request.data)\n',
          'def f():\n    return yaml.load(request.data, Loader=yaml.SafeLoader)\n',
        ],
      },
      php: {
        keywords: ['unserialize'],
        sinks: [{ callee: /^\\?unserialize$/, arguments: [0], when: /^(?![\s\S]*allowed_classes)/ }],
        bad: ["<?php $u = unserialize(base64_decode($_COOKIE['u']));"],
        good: [
          "<?php $u = unserialize($_COOKIE['u'], ['allowed_classes' => false]);",
          "<?php $u = json_decode($_COOKIE['u']);",
        ],
      },
      ruby: {
        keywords: ['Marshal', 'YAML', 'Psych'],
        sinks: [{ callee: /^(?:Marshal\.(?:load|restore)|(?:YAML|Psych)\.(?:unsafe_load|load))$/, arguments: [0] }],
        bad: ['def f\n  user = Marshal.load(Base64.decode64(params[:user]))\nend\n'],
        good: ['def f\n  user = JSON.parse(params[:user])\nend\n', 'def f\n  YAML.safe_load(params[:a])\nend\n'],
      },
      java: {
        keywords: ['ObjectInputStream', 'XMLDecoder', 'XStream'],
        sinks: [
          { callee: /(?:^|\.)(?:ObjectInputStream|XMLDecoder)$/, arguments: [0] },
          { callee: /[xX]stream\.fromXML$/, arguments: [0] },
        ],
        sanitizers: /ValidatingObjectInputStream/,
        bad: [
          'class A { void f(HttpServletRequest request) { var in = new ObjectInputStream(request.getInputStream()); in.readObject(); } }',
        ],
        good: [
          'class A { void f() { var in = new ObjectInputStream(new FileInputStream("cache")); in.readObject(); } }',
        ],
      },
      javascript: {
        keywords: ['unserialize', 'node-serialize', 'serialize-to-js'],
        sinks: [{ callee: /(?:^|\.)(?:unserialize|deserialize)$/, arguments: [0] }],
        requires: /node-serialize|serialize-to-js|funcster/,
        bad: [
          "const serialize = require('node-serialize');\nfunction f(req) { return serialize.unserialize(req.cookies.profile); }",
        ],
        good: [
          "const serialize = require('node-serialize');\nfunction f(req) { return JSON.parse(req.cookies.profile); }",
        ],
      },
    },
  ),
  ...callRules(
    {
      slug: 'unsafe-loader',
      title: 'A loader that makes any object the data asks for',
      message: 'If anybody else can write the data, they run code here.',
      remedy: 'Use the safe loader, or a format of plain values.',
      severity: 'high',
      confidence: 'medium',
      weakness: 502,
    },
    {
      python: {
        keywords: ['yaml.load', 'yaml.unsafe_load', 'jsonpickle'],
        calls: [
          {
            callee: /^yaml\.(?:load|load_all)$/,
            unless: /Safe|,\s*(?:Loader\s*=\s*)?(?:BaseLoader|\w*SafeLoader|loader|Loader)\b|ruamel|BaseLoader/,
          },
          { callee: /^yaml\.unsafe_load(?:_all)?$/ },
          { callee: /^yaml\.load$/, when: /Loader\s*=\s*yaml\.(?:Unsafe|Full)?Loader\b/ },
        ],
        unlessFile: /YAML\(typ=['"]safe|from ruamel/,
        bad: ['import yaml\nd = yaml.load(open(p))\n', 'import yaml\nd = yaml.load(s, Loader=yaml.Loader)\n'],
        good: [
          'import yaml\nd = yaml.safe_load(open(p))\n',
          'import yaml\nd = yaml.load(s, Loader=yaml.CSafeLoader)\n',
        ],
      },
      ruby: {
        keywords: ['unsafe_load'],
        calls: [{ callee: /^(?:YAML|Psych)\.unsafe_load(?:_file)?$/ }],
        bad: ['x = YAML.unsafe_load(text)\n'],
        good: ['x = YAML.safe_load(text)\n'],
      },
      csharp: {
        keywords: ['BinaryFormatter', 'NetDataContractSerializer', 'LosFormatter', 'SoapFormatter'],
        calls: [
          {
            callee:
              /(?:^|\.)(?:BinaryFormatter|NetDataContractSerializer|LosFormatter|SoapFormatter|ObjectStateFormatter)$/,
          },
        ],
        bad: ['class A { void F(Stream s) { var o = new BinaryFormatter().Deserialize(s); } }'],
        good: ['class A { void F(string s) { var o = JsonSerializer.Deserialize<B>(s); } }'],
      },
      java: {
        keywords: ['XMLDecoder', 'enableDefaultTyping', 'activateDefaultTyping'],
        calls: [
          { callee: /(?:^|\.)XMLDecoder$/ },
          { callee: /\.enableDefaultTyping$/ },
          { callee: /\.activateDefaultTyping$/, when: /LaissezFaireSubTypeValidator/ },
        ],
        bad: ['class A { void f() { mapper.enableDefaultTyping(); } }'],
        good: ['class A { void f() { mapper.activateDefaultTyping(validator); } }'],
      },
    },
  ),
];
