// SPDX-License-Identifier: Apache-2.0
import { type Dialect, kinds } from '../dialect.ts';

/** Arguments and environment: in a program that runs for others (set-uid, a service, a job) they come from outside. */
export const cDialect: Dialect = {
  functions: kinds('function_definition'),
  names: kinds('identifier'),
  assignments: { init_declarator: ['declarator', 'value'], assignment_expression: ['left', 'right'] },
  calls: { call_expression: { callee: ['function'], arguments: 'arguments' } },
  parts: {
    parenthesized_expression: '*',
    cast_expression: ['value'],
    conditional_expression: ['consequence', 'alternative'],
    subscript_expression: ['argument'],
    pointer_expression: ['argument'],
  },
  conditions: {},
  sources: /^(?:argv\[|getenv\()/,
  sourceKeywords: ['argv', 'getenv'],
  carriers: /^(?:strdup|strndup|strchr|strrchr|strstr)$/,
  sanitizers: /^(?:atoi|atol|strtol|strtoul|strlen|strcmp|strncmp|sizeof)$/,
};
