// SPDX-License-Identifier: Apache-2.0

/**
 * Classes of rules whose id says nothing and whose CWE is general or says something else: bandit puts `exec` under CWE-78 and
 * YAML loading under CWE-20. Null: the rule speaks of several things at once, or of none of them, such as an import.
 */
export const toolRules: { readonly [tool: string]: { readonly [rule: string]: string | null } } = {
  bandit: {
    B102: 'code-injection',
    B103: 'file-permissions',
    B104: 'all-interfaces',
    B108: 'temporary-file',
    B113: 'no-timeout',
    B201: 'debug-mode',
    B202: 'path-traversal',
    B301: 'deserialization',
    B302: 'deserialization',
    B303: 'weak-hash',
    B304: 'weak-cipher',
    B305: 'weak-cipher',
    B306: 'temporary-file',
    B307: 'code-injection',
    B310: 'dynamic-url-opened',
    ...each('xml-external-entity', 'B313 B314 B315 B316 B317 B318 B319 B320 B405 B406 B407 B408 B409 B410'),
    B324: 'weak-hash',
    B501: 'certificate-not-validated',
    B505: 'short-key',
    B506: 'deserialization',
    B507: 'host-key-not-checked',
    B601: 'command-injection',
    ...each('cleartext-transmission', 'B312 B321 B401 B402'),
    ...each('weak-tls-version', 'B502 B503 B504'),
    B614: 'deserialization',
    ...each('command-injection', 'B602 B603 B604 B605 B609'),
    // An import, or the same call for another reason: a path that is not whole.
    ...each(null, 'B403 B404 B606 B607 B411 B412 B413 B415'),
    B608: 'sql-injection',
    B610: 'sql-injection',
    B611: 'sql-injection',
    B701: 'cross-site-scripting',
    B702: 'cross-site-scripting',
    B703: 'cross-site-scripting',
    B704: 'cross-site-scripting',
  },
  gosec: {
    G101: 'hard-coded-credential',
    G102: 'all-interfaces',
    G103: 'unsafe-block',
    G106: 'host-key-not-checked',
    G107: 'request-forgery-by-server',
    G704: 'request-forgery-by-server',
    G109: 'integer-overflow',
    G115: 'integer-overflow',
    G110: 'decompression-bomb',
    G112: 'no-timeout',
    G114: 'no-timeout',
    G124: null,
    ...each('sql-injection', 'G201 G202 G701'),
    G203: 'cross-site-scripting',
    G705: 'cross-site-scripting',
    G204: 'command-injection',
    G702: 'command-injection',
    ...each('file-permissions', 'G301 G302 G306 G307'),
    G303: 'temporary-file',
    ...each('path-traversal', 'G304 G305 G703'),
    G401: 'weak-hash',
    G406: 'weak-hash',
    G405: 'weak-cipher',
    G403: 'short-key',
    G404: 'weak-random',
    ...each(null, 'G501 G502 G503 G504 G505 G506 G507'),
    G706: 'log-injection',
    G710: 'open-redirect',
  },
  // Find Security Bugs, which spotbugs runs
  spotbugs: {
    ...each('sql-injection', 'SQL_INJECTION SQL_INJECTION_JDBC SQL_INJECTION_JPA SQL_INJECTION_HIBERNATE'),
    ...each('sql-injection', 'SQL_INJECTION_SPRING_JDBC SQL_NONCONSTANT_STRING_PASSED_TO_EXECUTE'),
    ...each(
      'path-traversal',
      'PATH_TRAVERSAL_IN PATH_TRAVERSAL_OUT PT_RELATIVE_PATH_TRAVERSAL PT_ABSOLUTE_PATH_TRAVERSAL',
    ),
    ...each('weak-hash', 'WEAK_MESSAGE_DIGEST_MD5 WEAK_MESSAGE_DIGEST_SHA1'),
    ...each('weak-cipher', 'DES_USAGE TDES_USAGE ECB_MODE RC4_USAGE'),
    PREDICTABLE_RANDOM: 'weak-random',
    COMMAND_INJECTION: 'command-injection',
    INSECURE_COOKIE: 'cookie-not-secure',
    HTTPONLY_COOKIE: 'cookie-not-httponly',
  },
};

function each<T>(name: T, rules: string): { readonly [rule: string]: T } {
  return Object.fromEntries(rules.split(' ').map((rule) => [rule, name]));
}
