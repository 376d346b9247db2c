// SPDX-License-Identifier: Apache-2.0
import { type Dialect, kinds } from '../dialect.ts';

export const goDialect: Dialect = {
  functions: kinds('function_declaration method_declaration func_literal'),
  names: kinds('identifier'),
  assignments: {
    short_var_declaration: ['left', 'right'],
    assignment_statement: ['left', 'right'],
    var_spec: ['name', 'value'],
    range_clause: ['left', 'right'],
  },
  calls: { call_expression: { callee: ['function'], arguments: 'arguments' } },
  parts: {
    binary_expression: '+',
    parenthesized_expression: '*',
    expression_list: '*',
    index_expression: ['operand'],
    slice_expression: ['operand'],
    selector_expression: ['operand'],
    type_conversion_expression: ['operand'],
    variadic_argument: '*',
  },
  conditions: { if_statement: 'condition', expression_switch_statement: 'value' },
  sources:
    /^(?:(?:r|req|request)\.(?:URL\.(?:Query\(\)|RawQuery|Path|Fragment)|FormValue\(|PostFormValue\(|PathValue\(|Form\b|PostForm\b|Header\b|Referer\(|UserAgent\(|RequestURI\b|Body\b)|(?:c|ctx|context)\.(?:Query|Param|PostForm|DefaultQuery|DefaultPostForm|FormValue|QueryParam|GetHeader|Params|Cookie)\(|mux\.Vars\(|chi\.URLParam\()/,
  sourceKeywords: [
    '.URL.',
    'FormValue(',
    'PathValue(',
    '.Form',
    '.Header',
    '.Query(',
    '.Param(',
    'PostForm(',
    'QueryParam(',
    'Vars(',
    'URLParam(',
    '.Params(',
  ],
  carriers:
    /^(?:fmt\.Sprintf|fmt\.Sprint|fmt\.Sprintln|string|\[\]byte|strings\.(?:Join|TrimSpace|Trim|TrimPrefix|TrimSuffix|ToLower|ToUpper|Replace|ReplaceAll|Split|Fields|Title)|url\.(?:QueryUnescape|PathUnescape|Parse)|filepath\.(?:Join|FromSlash)|path\.Join|template\.(?:HTML|JS|URL|HTMLAttr)|append|io\.ReadAll|ioutil\.ReadAll|base64\.\w+\.DecodeString)$/,
  sanitizers:
    /(?:^|\.)(?:Atoi|ParseInt|ParseUint|ParseFloat|ParseBool|len|QueryEscape|PathEscape|EscapeString|HTMLEscapeString|JSEscapeString|Base|Quote|Sum256|EqualFold|HasPrefix|Contains|MatchString|Clean|IsLocal|SecureJoin)$|(?:^|[._])(?:[Ss]anitize|[Ee]scape|[Vv]alidate|[Cc]lean)\w{0,40}$|^(?:uuid|strconv)\./,
};
