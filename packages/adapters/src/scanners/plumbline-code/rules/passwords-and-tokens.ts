// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';
import { callRules, patternRules } from './define-rules.ts';

/** Names of what must not be guessed. */
const password = /^[^,+]{0,60}(?:pass(?:word|wd|phrase)?|pwd)\b[^,+]{0,40}$/i;
/** Where a slow function is used as well, a fast one before it only shortens. */
const slowFunctions = /password_hash\(|password_verify\(|bcrypt|argon2|scrypt|pbkdf2|crypto_pwhash/i;
const secretName =
  '(?i)(?:token|secret|passw|session_?id|sessid|nonce|salt|csrf|otp|api_?key|reset_?code|verification_?code)';

// plumbline:allow javascript-guessable-token the examples of a rule call an ordinary generator; nothing here does
export const passwordAndTokenRules: readonly CodeRule[] = [
  ...callRules(
    {
      slug: 'password-hashed-fast',
      title: 'A password is hashed with a fast function',
      message: 'Whoever gets the hashes tries billions of passwords a second.',
      remedy: 'Use Argon2id, scrypt or bcrypt with a salt for each password.',
      severity: 'high',
      confidence: 'medium',
      weakness: 916,
    },
    {
      javascript: {
        keywords: ['createHash', 'md5(', 'sha1('],
        unlessFile: slowFunctions,
        calls: [
          { callee: /createHash\(['"](?:md5|sha-?1|sha-?256|sha-?512)['"]\)\.update$/i, arguments: { 0: password } },
          { callee: /^(?:md5|sha1)$/, arguments: { 0: password } },
        ],
        bad: ["const h = crypto.createHash('md5').update(password).digest('hex');", 'const h = md5(user.password);'],
        good: [
          "const h = crypto.createHash('md5').update(body).digest('hex');",
          'const h = await argon2.hash(password);',
        ],
      },
      python: {
        keywords: ['hashlib'],
        unlessFile: slowFunctions,
        calls: [
          {
            callee: /^hashlib\.(?:md5|sha1|sha224|sha256|sha512)$/,
            arguments: { 0: password },
            unless: /usedforsecurity\s*=\s*False/,
          },
        ],
        bad: ['import hashlib\nh = hashlib.md5(password.encode()).hexdigest()\n'],
        good: [
          'import hashlib\nh = hashlib.md5(body).hexdigest()\n',
          'import hashlib\nh = hashlib.pbkdf2_hmac("sha256", password, salt, 600000)\n',
        ],
      },
      php: {
        keywords: ['md5', 'sha1', 'hash('],
        unlessFile: slowFunctions,
        calls: [
          { callee: /^\\?(?:md5|sha1|crypt)$/, arguments: { 0: password } },
          { callee: /^\\?hash$/, arguments: { 1: password } },
        ],
        bad: ['<?php $pass = md5($password);', "<?php $h = hash('sha256', $_POST['password']);"],
        good: ['<?php $h = password_hash($password, PASSWORD_DEFAULT);', '<?php $etag = md5($body);'],
      },
      ruby: {
        keywords: ['Digest::'],
        unlessFile: slowFunctions,
        calls: [
          {
            callee: /^(?:OpenSSL\.)?Digest\.(?:MD5|SHA1|SHA256|SHA512)\.(?:hexdigest|digest|base64digest)$/,
            arguments: { 0: password },
          },
        ],
        bad: ['h = Digest::MD5.hexdigest(password)\n'],
        good: ['h = BCrypt::Password.create(password)\n', 'h = Digest::MD5.hexdigest(body)\n'],
      },
      go: {
        keywords: ['md5.Sum', 'sha1.Sum', 'sha256.Sum256', 'sha512.Sum512'],
        unlessFile: slowFunctions,
        calls: [{ callee: /^(?:md5\.Sum|sha1\.Sum|sha256\.Sum256|sha512\.Sum512)$/, arguments: { 0: password } }],
        bad: ['package a\nfunc f(password string) { h := md5.Sum([]byte(password)); use(h) }'],
        good: [
          'package a\nfunc f(password string) { h, _ := bcrypt.GenerateFromPassword([]byte(password), 12); use(h) }',
        ],
      },
      csharp: {
        keywords: ['ComputeHash', 'HashData'],
        unlessFile: slowFunctions,
        calls: [{ callee: /(?:^|\.)(?:ComputeHash|HashData)$/, arguments: { 0: password } }],
        requires: /MD5|SHA1|SHA256|SHA512/,
        bad: [
          'class A { void F(string password) { var h = MD5.Create().ComputeHash(Encoding.UTF8.GetBytes(password)); } }',
        ],
        good: ['class A { void F(byte[] body) { var h = SHA256.Create().ComputeHash(body); } }'],
      },
    },
  ),
  ...callRules(
    {
      slug: 'token-not-verified',
      title: 'The signature of a token is not checked',
      message: 'Anybody writes such a token: it says whatever its sender likes.',
      remedy: 'Verify the signature with an algorithm that you name.',
      severity: 'high',
      confidence: 'high',
      weakness: 347,
    },
    {
      javascript: {
        keywords: ['jwt', 'jsonwebtoken', 'jose'],
        calls: [
          { callee: /(?:^|\.)verify$/, when: /algorithms\s*:\s*\[[^\]]{0,80}['"]none['"]/i },
          { callee: /^(?:jwt|jsonwebtoken)\.sign$/, when: /algorithm\s*:\s*['"]none['"]/i },
        ],
        bad: [
          "jwt.verify(token, key, { algorithms: ['HS256', 'none'] });",
          "jwt.sign(claims, '', { algorithm: 'none' });",
        ],
        good: ["jwt.verify(token, key, { algorithms: ['RS256'] });"],
      },
      python: {
        keywords: ['jwt'],
        // Reading a token before it is verified is needed to find its issuer; who does it knowingly says so in a name.
        unlessFile: /unverified/i,
        calls: [
          {
            callee: /(?:^|\.)(?:jwt\.)?decode$/,
            when: /verify_signature['"]?\s*:\s*False|verify\s*=\s*False/,
            arguments: { 0: /token|jwt|cookie|auth/i },
          },
          { callee: /^jwt\.decode$/, when: /algorithms\s*=\s*\[[^\]]{0,80}['"]none['"]/i },
        ],
        bad: [
          'c = jwt.decode(token, options={"verify_signature": False})\n',
          "c = jwt.decode(token, key, algorithms=['none'])\n",
        ],
        good: ["c = jwt.decode(token, key, algorithms=['RS256'])\n"],
      },
      java: {
        keywords: ['Algorithm.none', 'parseClaimsJwt', 'Jwts'],
        calls: [{ callee: /^Algorithm\.none$/ }],
        bad: ['class A { void f() { JWT.require(Algorithm.none()).build().verify(t); } }'],
        good: ['class A { void f() { JWT.require(Algorithm.RSA256(k)).build().verify(t); } }'],
      },
      go: {
        keywords: ['UnsafeAllowNoneSignatureType'],
        calls: [{ callee: /\.SignedString$/, arguments: { 0: /UnsafeAllowNoneSignatureType/ } }],
        bad: ['package a\nfunc f() { t, _ := token.SignedString(jwt.UnsafeAllowNoneSignatureType); use(t) }'],
        good: ['package a\nfunc f() { t, _ := token.SignedString(key); use(t) }'],
      },
    },
  ),
  ...patternRules(
    {
      slug: 'guessable-token',
      title: 'Something that must not be guessed comes from an ordinary random generator',
      message: 'From a few values of it, the next ones can be computed.',
      remedy: 'Take it from the generator for cryptography.',
      severity: 'medium',
      confidence: 'medium',
      weakness: 338,
    },
    {
      javascript: {
        keywords: ['Math.random'],
        config: {
          rule: {
            any: [
              {
                kind: 'variable_declarator',
                all: [
                  { has: { field: 'name', regex: secretName } },
                  { has: { field: 'value', regex: 'Math\\.random\\(\\)' } },
                ],
                not: {
                  has: {
                    field: 'value',
                    any: [{ kind: 'arrow_function' }, { kind: 'function_expression' }, { kind: 'class' }],
                  },
                },
              },
              {
                kind: 'assignment_expression',
                all: [
                  { has: { field: 'left', regex: secretName } },
                  { has: { field: 'right', regex: 'Math\\.random\\(\\)' } },
                ],
                not: { has: { field: 'right', any: [{ kind: 'arrow_function' }, { kind: 'function_expression' }] } },
              },
            ],
          },
        },
        bad: ['const token = Math.random().toString(36).slice(2);', 'user.resetToken = String(Math.random());'],
        good: ['const x = Math.random();', "const token = crypto.randomBytes(16).toString('hex');"],
      },
      python: {
        keywords: ['random.'],
        config: {
          rule: {
            kind: 'assignment',
            all: [
              { has: { field: 'left', regex: secretName } },
              {
                has: {
                  field: 'right',
                  regex:
                    '(?:^|[^.\\w])random\\.(?:choice|choices|randint|random|randrange|sample|getrandbits|randbytes)\\(',
                },
              },
            ],
            not: { has: { field: 'right', kind: 'lambda' } },
          },
        },
        bad: ["import random\ntoken = ''.join(random.choice(chars) for _ in range(20))\n"],
        good: [
          'import secrets\ntoken = secrets.token_hex(16)\n',
          "import random\ntoken = ''.join(random.SystemRandom().choice(chars) for _ in range(20))\n",
        ],
      },
      php: {
        keywords: ['rand(', 'uniqid('],
        config: {
          rule: {
            kind: 'assignment_expression',
            all: [
              { has: { field: 'left', regex: secretName } },
              { has: { field: 'right', regex: '\\b(?:mt_rand|rand|uniqid)\\(' } },
            ],
          },
        },
        bad: ['<?php $token = md5(uniqid(rand(), true));'],
        good: ['<?php $token = bin2hex(random_bytes(16));', '<?php $n = rand(1, 6);'],
      },
      java: {
        keywords: ['new Random', 'Math.random', 'RandomStringUtils'],
        config: {
          rule: {
            kind: 'variable_declarator',
            all: [
              { has: { field: 'name', regex: secretName } },
              { has: { field: 'value', regex: 'new Random\\(|Math\\.random\\(\\)|RandomStringUtils\\.random' } },
            ],
            // One of a list is no token.
            not: { has: { field: 'value', kind: 'array_access' } },
          },
        },
        bad: ['class A { void f() { String token = Long.toString(new Random().nextLong()); } }'],
        good: ['class A { void f() { String token = Long.toString(new SecureRandom().nextLong()); } }'],
      },
      go: {
        keywords: ['math/rand'],
        config: {
          rule: {
            kind: 'short_var_declaration',
            all: [
              { has: { field: 'left', regex: secretName } },
              { has: { field: 'right', regex: '\\brand\\.(?:Int|Intn|Int63|Int31|Uint32|Uint64|Float64|Read|Perm)' } },
            ],
          },
        },
        bad: ['package a\nimport "math/rand"\nfunc f() { token := rand.Int63(); use(token) }'],
        good: ['package a\nimport "math/rand"\nfunc f() { delay := rand.Int63(); use(delay) }'],
      },
      csharp: {
        keywords: ['new Random'],
        config: {
          rule: {
            kind: 'variable_declarator',
            all: [{ has: { field: 'name', regex: secretName } }, { regex: 'new Random\\(\\d{0,10}\\)\\.Next' }],
          },
        },
        bad: ['class A { void F() { var token = new Random().Next().ToString(); } }'],
        good: ['class A { void F() { var token = RandomNumberGenerator.GetHexString(32); } }'],
      },
      ruby: {
        keywords: ['rand'],
        config: {
          rule: {
            kind: 'assignment',
            all: [
              { has: { field: 'left', regex: secretName } },
              {
                has: {
                  field: 'right',
                  regex: '(?:^|[^.\\w])(?:Kernel\\.)?rand\\(|Random\\.rand|\\.sample\\b|Random\\.new',
                },
              },
            ],
            not: { has: { field: 'right', regex: 'SecureRandom' } },
          },
        },
        bad: ['token = rand(10**10).to_s\n'],
        good: ['token = SecureRandom.hex(16)\n'],
      },
    },
  ),
];
