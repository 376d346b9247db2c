// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';
import { callRules, flowRules, patternRules } from './define-rules.ts';

export const sessionRules: readonly CodeRule[] = [
  ...callRules(
    {
      slug: 'cookie-unprotected',
      title: 'A cookie is told to be readable by scripts or to travel without encryption',
      message: 'Script that somebody gets into a page, or whoever sits on the way, takes the session over.',
      remedy: 'Set HttpOnly, Secure and SameSite.',
      severity: 'medium',
      confidence: 'medium',
      weakness: 614,
    },
    {
      javascript: {
        keywords: ['httpOnly', 'secure'],
        calls: [
          { callee: /^(?:res|response|reply|ctx\.cookies)\.(?:cookie|setCookie|set)$/, when: /\bhttpOnly\s*:\s*false/ },
          { callee: /^(?:session|expressSession|cookieSession)$/, when: /\bhttpOnly\s*:\s*false/ },
        ],
        bad: [
          "function f(res) { res.cookie('sid', id, { httpOnly: false }); }",
          'app.use(session({ cookie: { httpOnly: false } }));',
        ],
        good: ["function f(res) { res.cookie('sid', id, { httpOnly: true, secure: true }); }"],
      },
      python: {
        keywords: ['set_cookie'],
        calls: [{ callee: /\.set_cookie$/, when: /\b(?:secure|httponly)\s*=\s*False/ }],
        bad: ["def f(r):\n    r.set_cookie('sid', v, httponly=False)\n"],
        good: ["def f(r):\n    r.set_cookie('sid', v, httponly=True, secure=True)\n"],
      },
      java: {
        keywords: ['setHttpOnly', 'setSecure'],
        calls: [{ callee: /(?:[cC]ookie|[cC]onfig|\bc)\.(?:setHttpOnly|setSecure)$/, arguments: { 0: /^false$/ } }],
        bad: ['class A { void f(Cookie cookie) { cookie.setHttpOnly(false); } }'],
        good: ['class A { void f(Cookie cookie) { cookie.setHttpOnly(true); } }'],
      },
      php: {
        keywords: ['setcookie', 'session_set_cookie_params', 'session.cookie'],
        calls: [
          {
            callee: /^\\?ini_set$/,
            arguments: { 0: /session\.cookie_(?:httponly|secure)/, 1: /^(?:false|0|['"](?:0|off)?['"])$/i },
          },
          { callee: /^\\?setcookie$/, arguments: { 6: /^false$/i } },
        ],
        bad: ["<?php ini_set('session.cookie_httponly', 0);"],
        good: ["<?php ini_set('session.cookie_httponly', 1);", "<?php setcookie('a', $v, 0, '/', '', true, true);"],
      },
    },
  ),
  ...patternRules(
    {
      slug: 'cookie-setting-unprotected',
      title: 'Session cookies are told to be readable by scripts or to travel without encryption',
      message: 'Script that somebody gets into a page, or whoever sits on the way, takes the session over.',
      remedy: 'Set HttpOnly and Secure; read the setting for development from the environment.',
      severity: 'medium',
      confidence: 'medium',
      weakness: 614,
    },
    {
      python: {
        keywords: ['SESSION_COOKIE_', 'CSRF_COOKIE_SECURE'],
        config: {
          rule: {
            kind: 'assignment',
            regex: '(?:SESSION_COOKIE_(?:SECURE|HTTPONLY)|CSRF_COOKIE_SECURE)[\'"]?\\]?\\s*=\\s*False$',
          },
        },
        bad: ['SESSION_COOKIE_HTTPONLY = False\n', "app.config['SESSION_COOKIE_SECURE'] = False\n"],
        good: ['SESSION_COOKIE_SECURE = True\n', "SESSION_COOKIE_SECURE = env('SECURE')\n"],
      },
      go: {
        keywords: ['http.Cookie'],
        config: {
          rule: {
            kind: 'keyed_element',
            regex: '^(?:HttpOnly|Secure)\\s*:\\s*false$',
            inside: {
              kind: 'composite_literal',
              has: { field: 'type', regex: '(?:http\\.Cookie|sessions\\.Options)$' },
              stopBy: 'end',
            },
          },
        },
        bad: ['package a\nvar c = http.Cookie{Name: "sid", HttpOnly: false}'],
        good: ['package a\nvar c = http.Cookie{Name: "sid", HttpOnly: true, Secure: true}'],
      },
      csharp: {
        keywords: ['HttpOnly', 'Secure'],
        config: {
          rule: {
            kind: 'assignment_expression',
            regex: '^(?:\\w+\\.)*[cC]ookie\\w*\\.(?:HttpOnly|Secure)\\s*=\\s*false$',
          },
        },
        bad: ['class A { void F(HttpCookie cookie) { cookie.HttpOnly = false; } }'],
        good: ['class A { void F(HttpCookie cookie) { cookie.HttpOnly = true; } }'],
      },
      ruby: {
        keywords: ['httponly', 'secure:'],
        config: { rule: { kind: 'pair', regex: '^(?::httponly\\s*=>|httponly:)\\s*false$' } },
        bad: ['cookies[:sid] = { value: v, httponly: false }\n'],
        good: ['cookies[:sid] = { value: v, httponly: true }\n'],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'origin-reflected',
      title: 'Any site that asks is allowed to read answers',
      message:
        'The header Access-Control-Allow-Origin repeats whatever the browser sends: with cookies, every site reads what the user can.',
      remedy: 'Compare the origin with a fixed list.',
      severity: 'medium',
      confidence: 'medium',
      weakness: 942,
    },
    {
      javascript: {
        keywords: ['Access-Control-Allow-Origin', 'access-control-allow-origin'],
        sinks: [
          {
            callee: /^(?:res|response|reply|ctx)\.(?:set|header|setHeader|append)$/,
            arguments: [1],
            when: /allow-origin/i,
          },
        ],
        bad: ["function f(req, res) { res.setHeader('Access-Control-Allow-Origin', req.headers.origin); }"],
        good: [
          "function f(req, res) { res.setHeader('Access-Control-Allow-Origin', 'https://example.com'); }",
          "function f(req, res) { const o = req.headers.origin; if (allowed.includes(o)) res.setHeader('Access-Control-Allow-Origin', o); }",
        ],
      },
      go: {
        keywords: ['Access-Control-Allow-Origin'],
        sinks: [{ callee: /\.(?:Set|Add|Header)$/, arguments: [1], when: /Allow-Origin/ }],
        bad: [
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin")) }',
        ],
        good: [
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { w.Header().Set("Access-Control-Allow-Origin", "https://example.com") }',
        ],
      },
      php: {
        keywords: ['Access-Control-Allow-Origin'],
        sinks: [{ callee: /^\\?header$/, arguments: [0], when: /Allow-Origin/i }],
        bad: ["<?php header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']);"],
        good: ["<?php header('Access-Control-Allow-Origin: https://example.com');"],
      },
    },
  ),
  ...callRules(
    {
      slug: 'any-origin-with-credentials',
      title: 'Any site may send requests with the user’s cookies and read the answers',
      message: 'Every site that a user opens can act in their name here.',
      remedy: 'List the origins that need it.',
      severity: 'high',
      confidence: 'high',
      weakness: 942,
    },
    {
      javascript: {
        keywords: ['cors('],
        calls: [
          {
            callee: /^cors$/,
            arguments: { 0: /(?=[\s\S]*credentials\s*:\s*true)(?=[\s\S]*origin\s*:\s*(?:true|['"]\*['"]))/ },
          },
        ],
        bad: ['app.use(cors({ origin: true, credentials: true }));'],
        good: ["app.use(cors({ origin: 'https://example.com', credentials: true }));", 'app.use(cors());'],
      },
      python: {
        keywords: ['CORS', 'CORSMiddleware'],
        calls: [
          {
            callee: /^CORS$/,
            when: /(?=[\s\S]*supports_credentials\s*=\s*True)(?=[\s\S]*origins['"]?\s*[=:]\s*['"[]{1,2}\*)/,
          },
          {
            callee: /\.add_middleware$/,
            when: /(?=[\s\S]*CORSMiddleware)(?=[\s\S]*allow_credentials\s*=\s*True)(?=[\s\S]*allow_origins\s*=\s*\[\s*['"]\*)/,
          },
        ],
        bad: ["app.add_middleware(CORSMiddleware, allow_origins=['*'], allow_credentials=True)\n"],
        good: ["app.add_middleware(CORSMiddleware, allow_origins=['https://example.com'], allow_credentials=True)\n"],
      },
      java: {
        keywords: ['allowedOriginPatterns', 'addAllowedOriginPattern'],
        calls: [
          { callee: /\.allowCredentials$/, when: /allowedOriginPatterns\("\*"\)[\s\S]*allowCredentials\(true\)/ },
        ],
        bad: [
          'class A { void f(CorsRegistry r) { r.addMapping("/**").allowedOriginPatterns("*").allowCredentials(true); } }',
        ],
        good: [
          'class A { void f(CorsRegistry r) { r.addMapping("/**").allowedOrigins("https://example.com").allowCredentials(true); } }',
        ],
      },
    },
  ),
  ...patternRules(
    {
      slug: 'request-forgery-protection-off',
      title: 'Protection against forged requests is switched off',
      message: 'A page of somebody else can make the browser of a user that is logged in change things here.',
      remedy: 'Leave it on; exempt only what no browser calls, such as an API with tokens of its own.',
      severity: 'medium',
      confidence: 'low',
      weakness: 352,
    },
    {
      ruby: {
        keywords: ['verify_authenticity_token', 'allow_forgery_protection', 'null_session'],
        config: {
          rule: {
            any: [
              { kind: 'call', regex: '^skip_before_action\\(? ?:verify_authenticity_token' },
              { kind: 'assignment', regex: 'allow_forgery_protection\\s*=\\s*false$' },
            ],
          },
        },
        bad: ['class A < B\n  skip_before_action :verify_authenticity_token\nend\n'],
        good: ['class A < B\n  protect_from_forgery with: :exception\nend\n'],
      },
      python: {
        keywords: ['csrf_exempt', 'WTF_CSRF_ENABLED'],
        config: {
          rule: {
            any: [
              { kind: 'decorator', regex: '^@csrf_exempt$' },
              { kind: 'assignment', regex: 'WTF_CSRF_ENABLED[\'"]?\\]?\\s*=\\s*False$' },
            ],
          },
        },
        bad: ['@csrf_exempt\ndef f(request):\n    pass\n'],
        good: ['@csrf_protect\ndef f(request):\n    pass\n'],
      },
      java: {
        keywords: ['csrf'],
        config: {
          rule: {
            kind: 'method_invocation',
            any: [
              { regex: '\\.csrf\\(\\)\\.disable\\(\\)$' },
              {
                regex: '\\.csrf\\(\\s*(?:AbstractHttpConfigurer::disable|(\\w+)\\s*->\\s*\\w+\\.disable\\(\\))\\s*\\)$',
              },
            ],
          },
        },
        bad: [
          'class A { void f(HttpSecurity http) { http.csrf().disable(); } }',
          'class A { void f(HttpSecurity http) { http.csrf(c -> c.disable()); } }',
        ],
        good: ['class A { void f(HttpSecurity http) { http.csrf(Customizer.withDefaults()); } }'],
      },
    },
  ),
];
