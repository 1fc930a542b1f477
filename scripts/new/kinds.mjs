// What each kind of new thing consists of. `files` gives path → text, `next` what a person still has to do.
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const snake = { id: /^[a-z][a-z0-9_]{1,40}$/u, idRule: 'use small letters, figures and _, beginning with a letter.' };
const plain = { id: /^[a-z][a-z0-9]{1,30}$/u, idRule: 'use small letters and figures, beginning with a letter.' };
const kebab = { id: /^[a-z][a-z0-9-]{1,30}$/u, idRule: 'use small letters, figures and -, beginning with a letter.' };
const camel = (id) => id.replace(/-(\w)/gu, (_whole, letter) => letter.toUpperCase());

const unknownProvider = (id, today) => ({
  id,
  name: `${id[0].toUpperCase()}${id.slice(1)}`,
  aliases: [],
  category: 'other',
  status: 'active',
  parent: null,
  seat: null,
  entities: [],
  euAddressee: { entity: null, state: null, note: null, confidence: 'unsure' },
  domains: [],
  contacts: [],
  portal: null,
  generalChannel: null,
  emergency: {
    publishedOnline: null,
    term: null,
    channel: null,
    designation: { required: null, subject: null, note: null },
    standard: null,
    questions: [],
    note: null,
    confidence: 'unsure',
  },
  preservation: { accepted: null, days: null, renewals: null, renewalDays: null, askBeforeDays: null, channel: null, note: null, confidence: 'unsure' },
  standards: { subscriber: null, nonContent: null, content: null, confidence: 'unsure' },
  directForeign: { answer: 'unknown', note: null, confidence: 'unsure' },
  contentRoute: { answer: 'unknown', note: null, confidence: 'unsure' },
  endToEndEncrypted: null,
  userNotice: { default: 'unknown', exceptions: null, confidence: 'unsure' },
  languages: { accepted: [], confidence: 'unsure' },
  retention: [],
  references: [],
  // Empty on purpose: a fact without a source can't be built.
  sources: [],
  checkedOn: today,
  reviewBy: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`.replace(/-02-29$/u, '-02-28'),
  confidence: 'low',
  gaps: ['Everything that is null.'],
});

const adapter = (id) => `import { webmailOf } from './landmarks';

/** ${id}: say which versions and skins were looked at, and on which day. */
export const ${camel(id)} = webmailOf({
  id: '${id}',
  marks: '[data-fill-in="${id}"]',
  body: ['[data-fill-in="body"]'],
  from: ['[data-fill-in="from"]'],
  subject: ['[data-fill-in="subject"]'],
});
`;

export const kinds = {
  webmail: {
    ...kebab,
    files: ({ id, today }) => ({
      [`src/webmail/${id}.ts`]: adapter(id),
      [`tests/webmail/${id}/${today}-read.html`]: `<!doctype html>\n<title>${id}: replace by a censored page (npm run fixture)</title>\n<p data-fill-in="${id}"></p>\n`,
    }),
    next: ({ id }) => [
      `Replace the marks in src/webmail/${id}.ts by what the page really has; two independent ways for each element.`,
      `Add ${camel(id)} to the list in src/webmail/index.ts; its hosts, when it has any of its own, to the settings.`,
      `Put censored pages with what must be read from them into tests/webmail/${id}.`,
    ],
  },
  provider: {
    ...plain,
    files: ({ id, today }) => ({ [`src/data/providers/${id}.json`]: json(unknownProvider(id, today)) }),
    next: ({ id }) => [`Fill in src/data/providers/${id}.json: each fact with its source, day and confidence; null for what is not known.`],
  },
  reply: {
    ...snake,
    files: ({ id }) => ({
      [`src/data/replies/${id}.json`]: json({
        id,
        meaning: 'What the provider says, in one sentence.',
        severity: 'plain',
        outranks: [],
        ordinary: false,
        rules: [{ all: [['FILL_IN']], score: 0.8 }],
      }),
    }),
    next: ({ id }) => [
      `Add '${id}' to replyTypeIds in src/core/ids.ts.`,
      'Name its concepts in src/data/lang/*/lexicon.json, in every language.',
      `Name it on screen: reply.${id} in src/data/lang/*/ui.json.`,
      'Say what follows: a row of the decision table.',
      'Add samples in varied voices to tests/samples, at least fifteen.',
    ],
  },
  template: {
    ...snake,
    files: ({ id, languages, read }) => {
      const spoken = languages.filter((language) => {
        try {
          return read(`src/data/lang/${language}/templates/close_out.txt`) !== '';
        } catch {
          return false;
        }
      });
      return Object.fromEntries(
        spoken.map((language) => [`src/data/lang/${language}/templates/${id}.txt`, 'Subject: {case_reference}\n{salutation}\n\n{signature}\n']),
      );
    },
    next: ({ id }) => [`Write the letter in each language.`, `Let a step send it: "template": "${id}" in src/data/steps.`],
  },
  language: {
    id: /^[a-z]{2}$/u,
    idRule: 'use the two letters of ISO 639-1.',
    files: ({ id, read }) => {
      const empty = (file) => {
        const hollow = (value) =>
          Array.isArray(value)
            ? []
            : typeof value === 'object' && value !== null
              ? Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, hollow(inside)]))
              : '';
        return json(hollow(JSON.parse(read(file))));
      };
      return {
        [`src/data/lang/${id}/reading.json`]: empty('src/data/lang/en/reading.json'),
        [`src/data/lang/${id}/lexicon.json`]: empty('src/data/lang/en/lexicon.json'),
        [`src/data/lang/${id}/lint.json`]: empty('src/data/lang/en/lint.json'),
        [`public/_locales/${id}/messages.json`]: read('public/_locales/en/messages.json'),
      };
    },
    next: ({ id }) => [
      `Add '${id}' to the languages in src/core/ids.ts (mails that are read; screens; letters).`,
      `Fill in the words of src/data/lang/${id}; letters go to src/data/lang/${id}/templates, screens to ui.json, deciding.json, directory.json.`,
      `Translate public/_locales/${id}/messages.json.`,
      'Add samples to tests/samples.',
    ],
  },
};
