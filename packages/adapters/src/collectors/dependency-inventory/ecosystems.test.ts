// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { collectInventory, locksIn, purlsIn } from './testing/collect-inventory.ts';

const sha256 = 'a'.repeat(64);
const commit = 'f941b0a3ca094066dd9d5e002f48acdc5fda45a0';

describe('Go', () => {
  const goMod = `module example.com/app

go 1.22.0

require github.com/spf13/cobra v1.8.0

require (
	golang.org/x/text v0.14.0
	example.com/lib v0.0.0
	github.com/old/x v1.0.0
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
)

replace example.com/lib => ../lib

replace github.com/old/x v1.0.0 => github.com/new/x v1.0.1
`;
  const goSum = `github.com/spf13/cobra v1.8.0 h1:7aJaZx1B85qltLMc546zn58BxxfZdR/W22ej9CFoEf0=
github.com/spf13/cobra v1.8.0/go.mod h1:WXLWApfZ71AjXPya3WOlMsY9yMs7YeiHhFVlvLyhcho=
golang.org/x/text v0.14.0/go.mod h1:18ZOQIKpY8NJVqYksKHtTdi31H5itFRjB5/qKTNYzSU=
github.com/new/x v1.0.1 h1:x=
`;

  test('go.sum: every direct requirement has its hash; replacements count instead', async () => {
    const inventory = await collectInventory({ 'go.mod': goMod, 'go.sum': goSum });
    expect(inventory.manifests[0]).toMatchObject({ lock: 'locked', dependencies: 3, ecosystem: 'golang' });
    expect(purlsIn(inventory)).toEqual([
      'pkg:golang/github.com/new/x@v1.0.1',
      'pkg:golang/github.com/spf13/cobra@v1.8.0',
    ]);
  });

  test('disagrees, missing, vendored, not needed', async () => {
    const inventory = await collectInventory({
      'a/go.mod': goMod,
      'a/go.sum': goSum.replaceAll('v1.8.0', 'v1.7.0'),
      'b/go.mod': goMod,
      'c/go.mod': 'module c\n\ngo 1.22\n\nrequire golang.org/x/text v0.14.0\n',
      'c/vendor/modules.txt': '# golang.org/x/text v0.14.0\n## explicit; go 1.18\ngolang.org/x/text/unicode\n',
      'd/go.mod': 'module d\n',
    });
    expect(locksIn(inventory)).toEqual([
      'a/go.mod disagrees a/go.sum',
      'b/go.mod missing',
      'c/go.mod locked c/vendor/modules.txt',
      'd/go.mod not-needed',
    ]);
    expect(inventory.manifests[0]?.because).toBe('github.com/spf13/cobra@v1.8.0 has no hash in the lock');
  });
});

describe('Cargo', () => {
  const lock = `version = 4

[[package]]
name = "app"
version = "0.1.0"
dependencies = ["serde"]

[[package]]
name = "member"
version = "0.1.0"

[[package]]
name = "serde"
version = "1.0.200"
source = "registry+https://github.com/rust-lang/crates.io-index"
checksum = "${sha256}"

[[package]]
name = "forked"
version = "0.2.0"
source = "git+https://github.com/org/forked?branch=main#${commit}"
`;

  test('members of the workspace are covered by the lock at its root', async () => {
    const inventory = await collectInventory({
      'Cargo.toml':
        '[workspace]\nmembers = ["crates/*"]\n[package]\nname = "app"\n[dependencies]\nserde = { version = "1", features = ["derive"] }\nmember = { path = "crates/member" }\n',
      'Cargo.lock': lock,
      'crates/member/Cargo.toml':
        '[package]\nname = "member"\n[target.\'cfg(unix)\'.dependencies]\nfork = { package = "forked", git = "https://github.com/org/forked" }\n[dev-dependencies]\nshared = { workspace = true }\n',
      'fuzz/Cargo.toml': '[package]\nname = "fuzz"\n[dependencies]\nlibfuzzer-sys = "0.4"\n',
    });
    expect(locksIn(inventory)).toEqual([
      'Cargo.toml locked Cargo.lock',
      'crates/member/Cargo.toml locked Cargo.lock',
      'fuzz/Cargo.toml missing',
    ]);
    expect(inventory.lockfiles[0]).toMatchObject({ external: 2, hashed: 2 });
    expect(purlsIn(inventory)).toEqual(['pkg:cargo/libfuzzer-sys (no hash)', 'pkg:cargo/serde@1.0.200']);
  });

  test('a locked version outside a caret range disagrees', async () => {
    const inventory = await collectInventory({
      'Cargo.toml': '[package]\nname = "app"\n[dependencies]\nserde = "0.9"\n',
      'Cargo.lock': lock,
    });
    expect(inventory.manifests[0]).toMatchObject({
      lock: 'disagrees',
      because: 'serde is locked to 1.0.200, outside 0.9',
    });
  });
});

