import { describe, expect, it } from 'vitest';
import { registrableDomain } from '../src/core/reading/domains';
import { imitations } from '../src/core/reading/lookalike';
import { findSender } from '../src/core/reading/sender';
import { providers } from '../src/data/providers';
import { reading } from '../src/data/reading';
import { parseAddress } from '../src/mailfile/address';

const books = { reading, providers };
type More = { readonly subject?: string; readonly replyTo?: string; readonly authentication?: { readonly result: 'verified' | 'failed' } };

function sender(from: string, text = '', more: More = {}) {
  const { subject = '', replyTo, authentication } = more;
  return findSender(
    { from: parseAddress(from), subject, ...(replyTo ? { replyTo: parseAddress(replyTo) } : {}), ...(authentication ? { authentication } : {}) },
    text,
    books,
  );
}
const said = (from: string, text = '', more: More = {}) => {
  const match = sender(from, text, more);
  return match ? `${match.id} ${match.matchedBy} ${match.trust}` : 'nobody';
};

describe('a sender whom the directory lists', () => {
  for (const [from, expected, text] of [
    ['TikTok LERT <lert@tiktok.com>', 'tiktok domain listed', ''],
    ['noreply@records.facebook.com', 'facebook domain listed', ''],
    ['case@support.facebook.com', 'instagram domain listed', 'Your request about the Instagram account has been read by the Instagram team.'],
    ['lis@google.com', 'google domain listed', ''],
    ['lis@google.com', 'youtube domain listed', 'The YouTube channel that you name does not exist. YouTube keeps no data of it.'],
    ['whatsapplec@zwillgen.com', 'whatsapp counsel listed', 'WhatsApp LLC is in receipt of your request.'],
    ['Jane Roe <jane@zwillgen.com>', 'whatsapp counsel listed', ''],
    ['dsa@edsr.eu', 'telegram domain listed', 'We write for Telegram.'],
    ['dsa@edsr.eu', 'xai domain listed', 'We write for X.AI LLC, maker of Grok.'],
    ['notifications@kodexglobal.com', 'coinbase domain listed', 'Coinbase has answered your request.'],
    ['legal@proton.me', 'proton domain listed', ''],
    ['legal@eur.temu.com', 'temu domain listed', ''],
    ['LERT@SNAPCHAT.COM', 'snapchat domain listed', ''],
  ] as const)
    it(`${from}: ${expected}`, () => expect(said(from, text)).toBe(expected));

  it('does not take a user of a mail provider for the provider', () => {
    expect(said('anna.rossi@proton.me')).toBe('nobody');
    expect(said('Proton Legal Team <proton.legal@proton.me>')).toBe('proton domain lookalike');
    expect(said('anna@tuta.com')).toBe('nobody');
  });
  it('does not vouch for a client whom the firm is not known to serve', () =>
    expect(said('jane@zwillgen.com', 'We are outside counsel for Snap Inc. and write about your request.')).toBe('snapchat counsel unlisted'));
  it('names no client of a portal that serves many when the mail names none', () =>
    expect(said('no-reply@kodexglobal.com', 'You have a new message.')).toBe('nobody'));
});

describe('a sender whom nobody lists', () => {
  for (const [from, text, expected] of [
    ['lex@bigfirm.example', 'Our firm represents WhatsApp LLC in this matter.', 'whatsapp counsel unlisted'],
    ['avv.bianchi@studio.example', 'Scrivo in nome e per conto di TikTok Technology Limited.', 'tiktok counsel unlisted'],
    ['kanzlei@recht.example', 'Namens und in Vollmacht der Telegram FZ-LLC teilen wir mit, dass …', 'telegram counsel unlisted'],
    ['cabinet@avocats.example', 'Notre cliente, la société Snap Group Limited, nous charge de répondre.', 'snapchat counsel unlisted'],
    ['abogados@bufete.example', 'En nombre y representación de Airbnb Ireland UC, respondemos.', 'airbnb counsel unlisted'],
    ['advogados@firma.example', 'Em nome e por conta de Binance, informamos que …', 'binance counsel unlisted'],
    ['advocaat@kantoor.example', 'Namens onze client Roblox Corporation berichten wij u.', 'roblox counsel unlisted'],
    ['advokat@firma.example', 'På vegne af vores klient, Reddit, Inc., skal vi meddele …', 'reddit counsel unlisted'],
    ['case-team@bytedance.com', 'TikTok has received your request.', 'tiktok text unlisted'],
    ['lawenforcement@snap.com', 'Snap Inc. has no such account.', 'snapchat text unlisted'],
    ['legal@acme-messenger.example', 'We have no such account.', 'nobody'],
    ['', 'WhatsApp has no such account.', 'whatsapp text unlisted'],
  ] as const)
    it(`${from || 'no address'}: ${text.slice(0, 40)}`, () => expect(said(from, text)).toBe(expected));
});

