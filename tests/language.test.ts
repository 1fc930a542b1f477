import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../src/core/reading/language';
import type { MailLanguage } from '../src/core/ids';
import { reading } from '../src/data/reading';

/** Texts in a sender's everyday words, several voices a language. */
const long: Readonly<Record<MailLanguage, readonly string[]>> = {
  en: [
    'Thank you for contacting us about the account mentioned in your letter of last week. We looked for it under every spelling you gave, but nothing was found in the systems that our company runs. If you know a telephone number that belongs to the person, tell us and we shall look again.',
    'Our policy does not allow the release of content without an order issued by a court that has jurisdiction over the company. You may of course ask for subscriber details, which are treated separately and usually take about ten working days to be put together by the team.',
    'Hi Anna, quick note before the weekend: lunch moved to Thursday because the canteen stays closed, and Paul would like everyone to bring their list of books. Could you also ask whether the printer on the second floor has been repaired? Nobody seems to know.',
  ],
  it: [
    'Vi ringraziamo per averci contattato in merito all’account indicato nella vostra lettera della settimana scorsa. Lo abbiamo cercato con tutte le grafie che avete fornito, ma nei sistemi gestiti dalla nostra società non risulta nulla. Se conoscete un numero di telefono che appartiene alla persona, comunicatecelo e faremo un’altra ricerca.',
    'La nostra politica non consente di rilasciare contenuti senza un ordine emesso da un giudice che abbia giurisdizione sulla società. Potete naturalmente chiedere i dati anagrafici, che sono trattati a parte e richiedono di solito circa dieci giorni lavorativi per essere messi insieme dal gruppo.',
    'Ciao Anna, due righe prima del fine settimana: il pranzo è spostato a giovedì perché la mensa resta chiusa, e Paolo vorrebbe che ognuno portasse il proprio elenco di libri. Puoi anche chiedere se la stampante al secondo piano è stata riparata? Nessuno sembra saperlo.',
  ],
  fr: [
    'Nous vous remercions de nous avoir contactés au sujet du compte mentionné dans votre lettre de la semaine dernière. Nous l’avons cherché sous toutes les orthographes que vous avez données, mais rien n’a été trouvé dans les systèmes de notre société. Si vous connaissez un numéro de téléphone qui appartient à la personne, dites-le-nous et nous chercherons encore.',
    'Notre politique ne permet pas de communiquer des contenus sans une ordonnance rendue par un tribunal compétent à l’égard de la société. Vous pouvez bien sûr demander les données d’abonné, qui sont traitées à part et demandent en général une dizaine de jours ouvrables.',
    'Salut Anna, un petit mot avant le week-end : le déjeuner est déplacé à jeudi parce que la cantine reste fermée, et Paul voudrait que chacun apporte sa liste de livres. Peux-tu aussi demander si l’imprimante du deuxième étage a été réparée ? Personne ne semble le savoir.',
  ],
  de: [
    'Vielen Dank, dass Sie sich wegen des in Ihrem Schreiben der vergangenen Woche genannten Kontos an uns gewandt haben. Wir haben es unter allen von Ihnen genannten Schreibweisen gesucht, aber in den Systemen unserer Gesellschaft wurde nichts gefunden. Wenn Ihnen eine Telefonnummer der Person bekannt ist, teilen Sie uns diese mit, und wir suchen noch einmal.',
    'Unsere Richtlinien erlauben es nicht, Inhalte ohne einen Beschluss eines für die Gesellschaft zuständigen Gerichts herauszugeben. Sie können selbstverständlich Bestandsdaten verlangen, die gesondert behandelt werden und deren Zusammenstellung in der Regel etwa zehn Arbeitstage dauert.',
    'Hallo Anna, kurz vor dem Wochenende: Das Mittagessen ist auf Donnerstag verschoben, weil die Kantine geschlossen bleibt, und Paul möchte, dass jeder seine Bücherliste mitbringt. Kannst du auch fragen, ob der Drucker im zweiten Stock repariert wurde? Niemand scheint es zu wissen.',
  ],
  es: [
    'Le agradecemos que se haya puesto en contacto con nosotros por la cuenta mencionada en su carta de la semana pasada. La hemos buscado con todas las grafías que nos dio, pero no se ha encontrado nada en los sistemas que gestiona nuestra empresa. Si conoce un número de teléfono que pertenezca a la persona, díganoslo y volveremos a buscar.',
    'Nuestra política no permite entregar contenidos sin una orden dictada por un tribunal con jurisdicción sobre la empresa. Por supuesto, puede pedir los datos de abonado, que se tratan por separado y suelen tardar unos diez días hábiles en ser reunidos por el equipo.',
    'Hola Anna, unas líneas antes del fin de semana: la comida pasa al jueves porque el comedor sigue cerrado, y Pablo quiere que cada uno traiga su lista de libros. ¿Puedes preguntar también si han arreglado la impresora del segundo piso? Nadie parece saberlo.',
  ],
  pt: [
    'Agradecemos o seu contacto a respeito da conta mencionada na sua carta da semana passada. Procurámo-la com todas as grafias que nos deu, mas nada foi encontrado nos sistemas geridos pela nossa empresa. Se conhecer um número de telefone que pertença à pessoa, diga-nos e voltaremos a procurar.',
    'A nossa política não permite a entrega de conteúdos sem uma ordem emitida por um tribunal com jurisdição sobre a empresa. Pode naturalmente pedir os dados de assinante, que são tratados à parte e demoram em regra cerca de dez dias úteis a ser reunidos pela equipa.',
    'Olá Ana, duas linhas antes do fim de semana: o almoço passou para quinta-feira porque a cantina continua fechada, e o Paulo gostava que cada um trouxesse a sua lista de livros. Podes também perguntar se a impressora do segundo andar já foi reparada? Ninguém parece saber.',
  ],
  nl: [
    'Dank u dat u contact met ons hebt opgenomen over het account dat in uw brief van vorige week wordt genoemd. Wij hebben het onder alle door u opgegeven schrijfwijzen gezocht, maar in de systemen van ons bedrijf is niets gevonden. Als u een telefoonnummer kent dat bij de persoon hoort, laat het ons weten en wij zoeken opnieuw.',
    'Ons beleid staat niet toe dat inhoud wordt verstrekt zonder een bevel van een rechter die bevoegd is over het bedrijf. U kunt natuurlijk abonneegegevens vragen, die apart worden behandeld en waarvan het samenstellen meestal ongeveer tien werkdagen duurt.',
    'Hoi Anna, even voor het weekend: de lunch is verplaatst naar donderdag omdat de kantine dicht blijft, en Paul wil graag dat iedereen zijn boekenlijst meeneemt. Kun je ook vragen of de printer op de tweede verdieping al is gemaakt? Niemand lijkt het te weten.',
  ],
  da: [
    'Tak fordi I har kontaktet os om den konto, der er nævnt i jeres brev fra sidste uge. Vi har søgt efter den under alle de stavemåder, I har givet, men der er ikke fundet noget i de systemer, som vores selskab driver. Hvis I kender et telefonnummer, der hører til personen, så sig til, og vi søger igen.',
    'Vores retningslinjer tillader ikke, at indhold udleveres uden en kendelse fra en domstol, der har myndighed over selskabet. I kan naturligvis bede om abonnentoplysninger, som behandles for sig, og det tager normalt omkring ti arbejdsdage at samle dem.',
    'Hej Anna, lige inden weekenden: frokosten er flyttet til torsdag, fordi kantinen holder lukket, og Paul vil gerne have, at alle tager deres bogliste med. Kan du også spørge, om printeren på anden sal er blevet repareret? Det er der vist ingen, der ved.',
  ],
};

