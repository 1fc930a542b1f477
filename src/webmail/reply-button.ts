import { documentsOf, findAll } from './pages';
import { isShown } from './webmail';

/** "Reply" on the screens of webmails; only where no mark without language is there. */
const words =
  /^(?:reply|rispondi|antworten|répondre|responder|beantwoorden|antwoorden|svara|svar|besvar|vastaa|válasz|odpowiedz|odpovědět|odpovedať|odgovori|răspunde|ответить|відповісти|отговор|yanıtla|απάντηση|回复|回覆|返信|답장)\b/iu;
const other = /all|forward|tutti|inoltr|allen|weiterleit|tous|transf|todos|reenv|group|list|quick|template|→/iu;

/**
 * The button that answers the open message: where the webmail is known to have it, else by its icon or its own names, else by its word. The
 * last one in the page is the newest message's.
 */
export function findReplyButton(doc: Document, selector?: string): HTMLElement | undefined {
  const named = selector ? findAll(documentsOf(doc), selector).filter(isShown).at(-1) : undefined;
  if (named) return named;
  const all = [...doc.querySelectorAll<HTMLElement>('button, [role=button], [role=menuitem], a, input[type=button], input[type=submit]')].filter(
    (one) => !one.closest('rogatory-overlay'),
  );
  const marked = all.filter((one) => {
    const icons = [...one.querySelectorAll('[data-icon-name], [class*="reply" i], [data-icon], md-icon, use')].slice(0, 4);
    const names = [one, ...icons]
      .map((part) =>
        ['data-icon-name', 'data-icon', 'id', 'class', 'data-testid', 'data-test-id', 'data-action', 'href', 'onclick', 'ng-click', 'name']
          .map((key) => part.getAttribute(key) ?? '')
          .join(' '),
      )
      .join(' ')
      .slice(0, 2000)
      .replace(/(?<![^\s@%])[^\s@%]{1,300}(?:@|%40)\S{0,80}/gu, ' ');
    return /reply/iu.test(names) && !/reply.{0,3}(?:all|list|to)|forward|noreply/iu.test(names);
  });
  const spoken = all.filter((one) => {
    const said = (one.getAttribute('aria-label') ?? one.getAttribute('title') ?? one.textContent ?? '').trim();
    return said.length < 40 && words.test(said) && !other.test(said);
  });
  return marked.filter(isShown).at(-1) ?? spoken.filter(isShown).at(-1);
}
