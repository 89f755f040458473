/** What all our own pages share: the header, the way back, and the call to sign in. */
import { el, fill } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import '../camunda/app/welcome/scripts/wubu/present.js';
import { at, get, send } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { showClaims } from '../camunda/app/tasklist/scripts/wubu/claims.js';
import { sampleLine } from './door.js';
import { postOf } from '../camunda/app/tasklist/scripts/wubu/posts.js';

/** Our pages; which of them a post is offered, the server says. */
const WAYS = {
  tasks: ['待办', 'camunda/app/tasklist/default/'],
  ledger: ['问题台账', 'desk/ledger.html'],
  report: ['上报问题', 'desk/report.html'],
  import: ['导入台账', 'desk/import.html'],
  rounds: ['督查轮次', 'desk/rounds.html'],
  accounts: ['账号与岗位', 'desk/accounts.html'],
  claims: ['口令申请', 'desk/claims.html'],
  audit: ['审计记录', 'desk/audit.html'],
  calendar: ['工作日历', 'desk/calendar.html']
};

const here = location.pathname.split('/').pop();

const way = ([name, path]) => el('a', { href: at(path), 'aria-current': path.endsWith(here) ? 'page' : null }, name);

async function leave() {
  await send('POST', 'api/sign-out', {}).catch(() => {});
  location.assign(at('desk/sign-in.html'));
}

/** Draws the header; the page itself is marked as the current way. */
export function header() {
  const ways = el('nav', { 'aria-label': '主导航' });
  const who = el('span', { className: 'wubu-who' });
  document.body.prepend(el('header', { className: 'wubu-header' },
    el('a', { className: 'wubu-brand', href: at('camunda/app/tasklist/default/') },
      el('img', { src: at('camunda/app/welcome/styles/mark-light.svg'), alt: '', width: 26, height: 26 }), el('span', {}, '五步督察')),
    ways, who));
  const news = el('div', { className: 'wubu-own-claims', 'aria-live': 'polite' });
  const main = document.querySelector('main');
  main.before(news);
  sampleLine(main);
  showClaims(news);
  get('api/me').then(me => {
    who.append(postOf(me), ' ', el('a', { href: at('desk/password.html') }, '修改口令'),
      el('button', { type: 'button', className: 'wubu-leave', onclick: leave }, '退出'));
    ways.append(...me.ways.map(name => way(WAYS[name])));
  }).catch(() => {});
}

/** Shows why something went wrong; for a lost session, the way to sign in. */
export function trouble(node, refusal) {
  const door = `desk/sign-in.html?next=${encodeURIComponent(location.pathname + location.search)}`;
  const text = refusal.status === 401 ? '您还没有登录，或登录已过期。' : refusal.message || '系统出错，请稍后再试。';
  const box = el('div', { className: 'wubu-board wubu-bad', role: 'alert', tabindex: '-1' }, el('p', {}, text),
    refusal.status === 401 ? el('p', {}, el('a', { href: at(door) }, '前往登录'), '，登录后回到本页。') : null);
  fill(node, box);
  return box;
}

header();
