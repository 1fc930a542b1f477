import { parseArgs } from 'node:util';
import { uiLanguages, type UiLanguage } from '../core/ids';
import { assessRecord } from './assess';
import { draftRecord } from './draft';
import { lintRecord } from './lint-draft';
import { answerAll, type Answerer } from './records';

const usage = `Usage (from the project's folder, after npm ci):
  npm run --silent assess -- [--now ISO] [--lang en|it] FILE…
  npm run --silent lint-draft -- [--now ISO] [--lang en|it] FILE…
  npm run --silent draft -- --step STEP [--answers F.json] [--draft-lang CODE] [--now ISO] FILE
FILE is a mail (.eml, .msg), records a line each (.jsonl), or - for records on standard input.`;

/** Runs one command and gives its exit status: 0 all answered, 1 a record was bad, 2 the call was. */
export async function run(words: readonly string[]): Promise<number> {
  let call;
  try {
    call = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        now: { type: 'string' },
        lang: { type: 'string', default: 'en' },
        step: { type: 'string' },
        answers: { type: 'string' },
        'draft-lang': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const [command, ...files] = call.positionals;
  const { now: given, lang, step, answers } = call.values;
  if (call.values.help) {
    console.log(usage);
    return 0;
  }
  const now = given ?? new Date().toISOString();
  if (Number.isNaN(Date.parse(now))) return refuse(`"${now}" is no moment in time. Write it like 2026-11-24T09:00:00+01:00.`);
  if (!isUiLanguage(lang)) return refuse(`"${lang}" is no language of the screens. Choose one of ${uiLanguages.join(', ')}.`);
  if (files.length === 0) return refuse('Name at least one file, or - for records on standard input.');

  const settings = { now, language: lang };
  let answer: Answerer;
  if (command === 'assess') answer = assessRecord(settings);
  else if (command === 'lint-draft') answer = lintRecord(settings);
  else if (command === 'draft') {
    try {
      answer = await draftRecord({ ...settings, step, answers, draftLanguage: call.values['draft-lang'] });
    } catch (error) {
      return refuse(error instanceof Error ? error.message : String(error));
    }
  } else return refuse(`There is no command "${command ?? ''}". Choose assess, lint-draft or draft.`);
  return answerAll(files, answer);
}

function isUiLanguage(text: string): text is UiLanguage {
  return (uiLanguages as readonly string[]).includes(text);
}

function refuse(sentence: string): number {
  console.error(`${sentence}\n\n${usage}`);
  return 2;
}
