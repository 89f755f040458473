/** What every web application does on start: states its language and shows our mark in the browser's tab. */
import './present.js';

const english = localStorage.getItem('wubu.language') === 'en';
document.documentElement.lang = english ? 'en' : 'zh-CN';

const icon = document.querySelector('link[rel~=icon]') ?? document.head.appendChild(document.createElement('link'));
icon.rel = 'icon';
icon.type = 'image/svg+xml';
icon.href = new URL('../../styles/mark.svg', import.meta.url).href;

/* the footer's time zone in words: the lists' times are the machine's own */
document.documentElement.dataset.zone = new Date().getTimezoneOffset() === -480 ? 'beijing' : 'other';

/* what the vendor's scripts leave in English */
const WORDS = {
  'zoom in': '放大', 'zoom out': '缩小', 'reset zoom': '还原', Close: '关闭', Actions: '操作', null: '空', 'Toggle this section': '展开或收起'
};
const PLACES = 'button[title], button[aria-label], .sr-only, td.actions, th.actions, .null-value, .section-toggle';
let waiting = false;

function translate() {
  waiting = false;
  for (const node of document.querySelectorAll(PLACES)) {
    for (const name of ['title', 'aria-label', 'uib-tooltip']) {
      const said = node.getAttribute(name);
      if (said && WORDS[said]) node.setAttribute(name, WORDS[said]);
    }
    if (!node.firstElementChild && WORDS[node.textContent.trim()]) node.textContent = WORDS[node.textContent.trim()];
  }
}

if (!english) {
  new MutationObserver(() => {
    if (!waiting) waiting = setTimeout(translate, 200);
  }).observe(document.body, { childList: true, subtree: true });
}

/* one page to sign in, whichever application asks; it brings people back. Accounts are kept on our own page. */
function toTheDoor() {
  if (/\/app\/admin\//.test(location.pathname) && /^#\/?users?\b/.test(location.hash)) {
    location.replace(new URL('../../../../../desk/accounts.html', import.meta.url));
  }
  if (location.hash.startsWith('#/login')) {
    location.replace(new URL(`../../../../../desk/sign-in.html?next=${encodeURIComponent(location.pathname)}`, import.meta.url));
  }
}
addEventListener('hashchange', toTheDoor);
toTheDoor();

export default [];