describe('JVM', () => {
  const pom = `<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent><groupId>org.example</groupId><artifactId>parent</artifactId><version>1</version></parent>
  <artifactId>app</artifactId>
  <properties><guava.version>33.0.0-jre</guava.version></properties>
  <dependencyManagement><dependencies><dependency><groupId>x</groupId><artifactId>managed</artifactId><version>1</version></dependency></dependencies></dependencyManagement>
  <dependencies>
    <dependency><groupId>com.google.guava</groupId><artifactId>guava</artifactId><version>\${guava.version}</version></dependency>
    <dependency><groupId>\${project.groupId}</groupId><artifactId>core</artifactId><version>\${project.version}</version></dependency>
  </dependencies>
</project>`;

  test('Maven has no lock: fixed direct versions are not enough (doubtful case 11)', async () => {
    const inventory = await collectInventory({
      'pom.xml': pom,
      'core/pom.xml': '<project><groupId>org.example</groupId><artifactId>core</artifactId></project>',
    });
    expect(locksIn(inventory)).toEqual(['core/pom.xml not-needed', 'pom.xml missing']);
    expect(inventory.manifests[1]).toMatchObject({ dependencies: 1 });
    expect(inventory.manifests[1]?.because).toContain('transitive ones are not');
    expect(purlsIn(inventory)).toEqual(['pkg:maven/com.google.guava/guava@33.0.0-jre (no hash)']);
  });

  test('maven-lockfile', async () => {
    const inventory = await collectInventory({
      'pom.xml': pom,
      'lockfile.json': JSON.stringify({
        artifactID: 'app',
        dependencies: [
          {
            groupId: 'com.google.guava',
            artifactId: 'guava',
            version: '33.0.0-jre',
            checksum: 'abc',
            children: [{ groupId: 'g', artifactId: 'failureaccess', version: '1' }],
          },
          { groupId: 'org.example', artifactId: 'core', version: '1', checksum: 'abc' },
        ],
      }),
    });
    expect(locksIn(inventory)).toEqual(['pom.xml locked lockfile.json']);
    expect(inventory.lockfiles[0]).toMatchObject({ external: 3, hashed: 2 });
  });

  const build = `plugins { id("java") }
// implementation("commented:out:1")
dependencies {
  implementation(libs.okio.core)
  api project(":lib")
  testImplementation "org.junit.jupiter:junit-jupiter:5.10.0"
  runtimeOnly(group: 'com.h2database', name: 'h2', version: '2.2.224')
  ksp(libs.bundles.tools)
}`;
  const catalog =
    '[versions]\nokio = "3.9.0"\n[libraries]\nokio-core = { module = "com.squareup.okio:okio", version.ref = "okio" }\nmoshi = "com.squareup.moshi:moshi:1.15.0"\n[bundles]\ntools = ["moshi"]\n';

  test('Gradle: aliases of the version catalog, gradle.lockfile, verification-metadata.xml', async () => {
    const inventory = await collectInventory({
      'gradle/libs.versions.toml': catalog,
      'build.gradle.kts': build,
      'locked/build.gradle': build,
      'locked/gradle.lockfile':
        '# This is a Gradle generated file\ncom.h2database:h2:2.2.224=runtimeClasspath\ncom.squareup.moshi:moshi:1.15.0=a\ncom.squareup.okio:okio:3.9.1=a\norg.junit.jupiter:junit-jupiter:5.10.0=a\nempty=\n',
    });
    expect(locksIn(inventory)).toEqual([
      'build.gradle.kts missing',
      'locked/build.gradle locked locked/gradle.lockfile',
    ]);
    expect(inventory.manifests[0]?.dependencies).toBe(4);
    expect(inventory.lockfiles[0]).toMatchObject({ external: 4, hashed: 0, canHash: false });
    expect(purlsIn(inventory)).toContain('pkg:maven/com.squareup.okio/okio@3.9.0 (no hash)');

    const verified = await collectInventory({
      'build.gradle': 'dependencies { \n implementation "a:b:1"\n}',
      'gradle/verification-metadata.xml': `<verification-metadata><components><component group="a" name="b" version="1"><artifact name="b-1.jar"><sha256 value="${sha256}"/></artifact></component></components></verification-metadata>`,
    });
    expect(locksIn(verified)).toEqual(['build.gradle locked gradle/verification-metadata.xml']);
    expect(purlsIn(verified)).toEqual(['pkg:maven/a/b@1']);
  });
});

