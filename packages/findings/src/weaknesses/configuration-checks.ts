// SPDX-License-Identifier: Apache-2.0

/**
 * Checks of infrastructure that several tools have: checkov (CKV), trivy and tfsec (AVD ids), KICS and hadolint (DL) where
 * theirs is the same question. Written from the tools' published rule pages; a check that is wider or narrower than its
 * neighbours is left out, because a finding that hides another costs more than one shown twice.
 */
export const configurationChecks: readonly (readonly [check: string, rules: string])[] = [
  // Dockerfiles
  // One file fails only one of them: it names no user, or its last one is root
  ['image runs as root', 'CKV_DOCKER_3 CKV_DOCKER_8 AVD-DS-0002 DL3002'],
  ['no health check', 'CKV_DOCKER_2 AVD-DS-0026 DL3057'],
  ['latest tag of the base image', 'CKV_DOCKER_7 AVD-DS-0001 DL3007'],
  ['ADD instead of COPY', 'CKV_DOCKER_4 AVD-DS-0005 DL3020'],
  ['ssh port exposed', 'CKV_DOCKER_1 AVD-DS-0004'],
  ['MAINTAINER is deprecated', 'CKV_DOCKER_6 AVD-DS-0022 DL4000'],
  ['relative WORKDIR', 'CKV_DOCKER_10 AVD-DS-0009 DL3000'],
  ['sudo in the image', 'AVD-DS-0010 DL3004'],
  ['stage name used twice', 'CKV_DOCKER_11 AVD-DS-0012 DL3024'],
  // Kubernetes
  ['privileged container', 'CKV_K8S_16 AVD-KSV-0017'],
  ['privilege escalation allowed', 'CKV_K8S_20 AVD-KSV-0001'],
  ['root file system writable', 'CKV_K8S_22 AVD-KSV-0014'],
  ['host network', 'CKV_K8S_19 AVD-KSV-0009'],
  ['host process ids', 'CKV_K8S_17 AVD-KSV-0010'],
  ['host inter-process communication', 'CKV_K8S_18 AVD-KSV-0008'],
  ['container may run as root', 'CKV_K8S_23 AVD-KSV-0012'],
  ['no limit of memory', 'CKV_K8S_13 AVD-KSV-0018'],
  ['no limit of processor time', 'CKV_K8S_11 AVD-KSV-0011'],
  ['no request of memory', 'CKV_K8S_12 AVD-KSV-0016'],
  ['no request of processor time', 'CKV_K8S_10 AVD-KSV-0015'],
  ['capability SYS_ADMIN', 'CKV_K8S_39 AVD-KSV-0005'],
  ['docker socket mounted', 'CKV_K8S_27 AVD-KSV-0006'],
  ['seccomp profile not set', 'CKV_K8S_31 AVD-KSV-0030'],
  ['latest tag of a container image', 'CKV_K8S_14 AVD-KSV-0013'],
  // AWS
  ['bucket blocks no public ACL', 'CKV_AWS_53 AVD-AWS-0086'],
  ['bucket blocks no public policy', 'CKV_AWS_54 AVD-AWS-0087'],
  ['bucket ignores no public ACL', 'CKV_AWS_55 AVD-AWS-0091'],
  ['bucket restricts no public access', 'CKV_AWS_56 AVD-AWS-0093'],
  ['bucket has no public access block', 'CKV2_AWS_6 AVD-AWS-0094'],
  ['bucket not logged', 'CKV_AWS_18 AVD-AWS-0089'],
  ['bucket not versioned', 'CKV_AWS_21 AVD-AWS-0090'],
  ['bucket not encrypted with a customer key', 'CKV_AWS_145 AVD-AWS-0132'],
  ['database not encrypted', 'CKV_AWS_16 AVD-AWS-0080'],
  ['database public', 'CKV_AWS_17 AVD-AWS-0180'],
  ['database without deletion protection', 'CKV_AWS_293 AVD-AWS-0177'],
  ['database without IAM authentication', 'CKV_AWS_161 AVD-AWS-0176'],
  ['volume not encrypted', 'CKV_AWS_3 AVD-AWS-0026'],
  ['file system not encrypted', 'CKV_AWS_42 AVD-AWS-0037'],
  ['queue not encrypted', 'CKV_AWS_27 AVD-AWS-0096'],
  ['topic not encrypted', 'CKV_AWS_26 AVD-AWS-0095'],
  ['trail not in all regions', 'CKV_AWS_67 AVD-AWS-0014'],
  ['trail without log validation', 'CKV_AWS_36 AVD-AWS-0016'],
  ['trail not encrypted with a customer key', 'CKV_AWS_35 AVD-AWS-0015'],
  ['key not rotated', 'CKV_AWS_7 AVD-AWS-0065'],
  ['repository scans no images', 'CKV_AWS_163 AVD-AWS-0030'],
  ['repository tags can be changed', 'CKV_AWS_51 AVD-AWS-0031'],
  ['repository not encrypted with a customer key', 'CKV_AWS_136 AVD-AWS-0033'],
  ['instance metadata without token', 'CKV_AWS_79 AVD-AWS-0028'],
  ['cluster endpoint public', 'CKV_AWS_39 AVD-AWS-0040'],
  ['cluster secrets not encrypted', 'CKV_AWS_58 AVD-AWS-0039'],
  ['cluster not logged', 'CKV_AWS_37 AVD-AWS-0038'],
  ['function not traced', 'CKV_AWS_50 AVD-AWS-0066'],
];