describe('a look-alike', () => {
  const plays = (name: string) => `Dear Officer, this is the ${name} law enforcement team. Please send us the victim's details.`;
  for (const [from, text] of [
    ['records@faceb00k.com', plays('Facebook')],
    ['legal@rnicrosoft.com', plays('Microsoft')],
    ['legal@paypa1.com', ''],
    ['lert@tlktok.com', plays('TikTok')],
    ['legal@whatsapp-legal.com', ''],
    ['legal@whatsapplegal.org', ''],
    ['lert@tiktok-lawenforcement.net', ''],
    ['records@legal-facebook.com', ''],
    ['lers@google.com.evil.example', ''],
    ['lers@login.google.com.evil.net', ''],
    ['lers@google-com.evil.net', ''],
    ['support@whatsapp.co', plays('WhatsApp')],
    ['support@snapchat.support', plays('Snapchat')],
    ['le@amazon.tk', plays('Amazon')],
    ['legal@what-sapp.com', plays('WhatsApp')],
    ['legal@whats-app.net', ''],
    ['legal@instagrarn.com', ''],
    ['legal@instagran.com', plays('Instagram')],
    ['legal@discrod.com', plays('Discord')],
    ['legal@gooogle.com', plays('Google')],
    ['team@googel.com', plays('Google')],
    ['records@meta-records.com', plays('Meta')],
    ['legal@xn--ggle-55da.com', ''],
    ['legal@xn--pple-43d.com', ''],
    ['legal@аpple.com', ''],
    ['lawenforcement@uber-legal.com', plays('Uber')],
    ['emergency@discord-trust.com', plays('Discord')],
    ['legal@whatsapp.zendesk-cases.net', plays('WhatsApp')],
    ['legal@telegram-support.org', plays('Telegram')],
    ['WhatsApp Law Enforcement <whatsapp.le@gmail.com>', ''],
    ['Google Legal Investigations Support <x82@hotmail.com>', ''],
    ['lert@tiktok.com <bob@elsewhere.example>', ''],
    ['"records@facebook.com via Portal" <bob@elsewhere.example>', ''],
    ['whatsapp.com <bob@elsewhere.example>', ''],
    ['WhatsApp <cases@elsewhere.example>', ''],
    ['Apple Legal <cases@elsewhere.example>', ''],
    ['Snap Inc. Law Enforcement Operations <a@b.example>', ''],
    ['Ufficio Legale TikTok <a@b.example>', ''],
    ['WhаtsАpp LEC <a@b.example>', ''],
  ] as const)
    it(from, () => expect(sender(from, text)?.trust).toBe('lookalike'));

  it('is also a listed sender whose answers would go to strangers', () => {
    expect(said('lert@tiktok.com', '', { replyTo: 'tiktok.cases@gmail.com' })).toBe('tiktok domain lookalike');
    expect(said('lert@tiktok.com', '', { replyTo: 'cases@other.example' })).toBe('tiktok domain lookalike');
    expect(sender('lert@tiktok.com', '', { replyTo: 'cases@other.example' })?.reasons).toEqual(['reply-to-elsewhere']);
    expect(said('lert@tiktok.com', '', { replyTo: 'someone@proton.me' })).toBe('tiktok domain lookalike');
  });
  it('is not a listed sender whose answers go to its own house, its parent or its portal', () => {
    expect(said('a@instagram.com', '', { replyTo: 'records@facebook.com' })).toBe('instagram domain listed');
    expect(said('a@tiktok.com', '', { replyTo: 'case+12@tiktok.com' })).toBe('tiktok domain listed');
    expect(said('a@support.tiktok.com', '', { replyTo: 'lert@tiktok.com' })).toBe('tiktok domain listed');
    expect(said('a@discord.com', '', { replyTo: 'reply@kodexglobal.com' })).toBe('discord domain listed');
    expect(said('a@snapchat.com', '', { replyTo: 'le@snap.com' })).toBe('snapchat domain listed');
  });
});

describe('authentication', () => {
  it('takes trust away where it failed, and gives none to others where it succeeded', () => {
    expect(said('lert@tiktok.com', '', { authentication: { result: 'failed' } })).toBe('tiktok domain unlisted');
    expect(sender('lert@tiktok.com', '', { authentication: { result: 'failed' } })?.reasons).toEqual(['authentication-failed']);
    expect(said('lert@tiktok.com', '', { authentication: { result: 'verified' } })).toBe('tiktok domain listed');
    expect(said('lert@tiktok.com')).toBe('tiktok domain listed');
    expect(said('legal@whatsapp-legal.com', '', { authentication: { result: 'verified' } })).toBe('whatsapp domain lookalike');
  });
});

