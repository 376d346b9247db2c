// SPDX-License-Identifier: Apache-2.0
import type { SgNode } from '@ast-grep/napi';
import { type Dialect, kinds } from '../dialect.ts';

export const pythonDialect: Dialect = {
  functions: kinds('function_definition lambda'),
  names: kinds('identifier'),
  assignments: {
    assignment: ['left', 'right'],
    augmented_assignment: ['left', 'right'],
    for_statement: ['left', 'right'],
    for_in_clause: ['left', 'right'],
    named_expression: ['name', 'value'],
  },
  calls: { call: { callee: ['function'], arguments: 'arguments' } },
  parts: {
    binary_operator: '+',
    boolean_operator: '*',
    string: '*',
    interpolation: '*',
    concatenated_string: '*',
    parenthesized_expression: '*',
    await: '*',
    list: '*',
    tuple: '*',
    expression_list: '*',
    keyword_argument: ['value'],
    subscript: ['value'],
    attribute: ['object'],
    conditional_expression: '*',
  },
  conditions: { if_statement: 'condition', elif_clause: 'condition', while_statement: 'condition' },
  sources:
    /^(?:self\.)?(?:flask\.)?request\.(?:args|form|values|json|data|cookies|headers|files|get_json|get_data|GET|POST|COOKIES|META|FILES|body|query_params|path_params|query_string|view_args|params|query|match_info|stream|url|full_path)\b|^self\.get_(?:query_|body_)?arguments?\(/,
  sourceKeywords: ['request', 'get_argument', 'route(', '.get(', '.post('],
  carriers:
    /(?:^|\.)(?:str|bytes|repr|format|join|unquote|unquote_plus|b64decode|loads|dict|list|urljoin|decode|encode|Path|format_map|text)$/,
  sanitizers:
    /(?:^|\.)(?:int|float|bool|len|UUID|escape|quote|quote_plus|secure_filename|basename|isdigit|isalnum|isinstance|startswith|endswith|hexdigest|sha256|validate|is_valid|clean|literal|conditional_escape|escape_filter_chars|escape_rdn|safe_join|index|find|count)$|(?:^|[._])(?:sanitize|escape|validate|check|verify)\w{0,40}$/,
  outsideParameters: routeParameters,
};

/** `<name>` and `{name}` in the path of a decorator are filled from the address, unless a converter makes them a number. */
function routeParameters(definition: SgNode): readonly string[] {
  const parent = definition.parent();
  if (parent?.kind() !== 'decorated_definition') return [];
  return parent
    .children()
    .filter((child) => child.kind() === 'decorator')
    .map((decorator) => decorator.text().slice(0, 1000))
    .filter((text) => /^@[\w.]{1,100}\.(?:route|get|post|put|patch|delete)\(/.test(text))
    .flatMap((text) =>
      [...text.matchAll(/[<{](?:string:|path:)?(\w{1,100})(?::path)?[>}]/g)].map(([, name = '']) => name),
    )
    .filter(
      (name) => !new RegExp(`\\b${name}\\s*:\\s*(?:int|float|bool|UUID|uuid\\.UUID)\\b`).test(parametersOf(definition)),
    );
}

const parametersOf = (definition: SgNode): string => definition.field('parameters')?.text().slice(0, 2000) ?? '';