describe('the language of a text', () => {
  for (const [language, texts] of Object.entries(long))
    for (const text of texts) {
      it(`${language}: ${text.slice(0, 40)}`, () => expect(detectLanguage(text, reading)).toBe(language));
      it(`${language}, without accents: ${text.slice(0, 40)}`, () =>
        expect(detectLanguage(text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/gu, 'ss').replace(/ø/gu, 'o').replace(/æ/gu, 'ae'), reading)).toBe(
          language,
        ));
      it(`${language}, any forty words in a row: ${text.slice(0, 40)}`, () => {
        const words = text.split(' ');
        const wrong: string[] = [];
        for (let from = 0; from + 40 <= words.length; from++) {
          const part = words.slice(from, from + 40).join(' ');
          if (detectLanguage(part, reading) !== language) wrong.push(part);
        }
        expect(wrong).toEqual([]);
      });
      it(`${language}, in capitals`, () => expect(detectLanguage(text.toUpperCase(), reading)).toBe(language));
    }

  for (const [text, expected] of [
    ['Thank you for your request.', 'en'],
    ['We have received your request and will answer soon.', 'en'],
    ['Abbiamo ricevuto la richiesta.', 'it'],
    ['La richiesta non può essere accolta.', 'it'],
    ['Nous avons bien reçu votre demande.', 'fr'],
    ['Ihre Anfrage ist bei uns eingegangen.', 'de'],
    ['Hemos recibido su solicitud.', 'es'],
    ['Recebemos o seu pedido e não temos dados.', 'pt'],
    ['Wij hebben uw verzoek ontvangen.', 'nl'],
    ['Vi har modtaget jeres anmodning.', 'da'],
    ['Grazie mille', 'it'],
    ['Merci', 'fr'],
    ['12345 67 890', null],
    ['', null],
    ['OK', null],
    ['Vi har tagit emot er begäran och kommer att svara så snart som möjligt, men det kan dröja eftersom vi är få.', null],
    ['Otrzymaliśmy Państwa wniosek i odpowiemy na niego w ciągu tygodnia, jak tylko będzie to możliwe.', null],
    ['Am primit cererea dumneavoastră și vă vom răspunde în cel mai scurt timp, cu toate că suntem puțini.', null],
    ['Мы получили ваш запрос и ответим в ближайшее время.', null],
  ] as const)
    it(`${String(expected)}: ${text || '(nothing)'}`, () => expect(detectLanguage(text, reading)).toBe(expected));

  it('takes the longer part of a mail in two languages', () => {
    const [english = '', italian = ''] = [long.en[0], long.it[0]];
    expect(detectLanguage(`${italian}\n\n${english.slice(0, 90)}`, reading)).toBe('it');
    expect(detectLanguage(`Gentile Dottoressa,\n\n${english}\n\nCordiali saluti`, reading)).toBe('en');
  });
});