test('Ruby: checksums, git sources, gems of the repository', async () => {
  const inventory = await collectInventory({
    Gemfile:
      'source "https://gems.example.org"\ngemspec\ngem "rails", "~> 8.0"\ngem "sinatra", github: "sinatra/sinatra"\ngem "local", path: "gems/local"\ngem "wdm", platforms: :mswin # windows\n',
    'Gemfile.lock': `GIT
  remote: https://github.com/sinatra/sinatra.git
  revision: ${commit}
  specs:
    sinatra (4.0.0)
      rack (>= 3)

PATH
  remote: .
  specs:
    mine (1.0)

GEM
  remote: https://gems.example.org/
  specs:
    rack (3.1.0)
    rails (8.0.1)
      rack (>= 2)

PLATFORMS
  ruby

DEPENDENCIES
  mine!
  rails (~> 8.0)
  sinatra!

CHECKSUMS
  rack (3.1.0) sha256=${sha256}
  rails (8.0.1)

BUNDLED WITH
   2.6.2
`,
    'mine.gemspec':
      'Gem::Specification.new do |s|\n  s.name = "mine"\n  s.add_dependency "rack", ">= 3"\n  s.add_development_dependency("rspec")\nend\n',
  });
  expect(locksIn(inventory)).toEqual(['Gemfile locked Gemfile.lock', 'mine.gemspec disagrees Gemfile.lock']);
  expect(inventory.manifests[1]?.because).toBe('rspec is not in the lock');
  expect(inventory.lockfiles[0]).toMatchObject({ external: 3, hashed: 2 });
  expect(purlsIn(inventory)).toEqual(['pkg:gem/rack@3.1.0', 'pkg:gem/rails@8.0.1 (no hash)']);
});

test('Composer: platform packages are no dependencies; the commit of an archive is no hash of it', async () => {
  const inventory = await collectInventory({
    'composer.json': JSON.stringify({
      name: 'a/app',
      require: { php: '>=8', 'ext-json': '*', 'Symfony/Console': '^7' },
      'require-dev': { 'psr/log-implementation': '*' },
    }),
    'composer.lock': JSON.stringify({
      packages: [
        {
          name: 'symfony/console',
          version: 'v7.1.0',
          dist: { type: 'zip', reference: commit, shasum: '' },
          provide: { 'psr/log-implementation': '1' },
        },
      ],
      'packages-dev': [{ name: 'local/x', version: 'dev-main', dist: { type: 'path', url: 'x' } }],
    }),
  });
  expect(inventory.manifests[0]).toMatchObject({ lock: 'locked', dependencies: 2 });
  expect(purlsIn(inventory)).toEqual(['pkg:composer/symfony/console@7.1.0 (no hash)']);
});

test('.NET: central versions, packages.lock.json, packages.config', async () => {
  const project =
    '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Serilog" /><PackageReference Include="xunit" Version="2.9.0" /></ItemGroup></Project>';
  const inventory = await collectInventory({
    'Directory.Packages.props':
      '<Project><PropertyGroup><V>4.1.0</V></PropertyGroup><ItemGroup><PackageVersion Include="Serilog" Version="$(V)" /></ItemGroup></Project>',
    'src/A/A.csproj': project,
    'src/B/B.csproj': project,
    'src/B/packages.lock.json': JSON.stringify({
      version: 2,
      dependencies: {
        'net8.0': {
          Serilog: { type: 'Direct', resolved: '4.1.0', contentHash: 'x' },
          Xunit: { type: 'Direct', resolved: '2.9.1', contentHash: 'x' },
          a: { type: 'Project' },
        },
      },
    }),
    'src/C/packages.config':
      '<?xml version="1.0"?><packages><package id="NUnit" version="3.14.0" targetFramework="net48" /></packages>',
    'src/D/D.csproj': '<Project><ItemGroup><ProjectReference Include="../A/A.csproj" /></ItemGroup></Project>',
  });
  expect(locksIn(inventory)).toEqual([
    'src/A/A.csproj missing',
    'src/B/B.csproj disagrees src/B/packages.lock.json',
    'src/C/packages.config locked',
    'src/D/D.csproj not-needed',
  ]);
  expect(inventory.manifests[1]?.because).toBe('xunit is locked to 2.9.1, outside 2.9.0');
  expect(purlsIn(inventory)).toContain('pkg:nuget/serilog@4.1.0 (no hash)');
});

