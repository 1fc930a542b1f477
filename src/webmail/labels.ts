/** What stands before a value in a mail's header. */
export type Label = 'from' | 'to' | 'cc' | 'replyTo' | 'subject' | 'date' | 'other';

/** The words with which mail programs label the rows of a header, in the languages of Europe and the largest others. */
const words: Readonly<Record<Label, string>> = {
  from: 'from|sender|sent by|da|mittente|mitt.|inviato da|von|absender|gesendet von|de|expéditeur|envoyé par|émetteur|remitente|enviado por|remetente|van|afzender|från|avsändare|fra|afsender|avsender|lähettäjä|keneltä|feladó|od|nadawca|odesílatel|odosielateľ|pošiljatelj|pošiljalac|šalje|expeditor|de la|от|отправитель|від|відправник|от кого|подател|kimden|gönderen|από|αποστολέας|saatja|kellelt|sūtītājs|siuntėjas|nuo|发件人|寄件者|寄件人|差出人|보낸사람|보낸 사람|מאת|من|المرسل',
  to: 'to|a|al|recipient|recipients|destinatario|destinatari|an|empfänger|à|destinataire|destinataires|para|destinatarios|destinatário|destinatários|aan|ontvanger|till|mottagare|til|modtager|mottaker|vastaanottaja|kenelle|címzett|do|adresat|komu|príjemca|příjemce|za|prima|către|кому|получатель|до|одержувач|до кого|получател|kime|alıcı|προς|παραλήπτης|saaja|kellele|kam|gavėjas|kam|收件人|收件者|宛先|받는사람|받는 사람|אל|إلى',
  cc: 'cc|ccn|bcc|cco|cci|kopie|copia|copie|kopia|kopi|kopio|másolat|dw|udw|копия|копія|bilgi|κοιν.|κοινοποίηση|抄送|副本|密件抄送|참조|עותק|נسخة',
  replyTo:
    'reply-to|reply to|rispondi a|rispondi-a|rispondere a|antwort an|antworten an|répondre à|responder a|responder para|antwoord aan|antwoorden aan|svara till|svar til|vastausosoite|válaszcím|odpowiedz do|odpovědět na|ответить|yanıtla|απάντηση προς|回复至|返信先',
  subject:
    'subject|oggetto|betreff|objet|sujet|asunto|assunto|onderwerp|ämne|emne|aihe|tárgy|temat|předmět|predmet|zadeva|naslov|subiect|тема|относно|konu|θέμα|teema|tēma|tema|主题|主旨|件名|제목|נושא|الموضوع',
  date: 'date|sent|received|data|inviato|ricevuto|ricevuta|datum|gesendet|empfangen|envoyé|reçu|fecha|enviado|recibido|recebido|verzonden|ontvangen|skickat|mottaget|dato|sendt|modtaget|mottatt|päiväys|lähetetty|dátum|wysłano|otrzymano|odesláno|poslano|trimis|дата|отправлено|tarih|gönderildi|ημερομηνία|kuupäev|datums|发送时间|日期|寄件日期|日時|送信日時|날짜|보낸 날짜|תאריך|التاريخ',
  other:
    'attachments|allegati|anlagen|anhänge|pièces jointes|adjuntos|anexos|bijlagen|bilagor|security|sicurezza|sicherheit|message-id|signed by|mailed-by|firmato da|priority|priorità|importance|size|dimensione|tags|etichette',
};
const byWord = new Map(Object.entries(words).flatMap(([kind, list]) => list.split('|').map((word) => [word, kind as Label] as const)));
/** Every word that labels a row of a header. */
export const labelWords: readonly string[] = [...byWord.keys()];
const colon = /\s{0,3}[:：]\s{0,3}$/u;

/** A label that fills a text, and whether a colon says that it is one. */
export function labelOf(text: string): { readonly kind: Label; readonly colon: boolean; readonly word: string } | undefined {
  const trimmed = text.slice(0, 60).replace(/\s+/gu, ' ').trim();
  if (trimmed.length === 0 || trimmed.length > 30) return undefined;
  const word = trimmed.replace(colon, '');
  const kind = byWord.get(word.toLowerCase());
  return kind ? { kind, colon: word !== trimmed, word } : undefined;
}

/** `From: value` in one text. */
export function labelledValue(text: string): { readonly kind: Label; readonly value: string } | undefined {
  const flat = text.slice(0, 1000).replace(/\s+/gu, ' ').trim();
  const at = flat.slice(0, 32).search(/[:：]/u);
  if (at > 0 && at < flat.length - 1) {
    const kind = byWord.get(flat.slice(0, at).trim().toLowerCase());
    if (kind) return { kind, value: flat.slice(at + 1).trim() };
  }
  const [first = ''] = flat.split(' ', 1);
  const kind = flat.includes('@') && first.length > 1 ? byWord.get(first.toLowerCase()) : undefined;
  return kind ? { kind, value: flat.slice(first.length).trim() } : undefined;
}

const hints: readonly (readonly [Label, RegExp])[] = [
  ['replyTo', / reply ?to /u],
  ['other', / (?:attachments?|attach|allegati|anhang|avatar|photo|signature|labels?|tags?|banner|unsubscribe) /u],
  ['from', / (?:from|sender|author|mittente|absender|expediteur|remitente|remetente|afzender) /u],
  ['cc', / (?:cc|bcc) /u],
  ['to', / (?:to|recipients?|destinatari[oi]?|destinataires?|empfaenger|addressees?) /u],
  ['subject', / (?:subject|oggetto|betreff|objet|asunto|subj) /u],
  ['date', / (?:date|time|datetime|timestamp|datum|sent|received) /u],
];

/** What an element's own names (id, class, test id, microdata) say that it holds; `from` in `message-from`, `msgHeaderFrom`, `ng-bind="…from[0].email"`. */
export function hintOf(element: Element): Label | undefined {
  let names = '';
  for (const attribute of ['id', 'class', 'data-testid', 'data-test-id', 'data-test', 'data-field', 'itemprop', 'ng-bind', 'name'])
    names += ` ${(element.getAttribute(attribute) ?? '').replace(/^[\w-]{1,40}:(?=\w)/u, '')}`;
  if (names.length < 11 && names.trim() === '') return undefined;
  const plain = ` ${names
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/gu, ' ')} `;
  // A class like `header-from-to` says nothing of one.
  const said = hints.filter(([, pattern]) => pattern.test(plain));
  if (said[0]?.[0] === 'replyTo') return 'replyTo';
  return said.length === 1 ? said[0]?.[0] : undefined;
}
