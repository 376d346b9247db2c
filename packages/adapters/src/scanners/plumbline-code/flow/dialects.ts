// SPDX-License-Identifier: Apache-2.0
import type { CodeLanguage } from '../code-language.ts';
import type { Dialect } from './dialect.ts';
import { cDialect } from './dialects/c.ts';
import { csharpDialect } from './dialects/csharp.ts';
import { goDialect } from './dialects/go.ts';
import { javaDialect } from './dialects/java.ts';
import { javascriptDialect } from './dialects/javascript.ts';
import { phpDialect } from './dialects/php.ts';
import { pythonDialect } from './dialects/python.ts';
import { rubyDialect } from './dialects/ruby.ts';

/** What is known of each language's grammar. */
export const dialects: { readonly [L in CodeLanguage]: Dialect } = {
  javascript: javascriptDialect,
  python: pythonDialect,
  php: phpDialect,
  ruby: rubyDialect,
  java: javaDialect,
  go: goDialect,
  csharp: csharpDialect,
  c: cDialect,
};
