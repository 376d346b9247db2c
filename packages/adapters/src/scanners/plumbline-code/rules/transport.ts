// SPDX-License-Identifier: Apache-2.0
import type { Rule } from '@ast-grep/napi';
import type { CodeRule } from '../code-rule.ts';
import { callRules, patternRules } from './define-rules.ts';

/**
 * Whoever runs the program asked for it: an option is no mistake of the one who wrote it. Within such a condition, or in a function
 * that asks for the option by its name before (`if (!skipVerify) return`). Takes the kinds of conditions, then those of functions.
 */
function askedFor(conditions: readonly string[], functions: readonly string[]): Rule {
  const asks = (names: string): Rule => ({ ...anyKind(conditions), has: { field: 'condition', regex: names } });
  return {
    any: [
      { inside: { ...asks('(?i)insecure|skip|verif|valid|tls|ssl|cert|self.?signed|strict'), stopBy: 'end' } },
      {
        inside: {
          ...anyKind(functions),
          has: { ...asks('(?i)insecure|(?:skip|disable).{0,5}verif'), stopBy: 'end' },
          stopBy: 'end',
        },
      },
    ],
  };
}

const anyKind = (list: readonly string[]): Rule => ({ any: list.map((kind) => ({ kind })) });

export const transportRules: readonly CodeRule[] = [
  ...patternRules(
    {
      slug: 'certificate-check-off',
      title: 'Certificates of servers are not checked',
      message: 'Whoever sits on the way reads and changes what is sent, secrets included.',
      remedy: 'Leave the check on; for a certificate of your own, add its authority to the trusted ones.',
      severity: 'high',
      confidence: 'high',
      weakness: 295,
    },
    {
      javascript: {
        keywords: ['rejectUnauthorized', 'NODE_TLS_REJECT_UNAUTHORIZED', 'strictSSL'],
        config: {
          rule: {
            not: askedFor(
              ['if_statement', 'ternary_expression'],
              ['function_declaration', 'method_definition', 'arrow_function', 'function_expression'],
            ),
            any: [
              {
                kind: 'pair',
                all: [
                  { has: { field: 'key', regex: '^[\'"]?(?:rejectUnauthorized|strictSSL)[\'"]?$' } },
                  { has: { field: 'value', regex: '^false$' } },
                ],
              },
              {
                kind: 'assignment_expression',
                all: [
                  {
                    has: {
                      field: 'left',
                      regex: 'env(?:\\.|\\[[\'"])NODE_TLS_REJECT_UNAUTHORIZED|\\.rejectUnauthorized$',
                    },
                  },
                  { has: { field: 'right', regex: '^[\'"]?(?:0|false)[\'"]?$' } },
                ],
              },
            ],
          },
        },
        bad: [
          'const a = new https.Agent({ rejectUnauthorized: false });',
          "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';",
        ],
        good: [
          'const a = new https.Agent({ rejectUnauthorized: true });',
          'const a = { rejectUnauthorized: !insecure };',
        ],
      },
      python: {
        keywords: ['verify', '_create_unverified_context', 'CERT_NONE', 'check_hostname', 'AutoAddPolicy'],
        config: {
          rule: {
            not: askedFor(['if_statement', 'elif_clause'], ['function_definition']),
            any: [
              {
                kind: 'call',
                all: [
                  {
                    has: {
                      field: 'function',
                      regex:
                        '^(?:requests|httpx|session|self\\.session|s|client)\\.(?:get|post|put|patch|delete|head|options|request|Client|AsyncClient)$',
                    },
                  },
                  { has: { field: 'arguments', has: { kind: 'keyword_argument', regex: '^verify\\s*=\\s*False$' } } },
                ],
              },
              { kind: 'call', has: { field: 'function', regex: '^ssl\\._create_unverified_context$' } },
              {
                kind: 'assignment',
                all: [
                  { has: { field: 'left', regex: '\\.verify_mode$' } },
                  { has: { field: 'right', regex: '^ssl\\.CERT_NONE$' } },
                ],
              },
              {
                kind: 'assignment',
                all: [
                  { has: { field: 'left', regex: '_create_default_https_context$' } },
                  { has: { field: 'right', regex: 'unverified' } },
                ],
              },
              {
                kind: 'call',
                has: { field: 'function', regex: '\\.set_missing_host_key_policy$' },
                all: [{ has: { field: 'arguments', regex: 'AutoAddPolicy|WarningPolicy' } }],
              },
            ],
          },
        },
        bad: [
          'import requests\nr = requests.get(u, verify=False)\n',
          'import ssl\nc = ssl._create_unverified_context()\n',
          'c.set_missing_host_key_policy(paramiko.AutoAddPolicy())\n',
        ],
        good: [
          'import requests\nr = requests.get(u, verify=bundle)\n',
          'import ssl\nc = ssl.create_default_context()\n',
        ],
      },
      go: {
        keywords: ['InsecureSkipVerify', 'InsecureIgnoreHostKey'],
        config: {
          rule: {
            not: askedFor(['if_statement'], ['function_declaration', 'method_declaration']),
            any: [
              { kind: 'keyed_element', regex: '^InsecureSkipVerify\\s*:\\s*true$' },
              { kind: 'assignment_statement', regex: '\\.InsecureSkipVerify\\s*=\\s*true$' },
              { kind: 'call_expression', regex: '^ssh\\.InsecureIgnoreHostKey\\(\\)$' },
            ],
          },
        },
        bad: [
          'package a\nvar c = &tls.Config{InsecureSkipVerify: true}',
          'package a\nvar c = &ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey()}',
        ],
        good: [
          'package a\nvar c = &tls.Config{InsecureSkipVerify: options.Insecure}',
          'package a\nfunc f(insecure bool) { if insecure { c.InsecureSkipVerify = true } }',
          'package a\nfunc f(o *O) *tls.Config { if !o.SkipVerify { return nil }; return &tls.Config{InsecureSkipVerify: true} }',
        ],
      },
      java: {
        keywords: [
          'X509TrustManager',
          'NoopHostnameVerifier',
          'AllowAllHostnameVerifier',
          'HostnameVerifier',
          'TrustAllStrategy',
          'ALLOW_ALL_HOSTNAME_VERIFIER',
        ],
        config: {
          rule: {
            not: askedFor(['if_statement', 'ternary_expression'], ['method_declaration']),
            any: [
              {
                kind: 'method_declaration',
                all: [
                  { has: { field: 'name', regex: '^checkServerTrusted$' } },
                  { has: { field: 'body', regex: '^\\{\\s*(?://[^\\n]*\\s*)*\\}$' } },
                ],
              },
              {
                kind: 'method_declaration',
                all: [
                  { has: { field: 'name', regex: '^verify$' } },
                  { has: { field: 'parameters', regex: 'SSLSession' } },
                  { has: { field: 'body', regex: '^\\{\\s*return true;\\s*\\}$' } },
                ],
              },
              { kind: 'identifier', regex: '^(?:ALLOW_ALL_HOSTNAME_VERIFIER)$' },
              { kind: 'field_access', regex: '^NoopHostnameVerifier\\.INSTANCE$' },
              { kind: 'field_access', regex: '^TrustAllStrategy\\.INSTANCE$' },
              {
                kind: 'object_creation_expression',
                regex: '^new (?:NoopHostnameVerifier|AllowAllHostnameVerifier|TrustAllStrategy)\\(',
              },
            ],
          },
        },
        bad: [
          'class A implements X509TrustManager { public void checkServerTrusted(X509Certificate[] c, String t) { } }',
          'class A { void f() { b.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE); } }',
        ],
        good: [
          'class A implements X509TrustManager { public void checkServerTrusted(X509Certificate[] c, String t) { d.checkServerTrusted(c, t); } }',
        ],
      },
      ruby: {
        keywords: ['VERIFY_NONE'],
        config: {
          rule: {
            not: askedFor(['if', 'unless', 'if_modifier', 'conditional'], ['method', 'singleton_method']),
            any: [
              { kind: 'assignment', has: { field: 'right', regex: 'VERIFY_NONE$' } },
              { kind: 'pair', has: { field: 'value', regex: 'VERIFY_NONE$' } },
            ],
          },
        },
        bad: ['http.verify_mode = OpenSSL::SSL::VERIFY_NONE\n'],
        good: ['http.verify_mode = OpenSSL::SSL::VERIFY_PEER\n'],
      },
      php: {
        keywords: ['CURLOPT_SSL_VERIFY', 'verify_peer', "'verify'"],
        config: {
          rule: {
            not: askedFor(['if_statement', 'conditional_expression'], ['method_declaration', 'function_definition']),
            any: [
              {
                kind: 'function_call_expression',
                all: [
                  { regex: '^\\\\?curl_setopt\\(' },
                  { regex: 'CURLOPT_SSL_VERIFY(?:PEER|HOST)\\s*,\\s*(?:false|0|FALSE)\\s*\\)$' },
                ],
              },
              {
                kind: 'array_element_initializer',
                regex:
                  '^(?:CURLOPT_SSL_VERIFY(?:PEER|HOST)|[\'"](?:verify_peer|verify_peer_name)[\'"])\\s*=>\\s*(?:false|0|FALSE)$',
              },
            ],
          },
        },
        bad: [
          '<?php curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false);',
          "<?php $o = ['ssl' => ['verify_peer' => false]];",
        ],
        good: ['<?php curl_setopt($c, CURLOPT_SSL_VERIFYPEER, true);'],
      },
      csharp: {
        keywords: [
          'ServerCertificateValidationCallback',
          'ServerCertificateCustomValidationCallback',
          'DangerousAcceptAnyServerCertificateValidator',
        ],
        config: {
          rule: {
            not: askedFor(['if_statement', 'conditional_expression'], ['method_declaration']),
            any: [
              {
                kind: 'assignment_expression',
                all: [
                  { has: { field: 'left', regex: 'ServerCertificate(?:Custom)?ValidationCallback$' } },
                  {
                    has: {
                      field: 'right',
                      regex:
                        '=>\\s*true$|=>\\s*\\{\\s*return true;\\s*\\}$|DangerousAcceptAny|delegate\\s*(?:\\([^)]*\\))?\\s*\\{\\s*return true;',
                    },
                  },
                ],
              },
            ],
          },
        },
        bad: ['class A { void F() { h.ServerCertificateCustomValidationCallback = (a, b, c, d) => true; } }'],
        good: [
          'class A { void F() { h.ServerCertificateCustomValidationCallback = (a, b, c, d) => d == SslPolicyErrors.None; } }',
        ],
      },
      c: {
        keywords: ['CURLOPT_SSL_VERIFY'],
        config: {
          rule: {
            not: askedFor(['if_statement'], ['function_definition']),
            any: [
              {
                kind: 'call_expression',
                regex:
                  '^curl_easy_setopt\\([^,]+,\\s*CURLOPT_SSL_VERIFY(?:PEER|HOST)\\s*,\\s*(?:0L?|false|FALSE)\\s*\\)$',
              },
            ],
          },
        },
        confidence: 'medium',
        bad: ['void f(void) { curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 0L); }'],
        good: ['void f(void) { curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L); }'],
      },
    },
  ),
  ...callRules(
    {
      slug: 'old-protocol',
      title: 'An old version of TLS is asked for',
      message: 'SSL 3, TLS 1.0 and 1.1 are broken and no longer allowed (RFC 8996).',
      remedy: 'Let the library choose, with TLS 1.2 as the least.',
      severity: 'medium',
      confidence: 'high',
      weakness: 327,
    },
    {
      python: {
        keywords: ['PROTOCOL_SSLv', 'PROTOCOL_TLSv1'],
        calls: [
          { callee: /(?:^|\.)(?:SSLContext|wrap_socket|Context)$/, when: /PROTOCOL_(?:SSLv2|SSLv3|TLSv1|TLSv1_1)\b/ },
        ],
        bad: ['import ssl\nc = ssl.SSLContext(ssl.PROTOCOL_TLSv1)\n'],
        good: ['import ssl\nc = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)\n'],
      },
      java: {
        keywords: ['SSLContext.getInstance'],
        calls: [{ callee: /^SSLContext\.getInstance$/, arguments: { 0: /^"(?:SSL|SSLv2|SSLv3|TLSv1|TLSv1\.1)"$/ } }],
        bad: ['class A { void f() { SSLContext.getInstance("SSLv3"); } }'],
        good: ['class A { void f() { SSLContext.getInstance("TLSv1.3"); } }'],
      },
      javascript: {
        keywords: ['secureProtocol', 'minVersion'],
        calls: [
          {
            callee: /(?:^|\.)(?:createServer|createSecureContext|connect|request|Agent)$/,
            when: /secureProtocol\s*:\s*['"](?:SSLv2|SSLv3|TLSv1|TLSv1_1)_|minVersion\s*:\s*['"]TLSv1(?:\.1)?['"]/,
          },
        ],
        bad: ["tls.createServer({ key, cert, minVersion: 'TLSv1' });"],
        good: ["tls.createServer({ key, cert, minVersion: 'TLSv1.2' });"],
      },
    },
  ),
  ...patternRules(
    {
      slug: 'old-protocol-setting',
      title: 'An old version of TLS is allowed',
      message: 'SSL 3, TLS 1.0 and 1.1 are broken and no longer allowed (RFC 8996).',
      remedy: 'Set TLS 1.2 as the least.',
      severity: 'medium',
      confidence: 'high',
      weakness: 327,
    },
    {
      go: {
        keywords: ['VersionTLS1', 'VersionSSL30'],
        config: { rule: { kind: 'keyed_element', regex: '^MinVersion\\s*:\\s*tls\\.Version(?:SSL30|TLS10|TLS11)$' } },
        bad: ['package a\nvar c = &tls.Config{MinVersion: tls.VersionTLS10}'],
        good: ['package a\nvar c = &tls.Config{MinVersion: tls.VersionTLS12}'],
      },
      csharp: {
        keywords: ['SecurityProtocolType', 'SslProtocols'],
        config: {
          rule: {
            kind: 'assignment_expression',
            has: {
              field: 'right',
              regex: '^(?:SecurityProtocolType\\.(?:Ssl3|Tls|Tls11)|SslProtocols\\.(?:Ssl2|Ssl3|Tls|Tls11))$',
            },
          },
        },
        bad: ['class A { void F() { ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls; } }'],
        good: ['class A { void F() { ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12; } }'],
      },
    },
  ),
];
