// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';
import { callRules } from './define-rules.ts';

export const cryptographyRules: readonly CodeRule[] = [
  ...callRules(
    {
      slug: 'weak-cipher',
      title: 'A broken cipher, or a mode that shows patterns',
      message: 'DES, RC4 and Blowfish are broken; ECB encrypts equal blocks to equal blocks.',
      remedy: 'Use AES-GCM or ChaCha20-Poly1305 with a fresh nonce for each message.',
      severity: 'high',
      confidence: 'high',
      weakness: 327,
    },
    {
      javascript: {
        keywords: ['createCipher', 'createDecipher', 'CryptoJS'],
        calls: [
          {
            callee: /(?:^|\.)create(?:Cipher|Decipher)iv$/,
            arguments: { 0: /^['"`](?:des|rc2|rc4|bf|blowfish|aes-?\d{3}-ecb|.*-ecb)/i },
          },
          { callee: /^(?:crypto\.)createCipher$|^(?:crypto\.)createDecipher$/ },
          { callee: /^CryptoJS\.(?:DES|TripleDES|RC4|Rabbit)\.(?:encrypt|decrypt)$/ },
        ],
        bad: [
          "const c = crypto.createCipheriv('des-ede3-cbc', key, iv);",
          "const c = crypto.createCipheriv('aes-128-ecb', key, null);",
          "const c = crypto.createCipher('aes192', 'x');",
        ],
        good: ["const c = crypto.createCipheriv('aes-256-gcm', key, iv);"],
      },
      python: {
        keywords: ['DES', 'ARC4', 'Blowfish', 'MODE_ECB', 'modes.ECB', 'ARC2'],
        calls: [
          { callee: /^(?:DES3?|ARC4|ARC2|Blowfish)\.new$/ },
          { callee: /^AES\.new$/, when: /MODE_ECB/ },
          { callee: /^(?:algorithms\.(?:TripleDES|ARC4|Blowfish|IDEA)|modes\.ECB)$/ },
        ],
        bad: [
          'c = AES.new(key, AES.MODE_ECB)\n',
          'c = DES.new(key, DES.MODE_CBC)\n',
          'c = Cipher(algorithms.AES(key), modes.ECB())\n',
        ],
        good: ['c = AES.new(key, AES.MODE_GCM)\n', 'c = Cipher(algorithms.AES(key), modes.GCM(iv))\n'],
      },
      java: {
        keywords: ['Cipher.getInstance'],
        calls: [
          {
            callee: /^(?:javax\.crypto\.)?Cipher\.getInstance$/,
            arguments: { 0: /^"(?:DES|DESede|RC4|ARCFOUR|Blowfish|RC2)\b|^"AES(?:"|\/ECB)/i },
          },
        ],
        bad: [
          'class A { void f() { Cipher c = Cipher.getInstance("DES/CBC/PKCS5Padding"); } }',
          'class A { void f() { Cipher c = Cipher.getInstance("AES"); } }',
        ],
        good: ['class A { void f() { Cipher c = Cipher.getInstance("AES/GCM/NoPadding"); } }'],
      },
      go: {
        keywords: ['des.New', 'rc4.New'],
        calls: [{ callee: /^(?:des\.NewCipher|des\.NewTripleDESCipher|rc4\.NewCipher)$/ }],
        bad: ['package a\nfunc f(k []byte) { c, _ := des.NewCipher(k); use(c) }'],
        good: ['package a\nfunc f(k []byte) { c, _ := aes.NewCipher(k); use(c) }'],
      },
      php: {
        keywords: ['openssl_encrypt', 'openssl_decrypt', 'mcrypt_'],
        calls: [
          { callee: /^\\?openssl_(?:en|de)crypt$/, arguments: { 1: /^['"](?:des|rc2|rc4|bf|.*-ecb)/i } },
          { callee: /^\\?mcrypt_(?:en|de)crypt$/ },
        ],
        bad: ["<?php $c = openssl_encrypt($m, 'aes-128-ecb', $k);"],
        good: ["<?php $c = openssl_encrypt($m, 'aes-256-gcm', $k, 0, $iv, $tag);"],
      },
      ruby: {
        keywords: ['Cipher'],
        calls: [{ callee: /(?:^|\.)Cipher\.new$/, arguments: { 0: /^['"](?:des|rc2|rc4|bf|.*-ecb)/i } }],
        bad: ["c = OpenSSL::Cipher.new('des-cbc')\n"],
        good: ["c = OpenSSL::Cipher.new('aes-256-gcm')\n"],
      },
      csharp: {
        keywords: ['DES', 'RC2'],
        calls: [
          { callee: /^(?:DES|TripleDES|RC2)\.Create$/ },
          { callee: /^(?:DES|TripleDES|RC2)CryptoServiceProvider$/ },
        ],
        bad: [
          'class A { void F() { var c = DES.Create(); } }',
          'class A { void F() { var c = new DESCryptoServiceProvider(); } }',
        ],
        good: ['class A { void F() { var c = Aes.Create(); } }'],
      },
    },
  ),
  ...callRules(
    {
      slug: 'key-in-source',
      title: 'A key of a cipher stands in the sources',
      message: 'Whoever reads the sources, or the program, decrypts everything and signs as you.',
      remedy: 'Read the key from a secret store at run time, and change this one.',
      severity: 'high',
      confidence: 'high',
      weakness: 321,
    },
    {
      javascript: {
        keywords: ['createCipheriv', 'createHmac', 'jwt.sign', 'jsonwebtoken', 'session('],
        calls: [
          { callee: /(?:^|\.)create(?:Cipher|Decipher)iv$/, arguments: { 1: /^['"][^'"]{8,}['"]$/ } },
          { callee: /^(?:jwt|jsonwebtoken)\.(?:sign|verify)$/, arguments: { 1: /^['"][^'"]{4,}['"]$/ } },
          {
            callee: /^(?:session|expressSession|expressJwt)$/,
            arguments: { 0: /\bsecret\s*:\s*['"][^'"]{3,200}['"]/ },
          },
        ],
        bad: [
          "const t = jwt.sign(claims, 'not so secret');",
          "app.use(session({ secret: 'keyboard cat', resave: false }));",
        ],
        good: ['const t = jwt.sign(claims, process.env.JWT_SECRET);', 'app.use(session({ secret: config.secret }));'],
      },
      python: {
        keywords: ['jwt.encode', 'AES.new', 'Fernet', 'jwt.decode', 'secret_key', 'SECRET_KEY'],
        calls: [
          { callee: /^(?:jwt|jose\.jwt)\.(?:encode|decode)$/, arguments: { 1: /^b?['"][^'"]{4,}['"]$/ } },
          { callee: /^AES\.new$/, arguments: { 0: /^b['"][^'"]{8,}['"]$/ } },
          { callee: /^Fernet$/, arguments: { 0: /^b?['"][^'"]{20,}['"]$/ } },
        ],
        bad: ["import jwt\nt = jwt.encode(claims, 'not so secret', algorithm='HS256')\n"],
        good: ["import jwt\nt = jwt.encode(claims, os.environ['KEY'], algorithm='HS256')\n"],
      },
      java: {
        keywords: ['SecretKeySpec', 'signWith', 'setSigningKey', 'HMAC256'],
        calls: [
          { callee: /^(?:javax\.crypto\.spec\.)?SecretKeySpec$/, arguments: { 0: /^"[^"]{4,}"\.getBytes\(/ } },
          { callee: /\.(?:signWith|setSigningKey)$/, when: /\(\s*(?:SignatureAlgorithm\.\w+\s*,\s*)?"[^"]{4,}"/ },
          { callee: /^Algorithm\.HMAC(?:256|384|512)$/, arguments: { 0: /^"[^"]{4,}"$/ } },
        ],
        bad: [
          'class A { void f() { var k = new SecretKeySpec("0123456789abcdef".getBytes(), "AES"); } }',
          'class A { void f() { Jwts.builder().signWith(SignatureAlgorithm.HS512, "not so secret"); } }',
        ],
        good: ['class A { void f(byte[] key) { var k = new SecretKeySpec(key, "AES"); } }'],
      },
      go: {
        keywords: ['aes.NewCipher', 'hmac.New', 'SignedString'],
        calls: [
          { callee: /^aes\.NewCipher$/, arguments: { 0: /^\[\]byte\("[^"]{8,}"\)$/ } },
          { callee: /^hmac\.New$/, arguments: { 1: /^\[\]byte\("[^"]{4,}"\)$/ } },
          { callee: /\.SignedString$/, arguments: { 0: /^\[\]byte\("[^"]{4,}"\)$/ } },
        ],
        bad: ['package a\nfunc f() { t, _ := token.SignedString([]byte("not so secret")); use(t) }'],
        good: ['package a\nfunc f(key []byte) { t, _ := token.SignedString(key); use(t) }'],
      },
      php: {
        keywords: ['JWT::encode', 'hash_hmac', 'openssl_encrypt'],
        calls: [
          { callee: /(?:^|\\)JWT\.(?:encode|decode)$/, arguments: { 1: /^['"][^'"]{4,}['"]$/ } },
          { callee: /^\\?hash_hmac$/, arguments: { 2: /^['"][^'"]{4,}['"]$/ } },
          { callee: /^\\?openssl_encrypt$/, arguments: { 2: /^['"][^'"]{4,}['"]$/ } },
        ],
        bad: ["<?php $t = JWT::encode($claims, 'not so secret', 'HS256');"],
        good: ["<?php $t = JWT::encode($claims, getenv('KEY'), 'HS256');"],
      },
    },
  ),
];
