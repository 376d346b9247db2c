// SPDX-License-Identifier: Apache-2.0
import { type Dialect, kinds } from '../dialect.ts';

export const phpDialect: Dialect = {
  functions: kinds(
    'function_definition method_declaration anonymous_function anonymous_function_creation_expression arrow_function',
  ),
  names: kinds('variable_name'),
  assignments: {
    assignment_expression: ['left', 'right'],
    augmented_assignment_expression: ['left', 'right'],
  },
  calls: {
    function_call_expression: { callee: ['function'], arguments: 'arguments' },
    member_call_expression: { callee: ['object', 'name'], arguments: 'arguments' },
    nullsafe_member_call_expression: { callee: ['object', 'name'], arguments: 'arguments' },
    scoped_call_expression: { callee: ['scope', 'name'], arguments: 'arguments' },
  },
  parts: {
    binary_expression: '+',
    encapsed_string: '*',
    heredoc: '*',
    heredoc_body: '*',
    shell_command_expression: '*',
    parenthesized_expression: '*',
    argument: '*',
    sequence_expression: '*',
    conditional_expression: ['body', 'alternative'],
    assignment_expression: ['right'],
    cast_expression: ['value'],
    subscript_expression: '*',
    member_access_expression: ['object'],
  },
  conditions: { if_statement: 'condition', while_statement: 'condition', conditional_expression: 'condition' },
  sources:
    /^(?:\$_(?:GET|POST|REQUEST|COOKIE)\b|\$_FILES\b.{0,60}\[\s*['"](?:name|type)|\$_SERVER\[\s*['"](?:HTTP_\w+|QUERY_STRING|REQUEST_URI|PHP_SELF|PATH_INFO)|\$(?:this->)?request->(?:query|request|cookies|headers|attributes)->get\(|\$(?:this->)?request->(?:input|get|post|query|all|cookie|header)\(|Request::(?:input|get|query|post)\()/,
  sourceKeywords: ['$_GET', '$_POST', '$_REQUEST', '$_COOKIE', '$_SERVER', '$_FILES', 'request->', 'Request::'],
  carriers:
    /^(?:sprintf|vsprintf|implode|join|trim|ltrim|rtrim|strtolower|strtoupper|ucfirst|str_replace|str_ireplace|preg_replace|substr|urldecode|rawurldecode|base64_decode|stripslashes|strval|html_entity_decode|nl2br|strrev|explode|array_map|array_merge|json_decode|htmlspecialchars_decode|mb_\w+|iconv|addslashes|utf8_decode)$/,
  sanitizers:
    /(?:^|\.)(?:intval|floatval|boolval|count|strlen|abs|round|floor|md5|sha1|crc32|hash|password_hash|is_numeric|filter_var|filter_input|escapeshellarg|escapeshellcmd|htmlspecialchars|htmlentities|strip_tags|urlencode|rawurlencode|http_build_query|basename|pathinfo|realpath|mysqli_real_escape_string|mysql_real_escape_string|real_escape_string|quote|json_encode|uniqid|strtotime|date|bin2hex|base64_encode|ctype_\w+|in_array|isset|empty|preg_quote|number_format|e|esc_html|esc_attr|esc_url|esc_sql|sanitize_\w+|absint|wp_kses\w*|getInt|getBoolean|getAlnum|getAlpha|getDigits)$|(?:^|[._])(?:sanitize|escape|validate|filter|clean|purify)\w{0,40}$/,
};
