// SPDX-License-Identifier: Apache-2.0
import type { CodeLanguage } from '../code-language.ts';
import type { Dialect } from './dialect.ts';
import { javascriptDialect } from './dialects/javascript.ts';
import { pythonDialect } from './dialects/python.ts';

/** Languages in which flows are followed. */
export const dialects: { readonly [L in CodeLanguage]?: Dialect } = {
  javascript: javascriptDialect,
  python: pythonDialect,
};
