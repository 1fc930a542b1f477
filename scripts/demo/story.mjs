// The story that the drill tells: the thread, the letter to the attaché, what the file knew on each day.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const read = async (file) => JSON.parse(await readFile(path.join(here, file), 'utf8'));

/** `days` in order, each with its mail and with what the extension is told of that day. */
export async function readStory() {
  const [thread, drill] = await Promise.all([read('milan.json'), read('drill.json')]);
  const mails = [...thread.messages, drill.letter];
  const days = drill.days.map(({ message, facts, ...texts }) => {
    const mail = mails.find(({ id }) => id === message);
    return { ...texts, mail, replay: { now: mail.date, facts, answers: drill.answers } };
  });
  return { profile: thread.profile, days };
}

/** The day that an address of the mailbox shows. */
export const dayOf = (days, url) => days.find(({ mail }) => new URL(url).hash === `#/m/${mail.id}`);
