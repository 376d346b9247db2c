// SPDX-License-Identifier: Apache-2.0
import { type Dialect, kinds } from '../dialect.ts';

export const rubyDialect: Dialect = {
  functions: kinds('method singleton_method'),
  names: kinds('identifier instance_variable'),
  assignments: { assignment: ['left', 'right'], operator_assignment: ['left', 'right'] },
  calls: { call: { callee: ['receiver', 'method'], arguments: 'arguments' } },
  parts: {
    binary: '+',
    string: '*',
    interpolation: '*',
    subshell: '*',
    parenthesized_statements: '*',
    conditional: ['consequence', 'alternative'],
    element_reference: ['object'],
    assignment: ['right'],
  },
  conditions: {
    if: 'condition',
    unless: 'condition',
    if_modifier: 'condition',
    unless_modifier: 'condition',
    conditional: 'condition',
  },
  sources:
    /^(?:params\b|cookies\b(?!\.(?:signed|encrypted))|request\.(?:GET|POST|params|headers|query_string|query_parameters|path|fullpath|original_url|referer|referrer|user_agent|body|raw_post|cookies)\b)/,
  sourceKeywords: ['params', 'cookies', 'request.'],
  carriers:
    /(?:^|\.)(?:String|format|sprintf|join|unescape|decode64|URI|parse|safe_load|new|permit|to_unsafe_h|fetch)$/,
  sanitizers:
    /(?:^|\.)(?:to_i|to_f|to_sym|to_date|Integer|Float|size|length|count|present\?|blank\?|nil\?|empty\?|include\?|key\?|escape|shellescape|shelljoin|h|html_escape|sanitize|sanitize_sql\w*|quote|basename|hexdigest|digest|constantize_safe|strip_tags|escape_javascript|j|url_encode|encode64|parameterize)$/,
};
