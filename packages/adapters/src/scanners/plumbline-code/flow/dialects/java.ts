// SPDX-License-Identifier: Apache-2.0
import type { SgNode } from '@ast-grep/napi';
import { type Dialect, kinds } from '../dialect.ts';

export const javaDialect: Dialect = {
  functions: kinds('method_declaration constructor_declaration lambda_expression'),
  names: kinds('identifier'),
  assignments: {
    variable_declarator: ['name', 'value'],
    assignment_expression: ['left', 'right'],
    enhanced_for_statement: ['name', 'value'],
  },
  calls: {
    method_invocation: { callee: ['object', 'name'], arguments: 'arguments' },
    object_creation_expression: { callee: ['type'], arguments: 'arguments' },
  },
  parts: {
    binary_expression: '+',
    parenthesized_expression: '*',
    cast_expression: ['value'],
    ternary_expression: ['consequence', 'alternative'],
    array_access: ['array'],
    field_access: ['object'],
    assignment_expression: ['right'],
  },
  conditions: { if_statement: 'condition', while_statement: 'condition', ternary_expression: 'condition' },
  sources:
    /^(?:(?:this\.)?(?:request|req|httpRequest|httpServletRequest|servletRequest|httpReq)\.get(?:Parameter|ParameterValues|ParameterMap|Header|Headers|QueryString|Cookies|PathInfo|RequestURI|RequestURL|InputStream|Reader|Part|Parts)\()/,
  sourceKeywords: [
    'getParameter',
    'getHeader',
    'getQueryString',
    'getCookies',
    'getPathInfo',
    'getRequestUR',
    'getInputStream',
    'getReader',
    '@RequestParam',
    '@PathVariable',
    '@RequestHeader',
    '@CookieValue',
    '@QueryParam',
    '@PathParam',
    '@FormParam',
  ],
  carriers:
    /(?:^|\.)(?:String\.format|String\.valueOf|String\.join|URLDecoder\.decode|Objects\.toString|StringBuilder|StringBuffer|String|concat|append|formatted|File|Paths\.get|Path\.of|URL|URI|URI\.create|InputStreamReader|BufferedReader)$/,
  sanitizers:
    /(?:^|\.)(?:parseInt|parseLong|parseDouble|parseBoolean|valueOf|fromString|length|size|equals|equalsIgnoreCase|isEmpty|contains|startsWith|endsWith|matches|indexOf|hashCode|encode|encodeForHTML|forHtml\w*|escapeHtml\d?|htmlEscape|getName|setString|quote|getFileName|isBlank|hasText)$|(?:^|[._])(?:sanitize|escape|validate|clean)\w{0,40}$/,
  outsideParameters: annotatedParameters,
};

const annotations =
  /^@(?:RequestParam|PathVariable|RequestHeader|CookieValue|QueryParam|PathParam|FormParam|HeaderParam|CookieParam)\b/m;
/** What cannot hold what an attacker writes. */
const harmlessTypes =
  /^(?:int|long|short|byte|double|float|boolean|Integer|Long|Short|Double|Float|Boolean|UUID|LocalDate|BigDecimal|MultipartFile)$/;

/** Parameters that a framework fills from the request. */
function annotatedParameters(definition: SgNode): readonly string[] {
  const parameters = definition.field('parameters')?.children() ?? [];
  return parameters.flatMap((parameter) => {
    if (parameter.kind() !== 'formal_parameter' || !annotations.test(parameter.text().slice(0, 500))) return [];
    const name = parameter.field('name')?.text();
    return name === undefined || harmlessTypes.test(parameter.field('type')?.text() ?? '') ? [] : [name];
  });
}
