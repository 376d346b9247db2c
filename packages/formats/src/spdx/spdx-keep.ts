// SPDX-License-Identifier: Apache-2.0
import type { Keep } from '../json/json-value.ts';

const package2: Keep = {
  SPDXID: {},
  name: {},
  versionInfo: {},
  supplier: {},
  originator: {},
  downloadLocation: {},
  checksums: { algorithm: {}, checksumValue: {} },
  packageVerificationCode: { packageVerificationCodeValue: {} },
  licenseConcluded: {},
  licenseDeclared: {},
  externalRefs: { referenceType: {}, referenceLocator: {} },
};

const creation: Keep = { created: {}, creators: {}, comment: {}, createdBy: {}, createdUsing: {}, specVersion: {} };

const element3: Keep = {
  type: {},
  '@type': {},
  '@id': {},
  spdxId: {},
  name: {},
  ...creation,
  creationInfo: creation,
  rootElement: {},
  software_sbomType: {},
  software_packageVersion: {},
  software_packageUrl: {},
  software_downloadLocation: {},
  suppliedBy: {},
  originatedBy: {},
  verifiedUsing: { type: {}, algorithm: {}, hashValue: {} },
  externalIdentifier: { externalIdentifierType: {}, identifier: {} },
  externalRef: { externalRefType: {}, locator: {} },
  from: {},
  to: {},
  relationshipType: {},
};

/** What is built to judge a document: files and snippets of SPDX 2, and texts everywhere, are checked and not built. */
export const spdxKeep: Keep = {
  spdxVersion: {},
  SPDXID: {},
  name: {},
  dataLicense: {},
  documentNamespace: {},
  creationInfo: creation,
  documentDescribes: {},
  packages: package2,
  relationships: { spdxElementId: {}, relatedSpdxElement: {}, relationshipType: {} },
  '@context': {},
  '@graph': element3,
};

/** What is built of a document to take all of its packages over. */
export const spdxBillKeep: Keep = {
  ...spdxKeep,
  comment: {},
  relationships: { spdxElementId: {}, relatedSpdxElement: {}, relationshipType: {}, comment: {} },
  packages: { ...package2, sourceInfo: {}, primaryPackagePurpose: {} },
  hasExtractedLicensingInfos: { licenseId: {}, name: {}, extractedText: {} },
  '@graph': {
    ...element3,
    scope: {},
    completeness: {},
    comment: {},
    software_primaryPurpose: {},
    software_sourceInfo: {},
    verifiedUsing: { type: {}, algorithm: {}, hashValue: {}, comment: {} },
    simplelicensing_licenseExpression: {},
    simplelicensing_licenseText: {},
  },
};
