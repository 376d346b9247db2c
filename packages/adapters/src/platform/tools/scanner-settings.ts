// SPDX-License-Identifier: Apache-2.0

/**
 * Files that a scanner loads by itself from the folder that it scans, and by which the scanned repository could switch it off
 * or, with some tools, run code. They are not in the folder that tools see, and neither are ignore files: what is tracked is
 * scanned. Whole folders are never left out, since code could hide in them; what is part of the product reads these files too.
 */
const names: ReadonlySet<string> = new Set(
  (
    '.semgrepignore .bandit .gitleaks.toml .gitleaksignore .checkov.yaml .checkov.yml .trivyignore .trivyignore.yaml ' +
    'trivy.yaml trivy-secret.yaml .hadolint.yaml .hadolint.yml zizmor.yml zizmor.yaml .zizmor.yml .zizmor.yaml .njsscan ' +
    '.secrets.baseline osv-scanner.toml .grype.yaml .grype.yml grype.yaml .snyk .nuclei-ignore ' +
    '.gitignore .ignore .dockerignore .rgignore'
  ).split(' '),
);

/** Whether a path of the tree is of a file that sets up a scanner. */
export function isScannerSettings(path: string): boolean {
  return names.has(path.slice(path.lastIndexOf('/') + 1).toLowerCase());
}

/** Files of ours in the folder that tools see: semgrep leaves out tests and vendored code unless a file says otherwise. */
export const ownSettings: { readonly [path: string]: string } = {
  '.semgrepignore': '# Written by plumbline: nothing is left out.\n',
};
