// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { collectInventory, locksIn, purlsIn } from '../testing/collect-inventory.ts';

const sha256 = 'a'.repeat(64);
const commit = 'f941b0a3ca094066dd9d5e002f48acdc5fda45a0';

const jsonnetfile = JSON.stringify({
  version: 1,
  dependencies: [
    { source: { git: { remote: 'https://github.com/grafana/grafonnet.git', subdir: 'gen' } }, version: 'main' },
  ],
});
const jsonnetLock = JSON.stringify({
  version: 1,
  dependencies: [
    {
      source: { git: { remote: 'https://github.com/grafana/grafonnet.git', subdir: 'gen' } },
      version: commit,
      sum: 'V9vAj21qJOc2DlMPDgB1eEjSQU4A+sAA4AXuJ6bd4xc=',
    },
  ],
});

const formats: readonly (readonly [
  name: string,
  manifest: readonly [string, string],
  lock: readonly [string, string],
])[] = [
  ['jsonnet', ['jsonnetfile.json', jsonnetfile], ['jsonnetfile.lock.json', jsonnetLock]],
  [
    'buf',
    ['buf.yaml', 'version: v2\ndeps:\n  - buf.build/googleapis/googleapis:v1\n'],
    [
      'buf.lock',
      `version: v2\ndeps:\n  - name: buf.build/googleapis/googleapis\n    commit: abc\n    digest: b5:${sha256}\n`,
    ],
  ],
  [
    'Bazel',
    ['MODULE.bazel', 'module(name = "a")\n# bazel_dep(name = "b")\nbazel_dep(name = "rules_go", version = "0.50.1")\n'],
    [
      'MODULE.bazel.lock',
      JSON.stringify({ registryFileHashes: { 'https://bcr.example/modules/rules_go/0.50.1/source.json': sha256 } }),
    ],
  ],
  [
    'Terraform',
    [
      'main.tf',
      'terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n    }\n  }\n}\nprovider "aws" {\n}\n',
    ],
    [
      '.terraform.lock.hcl',
      'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.1.0"\n  hashes = [\n    "h1:9cCiLO/Cqr6IUvMDSApCkQItooiYNatZpEXmcu0nnng=",\n  ]\n}\n',
    ],
  ],
  [
    'Julia',
    ['Project.toml', 'name = "A"\n[deps]\nJSON = "682c06a0"\nDates = "ade2ca70"\n'],
    [
      'Manifest.toml',
      `[[deps.JSON]]\nversion = "0.21.4"\ngit-tree-sha1 = "${commit}"\n[[deps.Dates]]\nuuid = "ade2ca70"\n`,
    ],
  ],
  [
    'Haskell',
    ['a.cabal', 'name: a\nlibrary\n  build-depends:\n    base >=4,\n    aeson ^>=2.1\n'],
    ['cabal.project.freeze', 'constraints: any.aeson ==2.1.2.1,\n'],
  ],
  [
    'opam',
    ['a.opam', 'opam-version: "2.0"\ndepends: [\n  "ocaml" {>= "4.14"}\n  "lwt" {>= "5.0"}\n]\n'],
    ['a.opam.locked', 'depends: [\n  "lwt" {= "5.7.0"}\n]\n'],
  ],
  [
    'Gleam',
    ['gleam.toml', 'name = "a"\n[dependencies]\ngleam_stdlib = ">= 0.34.0"\nown = { path = "../own" }\n'],
    [
      'manifest.toml',
      `packages = [\n  { name = "gleam_stdlib", version = "0.40.0", source = "hex", outer_checksum = "${sha256}" },\n]\n`,
    ],
  ],
  [
    'Carthage',
    ['Cartfile', 'github "Alamofire/Alamofire" ~> 5.0\n'],
    ['Cartfile.resolved', `github "Alamofire/Alamofire" "${commit}"\n`],
  ],
  [
    'Perl',
    ['cpanfile', "requires 'perl', '5.20';\nrequires 'Mojolicious::Lite';\n"],
    [
      'cpanfile.snapshot',
      '# carton snapshot format: version 1.0\nDISTRIBUTIONS\n  Mojolicious-9.34\n    provides:\n      Mojolicious::Lite undef\n',
    ],
  ],
  [
    'vcpkg with its registry in a file beside it',
    ['vcpkg.json', '{"dependencies": ["fmt"]}'],
    ['vcpkg-configuration.json', JSON.stringify({ 'default-registry': { kind: 'builtin', baseline: commit } })],
  ],
];

