// PHP behind nginx, for Roundcube and Horde.
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { idOf } from './users.mjs';

/** Starts PHP's process manager with these variables in its environment; gives the path of its socket. */
export async function startPhp({ home, manager, variables }) {
  const temporary = path.join(home, 'tmp', 'php');
  mkdirSync(temporary, { recursive: true });
  const { uid, gid } = idOf('www-data');
  chownSync(temporary, uid, gid);
  const socket = path.join(home, 'run', 'php.sock');
  const file = path.join(home, 'php-fpm.conf');
  writeFileSync(
    file,
    `[global]
error_log = ${home}/log/php.log
daemonize = no
[webmail]
user = www-data
group = www-data
listen = ${socket}
listen.owner = www-data
listen.group = www-data
pm = static
pm.max_children = 4
catch_workers_output = yes
${Object.entries(variables)
  .map(([name, value]) => `env[${name}] = ${value}`)
  .join('\n')}
php_admin_value[session.save_path] = ${temporary}
php_admin_value[upload_tmp_dir] = ${temporary}
php_admin_value[sys_temp_dir] = ${temporary}
php_admin_value[memory_limit] = 256M
php_admin_value[error_log] = ${home}/log/php-errors.log
php_admin_flag[log_errors] = on
php_flag[display_errors] = off
php_value[date.timezone] = Europe/Rome
`,
  );
  const binary = readdirSync('/usr/sbin')
    .filter((name) => /^php-fpm[\d.]+$/u.test(name))
    .toSorted()
    .at(-1);
  if (!binary) throw new Error('php-fpm is not installed.');
  manager.start('php-fpm', `/usr/sbin/${binary}`, ['-F', '--fpm-config', file]);
  await manager.until('PHP', () => existsSync(socket));
  return socket;
}