test('Helm, Swift, CocoaPods, Dart, Elixir, Conan, vcpkg, Meson, conda, Nix', async () => {
  const inventory = await collectInventory({
    'chart/Chart.yaml':
      'apiVersion: v2\nname: app\ndependencies:\n  - name: redis\n    version: 19.0.0\n    repository: https://charts.example.com\n  - name: own\n    repository: file://../own\n',
    'chart/Chart.lock': `dependencies:\n- name: redis\n  repository: https://charts.example.com\n  version: 19.0.0\ndigest: sha256:${sha256}\n`,
    'Package.swift':
      'let package = Package(name: "a", dependencies: [\n  .package(url: "https://github.com/apple/swift-nio.git", from: "2.0.0"),\n])\n',
    'Package.resolved': JSON.stringify({
      version: 2,
      pins: [
        {
          identity: 'swift-nio',
          location: 'https://github.com/apple/swift-nio.git',
          state: { revision: commit, version: '2.65.0' },
        },
      ],
    }),
    Podfile: "pod 'Alamofire', '~> 5.0'\npod 'Own', :path => '.'\n",
    'Podfile.lock': `PODS:\n  - Alamofire (5.9.0)\n\nDEPENDENCIES:\n  - Alamofire (~> 5.0)\n\nSPEC CHECKSUMS:\n  Alamofire: ${commit}\n`,
    'pubspec.yaml': 'name: app\ndependencies:\n  http: ^1.0.0\n  flutter:\n    sdk: flutter\n',
    'pubspec.lock': `packages:\n  http:\n    dependency: "direct main"\n    description:\n      name: http\n      sha256: "${sha256}"\n    source: hosted\n    version: "1.2.0"\n`,
    'mix.exs': 'defp deps do\n  [\n    {:phoenix, "~> 1.7"},\n    {:own, path: "../own"}\n  ]\nend\n',
    'mix.lock': `%{\n  "phoenix": {:hex, :phoenix, "1.7.0", "${sha256}", [:mix], [], "hexpm", "${sha256}"},\n}\n`,
    'conanfile.txt': '[requires]\nzlib/1.3.1\n',
    'conan.lock': JSON.stringify({ version: '0.5', requires: ['zlib/1.3.1#abcdef0123%1'], build_requires: [] }),
    'vcpkg.json': JSON.stringify({ name: 'a', dependencies: ['fmt', { name: 'zlib' }], 'builtin-baseline': commit }),
    'subprojects/zlib.wrap': `[wrap-file]\nsource_url = https://zlib.net/zlib.tar.gz\nsource_hash = ${sha256}\n`,
    'subprojects/slirp.wrap':
      '[wrap-git]\nurl = https://gitlab.freedesktop.org/slirp/libslirp.git\nrevision = master\n',
    'environment.yml': 'name: e\nchannels: [conda-forge]\ndependencies:\n  - numpy=1.26\n',
    'flake.nix': '{\n  inputs.nixpkgs.url = "github:NixOS/nixpkgs";\n}\n',
    'flake.lock': JSON.stringify({
      nodes: { nixpkgs: { locked: { narHash: 'sha256-x', rev: commit } }, root: {} },
      version: 7,
    }),
  });
  expect(locksIn(inventory)).toEqual([
    'Package.swift locked Package.resolved',
    'Podfile locked Podfile.lock',
    'chart/Chart.yaml locked chart/Chart.lock',
    'conanfile.txt locked conan.lock',
    'environment.yml missing',
    'flake.nix locked flake.lock',
    'mix.exs locked mix.lock',
    'pubspec.yaml locked pubspec.lock',
    'subprojects/slirp.wrap missing',
    'subprojects/zlib.wrap locked',
    'vcpkg.json locked',
  ]);
  expect(inventory.unread).toEqual([]);
});

describe('base images', () => {
  test('Dockerfile, Compose, values of a chart; what Compose builds is no base image', async () => {
    const inventory = await collectInventory({
      Dockerfile: `FROM golang:1.22@sha256:${sha256} AS build\nFROM gcr.io/distroless/static\n`,
      'compose.yaml':
        'services:\n  app:\n    build: .\n    image: org/app:dev\n  worker:\n    image: org/app:dev\n  db:\n    image: postgres:16\n',
      'chart/Chart.yaml': 'name: c\n',
      'chart/values.yaml':
        'image:\n  registry: ghcr.io\n  repository: org/app\n  tag: v1\nsidecar:\n  image: envoyproxy/envoy:v1.30\n',
      'other/values.yaml': 'image:\n  repository: x\n  tag: y\n',
      'test/fixtures/Dockerfile': 'FROM a:1\n',
    });
    expect(
      inventory.baseImages.map(({ reference, path, line, role }) => `${role} ${reference} ${path}:${line}`),
    ).toEqual([
      `shipped golang:1.22@sha256:${sha256} Dockerfile:1`,
      'shipped gcr.io/distroless/static Dockerfile:2',
      'shipped ghcr.io/org/app:v1 chart/values.yaml:3',
      'shipped envoyproxy/envoy:v1.30 chart/values.yaml:6',
      'tooling postgres:16 compose.yaml:8',
      'fixture a:1 test/fixtures/Dockerfile:1',
    ]);
    expect(inventory.baseImages[0]?.digest).toBe(`sha256:${sha256}`);
  });
});
