// SPDX-License-Identifier: Apache-2.0
import type { SgNode } from '@ast-grep/napi';
import { type Dialect, kinds } from '../dialect.ts';

export const csharpDialect: Dialect = {
  functions: kinds(
    'method_declaration constructor_declaration local_function_statement lambda_expression anonymous_method_expression',
  ),
  names: kinds('identifier'),
  assignments: {
    variable_declarator: ['name', '*last'],
    assignment_expression: ['left', 'right'],
    foreach_statement: ['left', 'right'],
  },
  calls: {
    invocation_expression: { callee: ['function'], arguments: 'arguments' },
    object_creation_expression: { callee: ['type'], arguments: 'arguments' },
  },
  parts: {
    binary_expression: '+',
    interpolated_string_expression: '*',
    interpolation: '*',
    parenthesized_expression: '*',
    argument: '*',
    conditional_expression: ['consequence', 'alternative'],
    element_access_expression: ['expression'],
    member_access_expression: ['expression'],
    cast_expression: ['value'],
    assignment_expression: ['right'],
  },
  conditions: { if_statement: 'condition', while_statement: 'condition', conditional_expression: 'condition' },
  sources:
    /^(?:(?:this\.|HttpContext\.|context\.|httpContext\.|HttpContext\.Current\.)?(?:Request|request)(?:\[|\.(?:QueryString|Query|Form|Cookies|Headers|Params|RawUrl|Path|Body|Url)\b))/,
  sourceKeywords: ['Request', 'request.', '[From'],
  carriers:
    /(?:^|\.)(?:string\.Format|String\.Format|string\.Concat|String\.Concat|string\.Join|Path\.Combine|Convert\.ToString|HttpUtility\.UrlDecode|WebUtility\.UrlDecode|StringBuilder|Append|Uri)$/,
  sanitizers:
    /(?:^|\.)(?:Parse|TryParse|ToInt32|ToInt64|ToBoolean|ToDouble|Length|Count|Equals|Contains|StartsWith|EndsWith|IsNullOrEmpty|IsNullOrWhiteSpace|HtmlEncode|UrlEncode|EscapeDataString|JavaScriptStringEncode|GetFileName|IsMatch|ContainsKey|IsLocalUrl)$|(?:^|[._])(?:Sanitize|Escape|Validate|Encode|Clean)\w{0,40}$/,
  outsideParameters: boundParameters,
};

const harmlessTypes = /^(?:int|long|short|byte|double|float|decimal|bool|Guid|DateTime|DateOnly)\??$/;

/** Parameters that say to be bound to the request. */
function boundParameters(definition: SgNode): readonly string[] {
  const parameters = definition.field('parameters')?.children() ?? [];
  return parameters.flatMap((parameter) => {
    if (parameter.kind() !== 'parameter' || !/^\s*\[From(?:Query|Route|Form|Body|Header)\b/.test(parameter.text()))
      return [];
    const name = parameter.field('name')?.text();
    return name === undefined || harmlessTypes.test(parameter.field('type')?.text() ?? '') ? [] : [name];
  });
}
