// SPDX-License-Identifier: Apache-2.0
import type { Attack } from './attack.ts';
import { letters, pick, textOf, type Random } from './random.ts';

type Weakness = { readonly name: string; readonly ending: string; readonly code: (name: string) => string };

/** Weaknesses that a request reaches: the worst there are, and the easiest to see. */
const weaknesses: readonly [Weakness, ...Weakness[]] = [
  {
    name: 'command injection (JavaScript)',
    ending: '.js',
    code: (name) =>
      `const { exec } = require('child_process');\nmodule.exports = function ${name}(req, res) {\n  exec('ls ' + req.query.${name}, (error, out) => res.send(out));\n};\n`,
  },
  {
    name: 'code injection (JavaScript)',
    ending: '.js',
    code: (name) => `module.exports = function ${name}(req, res) {\n  res.send(String(eval(req.body.${name})));\n};\n`,
  },
  {
    name: 'command injection (Python)',
    ending: '.py',
    code: (name) =>
      `import os\nfrom flask import request\n\n\ndef ${name}():\n    os.system("ls " + request.args.get("${name}"))\n    return ""\n`,
  },
  {
    name: 'unsafe deserialisation (Python)',
    ending: '.py',
    code: (name) =>
      `import pickle\nfrom flask import request\n\n\ndef ${name}():\n    return str(pickle.loads(request.data))\n`,
  },
  {
    name: 'SQL injection (Python)',
    ending: '.py',
    code: (name) =>
      `from flask import request\n\n\ndef ${name}(cursor):\n    cursor.execute("SELECT * FROM ${name} WHERE id = '" + request.args["id"] + "'")\n    return cursor.fetchall()\n`,
  },
];

/** Bad code of a random kind under a random name. */
export function codeAttack(random: Random): Attack {
  const weakness = pick(random, weaknesses);
  const name = textOf(random, 8, letters);
  const path = `src/${name}${weakness.ending}`;
  return {
    what: 'code',
    title: `${weakness.name} in ${path}`,
    files: new Map([[path, weakness.code(name)]]),
    disables: [],
  };
}
