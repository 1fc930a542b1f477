// Horde with IMP from Debian's packages. It looks for its configuration beside its code, so the code is copied; what PHP 8 no longer
// has, and Debian's Horde 5 still calls, is mended in the copy.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { idOf } from './users.mjs';

const php = (value) => {
  if (Array.isArray(value)) return `array(${value.map(php).join(', ')})`;
  if (value && typeof value === 'object')
    return `array(${Object.entries(value)
      .map(([name, one]) => `'${name}' => ${php(one)}`)
      .join(', ')})`;
  return typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : String(value);
};
const assigned = (name, tree) =>
  `<?php\n${Object.entries(tree)
    .map(([key, value]) => `$${name}['${key}'] = ${php(value)};`)
    .join('\n')}\n`;

/** Lays out the copy and its configuration; gives nginx's block, its address and the test of its readiness. */
export function horde({ home, imap, smtp, port }) {
  const folder = path.join(home, 'horde');
  const www = path.join(folder, 'www');
  const lib = path.join(folder, 'lib');
  const owner = idOf('www-data');
  mkdirSync(www, { recursive: true });
  // A dangling link of the package is left out.
  spawnSync('cp', ['-rL', '/usr/share/horde/.', www]);
  if (!existsSync(path.join(www, 'imp', 'dynamic.php'))) throw new Error('Horde is not installed.');
  for (const part of ['static', 'turba', 'install']) rmSync(path.join(www, part), { recursive: true, force: true });
  for (const part of ['static', 'cache', 'vfs']) {
    mkdirSync(path.join(folder, part), { recursive: true });
    chownSync(path.join(folder, part), owner.uid, owner.gid);
  }
  symlinkSync(path.join(folder, 'static'), path.join(www, 'static'));
  const mend = (from, to, old, better) => {
    const text = readFileSync(from, 'utf8');
    const mended = text.replace(old, better);
    if (mended === text) throw new Error(`${from} is not as it was: look at what has to be mended there.`);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, mended);
  };
  const handler = 'Horde/Core/Ajax/Application/Handler.php';
  mend(`/usr/share/php/${handler}`, path.join(lib, handler), 'new ReflectionMethod($this, $action)', 'new ReflectionMethod($this, (string)$action)');
  const tree = 'Horde/Tree/Renderer/Jquerymobile.php';
  const [built, buildable] = ['function _buildTree($node_id, $special)', 'function _buildTree($node_id, $special = false)'];
  mend(`/usr/share/php/${tree}`, path.join(lib, tree), built, buildable);
  const inImp = (file, old, better) => mend(path.join('/usr/share/horde/imp', file), path.join(www, 'imp', file), old, better);
  inImp('lib/Tree/Jquerymobile.php', built, buildable);
  // The page of the basic view leaves out a script that its own scripts need, and one field.
  inImp('lib/Basic/Compose.php', "addScriptFile('compose.js');", "addScriptFile('hordecore.js', 'horde'); $page_output->addScriptFile('compose.js');");
  inImp('js/compose-base.js', /^/u, 'window.HordeImple = window.HordeImple || {};\n');
  inImp('js/compose.js', "this.last_identity = $F('identity')", "this.last_identity = $('identity') ? $F('identity') : '0'");
  mkdirSync(path.join(lib, 'Horde/Core/Factory'), { recursive: true });
  // No name is looked up: nothing of the tests leaves the machine.
  writeFileSync(
    path.join(lib, 'Horde/Core/Factory/Dns.php'),
    '<?php\nclass Horde_Core_Factory_Dns extends Horde_Core_Factory_Injector\n{\n    public function create(Horde_Injector $injector)\n    {\n        return null;\n    }\n}\n',
  );
  const log = path.join(home, 'log', 'horde.log');
  writeFileSync(log, '');
  chownSync(log, owner.uid, owner.gid);
  const off = { driver: false };
  writeFileSync(
    path.join(www, 'config', 'conf.php'),
    `${assigned('conf', {
      vhosts: false,
      debug_level: 4437,
      max_exec_time: 0,
      compress_pages: true,
      secret_key: 'only-for-these-tests',
      umask: 63,
      testdisable: true,
      use_ssl: 0,
      server: { name: '127.0.0.1', port },
      urls: { token_lifetime: 30, hmac_lifetime: 30, pretty: false },
      safe_ips: [],
      session: { name: 'Horde', use_only_cookies: true, timeout: 0, cache_limiter: 'nocache', max_time: 72000 },
      cookie: { domain: '', path: '/' },
      sql: { phptype: false },
      nosql: { phptype: false },
      ldap: { useldap: false },
      auth: {
        admins: [],
        checkip: false,
        checkbrowser: false,
        resetpassword: false,
        alternate_login: false,
        redirect_on_logout: false,
        list_users: 'input',
        params: { app: 'imp', count_bad_logins: false, login_block: false },
        driver: 'application',
      },
      signup: { allow: false },
      log: { enabled: true, priority: 'NOTICE', ident: 'HORDE', type: 'file', name: log, params: { append: true } },
      log_accesskeys: false,
      prefs: { driver: 'Session', maxsize: 65535 },
      alarms: off,
      group: { driver: 'Mock' },
      perms: { driver: 'Null' },
      share: off,
      cache: { default_lifetime: 86400, driver: 'File', params: { dir: path.join(folder, 'cache') }, compress: false },
      cachecss: false,
      cachejs: false,
      cachethemes: false,
      lock: { driver: 'Null' },
      token: { driver: 'Null' },
      history: { driver: 'Null' },
      hashtable: { driver: 'none' },
      mailer: { type: 'smtp', params: { host: '127.0.0.1', port: smtp, secure: 'none', auth: false } },
      vfs: { type: 'File', params: { vfsroot: path.join(folder, 'vfs') } },
      sessionhandler: { type: 'Builtin', hashtable: false },
      spell: { driver: '' },
      gnupg: { keyserver: [] },
      image: off,
      exif: { driver: 'Bundled' },
      timezone: { location: '' },
      problems: { enabled: false },
      tmpdir: path.join(home, 'tmp', 'php'),
      weather: { provider: false },
      urlshortener: false,
      user: { verify_from_addr: false, verify_reply_addr: false, select_view: true },
      portal: { fixed_blocks: [] },
      accounts: { driver: 'null', params: [] },
      menu: { links: { help: 'all', prefs: 'authenticated', problem: 'never', login: 'all', logout: 'authenticated' } },
      widgets: { enabled: false },
      ...Object.fromEntries(['imap', 'imsp', 'kolab', 'facebook', 'twitter', 'activesync'].map((name) => [name, { enabled: false }])),
    })}`,
  );
  writeFileSync(
    path.join(www, 'config', 'horde.local.php'),
    `<?php
ini_set('include_path', '${lib}' . PATH_SEPARATOR . ini_get('include_path'));
if (!function_exists('each')) {
    function each(&$list)
    {
        $key = key($list);
        if ($key === null) {
            return false;
        }
        $value = current($list);
        next($list);
        return array(0 => $key, 1 => $value, 'key' => $key, 'value' => $value);
    }
}
`,
  );
  const kept = ['horde', 'imp', 'imp-menu', 'content', 'others', 'prefs', 'help', 'logout', 'login'];
  writeFileSync(
    path.join(www, 'config', 'registry.local.php'),
    `<?php
$this->applications['horde']['fileroot'] = '${www}';
$this->applications['horde']['webroot'] = '';
$this->applications['horde']['initial_page'] = 'imp/';
foreach (array_keys($this->applications) as $name) {
    if (!in_array($name, ${php(kept)})) {
        $this->applications[$name]['status'] = 'inactive';
    }
}
`,
  );
  const config = path.join(www, 'imp', 'config');
  writeFileSync(
    path.join(config, 'conf.php'),
    assigned('conf', {
      user: { allow_view_source: true },
      server: { server_list: 'none' },
      compose: {
        use_vfs: false,
        link_attachments: false,
        attach_size_limit: 0,
        attach_count_limit: 0,
        reply_limit: 200000,
        ac_threshold: 3,
        htmlsig_img_size: 30000,
      },
      pgp: { keylength: 0 },
      maillog: { driver: 'none' },
      sentmail: { driver: 'Null' },
      contactsimage: { backends: [] },
      tasklist: { use_tasklist: false },
      notepad: { use_notepad: false },
    }),
  );
  writeFileSync(
    path.join(config, 'backends.local.php'),
    assigned('servers', {
      imap: {
        disabled: false,
        name: 'tests',
        hostspec: '127.0.0.1',
        hordeauth: false,
        protocol: 'imap',
        port: imap,
        secure: false,
        maildomain: 'procura.test',
        smtp: { auth: false, host: '127.0.0.1', port: smtp },
        spam: [],
        admin: null,
        cache: false,
      },
    }),
  );
  // An HTML mail is shown as HTML and answered as HTML, a plain one as plain text.
  const wanted = {
    reply_format: 1,
    sortdir: 1,
    save_sent_mail: 1,
    sent_mail_folder: 'Sent',
    drafts_folder: 'Drafts',
    trash_folder: 'Trash',
    spam_folder: 'Junk',
  };
  writeFileSync(
    path.join(config, 'prefs.local.php'),
    `<?php\n${Object.entries(wanted)
      .map(([name, value]) => `$_prefs['${name}']['value'] = ${php(value)};`)
      .join('\n')}\n`,
  );
  writeFileSync(
    path.join(config, 'mime_drivers.local.php'),
    "<?php\n$mime_drivers['html']['inline'] = true;\n$mime_drivers['html']['phishing_check'] = false;\n",
  );
  return {
    variables: {},
    servers: (socket) => [
      `server {
    listen 127.0.0.1:${port};
    root ${www};
    index index.php;
    location ~ ^/([a-z]+/)?(config|lib|locale|migration|po|scripts|templates)/ { deny all; }
    location / { try_files $uri $uri/ /rampage.php$is_args$args; }
    location ~ ^(.+\\.php)(/.*)?$ {
      include /etc/nginx/fastcgi_params;
      fastcgi_split_path_info ^(.+\\.php)(/.*)$;
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_param PATH_INFO $fastcgi_path_info;
      fastcgi_buffers 16 32k;
      fastcgi_buffer_size 64k;
      fastcgi_pass unix:${socket};
    }
  }`,
    ],
    ready: async () => (await (await fetch(`http://127.0.0.1:${port}/login.php`)).text()).includes('horde_user'),
    urls: { horde: `http://127.0.0.1:${port}/login.php` },
  };
}
