// SPDX-License-Identifier: Apache-2.0

/** Weaknesses that tools call by different CWE ids, or by none, and that are one to the person who repairs them. */
export type WeaknessClass = {
  readonly name: string;
  /** Numbers of CWE: the class's own and those below it in the hierarchy (CWE-1000 view), as far as tools report them. */
  readonly cwe: readonly number[];
  /**
   * What the rules of tools call it: every word of one of these phrases is a word of the rule's id. They come before the
   * CWE, because tools put rules of one purpose under weaknesses as far apart as CWE-89 and CWE-704.
   */
  readonly words: readonly string[];
};

const row = (name: string, cwe: readonly number[], ...words: readonly string[]): WeaknessClass => ({
  name,
  cwe,
  words,
});

/**
 * A CWE that is missing here is a class of its own, unless it is among `generalWeaknesses`. Where two rows could be one, they
 * are two: two findings shown apart cost a look, one that hides another costs a vulnerability.
 */
export const weaknessClasses: readonly WeaknessClass[] = [
  // Injection (below CWE-74)
  row(
    'sql-injection',
    [89, 564],
    'sql injection',
    'sqli',
    'sql string',
    'sql query',
    'raw query',
    'sequelize injection',
  ),
  row('nosql-injection', [943], 'nosql injection', 'nosqli', 'mongo injection'),
  row(
    'command-injection',
    [77, 78, 88],
    'command injection',
    'exec command',
    'child process',
    'subprocess',
    'os system',
    'shell true',
    'wildcard injection',
  ),
  row(
    'code-injection',
    [94, 95, 96],
    'eval',
    'exec detected',
    'code injection',
    'code string',
    'user exec',
    'code exec',
    'exec used',
  ),
  row('template-injection', [1336], 'template injection', 'ssti', 'template string', 'render template'),
  row(
    'cross-site-scripting',
    [79, 80, 83, 87],
    'xss',
    'html format',
    'cross site scripting',
    'formatted template',
    'autoescape',
    'unescape',
    'unescaped',
    'mustache escape',
    'raw html',
    'mark safe',
    'mako templates',
  ),
  row('ldap-injection', [90], 'ldap injection'),
  row('xpath-injection', [91, 643], 'xpath injection'),
  row('header-injection', [93, 113], 'header injection', 'crlf injection', 'response splitting'),
  row('log-injection', [117], 'log injection'),
  row('format-string', [134], 'format string'),
  row('xml-external-entity', [611, 776, 827], 'xxe', 'xml external', 'noent', 'defused xml'),
  row(
    'deserialization',
    [502],
    'deserialization',
    'deserialize',
    'unserialize',
    'pickle',
    'yaml load',
    'marshal',
    'shelve',
    'jsonpickle',
    'dill',
    'pickles',
    'pyyaml load',
    'unsafe yaml',
    'yaml parsing',
    'pytorch load',
  ),
  row('prototype-pollution', [1321], 'prototype pollution'),
  row('object-injection', [], 'object injection', 'property injection'),
  row('unsafe-reflection', [470], 'unsafe reflection', 'unsafe reflect'),
  row('dynamic-require', [], 'non literal require', 'dynamic require', 'require request', 'non literal import'),
  row('csv-injection', [1236], 'csv injection'),
  row('mass-assignment', [915], 'mass assignment'),
  // Files and addresses (below CWE-22, CWE-610)
  row('path-traversal', [22, 23, 35, 36, 73], 'path traversal', 'directory traversal', 'fs filename', 'zip slip'),
  row('file-inclusion', [98], 'file inclusion', 'lfr'),
  row('open-redirect', [601], 'open redirect'),
  row('request-forgery-by-server', [918, 939], 'dynamic urllib', 'urllib urlopen', 'ssrf', 'server side request'),
  row('request-forgery', [352], 'csrf', 'csurf'),
  row('unrestricted-upload', [434], 'file upload'),
  row('temporary-file', [377, 379], 'tempfile', 'mktemp', 'temporary file', 'tmp', 'tempnam', 'temp file'),
  row('file-permissions', [276, 732], 'file permissions', 'chmod'),
  // Cryptography and secrets
  row('weak-hash', [328, 916], 'md5', 'sha1', 'md4', 'weak hash', 'insecure hash', 'hash algorithm'),
  row('weak-cipher', [], 'des', 'rc4', 'blowfish', 'ecb', 'weak cipher', 'insecure cipher', 'cipher mode'),
  row('weak-cryptography', [327]),
  row('short-key', [326], 'key size', 'rsa bits', 'weak key'),
  row('weak-random', [330, 331, 332, 335, 336, 337, 338, 340], 'insecure random', 'math random', 'random generator'),
  row(
    'hard-coded-credential',
    [259, 321, 798],
    'hardcoded',
    'hard coded',
    'node password',
    'node username',
    'node secret',
    'hardcode',
    'client secret',
    'private key in source',
  ),
  row(
    'certificate-not-validated',
    [295, 296, 297, 599],
    'cert validation',
    'certificate validation',
    'disable ssl',
    'insecure ssl',
    'verify disabled',
    'skip verify',
    'no cert validation',
    'disabled cert',
    'reject unauthorized',
    'certificate check',
  ),
  row(
    'cleartext-transmission',
    [319],
    'cleartext transmission',
    'use tls',
    'enforce tls',
    'sequelize tls',
    'ftplib',
    'telnetlib',
    'telnet',
    'insecure transport',
    'request with http',
  ),
  row('cleartext-storage', [312, 313, 315], 'cleartext storage'),
  row('host-key-not-checked', [322], 'host key'),
  row('weak-tls-version', [], 'ssl version', 'tls version', 'min version', 'minversion', 'bad version', 'weak ssl'),
  row('static-initialization-vector', [329, 1204], 'static iv', 'no iv', 'static initialization vector'),
  row('timing', [208, 385], 'timing attack', 'timing attacks'),
  row('jwt-not-verified', [347], 'jwt verify', 'jwt none', 'unverified jwt'),
  // Cookies: what is missing is told apart, for each is repaired by itself
  row('cookie-not-secure', [614], 'cookie secure', 'session secure', 'cookie insecure'),
  row('cookie-not-httponly', [1004], 'cookie httponly', 'session httponly', 'cookie http only'),
  row('cookie-samesite', [1275], 'cookie samesite', 'session samesite', 'cookie same site'),
  row('cookie-domain', [], 'cookie domain', 'session domain'),
  row('cookie-path', [], 'cookie path', 'session path'),
  row('cookie-end', [], 'cookie expires', 'cookie maxage', 'session maxage', 'session expires', 'cookie max age'),
  row('cookie-default-name', [], 'cookie default', 'session default'),
  // Headers of responses
  row('header-csp', [], 'content security policy', 'csp header'),
  row('header-hsts', [523], 'strict transport security', 'hsts'),
  row('header-content-type-options', [], 'content type options', 'nosniff', 'xcontenttype'),
  row('header-frame-options', [1021], 'frame options', 'clickjacking', 'frameguard'),
  row('header-referrer-policy', [], 'referrer policy'),
  row('header-permissions-policy', [], 'permissions policy', 'feature policy'),
  row('header-server-version', [497], 'server leaks', 'server version', 'powered by', 'server banner'),
  row('cors', [346, 942], 'cors'),
  // Regular expressions, resources, behaviour
  row('regex-denial-of-service', [1333, 185], 'redos', 'unsafe regex', 'regex dos', 'non literal regexp'),
  row(
    'no-timeout',
    [1088],
    'without timeout',
    'missing timeout',
    'slowloris',
    'timeout',
    'timeouts',
    'read header timeout',
  ),
  row('decompression-bomb', [409], 'decompression bomb'),
  row('debug-mode', [489], 'debug enabled', 'debug true', 'flask debug'),
  row('error-shown', [209], 'stack trace exposure', 'information exposure through exception'),
  row('secret-in-log', [532], 'sensitive log', 'logger credential'),
  row(
    'all-interfaces',
    [605, 1327],
    'bind all',
    'all interfaces',
    'bad host',
    'wildcard binding',
    'wildcard bindings',
    'bind to all',
  ),
  // Memory (below CWE-119)
  row('out-of-bounds-read', [125, 126, 127]),
  row(
    'out-of-bounds-write',
    [120, 121, 122, 124, 787, 788],
    'strcpy',
    'strcat',
    'string copy',
    'gets',
    'sprintf',
    'buffer overflow',
  ),
  row('unsafe-block', [242], 'unsafe block', 'unsafe usage'),
  row('use-after-free', [415, 416, 825]),
  row('null-dereference', [476]),
  row('integer-overflow', [190, 191, 680, 681], 'integer overflow'),
];

/**
 * Weaknesses too general to say that two results are about one thing: classes and categories high in the hierarchy, under
 * which tools put whatever fits nowhere else.
 */
export const generalWeaknesses: ReadonlySet<number> = new Set([
  2, 16, 17, 18, 19, 20, 74, 75, 116, 118, 119, 138, 200, 254, 264, 265, 269, 284, 285, 287, 310, 311, 320, 345, 388,
  398, 399, 400, 404, 436, 522, 573, 610, 657, 662, 664, 665, 666, 668, 669, 670, 671, 673, 674, 675, 676, 682, 684,
  691, 693, 696, 697, 703, 704, 705, 706, 707, 710, 749, 754, 755, 758, 799, 829, 834, 862, 863, 923, 937, 1035, 1059,
  1104, 1164, 1177, 1187,
]);
