// The web server in front of every webmail.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Starts nginx with these `server { … }` blocks. */
export function startNginx({ home, manager, servers, policy = '' }) {
  const temporary = path.join(home, 'tmp', 'nginx');
  mkdirSync(temporary, { recursive: true });
  const file = path.join(home, 'nginx.conf');
  writeFileSync(
    file,
    `user www-data;
worker_processes 1;
daemon off;
pid ${home}/run/nginx.pid;
error_log ${home}/log/nginx-error.log;
events { worker_connections 256; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log ${home}/log/nginx-access.log;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${temporary}/${name};`).join('\n  ')}
  client_max_body_size 40m;
  absolute_redirect off;
  ${policy ? `add_header Content-Security-Policy "${policy}" always;` : ''}
  ${servers.join('\n')}
}
`,
  );
  manager.start('nginx', '/usr/sbin/nginx', ['-c', file, '-e', `${home}/log/nginx-error.log`]);
}
