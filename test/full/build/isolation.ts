// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian's bubblewrap, installed where it is missing and this may install. */
export function installBubblewrap(): void {
  if (existsSync('/usr/bin/bwrap')) return;
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '-qq', 'bubblewrap'], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * What a hostile build tries, one line of `name: outcome` for each in the build's log. `$1`: a secret file of the caller, `$2`:
 * a folder of the caller, `$3`: a port that listens on the machine, `$4`: the number of a process of the machine.
 */
export const hostileBuild = `
try() { name=$1; shift; if "$@" >/dev/null 2>&1; then echo "$name: reached"; else echo "$name: refused"; fi; }
try secret-file cat "$1"
try home-keys ls /root/.ssh /home
try netrc cat /root/.netrc "$2/.netrc"
try state ls "$2/.plumbline"
try shadow cat /etc/shadow
try machine-id cat /etc/machine-id
try sockets ls /run/docker.sock /var/run/docker.sock
try write-system touch /usr/bin/planted
try write-root touch /planted
try write-caller touch "$2/planted"
try write-kernel-setting sh -c 'echo core > /proc/sys/kernel/core_pattern'
try write-kernel-host sh -c 'echo x > /proc/sys/kernel/hostname'
try connect-machine bash -c "exec 3<>/dev/tcp/127.0.0.1/$3"
try connect-world bash -c 'exec 3<>/dev/tcp/192.0.2.1/80'
try resolve getent hosts example.org
try signal-process kill -0 "$4"
try more-namespaces unshare --user --map-root-user true
try mount mount -t tmpfs none /tmp
try key-ring python3 -c 'import ctypes,sys; sys.exit(ctypes.CDLL(None).syscall(250, 0, -3, 0, 0, 0) == -1)'
try inherited-file cat /proc/self/fd/251
echo "processes: $(ls /proc | grep -c '^[0-9]')"
echo "variables: $(env | cut -d= -f1 | grep -v '^_$' | sort | tr '\\n' ' ')"
cat /proc/*/environ 2>/dev/null | tr '\\0' '\\n' | grep -c SECRET || true
setsid sleep 987654 >/dev/null 2>&1 &
(sleep 987654; touch "$OUTPUT/late") &
echo done > "$OUTPUT/made"
`;
