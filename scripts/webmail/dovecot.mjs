// The mailboxes behind every webmail: Dovecot on loopback, any address with one password, mail in Maildir.
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { banner } from './daemons.mjs';
import { idOf } from './users.mjs';

export const password = 'test';

/** Starts it; gives `deliver(user, eml)`, which lays a mail into that user's inbox, unread. */
export async function startDovecot({ home, port, manager }) {
  const mail = path.join(home, 'mail');
  const run = path.join(home, 'run', 'dovecot');
  for (const folder of [mail, run]) mkdirSync(folder, { recursive: true });
  const { uid, gid } = idOf('mail');
  chownSync(mail, uid, gid);
  const folder = (name) => `mailbox ${name} {\n auto = subscribe\n special_use = \\${name}\n}`;
  const file = path.join(home, 'dovecot.conf');
  writeFileSync(
    file,
    `base_dir = ${run}
state_dir = ${run}
log_path = ${home}/log/dovecot-mail.log
listen = 127.0.0.1
protocols = imap
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:%h/Maildir
mail_max_userip_connections = 100
passdb {
 driver = static
 args = password=${password}
}
userdb {
 driver = static
 args = uid=mail gid=mail home=${mail}/%Lu
}
namespace inbox {
 inbox = yes
 separator = /
 ${['Drafts', 'Sent', 'Trash', 'Junk'].map(folder).join('\n ')}
}
service imap-login {
 inet_listener imap {
  address = 127.0.0.1
  port = ${port}
 }
 inet_listener imaps {
  port = 0
 }
}
`,
  );
  manager.start('dovecot', 'dovecot', ['-F', '-c', file]);
  await manager.until('Dovecot', async () => (await banner(port)).startsWith('* OK'));
  let number = 0;
  return {
    deliver(user, eml) {
      const box = path.join(mail, user);
      for (const part of ['', 'Maildir', 'Maildir/tmp', 'Maildir/new', 'Maildir/cur']) {
        mkdirSync(path.join(box, part), { recursive: true });
        chownSync(path.join(box, part), uid, gid);
      }
      const letter = path.join(box, 'Maildir', 'new', `${Math.floor(Date.now() / 1000)}.${++number}.test`);
      writeFileSync(letter, eml);
      chownSync(letter, uid, gid);
    },
  };
}
