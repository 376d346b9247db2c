// SPDX-License-Identifier: Apache-2.0

/** A policy that says everything, in sentences as often as under headings. */
export const completePolicy = `# Security Policy

Thank you for helping to keep Lantern and its users safe.

## Supported Versions

| Version | Supported          |
| ------- | ------------------ |
| 3.x     | :white_check_mark: |
| < 3.0   | :x:                |

## Reporting a Vulnerability

**Please do not report security vulnerabilities through public GitHub issues.**

Instead, e-mail \`security [at] lantern-project [dot] org\` or use the
["Report a vulnerability"](https://github.com/lantern/lantern/security/advisories/new) form.

Please include as much of the following as you can:

- steps to reproduce, or a proof of concept
- the affected versions

You will hear back from us within two business days. We ask that you
do not disclose the issue to others until a fix has been released.

Denial of service by a local administrator is out of scope.

We will not take legal action against researchers who act in good faith,
and we credit reporters in the advisory unless they wish to stay anonymous.
`;

/** The text that GitHub offers for a new SECURITY.md. */
export const forgeTemplate = `# Security Policy

## Supported Versions

Use this section to tell people about which versions of your project are
currently being supported with security updates.

| Version | Supported          |
| ------- | ------------------ |
| 5.1.x   | :white_check_mark: |

## Reporting a Vulnerability

Use this section to tell people how to report a vulnerability.

Tell them where to go, how often they can expect to get an update on a
reported vulnerability, what to expect if the vulnerability is accepted or
declined, etc.
`;
