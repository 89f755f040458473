/** What Tasklist shows beyond the engine: the case on its card, its file as a tab, and the ways to our own pages. */
import './paper.js';
import { el, fill } from './dom.js';
import { at, get } from './api.js';
import { drawCard } from './cards.js';
import { showClaims } from './claims.js';
import { caseFile, load } from './casefile.js';
import { ladder } from './ladder.js';
import { postOf } from './posts.js';
import { keepTidy } from './tidy.js';

if (localStorage.getItem('wubu.language') !== 'en') keepTidy();
document.head.append(el('link', { rel: 'stylesheet', href: new URL('./wubu.css', import.meta.url).href }));

/** What happens to one's own account is told here too, where most are all day. */
const news = el('div', { className: 'wubu-claims-news', 'aria-live': 'polite' });
document.body.append(news);
showClaims(news);

const card = {
  id: 'wubu-card',
  pluginPoint: 'tasklist.card',
  priority: 100,
  render: (node, context) => drawCard(node, context.taskId)
};

const file = {
  id: 'wubu-case',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: '案卷' },
  render: async (node, context) => {
    fill(node, el('p', { className: 'wubu-empty' }, '正在加载…'));
    try {
      const { number } = await get(`api/tasks/${encodeURIComponent(context.taskId)}/case`);
      fill(node, caseFile(number, await load(number)));
    } catch (refusal) {
      fill(node, el('p', { className: 'wubu-board wubu-bad', role: 'alert' }, `案卷无法显示：${refusal.message}`));
    }
  }
};

const climb = {
  id: 'wubu-ladder',
  pluginPoint: 'tasklist.task.detail',
  priority: 890,
  properties: { label: '期限与升级' },
  render: (node, context) => ladder(node, `api/tasks/${encodeURIComponent(context.taskId)}/ladder`)
};

const me = get('api/me').catch(() => ({ posts: [], ways: [] }));

/** The way to a page of our own, if the server says that the post has business there. */
const way = (name, label, priority) => ({
  id: `wubu-${name}`,
  pluginPoint: 'tasklist.navbar.action',
  priority,
  render: async node => {
    if ((await me).ways.includes(name)) node.append(el('a', { href: at(`desk/${name}.html`) }, label));
  }
});

/** The post to act under, for whoever holds several. */
const post = {
  id: 'wubu-post',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,
  render: async node => {
    const known = await me;
    if (known.posts.length > 1) node.append(postOf(known));
  }
};

/** Chinese first, English second: the choice lasts in this browser. */
const tongue = {
  id: 'wubu-language',
  pluginPoint: 'tasklist.navbar.action',
  priority: 160,
  render: node => {
    const english = localStorage.getItem('wubu.language') === 'en';
    const button = el('a', { href: '', role: 'button', lang: english ? 'zh-CN' : 'en' }, english ? '中文' : 'English');
    button.addEventListener('click', event => {
      event.preventDefault();
      localStorage.setItem('wubu.language', english ? 'zh' : 'en');
      location.reload();
    });
    node.append(button);
  }
};

export default [
  card,
  file,
  climb,
  post,
  way('ledger', '问题台账', 190),
  way('report', '上报问题', 180),
  way('rounds', '督查轮次', 175),
  way('import', '导入台账', 170),
  way('audit', '审计记录', 165),
  tongue
];
