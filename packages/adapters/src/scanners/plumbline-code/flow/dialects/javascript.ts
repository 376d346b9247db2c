// SPDX-License-Identifier: Apache-2.0
import { type Dialect, kinds } from '../dialect.ts';

const call = { callee: ['function'], arguments: 'arguments' } as const;

export const javascriptDialect: Dialect = {
  functions: kinds(
    'function_declaration function_expression arrow_function method_definition generator_function generator_function_declaration',
  ),
  names: kinds('identifier shorthand_property_identifier shorthand_property_identifier_pattern'),
  assignments: {
    variable_declarator: ['name', 'value'],
    assignment_expression: ['left', 'right'],
    augmented_assignment_expression: ['left', 'right'],
    for_in_statement: ['left', 'right'],
  },
  calls: { call_expression: call, new_expression: { callee: ['constructor'], arguments: 'arguments' } },
  parts: {
    binary_expression: '+',
    template_string: '*',
    template_substitution: '*',
    parenthesized_expression: '*',
    await_expression: '*',
    array: '*',
    spread_element: '*',
    as_expression: '*',
    non_null_expression: '*',
    ternary_expression: ['consequence', 'alternative'],
    member_expression: ['object'],
    subscript_expression: ['object'],
    assignment_expression: ['right'],
  },
  conditions: { if_statement: 'condition', ternary_expression: 'condition', while_statement: 'condition' },
  sources:
    /^(?:(?:this\.)?(?:req|request|ctx\.req|ctx\.request|context\.request|c\.req)\.(?:query|body|params?|headers?|cookies|signedCookies|url|originalUrl|path|hostname|files?|get|rawBody)\b|ctx\.(?:query|params|querystring|cookies)\b|event\.(?:queryStringParameters|pathParameters)\b|(?:window\.|document\.|self\.)?location\.(?:search|hash|href)\b|document\.(?:URL|documentURI|referrer)\b|window\.name\b)/,
  sourceKeywords: ['req', 'ctx.', 'event.', 'location', 'document.'],
  carriers:
    /(?:^|\.)(?:String|decodeURI|decodeURIComponent|unescape|format|join|resolve|normalize|concat|from|URLSearchParams|URL|parse|stringify|assign|atob|toString|trim)$/,
  sanitizers:
    /(?:^|\.)(?:Number|parseInt|parseFloat|Boolean|BigInt|isNaN|isInteger|createHash|digest|encodeURIComponent|includes|indexOf|startsWith|endsWith|test|has|hasOwnProperty|length|findIndex|localeCompare|getTime|now|verify|validate|compare|compareSync|hash|hashSync|randomUUID)$|(?:^|[._])(?:sanitize|escape|encode|validate|assert|is[A-Z])\w{0,40}$|^(?:Joi|z|yup)\./,
};
