// SOGo from its Debian package: sogod, memcached on a socket, and a PostgreSQL cluster of its own (SOGo's package knows no SQLite).
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { password } from './dovecot.mjs';
import { idOf } from './users.mjs';

/** The user whose editor is for HTML, and the one whose editor is for plain text: in SOGo that is a setting of the person's. */
export const sogoUsers = { html: 'elena.ferri@procura.test', plain: 'colleague@procura.test' };
const resources = '/usr/lib/GNUstep/SOGo/WebServerResources/';

/** Starts what SOGo stands on and SOGo itself; gives nginx's block, its address and the test of its readiness. */
export async function startSogo({ home, imap, smtp, ports: [web, port, sql], manager }) {
  const folder = path.join(home, 'sogo');
  const own = (place, { uid, gid }) => {
    mkdirSync(place, { recursive: true });
    chownSync(place, uid, gid);
    return place;
  };
  const postgres = idOf('postgres');
  const sogo = idOf('sogo');
  const memcache = idOf('memcache', 'nobody');
  const socket = path.join(own(path.join(folder, 'memcached'), memcache), 'socket');
  manager.start('memcached', 'memcached', ['-m', '32', '-s', socket, '-a', '0777'], memcache);

  const data = own(path.join(folder, 'sql'), postgres);
  const run = own(path.join(folder, 'sql-run'), postgres);
  const bin = path.join('/usr/lib/postgresql', readdirSync('/usr/lib/postgresql').toSorted().at(-1) ?? '', 'bin');
  const command = (name, words, input) => {
    const { status, stdout, stderr } = spawnSync(path.join(bin, name), words, {
      ...postgres,
      cwd: '/',
      encoding: 'utf8',
      input,
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    });
    if (status !== 0) throw new Error(`${name}: ${stdout}${stderr}`);
    return stdout;
  };
  command('initdb', ['-D', data, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=32MB', 'max_connections=40'];
  manager.start(
    'postgres',
    path.join(bin, 'postgres'),
    ['-D', data, '-p', String(sql), ...['listen_addresses=127.0.0.1', `unix_socket_directories=${run}`, ...fast].flatMap((one) => ['-c', one])],
    { ...postgres, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } },
  );
  const query = (text, database = 'postgres') => command('psql', ['-h', run, '-p', String(sql), '-v', 'ON_ERROR_STOP=1', '-qAt', '-d', database], text);
  await manager.until('PostgreSQL', () => query('select 1;'));
  query("create role sogo login password 'sogo';\ncreate database sogo owner sogo;");
  const users = Object.values(sogoUsers).map((mail) => `('${mail}', '${mail}', '${password}', '${mail}', '${mail}')`);
  query(
    `create table users (c_uid text primary key, c_name text, c_password text, c_cn text, mail text);
insert into users values ${users.join(', ')};
grant select on users to sogo;`,
    'sogo',
  );

  const base = `postgresql://sogo:sogo@127.0.0.1:${sql}/sogo`;
  const settings = {
    WOWorkersCount: '3',
    WONoDetach: 'YES',
    WOPidFile: `${own(path.join(folder, 'run'), sogo)}/pid`,
    WOLogFile: '-',
    WOPort: `127.0.0.1:${port}`,
    SOGoProfileURL: `${base}/sogo_user_profile`,
    OCSFolderInfoURL: `${base}/sogo_folder_info`,
    OCSSessionsFolderURL: `${base}/sogo_sessions_folder`,
    OCSEMailAlarmsFolderURL: `${base}/sogo_alarms_folder`,
    SOGoUserSources: `({type = sql; id = users; canAuthenticate = YES; isAddressBook = YES; displayName = Users; userPasswordAlgorithm = plain; viewURL = "${base}/users";})`,
    SOGoMemcachedHost: socket,
    SOGoIMAPServer: `imap://127.0.0.1:${imap}`,
    SOGoMailingMechanism: 'smtp',
    SOGoSMTPServer: `smtp://127.0.0.1:${smtp}`,
    SOGoMailSpoolPath: own(path.join(folder, 'spool'), sogo),
    SOGoSieveScriptsEnabled: 'NO',
    SOGoLanguage: 'English',
    SOGoTimeZone: 'Europe/Rome',
    SOGoLoginModule: 'Mail',
    SOGoMailComposeMessageType: 'html',
    SOGoSentFolderName: 'Sent',
    SOGoTrashFolderName: 'Trash',
    SOGoDraftsFolderName: 'Drafts',
    SOGoJunkFolderName: 'Junk',
    SOGoMailDomain: 'procura.test',
    SxVMemLimit: '512',
  };
  const place = own(path.join(folder, 'home'), sogo);
  manager.start(
    'sogod',
    '/usr/sbin/sogod',
    Object.entries(settings).flatMap(([name, value]) => [`-${name}`, value]),
    { ...sogo, cwd: place, env: { PATH: process.env.PATH, HOME: place, USER: 'sogo', LOGNAME: 'sogo' } },
  );
  const proxied = {
    Host: '$http_host',
    'x-webobjects-server-protocol': 'HTTP/1.0',
    'x-webobjects-remote-host': '$remote_addr',
    'x-webobjects-server-name': '$host',
    'x-webobjects-server-port': '$server_port',
    'x-webobjects-server-url': '$scheme://$http_host',
  };
  return {
    variables: {},
    servers: () => [
      `server {
    listen 127.0.0.1:${web};
    location = / { return 302 /SOGo/; }
    location /SOGo.woa/WebServerResources/ { alias ${resources}; }
    location /SOGo/WebServerResources/ { alias ${resources}; }
    location /SOGo {
      proxy_pass http://127.0.0.1:${port};
      proxy_redirect off;
      proxy_buffer_size 16k;
      proxy_buffers 8 32k;
      ${Object.entries(proxied)
        .map(([name, value]) => `proxy_set_header ${name} ${value};`)
        .join('\n      ')}
    }
  }`,
    ],
    ready: async () => {
      if (!existsSync(resources)) throw new Error('SOGo is not installed.');
      if (!(await (await fetch(`http://127.0.0.1:${web}/SOGo/`)).text()).includes('SOGo.MainUI')) return false;
      // The table is made at the first question to it.
      query(
        `insert into sogo_user_profile (c_uid, c_defaults) values ('${sogoUsers.plain}', '{"SOGoMailComposeMessageType":"text"}') on conflict do nothing;`,
        'sogo',
      );
      return true;
    },
    urls: { sogo: `http://127.0.0.1:${web}/SOGo/` },
  };
}
