// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';
import { callRules, flowRules, patternRules } from './define-rules.ts';

export const requestFieldRules: readonly CodeRule[] = [
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
