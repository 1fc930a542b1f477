// Roundcube from its Debian package, with a configuration and a database file of its own; one port a skin.
import { chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { idOf } from './users.mjs';

export const skins = ['elastic', 'larry'];

/** Lays out the configuration; gives the environment for PHP, and nginx's blocks once the socket is known. */
export function roundcube({ home, imap, smtp, ports }) {
  const folder = path.join(home, 'roundcube');
  const { uid, gid } = idOf('www-data');
  mkdirSync(path.join(folder, 'config'), { recursive: true });
  for (const name of ['logs', 'temp', 'db']) {
    mkdirSync(path.join(folder, name), { recursive: true });
    chownSync(path.join(folder, name), uid, gid);
  }
  for (const name of ['defaults.inc.php', 'mimetypes.php']) symlinkSync(`/etc/roundcube/${name}`, path.join(folder, 'config', name));
  const settings = {
    // Roundcube fills an empty database by itself.
    db_dsnw: `sqlite:///${folder}/db/roundcube.sqlite?mode=0640`,
    imap_host: `127.0.0.1:${imap}`,
    smtp_host: `127.0.0.1:${smtp}`,
    smtp_user: '',
    smtp_pass: '',
    product_name: 'Roundcube',
    des_key: 'only-for-these-tests-24!',
    log_dir: `${folder}/logs/`,
    temp_dir: `${folder}/temp/`,
    enable_installer: false,
    plugins: [],
    mime_types: '/etc/mime.types',
    mail_domain: 'procura.test',
    drafts_mbox: 'Drafts',
    sent_mbox: 'Sent',
    trash_mbox: 'Trash',
    junk_mbox: 'Junk',
    // HTML always, except in reply to plain text: both editors are at hand.
    htmleditor: 4,
  };
  const php = (value) => (Array.isArray(value) ? '[]' : typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : String(value));
  writeFileSync(
    path.join(folder, 'config', 'config.inc.php'),
    `<?php
$config = [];
${Object.entries(settings)
  .map(([name, value]) => `$config['${name}'] = ${php(value)};`)
  .join('\n')}
$config['skin'] = $_SERVER['WEBMAIL_SKIN'] ?? 'elastic';
// Cookies know no port, so each skin has a session of its own.
$config['session_name'] = 'roundcube_' . $config['skin'];
$config['session_auth_name'] = 'auth_' . $config['skin'];
`,
  );
  return {
    variables: { RCUBE_CONFIG_PATH: `${folder}/config/`, ROUNDCUBE_CONFIG_DIR: `${folder}/config/` },
    servers: (socket) =>
      skins.map(
        (skin, at) => `server {
    listen 127.0.0.1:${ports[at]};
    root /var/lib/roundcube/public_html;
    index index.php;
    location / { try_files $uri $uri/ /index.php$is_args$args; }
    location ~ \\.php$ {
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_param WEBMAIL_SKIN ${skin};
      fastcgi_pass unix:${socket};
    }
  }`,
      ),
    ready: async () => (await (await fetch(`http://127.0.0.1:${ports[0]}/`)).text()).includes('rcmloginuser'),
    urls: Object.fromEntries(skins.map((skin, at) => [`roundcube-${skin}`, `http://127.0.0.1:${ports[at]}/`])),
  };
}
