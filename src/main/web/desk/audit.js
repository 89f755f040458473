/** 审计记录: look, verify, take away. Each of it is written down as well. */
import { el, fill } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { at, get, send } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { trouble } from './page.js';

const byId = id => document.getElementById(id);
const NAMES = [['sequence', '序号'], ['at', '时间'], ['account', '账号'], ['kind', '类别'], ['object', '对象'], ['result', '结果'],
  ['reason', '原因'], ['source', '来源'], ['post', '岗位'], ['trace', '追踪号'], ['node', '节点']];

/** Where each page began; the last one is shown. */
let pages = [null];

const wanted = () => [...new FormData(byId('filters'))].filter(([, value]) => value.trim());
const query = more => new URLSearchParams([...wanted(), ...more]).toString();

async function guarded(work) {
  fill(byId('board'));
  try {
    await work();
  } catch (refusal) {
    trouble(byId('board'), refusal.status === 403 ? { message: '审计记录只由审计管理员查看。' } : refusal).focus();
  }
}

async function show() {
  const before = pages[pages.length - 1];
  const found = await get(`api/audit?${query(before ? [['before', before]] : [])}`);
  fill(byId('list'), found.rows.length ? el('div', { className: 'wubu-scroll' }, el('table', { className: 'wubu-table wubu-stack' },
    el('thead', {}, el('tr', {}, NAMES.map(([, name]) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, found.rows.map(row => el('tr', {}, NAMES.map(([key, name]) =>
      el('td', { data: { name }, className: ['at', 'sequence', 'source'].includes(key) ? 'wubu-number' : null }, key === 'sequence' ? String(row.sequence ?? '待成链') : row[key] || ''))))))) :
    el('p', { className: 'wubu-nothing' }, '没有符合的记录。'),
  el('div', { className: 'wubu-paging' },
    pages.length > 1 ? button('上一页', () => turn(pages.slice(0, -1))) : null,
    found.next ? button('下一页', () => turn([...pages, found.next])) : null));
}

async function turn(to) {
  pages = to;
  await show();
  byId('list').scrollIntoView({ block: 'nearest' });
}

const button = (text, work) => el('button', { type: 'button', className: 'btn btn-default', onclick: () => guarded(work) }, text);

async function verify(event) {
  const pressed = event.currentTarget;
  pressed.disabled = true;
  fill(byId('verdict'), el('p', { role: 'status' }, '正在逐条校验，记录多时需要几分钟…'));
  await guarded(async () => {
    const verdict = await send('POST', 'api/audit/verification', {});
    fill(byId('verdict'), el('div', { className: `wubu-board ${verdict.intact ? 'wubu-good' : 'wubu-bad'}`, role: verdict.intact ? 'status' : 'alert' },
      el('p', {}, verdict.intact ? '审计记录完整。' : `审计记录不完整：${verdict.fault}`),
      el('p', {}, `${verdict.rows} 条正确，${verdict.waiting} 条待成链，核对封存 ${verdict.seals} 处。`),
      verdict.warnings.length ? el('ul', {}, verdict.warnings.map(warning => el('li', {}, warning))) : null));
  });
  if (byId('verdict').querySelector('[role=status]')?.tagName === 'P') fill(byId('verdict'));
  pressed.disabled = false;
}

const options = (words, all) => [el('option', { value: '' }, all), ...words.map(word => el('option', { value: word.code }, word.name))];

byId('filters').addEventListener('submit', event => {
  event.preventDefault();
  guarded(() => turn([null]));
});

guarded(async () => {
  const words = await get('api/audit/words');
  fill(byId('kind'), options(words.kinds, '全部'));
  fill(byId('result'), options(words.results, '全部'));
  fill(byId('works'), el('button', { type: 'button', className: 'btn btn-default', onclick: verify }, '校验全部'),
    el('button', { type: 'button', className: 'btn btn-default', onclick: () => location.assign(at(`api/audit/export?${query([])}`)) }, '导出'));
  await show();
});
