// Installs the Debian packages of real webmail servers, without letting any packaged service start by itself.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';

const base = ['dovecot-imapd', 'nginx-light'];
const php = ['php-fpm', 'php-gd', 'php-xml', 'php-intl', 'php-mbstring'];
/** The packages of each webmail, over what all of them share. */
const packages = {
  roundcube: ['roundcube-core', 'roundcube-sqlite3', 'roundcube-skin-larry', ...php],
  sogo: ['sogo', 'memcached', 'postgresql', 'tmpreaper'],
  horde: [
    'php-horde-imp',
    ...['editor', 'imap-client', 'mail', 'form', 'http', 'spellchecker', 'nls', 'tree', 'vfs', 'routes', 'crypt', 'icalendar', 'image'].map(
      (name) => `php-horde-${name}`,
    ),
    ...php,
  ],
};
const policy = '/usr/sbin/policy-rc.d';

const run = (command, words) => spawnSync(command, words, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
const isInstalled = (name) => run('dpkg-query', ['-W', '-f=${Status}', name]).stdout === 'install ok installed';

/** Brings in what the named webmails need; ends with one sentence where that can't be done. */
export function ensurePackages(webmails) {
  const wanted = [...new Set([...base, ...webmails.flatMap((name) => packages[name])])];
  if (!existsSync('/usr/bin/apt-get'))
    stop(`Real webmail servers are set up from Debian's packages, and this is no Debian. Run the tests in a Debian 12 container.`);
  const missing = wanted.filter((name) => !isInstalled(name));
  if (process.getuid?.() !== 0) {
    stop(`The webmail servers change to users of their own, so this has to run as root${missing.length ? ` (and install ${missing.join(' ')})` : ''}.`);
  }
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(' ')} …`);
  const held = !existsSync(policy);
  if (held) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  // No cluster is needed beside the one that the tests make for themselves.
  const cluster = '/etc/postgresql-common/createcluster.conf';
  if (missing.includes('postgresql') && !existsSync(cluster)) {
    mkdirSync('/etc/postgresql-common', { recursive: true });
    writeFileSync(cluster, 'create_main_cluster = false\n');
  }
  try {
    const quiet = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0'];
    apt([...quiet, 'update']);
    // The versioned php-fpm by name: apt would meet php's own dependency with a module of Apache.
    const { stdout } = run('apt-cache', ['depends', 'php-fpm']);
    const fpm = missing.includes('php-fpm') ? [...stdout.matchAll(/Depends: (php[\d.]+-fpm)$/gmu)].map(([, name]) => name) : [];
    spawnSync('debconf-set-selections', { input: 'roundcube-core roundcube/dbconfig-install boolean false\n' });
    apt([...quiet, 'install', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confdef', '-o', 'Dpkg::Options::=--force-confold', ...missing, ...fpm]);
  } finally {
    if (held) rmSync(policy, { force: true });
  }
}

function apt(words) {
  const { status, stdout, stderr } = run('apt-get', words);
  if (status !== 0)
    stop(`apt-get ${words.includes('install') ? 'install' : 'update'} failed:\n${`${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n')}`);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