describe.each(formats)('%s', (_, [manifestPath, manifest], [lockPath, lock]) => {
  test('without its lock it is not locked, with it it is', async () => {
    expect(locksIn(await collectInventory({ [manifestPath]: manifest }))).toEqual([`${manifestPath} missing`]);
    const both = await collectInventory({ [manifestPath]: manifest, [lockPath]: lock });
    expect(locksIn(both)).toEqual([`${manifestPath} locked ${lockPath}`]);
    expect(both.unread).toEqual([]);
  });
});

test('components, with and without hashes', async () => {
  const inventory = await collectInventory(Object.fromEntries(formats.flatMap(([, ...files]) => files)));
  expect(purlsIn(inventory)).toEqual(
    expect.arrayContaining([
      'pkg:bazel/rules_go@0.50.1',
      'pkg:hackage/aeson@2.1.2.1 (no hash)',
      'pkg:hex/gleam_stdlib@0.40.0',
      'pkg:julia/JSON@0.21.4',
      'pkg:opam/lwt@5.7.0 (no hash)',
    ]),
  );
});

test('a lock without what its manifest names disagrees', async () => {
  const inventory = await collectInventory({
    'jsonnetfile.json': jsonnetfile,
    'jsonnetfile.lock.json': '{"version": 1, "dependencies": []}',
  });
  expect(locksIn(inventory)).toEqual(['jsonnetfile.json disagrees jsonnetfile.lock.json']);
});

test('manifests that lock themselves: a baseline inside vcpkg.json, hashes of build.zig.zon', async () => {
  const inventory = await collectInventory({
    'build.zig.zon': `.{\n  .name = .a,\n  .dependencies = .{\n    .clap = .{ .url = "https://example.com/clap.tar.gz", .hash = "clap-0.10.0-${sha256}" },\n  },\n}\n`,
    'b/build.zig.zon': '.{ .dependencies = .{ .own = .{ .path = "../own" } } }',
    'vcpkg.json': JSON.stringify({
      dependencies: ['fmt'],
      'vcpkg-configuration': { 'default-registry': { kind: 'git', baseline: commit } },
    }),
  });
  expect(locksIn(inventory)).toEqual(['b/build.zig.zon not-needed', 'build.zig.zon locked', 'vcpkg.json locked']);
});

test('a reusable module of Terraform locks nothing; stack and renv fix what they list', async () => {
  const inventory = await collectInventory({
    'modules/a/versions.tf': 'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws" }\n  }\n}\n',
    'a.cabal': 'name: a\nlibrary\n  build-depends: base, text\n',
    'stack.yaml.lock': `packages:\n- completed:\n    hackage: text-2.0@sha256:${sha256},100\nsnapshots: []\n`,
    'renv.lock': JSON.stringify({
      Packages: { dplyr: { Version: '1.1.4', Hash: 'fedd9d00c2944ff00a0e2696ccf048ec' } },
    }),
  });
  expect(locksIn(inventory)).toEqual(['a.cabal locked stack.yaml.lock']);
  expect(purlsIn(inventory)).toEqual(['pkg:cran/dplyr@1.1.4', 'pkg:hackage/text@2.0']);
});

test('ko puts binaries on images', async () => {
  const inventory = await collectInventory({
    '.ko.yaml': `defaultBaseImage: gcr.io/distroless/static:nonroot\nbaseImageOverrides:\n  example.com/a: gcr.io/a@sha256:${sha256}\n`,
  });
  expect(inventory.baseImages.map(({ reference, digest, line }) => [reference, digest !== null, line])).toEqual([
    ['gcr.io/distroless/static:nonroot', false, 1],
    [`gcr.io/a@sha256:${sha256}`, true, 3],
  ]);
});
