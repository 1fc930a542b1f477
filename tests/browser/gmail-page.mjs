// A thread page as Gmail draws one, made from what is known of its parts: classes, attributes and how Reply opens a box in the thread.
const escape = (text) => text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

const collapsed = ({ from, email, date, title }) => `
<div role="listitem" class="kv"><div class="adf ads" data-message-id="#msg-f:${date}"><table class="cf gJ"><tr><td class="gF"><span class="gD" email="${email}" name="${escape(from)}">${escape(from)}</span></td>
<td class="gH"><span class="g3" title="${title}">${title}</span></td></tr></table><div class="iA g6">…</div></div></div>`;

/** The page: earlier mails folded, the last one open. `mail` has from, email, title (the date as Gmail writes it), text, to. */
export function gmailPage({ subject, earlier, mail, account }) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(subject)} - ${account} - Gmail</title>
<style>.kv,.adn{border-bottom:1px solid #ccc;padding:8px}.editable{min-height:120px;border:1px solid #999}</style></head><body class="aAU">
<div class="nH a98 iY" role="main"><div class="ha"><h2 class="hP" tabindex="-1" data-thread-perm-id="thread-f:1" data-legacy-thread-id="18f0">${escape(subject)}</h2></div>
<div role="list">${earlier.map(collapsed).join('')}
<div role="listitem" class="h7"><div class="adn ads" data-message-id="#msg-f:2" data-legacy-message-id="18f2"><div class="gs">
<div class="gE iv gt"><table class="cf gJ"><tr class="acZ"><td class="gF gK"><h3 class="iw"><span email="${mail.email}" name="${escape(mail.from)}" class="gD">${escape(mail.from)}</span></h3></td>
<td class="gH"><span class="g3" title="${mail.title}">${mail.title}</span></td><td class="gH acX"><div class="T-I aaq" role="button" tabindex="0" aria-label="Reply">↩</div></td></tr>
<tr class="acZ xD"><td><span class="hb">to <span dir="ltr" email="${mail.to}" name="me" class="g2">me</span></span></td></tr></table></div>
<div class="ii gt"><div class="a3s aiL"><div dir="ltr">${mail.text
    .split('\n\n')
    .map((part) => `<p>${escape(part).replaceAll('\n', '<br>')}</p>`)
    .join('')}</div></div></div></div></div></div></div>
<div class="amn"><span class="ams bkH" role="link" tabindex="0">Reply</span><span class="ams bkG" role="link" tabindex="0">Forward</span></div></div>
<script nonce="n">
for (const button of document.querySelectorAll('.aaq, .bkH')) button.addEventListener('click', () => {
  if (document.querySelector('.M9')) return;
  const make = (name, attributes, ...children) => { const one = document.createElement(name); for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value); one.append(...children); return one; };
  const signature = make('div', { class: 'gmail_signature', 'data-smartmail': 'gmail_signature' }, 'Elena Ferri');
  const quote = make('div', { class: 'gmail_quote' }, make('blockquote', { class: 'gmail_quote' }, document.querySelector('.a3s').innerText));
  const body = make('div', { class: 'Am aO9 Al editable', contenteditable: 'true', g_editable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Message Body' }, make('div', {}, make('br', {})), make('br', {}), signature, make('br', {}), quote);
  const subject = make('input', { name: 'subjectbox', value: 'Re: ' + document.querySelector('h2.hP').textContent });
  const hidden = make('div', { style: 'display:none' }, subject);
  const to = make('div', { class: 'anm', name: 'to' }, make('div', { role: 'option', 'data-hovercard-id': ${JSON.stringify(mail.email)} }, ${JSON.stringify(mail.from)}));
  const form = make('form', {}, make('input', { type: 'hidden', name: 'rm', value: '18f2' }), to, hidden, body, make('div', { role: 'button', class: 'T-I aoO' }, 'Send'));
  document.querySelector('.amn').before(make('div', { class: 'ip adB' }, make('div', { class: 'M9' }, form)));
  body.focus();
});
</script></body></html>`;
}

/** What Gmail sends with it: no string becomes markup. */
export const gmailHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "require-trusted-types-for 'script'; script-src 'nonce-n'; object-src 'none'; base-uri 'self'",
};
