// SPDX-License-Identifier: Apache-2.0
import { forPurposes, type ToolWay } from './tool.ts';

const sbom = forPurposes('sbom');
const provenance = forPurposes('provenance');
const sign = forPurposes('sign');
const checksum = forPurposes('checksum');
const none: readonly string[] = [];

const sbomTools: readonly ToolWay[] = [
  sbom('plumbline-sbom', 'Plumbline bills of materials', none, { commands: ['plumbline sbom !diff !--check'] }),
  sbom('syft', 'Syft', none, {
    commands: ['syft'],
    actions: ['anchore/sbom-action', 'anchore/sbom-action/publish-sbom', 'anchore/syft-action'],
    images: ['anchore/syft'],
  }),
  sbom('cyclonedx', 'CycloneDX generators', none, {
    commands: [
      'cyclonedx-npm|cyclonedx-py|cyclonedx-gomod|cyclonedx-bom|cyclonedx-node|cyclonedx-conan|cyclonedx-php|cyclonedx-ruby|cyclonedx|cdxgen|cyclonedx_py',
      'cargo cyclonedx',
      'dotnet CycloneDX',
      'dotnet-CycloneDX',
      'composer CycloneDX:make-sbom',
      'yarn cyclonedx',
      'mix sbom.cyclonedx',
      'mvn ~cyclonedx:*|org.cyclonedx:*',
      'gradle ~cyclonedxBom|:cyclonedxBom|cyclonedxDirectBom',
    ],
    actions: ['CycloneDX/gh-*', 'CycloneDX/cdxgen-action'],
    images: ['cyclonedx/*'],
  }),
  sbom('trivy-sbom', 'Trivy (SBOM)', none, {
    commands: [
      'trivy -format=cyclonedx',
      'trivy -format=spdx',
      'trivy -format=spdx-json',
      'trivy -f=cyclonedx',
      'trivy -f=spdx-json',
    ],
    actions: ['aquasecurity/trivy-action[format=cyclonedx|spdx|spdx-json|github]'],
  }),
  sbom('spdx', 'SPDX generators', none, {
    commands: [
      'spdx-sbom-generator',
      'bom generate',
      'sbom-tool|Microsoft.Sbom.Tool generate',
      'npm sbom',
      'pnpm sbom',
      'reuse spdx',
      'mvn ~spdx:*|org.spdx:*',
      'gradle ~spdxSbom',
      'cargo sbom',
      'cargo-sbom',
      'tern report',
      'distro2sbom|sbom4python|sbom4rust|sbom4files',
      'sbom-generator|hatch-sbom',
    ],
    actions: [
      'microsoft/sbom-action',
      'advanced-security/sbom-generator-action',
      'advanced-security/spdx-dependency-submission-action',
      'kubernetes-sigs/release-actions/setup-bom',
    ],
    tasks: ['ManifestGeneratorTask'],
  }),
  sbom('docker-sbom', 'Docker (SBOM attestation)', none, {
    commands: [
      'docker buildx build -sbom',
      'docker buildx build -attest=type=sbom',
      'docker sbom',
      'docker scout sbom',
      'docker build -sbom',
      'docker buildx bake -sbom',
    ],
    actions: ['docker/build-push-action[sbom=*]', 'docker/bake-action[sbom=*]'],
  }),
  sbom('attest-sbom', 'GitHub SBOM attestation', none, {
    actions: ['actions/attest-sbom', 'actions/attest[sbom-path=*]'],
  }),
  sbom('sbomasm', 'sbomasm', none, { commands: ['sbomasm assemble'] }),
  sbom('fossa-sbom', 'FOSSA report', none, { commands: ['fossa report ~sbom|cyclonedx|spdx'] }),
];

const provenanceTools: readonly ToolWay[] = [
  provenance('plumbline-build', 'Plumbline builds', none, { commands: ['plumbline build'] }),
  provenance('attest-build-provenance', 'GitHub artifact attestation', none, {
    actions: ['actions/attest-build-provenance', 'actions/attest[predicate-type=*|,sbom-path=]'],
  }),
  provenance('slsa-github-generator', 'SLSA GitHub generator', none, {
    actions: [
      'slsa-framework/slsa-github-generator/*',
      'slsa-framework/slsa-github-generator',
      'philips-labs/slsa-provenance-action',
    ],
    commands: ['slsa-provenance generate'],
  }),
  provenance('docker-provenance', 'Docker provenance attestation', none, {
    commands: [
      'docker buildx build -provenance !--provenance=false',
      'docker buildx build -attest=type=provenance',
      'docker build -provenance !--provenance=false',
    ],
    actions: ['docker/build-push-action[provenance=*]', 'docker/bake-action[provenance=*]', 'docker/github-builder/*'],
  }),
  provenance('npm-provenance', 'npm provenance', none, {
    commands: [
      'npm publish -provenance',
      'npm stage -provenance',
      'pnpm publish -provenance',
      'yarn npm publish -provenance',
      'bun publish -provenance',
      'jsr publish',
      'deno publish',
    ],
    actions: ['JS-DevTools/npm-publish[provenance=*]'],
  }),
  provenance('pypi-attestations', 'PyPI attestations', none, {
    actions: ['pypa/gh-action-pypi-publish[attestations=*|,password=,@>=1.11]', 'astral-sh/attest-action'],
    commands: ['pypi-attestations sign', 'twine upload -attestations'],
  }),
  provenance('rubygems-attestations', 'RubyGems attestations', none, {
    actions: ['rubygems/release-gem[attestations=*|]'],
  }),
  provenance('cosign-attest', 'cosign attest', none, { commands: ['cosign attest|attest-blob'] }),
  provenance('in-toto', 'in-toto and witness', none, {
    commands: ['in-toto-run|in-toto-record', 'witness run', 'chainloop attestation push'],
    actions: ['testifysec/witness-run-action', 'in-toto/witness-run-action', 'in-toto/github-action'],
  }),
  provenance('tejolote', 'tejolote', none, { commands: ['tejolote attest'] }),
];

