import english from '../data/lang/en/page.json';
import italian from '../data/lang/it/page.json';
import type { Finding, Fix } from '../core/assessment';

const words = { en: english, it: italian } as const;
const silenced = new Set<string>();

const css = `:host{all:initial;position:fixed;inset-block-end:12px;inset-inline-start:12px;z-index:2147483646;max-width:min(420px,90vw);font:14px/1.45 system-ui,sans-serif;color:#1b1b1b}
section{background:#fff7e0;border:1px solid #b98900;border-radius:10px;padding:10px 14px;box-shadow:0 4px 18px #0003}
h2{font-size:14px;margin:0 0 4px}ul{margin:0;padding:0;list-style:none}li{display:flex;gap:8px;align-items:center;padding:3px 0}li span{flex:1}
button{font:inherit;min-height:28px;border:1px solid #6b5000;border-radius:6px;background:#fff;color:#1b1b1b;cursor:pointer}button:focus-visible{outline:3px solid #1d4f91}
.row{position:fixed;transform:translateY(-50%);min-width:6px;height:14px;line-height:14px;padding:0;border-radius:3px;background:#1d4f91;color:#fff;font-size:11px;pointer-events:none}
.row:not(:empty){padding:0 4px}`;

/** A part of what we draw in the page: all of it lives under one element in a shadow root, which the page's styles and shortcuts don't meet. */
export function overlayLayer(name: 'findings' | 'rows'): HTMLElement {
  const old = document.querySelector('rogatory-overlay');
  const host = old ?? document.createElement('rogatory-overlay');
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  if (!old) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    for (const type of ['keydown', 'keyup', 'keypress', 'click', 'mousedown', 'pointerdown', 'focusin'])
      host.addEventListener(type, (event) => event.stopPropagation());
    document.documentElement.append(host);
  }
  const layer = root.querySelector<HTMLElement>(`[data-layer=${name}]`) ?? document.createElement('div');
  layer.dataset['layer'] = name;
  if (!layer.parentNode) root.append(layer);
  return layer;
}

/** A small bar beside the page: what the check of the draft found. Lives under one element in a shadow root; blocks nothing. */
export function showFindings(findings: readonly Finding[], composeId: string, language: 'en' | 'it', apply: (fix: Fix) => void): void {
  const shown = findings.filter(({ rule, severity }) => severity !== 'info' && !silenced.has(`${composeId} ${rule}`));
  const layer = overlayLayer('findings');
  if (shown.length === 0) return layer.replaceChildren();
  const text = words[language];
  const section = document.createElement('section');
  section.setAttribute('role', 'status');
  const heading = document.createElement('h2');
  heading.textContent = text.title;
  const list = document.createElement('ul');
  for (const finding of shown.slice(0, 6)) {
    const item = document.createElement('li');
    item.dataset['testid'] = 'finding';
    item.dataset['rule'] = finding.rule;
    const label = document.createElement('span');
    label.textContent = finding.message;
    item.append(label);
    const { fix } = finding;
    if (fix) item.append(button(text.fix, () => apply(fix)));
    item.append(
      button(text.hide, () => {
        silenced.add(`${composeId} ${finding.rule}`);
        showFindings(findings, composeId, language, apply);
      }),
    );
    list.append(item);
  }
  section.append(heading, list);
  layer.replaceChildren(section);
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}
