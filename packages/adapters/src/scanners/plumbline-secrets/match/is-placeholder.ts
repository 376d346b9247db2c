// SPDX-License-Identifier: Apache-2.0

/** What people write where a secret will stand, and what fills it in at run time. */
const marks =
  /example|sample|dummy|placeholder|change[_-]?(?:me|it|this)|replace|(?:^|[^a-z])your|(?:^|[^a-z])my[_-]|insert|redacted|masked|hidden|secret[_-]?here|fixme|foobar|not[_-]?(?:a[_-]?)?(?:real|secret)|deadbeef|cafebabe|\*{3}|\.{3}|…|0{6}|1{6}|[<>]|\$\{|\$\(|\{\{|%[sdv({]|#\{|@\{|\[\[|\$[A-Z_]{3}|process\.env|os\.environ|getenv|secrets\.|vars\.|var\.|env\./i;

/** Short words stand in one case: in mixed case they come by chance in what is long and drawn. */
const shortMarks = /todo|TODO|Todo|fake|FAKE|Fake|mock|MOCK|Mock|x{4}|X{4}/;

/** Passwords of documents and of development machines; they keep nothing closed. */
const common =
  /^(?:my|the|some|test|user|super|top|db|dev|local|default)?[-_.]?(?:secrets?|passw(?:or)?d|passphrase|pass|pwd|tokens?|key|admin(?:istrator)?|root|user(?:name)?|guest|postgres(?:ql)?|mysql|mongo(?:db)?|redis|rabbitmq|oracle|login|test(?:ing)?|demo|hello|foo|bar|baz|qux|swordfish|letmein|hunter|monkey|welcome|qwerty|geheim|minio|elastic|keycloak|grafana)[-_.@]?(?:word|pass(?:word)?|secret|user|key|\d{1,6})?!?$/i;

/** Digits and letters as they follow each other on keyboards and in the alphabet. */
const sequences = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', '9876543210'];
const sequenceMax = 6;

/** Whether a text stands for a secret instead of being one. Linear in its length. */
export function isPlaceholder(secret: string): boolean {
  return (
    marks.test(secret) ||
    shortMarks.test(secret) ||
    common.test(secret) ||
    hasSequence(secret.toLowerCase()) ||
    hasRun(secret)
  );
}

function hasSequence(text: string): boolean {
  return sequences.some((sequence) => {
    for (let at = 0; at + sequenceMax <= sequence.length; at += 1)
      if (text.includes(sequence.slice(at, at + sequenceMax))) return true;
    return false;
  });
}

/** The same character six times in a row, or a pair four times: nobody draws that. */
const hasRun = (text: string): boolean => /(.)\1{5}|(..)\2{3}/.test(text);