const signTools: readonly ToolWay[] = [
  sign('plumbline-sign', 'Plumbline signatures', none, { commands: ['plumbline sign'] }),
  sign('cosign', 'cosign', none, { commands: ['cosign sign|sign-blob'] }),
  sign('sigstore-python', 'sigstore-python and others', none, {
    commands: ['sigstore sign|attest', 'gitsign', 'model_signing sign'],
    actions: ['sigstore/gh-action-sigstore-python'],
  }),
  sign('gpg', 'GnuPG', none, {
    commands: [
      'gpg|gpg2 -s',
      'gpg|gpg2 -sign',
      'gpg|gpg2 -b',
      'gpg|gpg2 -ab',
      'gpg|gpg2 -sab',
      'gpg|gpg2 -ba',
      'gpg|gpg2 -detach-sign',
      'gpg|gpg2 -detach-sig',
      'gpg|gpg2 -clearsign',
      'gpg|gpg2 -clear-sign',
      'gpg -armor -sign',
      'debsign|dpkg-sig',
      'rpmsign|rpm -addsign',
      'git tag -s',
      'mvn ~gpg:sign*',
      'gradle ~sign*Publication|signArchives',
    ],
    actions: ['ilyachase/sign-artifacts', 'actionhippie/gpgsign', 'DougReeder/sign-files-gpg'],
  }),
  sign('minisign', 'minisign and signify', none, {
    commands: ['minisign -S', 'minisign -Sm', 'signify -S', 'rsign sign', 'ssh-keygen -Y=sign'],
  }),
  sign('openssl-sign', 'openssl dgst -sign', none, {
    commands: ['openssl dgst -sign', 'openssl pkeyutl -sign', 'openssl cms -sign'],
  }),
  sign('code-signing', 'Platform code signing', none, {
    commands: [
      'signtool|signtool.exe sign',
      'osslsigncode sign',
      'codesign -s',
      'codesign -sign',
      'AzureSignTool sign',
      'jarsigner',
      'apksigner sign',
      'productsign',
      'rcodesign sign',
      'notarytool submit',
      'xcrun notarytool',
      'dotnet nuget sign',
      'NuGetKeyVaultSignTool sign',
      'sign code',
      'smctl sign',
      'quill sign|sign-and-notarize',
      'gon',
    ],
    actions: [
      'azure/trusted-signing-action',
      'grafana/shared-workflows/actions/azure-trusted-signing',
      'azure/artifact-signing-action',
      'signpath/github-action-submit-signing-request',
      'sslcom/esigner-codesign',
      'dlemstra/code-sign-action',
      'lando/code-sign-action',
      'digicert/ssm-code-signing',
      'indygreg/apple-code-sign-action',
      'skymatic/code-sign-action',
      'r0adkll/sign-android-release',
    ],
    tasks: [
      'EsrpCodeSigning',
      'SFP.build-tasks.custom-build-task-1.EsrpCodeSigning',
      'TrustedSigning',
      'AzureKeyVaultSignTool',
      'AndroidSigning',
    ],
  }),
  sign('notation', 'Notation', none, { commands: ['notation sign'], actions: ['notaryproject/notation-action/sign'] }),
];

const checksumTools: readonly ToolWay[] = [
  checksum('checksums', 'Checksums', none, {
    commands: [
      'sha256sum|sha512sum|sha384sum|b2sum|b3sum|gsha256sum|gsha512sum !-c !--check',
      'shasum !-c !--check',
      'openssl sha256|sha512',
      'openssl dgst -sha256 !-verify',
      'sha256|sha512',
      'Get-FileHash',
      'hashdeep',
      'rhash',
    ],
    actions: [
      'wangzuo/action-sha',
      'jmgilman/actions-generate-checksum',
      'thewh1teagle/checksum',
      'softprops/action-sha256',
      'taiki-e/upload-rust-binary-action[checksum=*]',
    ],
  }),
];

/** What describes, signs and proves a release. */
export const supplyTools: readonly ToolWay[] = [...sbomTools, ...provenanceTools, ...signTools, ...checksumTools];
