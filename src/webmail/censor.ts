import { labelOf } from './labels';
import { frameDocument } from './readable-text';

const mostNodes = 60_000;
const dropped = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'SVG', 'CANVAS', 'VIDEO', 'AUDIO', 'OBJECT', 'EMBED', 'ROGATORY-OVERLAY']);
const empty = new Set(['AREA', 'BASE', 'BR', 'COL', 'HR', 'IMG', 'INPUT', 'LINK', 'META', 'SOURCE', 'WBR']);
/** Attributes that say how a page is built. Their values are kept as far as they are words. */
const structure =
  /^(?:id|class|role|type|name|for|dir|lang|hidden|tabindex|contenteditable|colspan|rowspan|disabled|readonly|multiple|rel|action-type|autoid|sandbox|part|slot|is|ui-view|ng-[\w-]+|md-[\w-]+|sg-[\w-]+|aria-(?!label$|description$|valuetext$|placeholder$)[\w-]+|data-(?:test-?id|test|icon-name|app-section|shortcut-target|role|action|field|marker|smartmail|expanded|test-expanded|shadow|page|mimetype|kind))$/u;
/** Attributes that a reading needs to see, with their letters hidden. */
const text = /^(?:title|alt|aria-label|placeholder|value|email|datetime|content|data-[\w-]+|jid|maxlength|autocomplete|label|download|scope)$/u;
const kept = new Set(['author', 'generator', 'description']);

/**
 * Hides what a text says and keeps its shape: letters become x, digits 0; spaces, punctuation and @ stay. A text for which `keep` is true,
 * and a word that only labels a row of a header, is left as it is.
 */
export function censorText(said: string, keep: (text: string) => boolean = () => false): string {
  if (said.trim() === '' || labelOf(said) || keep(said.trim())) return said;
  return said
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{L}\p{M}]/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{N}/gu, '0');
}

/** A name in an id or class; what looks like a key of the page's data is hidden. */
function censorName(value: string, keep: (text: string) => boolean): string {
  return value
    .split(/(\s+)/u)
    .map((word) => (keep(word) || (!word.includes('@') && !/\d{5,}/u.test(word) && !/[A-Za-z0-9+/=_-]{28,}/u.test(word)) ? word : censorText(word)))
    .join('');
}

const escape = (value: string): string => value.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

/**
 * The structure of a page as HTML, for a report or a test: elements, ids, classes, roles and names of attributes stay; every text, address,
 * link, picture and script is hidden or left out. Frames of the page's origin stand in their `srcdoc`, open shadow roots in templates.
 */
export function censorPage(doc: Document, keep: (text: string) => boolean = () => false): string {
  let left = mostNodes;
  const write = (node: Node): string => {
    if (--left < 0) return '';
    if (node.nodeType === 3) return escape(censorText((node as Text).data, keep));
    if (node.nodeType !== 1) return '';
    const element = node as HTMLElement;
    const tag = element.tagName.toUpperCase();
    if (dropped.has(tag)) return '';
    const name = tag.toLowerCase();
    const attributes = [...element.attributes].flatMap((one) => attribute(element, one.name, one.value));
    // What a style sheet hides is hidden without it too.
    const undrawn = typeof element.checkVisibility === 'function' && !element.checkVisibility() && (element.parentElement?.checkVisibility() ?? false);
    if (undrawn && tag !== 'HEAD' && !attributes.some((one) => one.startsWith('style='))) attributes.push('style="display: none"');
    if (tag === 'IFRAME' || tag === 'FRAME') {
      const inner = frameDocument(element);
      if (inner?.documentElement) attributes.push(`srcdoc="${escape(write(inner.documentElement))}"`);
      return `<${name}${attributes.map((one) => ` ${one}`).join('')}></${name}>`;
    }
    if (tag === 'INPUT' && !element.hasAttribute('value') && (element as HTMLInputElement).value)
      attributes.push(`value="${escape(censorText((element as HTMLInputElement).value, keep))}"`);
    const open = `<${name}${attributes.map((one) => ` ${one}`).join('')}>`;
    if (empty.has(tag)) return open;
    const shadow = element.shadowRoot ? `<template shadowrootmode="open">${[...element.shadowRoot.childNodes].map(write).join('')}</template>` : '';
    const inside = tag === 'TEXTAREA' ? escape(censorText((element as HTMLTextAreaElement).value, keep)) : [...element.childNodes].map(write).join('');
    return `${open}${shadow}${inside}</${name}>`;
  };
  const attribute = (element: Element, name: string, value: string): string[] => {
    if (name === 'style') {
      const hidden = value.match(/display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/giu);
      return hidden ? [`style="${hidden.join('; ')}"`] : [];
    }
    if (name.startsWith('on')) {
      const command = /\bcommand\('([a-z-]{1,30})'/u.exec(value)?.[1];
      return command ? [`${name}="command('${command}')"`] : [];
    }
    if (name === 'href') {
      if (/^mailto:/iu.test(value)) return [`href="mailto:${escape(censorText(value.slice(7), keep))}"`];
      if (element.tagName === 'LINK') return [`href="${escape(censorName(value.replace(/^\w+:\/\/[^/]*/u, '').replace(/\?.*$/u, ''), keep))}"`];
      return [`href="${value.startsWith('#') ? escape(censorName(value.slice(0, 40), keep)) : '#'}"`];
    }
    if (element.tagName === 'META' && name === 'content')
      return [`content="${escape(kept.has(element.getAttribute('name') ?? '') ? value : censorText(value, keep))}"`];
    // What was typed is in the property.
    if (element.tagName === 'INPUT' && name === 'value') return [];
    if (structure.test(name)) return [`${name}="${escape(censorName(value, keep))}"`];
    return text.test(name) ? [`${name}="${escape(censorText(value, keep))}"`] : [];
  };
  return `<!doctype html>\n${write(doc.documentElement)}\n`;
}