describe('an innocent', () => {
  for (const from of [
    'Anna Bianchi <anna.bianchi@gmail.com>',
    'Marco Google <marco@bakery.example>',
    'newsletter@amazon.it',
    'Amazon.it <ordini@amazon.it>',
    'auto-confirm@amazon.co.uk',
    'noreply@github.blog',
    'notification@facebookmail.com',
    'Facebook <notification@facebookmail.com>',
    'no-reply@accounts.google.de',
    'Apple Store Berlin <info@apfelreparatur.example>',
    'info@apple-garden.example',
    'Signal <redazione@signal-magazine.example>',
    'Line Jensen <line@politi.dk>',
    'Wire Rope Ltd <sales@wireropes.example>',
    'contact@match-point.fr',
    'info@megabyte.it',
    'Zoom Hotel <desk@hotelzoom.example>',
    'info@discordia.org',
    'kraken@aquarium.example',
    'Steam Cleaning <jobs@steamclean.example>',
    'news@telegraph.co.uk',
    'stampa@lastampa.it',
    'noreply@linkedin.com',
    'cancelleria@giustizia.it',
    'kontakt@microsofttraining.example',
    'me@googol.example',
    'bumblebee@honey.example',
    'info@meta.example',
    'Uber Müller <uber.mueller@web.de>',
    'billing@instagramming.example',
    'Claude Martin <claude.martin@orange.fr>',
    'viberations@music.example',
    'maria@tuttotemu.example',
    'Temuera Morrison <t@films.example>',
    'info@snapfit.example',
    'info@unsigned-line.de',
    'hello@adopteunchien.fr',
    'Yahoo Serious <y@film.example>',
    'x@x-ray.example',
  ])
    it(from, () =>
      expect(sender(from, 'Hello, could we meet on Monday to look at the budget? I also found the link on Google and on Facebook. Best, A.')?.trust).not.toBe(
        'lookalike',
      ),
    );

  it('none of the directory’s own domains, nor of their kin, imitates another', () => {
    const hosts = [...providers.flatMap(({ domains }) => domains.map(({ domain }) => domain)), ...Object.values(reading.kin).flat()];
    const everybody = providers.map(({ name, entities }) => `${name} ${entities.map((one) => one.name).join(' ')}`).join(' ');
    expect(hosts.filter((host) => sender(`a@${host}`, everybody)?.trust === 'lookalike')).toEqual([]);
  });
  it('no much-visited site imitates a provider', () => {
    const sites =
      'adobe.com akamai.com alibaba.com ansa.it archive.org arstechnica.com asos.com bbc.co.uk bing.com bitly.com bloomberg.com booking.com box.com canva.com cisco.com cnn.com corriere.it craigslist.org debian.org dell.com digitalocean.com disney.com docker.com ebay.com elpais.com espn.com etsy.com figma.com flickr.com forbes.com fortune.com gitlab.com gnu.org goodreads.com gravatar.com guardian.co.uk hbo.com hp.com hubspot.com ibm.com ikea.com imdb.com intel.com intuit.com jstor.org kickstarter.com lefigaro.fr lemonde.fr mailchimp.com medium.com mozilla.org mumble.info netflix.com nginx.org nih.gov notion.so npmjs.com nvidia.com nytimes.com opera.com oracle.com patreon.com php.net python.org quora.com rai.it repubblica.it reuters.com salesforce.com samsung.com sap.com shopify.com slack.com sony.com soundcloud.com spiegel.de stackoverflow.com stripe.com theguardian.com time.com tripadvisor.com ubuntu.com unesco.org vimeo.com vodafone.it w3.org weather.com weechat.org wikipedia.org wired.com wix.com yelp.com zalando.de zdf.de discord.js.org proto.io raken.io signalk.org bluesky.me.uk'.split(
        ' ',
      );
    expect(sites.flatMap((host) => imitations(host, books).filter(({ sure }) => sure))).toEqual([]);
    expect(
      sites.filter(
        (host) => sender(`a@${host}`, 'Our weekly letter: what is new on Google, Facebook, Instagram, Microsoft, Amazon and TikTok.')?.trust === 'lookalike',
      ),
    ).toEqual([]);
  });
});

describe('a registrable domain', () => {
  for (const [address, expected] of [
    ['a@mail.legal.example.co.uk', 'example.co.uk'],
    ['a@sub.lycorp.co.jp', 'lycorp.co.jp'],
    ['a@whatsapp.github.io', 'whatsapp.github.io'],
    ['a@GOOGLE.com.', 'google.com'],
    ['', ''],
  ] as const)
    it(`${address} → ${expected}`, () => expect(registrableDomain(address)).toBe(expected));
});
