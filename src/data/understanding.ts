import type { Lexicon, ReplyType, UnderstandingBook } from './schema/understanding';
import likeness from './likeness.json';
import type { Likeness } from './schema/likeness';
import questionKeys from './question-keys.json';
import type { QuestionKeys } from './schema/question-keys';
import weighing from './weighing.json';
import shared from './reading/shared.json';
import senders from './senders.json';
import signs from './signs.json';
import detection from './detection.json';

const replies = import.meta.glob<ReplyType>('./replies/*.json', { eager: true, import: 'default' });
const lexicons = import.meta.glob<Lexicon>('./lang/*/lexicon.json', { eager: true, import: 'default' });

/** What sentences of providers say: the ways of answering, and the words for it in each language. */
export const understanding: UnderstandingBook = {
  senders,
  detection,
  signs: signs as UnderstandingBook['signs'],
  replies: Object.keys(replies)
    .sort()
    .map((path) => replies[path] as ReplyType),
  lexicons: Object.fromEntries(Object.entries(lexicons).map(([path, file]) => [path.split('/')[2] ?? '', file])),
  confusables: shared.confusables,
  likeness: likeness as Likeness,
  questionKeys: questionKeys as QuestionKeys,
  weighing,
};
