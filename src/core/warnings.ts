import type { UiLanguage } from './ids';

/** What `assess` itself warns of, in both languages of the screens. */
const texts = {
  forwarded: {
    en: '{by} passed this mail on; what is analysed is the mail inside. Answer its sender, not the one who forwarded it.',
    it: '{by} ha inoltrato questo messaggio; è analizzato il messaggio inoltrato. La risposta va al mittente di quello, non a chi lo ha inoltrato.',
  },
  pec: {
    en: 'This is a certified mail (PEC); what is analysed is the mail inside its envelope.',
    it: 'È un messaggio PEC; è analizzato il messaggio contenuto nella busta di trasporto.',
  },
  'pec-receipt': { en: 'This is a receipt of the certified-mail system, nobody’s answer.', it: 'È una ricevuta del sistema PEC, non la risposta di qualcuno.' },
  'pec-unopened': {
    en: 'Only the envelope of the certified mail is shown. Open the attachment postacert.eml to read the mail itself.',
    it: 'Si vede solo la busta PEC. Apri l’allegato postacert.eml per leggere il messaggio.',
  },
  smime: {
    en: 'This mail came in a signed container (S/MIME); its signature has not been checked here.',
    it: 'Il messaggio era in un contenitore firmato (S/MIME); la firma non è stata verificata qui.',
  },
  bounce: {
    en: 'Your mail could not be delivered. Check the address in the directory and send it again.',
    it: 'Il messaggio inviato non è stato recapitato. Controlla l’indirizzo nel repertorio e invialo di nuovo.',
  },
  'authentication-failed': {
    en: 'The mail server could not confirm that this mail comes from the domain it names. Verify through a channel from the directory.',
    it: 'Il server di posta non ha potuto confermare che il messaggio provenga dal dominio indicato. Verifica con un canale del repertorio.',
  },
  'serves-others': {
    en: 'The sender’s firm or portal is known, but not that it speaks for this provider. Verify before you send case facts.',
    it: 'Lo studio o il portale del mittente è noto, ma non che parli per questo fornitore. Verifica prima di inviare fatti del procedimento.',
  },
  'auto-reply': { en: 'This is an automatic answer; nobody has read the request yet.', it: 'È una risposta automatica; nessuno ha ancora letto la richiesta.' },
  'no-text': {
    en: 'The mail has no text. If the answer is in an attachment, open it and paste its text here.',
    it: 'Il messaggio non ha testo. Se la risposta è in un allegato, aprilo e incolla qui il testo.',
  },
  incomplete: {
    en: 'The page shows only a part of the mail. Open the whole mail before you rely on this.',
    it: 'La pagina mostra solo una parte del messaggio. Aprilo per intero prima di farvi affidamento.',
  },
  'split-uncertain': {
    en: 'Where the sender’s own words end is not certain. Check that the marked words are not quoted.',
    it: 'Non è certo dove finiscano le parole del mittente. Controlla che le parole evidenziate non siano una citazione.',
  },
  lookalike: {
    en: 'The sender imitates a provider ({domain}). Do not answer and give nothing away; verify through a channel from the directory.',
    it: 'Il mittente imita un fornitore ({domain}). Non rispondere e non fornire nulla; verifica con un canale del repertorio.',
  },
  unlisted: {
    en: 'The directory does not know the sender’s domain ({domain}). Verify who writes before you send case facts.',
    it: 'Il repertorio non conosce il dominio del mittente ({domain}). Verifica chi scrive prima di inviare fatti del procedimento.',
  },
  'reply-to-elsewhere': {
    en: 'A reply would go to another organisation than the sender’s. Check the address before you send.',
    it: 'La risposta andrebbe a un’organizzazione diversa da quella del mittente. Controlla l’indirizzo prima di inviare.',
  },
  'no-address': {
    en: 'The page shows no address of the sender; who wrote could not be checked.',
    it: 'La pagina non mostra l’indirizzo del mittente; non è stato possibile verificare chi ha scritto.',
  },
} as const satisfies Record<string, Record<UiLanguage, string>>;

/** The sentence of a warning; placeholders take `values` once. An unknown id gives the id. */
export function warningText(id: string, language: UiLanguage, values: Readonly<Record<string, string>>): string {
  const text = id in texts ? texts[id as keyof typeof texts][language] : id;
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
