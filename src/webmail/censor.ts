/**
 * The structure of a page as HTML, for a report or a test: elements, ids, classes, roles and names of attributes stay; every text, address,
 * link, picture and script is hidden or left out: letters become x, digits 0, so that lengths, spaces, punctuation and @ stay. Frames of the
 * page's origin stand in their `srcdoc`, open shadow roots in templates. `words` (labels of a header) and texts for which `keep` is true are
 * left as they are.
 *
 * Runs alone in a page, so that it needs no room in the content script: it uses nothing from outside itself.
 */
export function censorPage(words: readonly string[], doc: Document = document, keep: (text: string) => boolean = () => false): string {
  let left = 60_000;
  const labels = new Set(words);
  const dropped = new Set('SCRIPT STYLE NOSCRIPT SVG CANVAS VIDEO AUDIO OBJECT EMBED ROGATORY-OVERLAY'.split(' '));
  const empty = new Set('AREA BASE BR COL HR IMG INPUT LINK META SOURCE WBR'.split(' '));
  // Attributes that say how a page is built: their values are kept as far as they are words.
  const structure =
    /^(?:id|class|role|type|name|for|dir|lang|hidden|tabindex|contenteditable|colspan|rowspan|disabled|readonly|multiple|rel|autoid|sandbox|part|slot|is|ui-view|ng-[\w-]+|md-[\w-]+|sg-[\w-]+|aria-(?!label$|description$|valuetext$|placeholder$)[\w-]+|data-(?:test-?id|test|icon-name|app-section|shortcut-target|role|action|field|marker|smartmail|expanded|test-expanded|shadow|page|mimetype|kind))$/u;
  // Attributes that a reading needs to see, with their letters hidden.
  const shaped = /^(?:title|alt|aria-label|placeholder|value|email|datetime|content|data-[\w-]+|jid|maxlength|autocomplete|label|download|scope)$/u;
  const escape = (value: string): string => value.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
  const hide = (said: string): string => {
    const bare = said.trim();
    if (bare === '' || labels.has(bare.replace(/\s{0,3}[:：]$/u, '').toLowerCase()) || keep(bare)) return said;
    return said
      .replace(/\p{Lu}/gu, 'X')
      .replace(/[\p{L}\p{M}]/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
      .replace(/\p{N}/gu, '0');
  };
  // A name in an id or class; what looks like a key of the page's data is hidden.
  const name = (value: string): string =>
    value
      .split(/(\s+)/u)
      .map((word) => (keep(word) || (!word.includes('@') && !/\d{5,}/u.test(word) && !/[A-Za-z0-9+/=_-]{28,}/u.test(word)) ? word : hide(word)))
      .join('');
  const attribute = (element: Element, key: string, value: string): string[] => {
    if (key === 'style') {
      const hidden = value.match(/display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/giu);
      return hidden ? [`style="${hidden.join('; ')}"`] : [];
    }
    if (key.startsWith('on')) {
      const command = /\bcommand\('([a-z-]{1,30})'/u.exec(value)?.[1];
      return command ? [`${key}="command('${command}')"`] : [];
    }
    if (key === 'href') {
      if (/^mailto:/iu.test(value)) return [`href="mailto:${escape(hide(value.slice(7)))}"`];
      if (element.tagName === 'LINK') return [`href="${escape(name(value.replace(/^\w+:\/\/[^/]*/u, '').split('?')[0] ?? ''))}"`];
      return [`href="${value.startsWith('#') ? escape(name(value.slice(0, 40))) : '#'}"`];
    }
    if (element.tagName === 'META' && key === 'content') {
      const plain = /^(?:author|generator|description)$/u.test(element.getAttribute('name') ?? '');
      return [`content="${escape(plain ? value : hide(value))}"`];
    }
    // What was typed is in the property.
    if (element.tagName === 'INPUT' && key === 'value') return [];
    if (structure.test(key)) return [`${key}="${escape(name(value))}"`];
    return shaped.test(key) ? [`${key}="${escape(hide(value))}"`] : [];
  };
  const write = (node: Node): string => {
    if (--left < 0) return '';
    if (node.nodeType === 3) return escape(hide((node as Text).data));
    if (node.nodeType !== 1) return '';
    const element = node as HTMLElement;
    const tag = element.tagName.toUpperCase();
    if (dropped.has(tag)) return '';
    const attributes = [...element.attributes].flatMap((one) => attribute(element, one.name, one.value));
    // What a style sheet hides is hidden without it too.
    const undrawn = typeof element.checkVisibility === 'function' && !element.checkVisibility() && (element.parentElement?.checkVisibility() ?? false);
    if (undrawn && tag !== 'HEAD' && !attributes.some((one) => one.startsWith('style='))) attributes.push('style="display: none"');
    if (tag === 'INPUT' && (element as HTMLInputElement).value) attributes.push(`value="${escape(hide((element as HTMLInputElement).value))}"`);
    const children = (parent: Node) => [...parent.childNodes].map(write).join('');
    if (tag === 'IFRAME' || tag === 'FRAME') {
      let inner: Document | null = null;
      try {
        inner = (element as HTMLIFrameElement).contentDocument;
      } catch {
        // A frame of another origin stays closed.
      }
      if (inner?.documentElement) attributes.push(`srcdoc="${escape(write(inner.documentElement))}"`);
    }
    const open = `<${tag.toLowerCase()}${attributes.map((one) => ` ${one}`).join('')}>`;
    if (empty.has(tag)) return open;
    const shadow = element.shadowRoot ? `<template shadowrootmode="open">${children(element.shadowRoot)}</template>` : '';
    const inside = tag === 'TEXTAREA' ? escape(hide((element as HTMLTextAreaElement).value)) : tag === 'IFRAME' || tag === 'FRAME' ? '' : children(element);
    return `${open}${shadow}${inside}</${tag.toLowerCase()}>`;
  };
  return `<!doctype html>\n${write(doc.documentElement)}`;
}
