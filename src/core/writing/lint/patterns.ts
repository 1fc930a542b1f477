/**
 * Shapes that no lexicon can list: phones, accounts, hours, dates, gaps. Every pattern is bounded, none nests a repetition.
 * They are language-independent or know the five languages that are written.
 */
const month =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|gen|mag|giu|lug|ago|set|ott|dic|janv|fév|fev|avr|mai|juin|juil|août|aout|déc|mär|okt|dez|ene|abr)\\p{L}{0,7}\\.?';
/** A day, in figures or with the month's name; with or without its year. */
export const dateText = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th|º|°|er|\\.)?\\s(?:de\\s|of\\s)?${month}(?:,?\\s(?:de\\s|del\\s)?\\d{4})?|${month}\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s\\d{4})?)`;
export const anyDate = new RegExp(dateText, 'iu');

const before =
  "(?<!\\p{L})(?:from|between|since|as of|after|starting|beginning|dal|dalle|dalle ore|dall’|dall'|da|tra il|fra il|tra|fra|du|depuis|entre|entre le|à partir du|à compter du|vom|zwischen|seit|ab|ab dem|desde|del|entre el|a partir del)";
const joins =
  "(?:to|and|until|till|through|up to|al|all’|all'|e il|e|fino al|sino al|au|et le|et|jusqu’au|jusqu'au|bis|bis zum|und|y|y el|hasta|hasta el|a|-|–|—)";
const point = `(?:(?:the|il|le|el|dem|l’|l')\\s?)?(?:\\d{1,2}[:.h]\\d{2}\\s(?:UTC\\s)?(?:(?:on|of|del|du|am|vom)\\s)?)?(?:${dateText}|\\d{1,2}[:.h]\\d{2}|\\d{1,2}(?:st|nd|rd|th|º|°|er|\\.)?(?!\\d)|now|today|oggi|ora|adesso|maintenant|aujourd[’']hui|jetzt|heute|hoy|ahora)`;
/** A period: `from A to B`, `1–10 May`, `since A`. */
export const period = new RegExp(
  `${before}\\s${point}[^.;\\n]{0,24}?(?:\\s|(?=[-–—]))${joins}\\s?(?:the\\s)?${point}|${dateText}(?:,?\\s\\d{1,2}:\\d{2})?(?:\\s?\\(?(?:UTC|GMT)[^)\\s]{0,6}\\)?)?(?:\\s?[-–—]\\s?|\\s(?:to|bis|al|au|a|until|hasta)\\s)${point}|(?<![\\d.,/])\\d{1,2}(?:st|nd|rd|th|er|º|°|\\.)?\\s?(?:[-–—]|to|bis|al|au|a)\\s?${dateText}|(?<!\\p{L})(?:since|depuis(?: le)?|seit(?: dem)?|desde(?: el)?|as of|starting|dal|dalle|dalle ore|dall’|ab(?: dem)?|à partir du|a partir del|after)\\s${point}`,
  'iu',
);
/** A period without an end: `from 24 November`. */
export const onwards = new RegExp(
  `(?<!\\p{L})(?:from|dal|dall[’']|du|à partir du|vom|ab|ab dem|seit|desde|desde el|since)\\s(?:the\\s|il\\s|le\\s|el\\s|dem\\s)?${dateText}`,
  'iu',
);
/** A period in words: `of the last 24 hours`, `of today`. */
export const periodWords =
  /\b(?:(?:last|past|previous|preceding|first|ultim[oaie]|scors[oaie]|precedent[ie]|derni[eè]re?s?|pass[ée]e?s?|letzte[nr]?|vergangene[nr]?|[uú]ltim[oa]s?|pasad[oa]s?)\s(?:\w{1,12}\s)?(?:hours?|days?|weeks?|months?|ore|giorni|settiman[ae]|mes[ei]|heures|jours|semaines?|mois|stunden|tage[n]?|wochen|monate[n]?|horas|d[ií]as|semanas?|meses?|(?:two|three|due|tre|deux|trois|zwei|drei|dos|tres|\d{1,3})\s\p{L}{3,9})|(?:\d{1,3}|sette|dieci|sept|dix|sieben|zehn|siete|diez|seven|ten|thirty|trenta|trente|drei[sß]ig|treinta)\s(?:derni[eè]re?s|ultim[ei]|letzten|[uú]ltim[oa]s)\s\p{L}{3,9}|(?:since|da|dalla|depuis|seit|desde)\s(?:the\s|la\s|le\s|l[’']|el\s|dem\s|der\s)?(?:this\s|questa\s|ce\s|cette\s|heute\s|diesem\s|esta\s)?(?:morning|night|noon|midnight|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|stamattina|stamane|mattina|ieri|stanotte|mezzanotte|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|matin|nuit|hier|minuit|midi|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|früh|morgen|nacht|gestern|mitternacht|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mañana|noche|ayer|medianoche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|hoy|heute)|ce jour|aujourd[’']hui|oggi|hoy|heute|today'?s?|yesterday|ieri|hier|gestern|ayer|odiern[oaie]|di oggi|d'aujourd'hui|de ce jour|du jour|heutigen?|von heute|gestrigen?|de hoy|d[ií]a de hoy|month of|mese di|mois d[e'’]|monat \p{L}+|mes de|year 20\d\d|anno 20\d\d|ann[ée]e 20\d\d|jahr 20\d\d|año 20\d\d|most recent|latest|current|attuale|actuel(?:le)?|aktuell\p{L}{0,2}|actual|within \d{1,3} (?:days|hours)|the day of|the night of|the time of)/iu;
/** One day or hour at which records were made: `IP addresses of 24 November`, `the log at 14:05`. */
export const singleDay = new RegExp(
  `(?:\\bon|\\bfor|\\bat|\\bof|\\bdel(?: giorno)?|\\bdi|\\bil|\\bin data|\\bdu|\\ble|\\bam|\\bvom|\\bel(?: d[ií]a)?|\\bde)\\s(?:the\\s)?(?:\\d{1,2}\\.?\\s(?:and|e|et|und|y)\\s)?(?:${dateText}|\\d{1,2}[:.h]\\d{2})`,
  'iu',
);

export const clock =
  /(?<![\d/.,+-])(?:[01]?\d|2[0-3])(?::|\.(?=\d{2}(?:\s|$|,|;|\s?(?:uhr|h|hrs|hours)))|\s?h\s?)[0-5]\d(?![\d/.]\d|\d)|\b(?:[1-9]|1[0-2])\s?(?:am|pm|a\.m\.|p\.m\.)(?!\w)|\b(?:[01]?\d|2[0-3])\s?(?:uhr|heures?)\b|\b(?:[01]?\d|2[0-3])\s?h\b|\b(?:ore|alle|a las|ab|um|at)\s(?:[01]?\d|2[0-3])(?![\d/.:,-])(?:\s?(?:uhr|h|hrs|hours|o'clock)\b)?|\b(?:[01]\d|2[0-3])[0-5]\d\s?(?:hrs|hours)\b|\bat\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[\s"”’.,;](?!(?:years?|months?|weeks?|days?|hours?|minutes?|places|sites|people|persons|addresses|schools)\b)|$)|\balle\s(?:due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici)\b(?!\s\p{L}{2,}(?:e|i)\b)|(?<!\p{L})(?:à|vers|avant)\s(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze)\sheures\b|\bum\s(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\suhr\b|\ba\slas\s(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\b/giu;
const zoneWords =
  /\b(?:UTC|GMT|CEST|CET|MEZ|MESZ|HNEC|HAEC|HEC)\b|[+-]\d{2}:\d{2}\b|\d\s?Z\b|\b(?:time zone|fuso orario|fuseau|zeitzone|huso horario|zona horaria)\b|\b(?:ora|ore|heure|hora|horas|orario)\s(?:locale?|di|de|italian[ao]|d[’'])\s?\p{L}{0,20}|\b(?:ora|orario)\s(?:italian[ao]|europe[ao])|\bhora\s(?:peninsular|española|central|oficial)|\bheure\s(?:fran[çc]aise|locale|belge)|\b(?:orts|deutscher |deutsche )zeit\b|\b(?:eastern|central|pacific|mountain|irish|british|london|dublin|paris|berlin|madrid|rome|milan|athens|stockholm|sydney|brussels|warsaw|vienna|lisbon|amsterdam|tokyo|delhi|york|european|german|french|spanish|italian|swiss|dutch|greek|moscow|kyiv|dubai|singapore|berliner|wiener|münchner|pariser|mitteleuropäische[rn]?) (?:summer |winter |standard |daylight )?(?:time|zeit)\b|\blocal time\b|(?<!\p{L})\p{L}{3,15} (?:standard|summer|winter|daylight) time\b/iu;
/** Abbreviations stand in capitals: `EST`, not the French verb. */
const zoneLetters =
  /\b(?:BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|WET|WEST|EET|EEST|IST|AEST|AEDT|ACST|AWST|NZST|NZDT|MSK|TRT|SAST|JST|ET|PT)\b|(?<!\p{L})\p{Lu}\p{L}{2,17} (?:time|Zeit)\b|\d\s?(?:Eastern|Pacific|Central)\b/u;
/** Whether a stretch of text says in which zone its hours are. */
export const hasZone = (text: string): boolean => zoneWords.test(text) || zoneLetters.test(text);

/** "All times are …" holds for the whole mail. */
export const zoneForAll =
  /\b(?:all times|times (?:are|given)|tutti gli orari|gli orari (?:sono|indicati)|toutes les heures|les heures (?:sont|indiqu)|alle (?:zeit|uhrzeit)(?:en|angaben)|zeitangaben|todas las horas|las horas (?:son|indicadas))\b/iu;

export const international = /\+\s?[1-9][\d\s().\u00a0-]{5,18}\d/gu;
/** A phone as it is written at home: with its trunk zero, or a bare mobile number. */
export const national =
  /(?<![\w+/.(-])(?:\(?0\d{1,4}\)?[\s/.-]?\d{2,8}(?:[\s.-]?\d{2,5}){0,4}|00\s?[1-9]\d(?:[\s.-]?\d{2,4}){2,5}|3\d{2}[\s.-]?\d{3}[\s.-]?\d{3,4}|3\d{2}[\s.-]?\d{6,7}|[67]\d{2}[\s.-]?\d{3}[\s.-]?\d{3}|[67]\d{2}(?:[\s.-]?\d{2}){3}|\(\d{3}\)\s?\d{3}[\s.-]\d{4}|\d{3}[.-]\d{3}[.-]\d{4})(?![\w/-]|\.\d)/gu;
const maskedIdentifier =
  /\+\s?\d{1,3}[\d\s().-]{0,12}(?:[*•#]{2,}|[xX]{2,}|…|\.{3,}|_{3,})|\+\s?\d{1,3}\s?(?:\(\s*\)|\[\s*\])|(?<![\p{L}\d])(?<!\d[\s.-]{1,9})\d[\d\s.-]{2,26}(?:[*•]{2,}|[xX]{3,}|…|\.{4,})|(?<!\*)\*{3,}\s?\d{1,6}(?!\*)|(?<![\p{L}\d._-])[\p{L}\d._-]{1,26}[*•]{2,}[\p{L}\d._*-]{0,20}(?:@[\w.*-]{2,40})?|(?<![\p{L}\d._-])@?[\p{L}\d._-]{1,26}[xX]{4,}[\w.]{0,10}|\b[\p{L}]{2,4}-\*{3,}|(?<!\*)\*{4,}(?!\*)|[█▇■]{2,}|\[?\b(?:omissis|redacted|oscurat[oa]|caviard[ée]e?|geschwärzt|anonymi[sz]\p{L}{2,6}|tachad[oa]|censurad[oa])\b\]?/giu;
/** What hides something, wherever it stands: a cheap first look. */
const hiding = /[*•#]{2,}|[xX]{2,}|…|\.{3,}|_{3,}|\(\s*\)|\[\s*\]|[█▇■]{2,}|\b(?:omissis|redacted|oscurat|caviard|geschwärzt|anonymi[sz]|tachad|censurad)/giu;
/** Most hidden places looked at in one text. */
const mostHidden = 200;

/** Identifiers that are hidden in part, with their place. Looks closely only around what hides. */
export function maskedIn(text: string): readonly { readonly index: number; readonly words: string }[] {
  const found: { index: number; words: string }[] = [];
  let looked = 0;
  let reached = 0;
  for (const spot of text.matchAll(hiding)) {
    if (++looked > mostHidden) break;
    if (spot.index < reached) continue;
    const from = Math.max(reached, spot.index - 26);
    for (const one of text.slice(from, spot.index + spot[0].length + 48).matchAll(maskedIdentifier)) {
      const index = from + one.index;
      if (index + one[0].length <= spot.index || index > spot.index) continue;
      found.push({ index, words: one[0] });
      reached = index + one[0].length;
      break;
    }
  }
  return found;
}

const accountWord =
  "(?:account|user[ -]?id|account[ -]?id|user(?:name)?|user name|handle|profile|channel|page|mailbox|screen name|utente|nome utente|profilo|canale|pagina|casella|compte|identifiant|nom d[’']utilisateur|pseudo|profil|chaîne|konto|benutzer(?:namen?)?|nutzer(?:namen?)?|kennung|kanal|seite|cuenta|usuario|nombre de usuario|perfil|canal|buzón|identificador|id utente|apple id|apple-id|wallet|order|device|imei|imsi|serial)";
/** What points to one account: an address, a handle, a link, a number, or a name that stands behind the word for it. */
export const accountShapes: readonly RegExp[] = [
  /(?<![\w.])@[A-Za-z0-9_][A-Za-z0-9_.]{2,40}/gu,
  /https?:\/\/[^\s<>"')\]]{6,300}|\b(?:www\.)[^\s<>"')\]]{6,200}|(?<![\w-])[\w-]{2,63}\.(?:com|me|tv|org|net|gg)\/[\w@][\w./?=&%@-]{2,120}/giu,
  /\b(?:\d{1,3}\.){3}\d{1,3}\b|\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}\b/giu,
  /(?<![\d+/.-])\d{9,20}(?![\d/-])/gu,
  /(?<![\w/.])u\/[\w-]{3,30}/gu,
  /(?<!\p{L})(?:reservation|booking|prenotazione|réservation|buchung|reserva|transaction|listing|ad|annuncio|annonce|anzeige|anuncio|order|ordine|commande|bestellung|pedido|kontos|profils|nutzers|comptes)\s(?:(?:id|no|nr|n|number|numero|numéro|nummer|número)\b\.?\s)?[:#]?(?=[\p{L}\d._-]{0,20}\d)[\p{L}\d][\p{L}\d._-]{5,40}/giu,
  /(?<![\w@./-])(?=[a-z\d.]{1,24}_)[a-z][a-z\d._]{3,30}(?![\w@-])(?<!\.(?:pdf|docx?|png|jpe?g|zip|txt|eml|msg|csv|xlsx?|mp4|mov))/gu,
  /\b(?:0x[0-9a-f]{12,64}|bc1[a-z0-9]{20,60}|[13][a-km-zA-HJ-NP-Z1-9]{25,34})\b/gu,
  new RegExp(
    `${accountWord}(?:\\s(?:id|name|n[°.o]?|no|nr|number|numero|numéro|nummer|número))?\\s?(?:is|è|est|ist|es)?\\s?[:=„"“«'’(\\[]{0,3}\\s?(?=[\\w@]{0,40}(?:\\d|[._-]\\w))(?!(?:of|from|on|in|and|the|we|to)\\b)[\\p{L}\\d@][\\p{L}\\d._@-]{2,60}[\\p{L}\\d_]`,
    'giu',
  ),
  new RegExp(
    `${accountWord}(?:[\\s-]\\p{L}{2,16}){0,3}\\s?(?:is|è|est|ist|es|:|,)\\s?[„"“«'’@]?(?=[\\w.-]{0,40}(?:\\d|[._-]\\w))(?![\\w.-]*@)[\\p{L}\\d][\\p{L}\\d._-]{2,60}`,
    'giu',
  ),
  /(?<![\w@./-])(?=[a-z][a-z0-9]{1,20}[._][a-z])(?=[\w.]{0,30}\d)(?![\w.]{0,30}\.(?:pdf|docx?|png|jpe?g|zip|txt|eml|msg|csv|xlsx?|mp4|mov)\b)[a-z][\w.]{3,30}(?![\w@-])/gu,
  new RegExp(
    `(?:username|user name|handle|screen name|nome utente|nom d[’']utilisateur|pseudo|benutzernamen?|nutzernamen?|nombre de usuario|nick(?:name)?)\\s?(?:is|è|est|ist|es|:)?\\s?[:„"“«'’]{0,2}\\s?[\\p{L}\\d._-]{3,60}`,
    'giu',
  ),
];
export const mailAddress = /(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,5}/giu;

export const caseNumber =
  /(?<![\d/])\d{1,7}\s?\/\s?(?:19|20)?\d{2}(?![\d/])|(?<![\d/.])\d{1,7}\/\d{3,7}(?![\d/])|(?<![\d/.])\d{1,4}\/\d{1,6}\/\d{1,6}(?![\d/])|\b\d{1,7}[-–](?:19|20)?\d{2,6}(?:[-/]\d{1,6})?\b(?![.:]\d)|\b(?:19|20)\d{2}[-/]\d{2,8}\b|\b[A-Z]{1,6}[-/ ]?\d{1,8}[-/]\d{2,8}\b|\b\d{1,4}\s(?:UJs|Js|Gs|Ls|Ds|AR|Ks|KLs|St|BJs|Cs)\s\d{1,6}\/\d{2}\b|(?:\b(?:case|ref|reference|file|incident|crime|log|matter|proc|procedimento|fascicolo|prot|protocollo|rif|dossier|affaire|aff|procédure|pv|parquet|az|aktenzeichen|zeichen|vorgang|geschäftszeichen|gz|expediente|exp|diligencias|dil|dp|sumario|asunto|oficio|referencia|réf|request|ticket|ir|n|nr|no|n°|nº)\b\.?|#)[^\p{L}\d\n]{0,4}(?:(?:number|no|nr|n|pen|penale|prévias|previas|preliminary)\b\.?[^\p{L}\d\n]{0,3})?[A-Z0-9][A-Z0-9./-]{0,20}\d/giu;

/** A gap that was left open, in words: `[NAME]`, `{date}`, `<insert>`. */
export const gapWords =
  /\[‑‑(?:(?!\[‑‑)[^\]]){1,80}‑‑\]|\{\{?[\p{L}_][\p{L}\d_ .-]{1,40}\}?\}|\[(?:(?:insert|add|fill|enter|your|name|date|time|case|account|number|phone|office|rank|title|reference|ref|tbd|todo|tbc|xxx|to be|link|url|user|id|identifier|address|email|e-mail|data|nome|cognome|numero|ora|inserire|indicare|compilare|completare|da |utente|ufficio|grado|riferimento|nom|prénom|numéro|heure|insérer|indiquer|compléter|à |lien|compte|grade|service|référence|datum|uhrzeit|nummer|aktenzeichen|einfügen|eintragen|ergänzen|bitte|konto|dienststelle|nombre|apellido|número|fecha|hora|insertar|indicar|completar|rellenar|enlace|cuenta|usuario|cargo|referencia)[^[\]\n]{0,50}(?:\[[^[\]\n]{0,40})?|[^[\]\n]{0,40}(?:einfügen|eintragen|ergänzen|inserire|completare|compléter|insérer|insertar|completar|here))\]|<(?:insert|name|date|case|number|account|nome|data|nom|datum|nombre|fecha|inserire|time|office|phone)[^<>\n@]{0,40}>/giu;
/** The same as a shape: `XX/XX`, `___`, `TBD`, `DD.MM.YYYY`. */
export const gapShapes =
  /\?{3,}|\[(?!(?:EXTERNAL|EXT|CONFIDENTIAL|URGENT|EMERGENCY|SPAM|REDACTED|OMISSIS|SIC|SECURE|ENCRYPTED|OFFICIAL|RESTRICTED|TLP)\b)\p{Lu}{2}[\p{Lu} .'’/-]{0,60}\]|\[\s?[●•○_]{1,12}\s?\]|\b(?:section|sect?|art(?:icle|icolo|ículo|ikel)?|no|n|nr|n°|nº|ref|rif|az)\b\.?\s(?:XX|xx)\b|\b(?:TBD|TBC|FIXME)\b|\bTODO\b(?=\s*[:(\]\n]|\s*$|\s+(?:ref|add|insert|check|fill|complete|verify|date|name))|\b(?:XX|xx)[./-](?:XX|xx)(?:[./-](?:XX|xx){1,2}(?:\d{2})?)?(?![\w])|\b(?:DD|GG|JJ|TT|dd|gg|jj|tt)[./-](?:MM|mm)[./-](?:YYYY|AAAA|JJJJ|YY|AA|JJ|yyyy|aaaa|jjjj)\b|(?<![\w+@])(?:_{2,}\s?\/\s?){1,2}_{0,4}\d{0,4}|(?<![\w+@*])_{4,}(?!\w)|(?<![\w+@*])\.{6,}(?!\w)|\b[Xx]{2}:[Xx]{2}\b|(?<![\p{L}\d+*@.-])X{3,}(?![\p{L}\d*@.-]|\s?X{2})/gu;

/** The words of the same sentence that stand before a number, at most 60 characters of its line. */
export function headOf(text: string, at: number): string {
  const head = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - 60), at);
  const stops = [...head.matchAll(/(?<!\b(?:tel|no|nr|n|ph|mob|cell))[.!?;]\s(?=\p{Lu}\p{L}+)/giu)];
  const last = stops[stops.length - 1];
  return last ? head.slice(last.index + 2) : head;
}

export const phoneWord =
  /\b(?:tel|telefono|telephone|téléphone|telefon|teléfono|tf|tfno|phone|call|ring|mobile|cell|cellulare|portable|handy|móvil|direct|directe|direct line|durchwahl|centralino|standard|switchboard|centralita|vermittlung|duty|24\/7|reach|joignable|erreichbar|localizable|rückruf|rueckruf|callback|call-back|richiamare|richiamat[eio]|chiamat[eio]|rappel\p{L}{0,4}|llam\p{L}{0,6}|fon|ext|ufficio|office|greffe|secretar[ií]a|geschäftsstelle|cancelleria|contact)(?!\p{L})/iu;
/** What says that a number is an account. */
export const serviceWord =
  /\b(?:accounts?|whatsapp|telegram|signal|viber|threema|wechat|line id|utenz[ae]|utente|profilo|profile|compte|kontos?|cuentas?|users?|usuario|nutzers?|conto|línea|ligne|anschlusse?s?|rufnummern?|sim|msisdn|subscriber|identifier|identificativo|identifiant|kennung)(?!\p{L})/iu;
/** A number of something: of an account when no phone is spoken of. */
export const numberWord = /\b(?:numbers?|numéros?|numero|numeri|nummern?|números?)(?!\p{L})/iu;
