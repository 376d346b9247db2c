// SPDX-License-Identifier: Apache-2.0

/** A folder of this machine and where it is seen inside. */
export type SandboxFolder = { readonly outside: string; readonly inside: string };

export type SandboxWish = {
  readonly command: readonly string[];
  readonly environment: { readonly [name: string]: string };
  readonly workingDirectory: string;
  readonly hostname: string;
  readonly writable: readonly SandboxFolder[];
  /** Absolute, seen at the same place. */
  readonly readable: readonly string[];
  readonly network: boolean;
  /** What /tmp holds, which is memory. */
  readonly temporaryBytes: number;
};

/** How the system's own folders lie: a link, as where /usr is merged, or a folder. */
export type SystemLayout = {
  readonly links: readonly (readonly [path: string, target: string])[];
  readonly folders: readonly string[];
};

/** What bubblewrap is told, and what it runs. */
export type SandboxCall = { readonly options: readonly string[]; readonly command: readonly string[] };

/** The namespaces that every build gets; `net` falls away in the fetch phase. */
export const namespaces: readonly string[] = ['user', 'pid', 'mount', 'ipc', 'uts', 'cgroup', 'net'];

/** Of /etc a build sees what linkers, name services and TLS need, and nothing that tells of this machine or its users. */
const settings: readonly string[] = [
  '/etc/ld.so.cache',
  '/etc/ld.so.conf',
  '/etc/ld.so.conf.d',
  '/etc/alternatives',
  '/etc/ssl/certs',
  '/etc/ca-certificates',
  '/etc/pki/tls/certs',
  '/etc/debian_version',
];

/** Without these no name is found; nothing else needs them. */
const networkSettings: readonly string[] = ['/etc/resolv.conf', '/etc/hosts', '/etc/nsswitch.conf', '/etc/services'];

/**
 * What the kernel lets its own root write, whatever the capabilities: where Plumbline runs as root, a build could otherwise set
 * a program that the kernel runs outside (core_pattern).
 */
const kernelSettings: readonly string[] = [
  'sys',
  'sysrq-trigger',
  'irq',
  'bus',
  'fs',
  'scsi',
  'acpi',
  'driver',
  'tty',
  'mtrr',
  'pressure',
].map((name) => `/proc/${name}`);

const userId = '1000';
/** As containers have it. */
const sharedMemoryBytes = 64 * 1024 * 1024;

/**
 * The arguments of bubblewrap: new namespaces of every kind, a read-only system, an empty /etc, private /tmp and /dev, no
 * capability, no variable but those named, no way to make further user namespaces. What is not named here is not there. `identity`: a folder with `identityFiles` in it.
 */
export function sandboxArguments(wish: SandboxWish, layout: SystemLayout, identity: string): SandboxCall {
  const { environment, hostname, network, readable, writable, workingDirectory, command, temporaryBytes } = wish;
  const seenSettings = network ? [...settings, ...networkSettings] : settings;
  const options = [
    ['--unshare-user', '--unshare-pid', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup'],
    network ? [] : ['--unshare-net'],
    ['--disable-userns', '--die-with-parent', '--new-session', '--cap-drop', 'ALL'],
    ['--uid', userId, '--gid', userId, '--hostname', hostname, '--clearenv'],
    Object.entries(environment).flatMap(([name, value]) => ['--setenv', name, value]),
    layout.folders.flatMap((path) => ['--ro-bind', path, path]),
    layout.links.flatMap(([path, target]) => ['--symlink', target, path]),
    seenSettings.flatMap((path) => ['--ro-bind-try', path, path]),
    Object.keys(identityFiles).flatMap((name) => ['--ro-bind', `${identity}/${name}`, `/etc/${name}`]),
    ['--proc', '/proc', ...kernelSettings.flatMap((path) => ['--ro-bind-try', path, path])],
    // Memory that no process has counts against none: these have sizes of their own.
    ['--dev', '/dev', '--size', String(sharedMemoryBytes), '--tmpfs', '/dev/shm', '--remount-ro', '/dev'],
    ['--size', String(temporaryBytes), '--tmpfs', '/tmp', '--symlink', '/tmp', '/var/tmp'],
    readable.flatMap((path) => ['--ro-bind', path, path]),
    writable.flatMap(({ outside, inside }) => ['--bind', outside, inside]),
    ['--remount-ro', '/', '--chdir', workingDirectory],
  ].flat();
  return { options, command };
}

/** The user that a build sees itself to be. */
export const identityFiles: { readonly [name: string]: string } = {
  passwd: `build:x:${userId}:${userId}:build:/:/bin/sh\n`,
  group: `build:x:${userId}:\n`,
};
