/** 问题台账: the problems an officer may see, filtered, page by page; the address keeps the filter. */
import { el, fill, lamp } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { get } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { trouble } from './page.js';

const SIZE = 50;
const COLUMNS = ['编号', '县区', '点位', '问题类型', '状态', '整改时限'];
const [form, board, list] = ['filters', 'board', 'list'].map(id => document.getElementById(id));

const asked = () => {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  return query;
};

function row(problem) {
  const cells = [
    el('a', { href: `problem.html?number=${encodeURIComponent(problem.number)}` }, problem.number),
    problem.county || problem.regionName || problem.region || '', problem.site || problem.siteName || '', problem.type || problem.problemType || '',
    problem.stateName || problem.state || '', lamp(problem)
  ];
  return el('tr', {}, cells.map((cell, index) => el('td', { className: index ? null : 'wubu-number', data: { name: COLUMNS[index] } }, cell)));
}

function table(rows) {
  return el('div', { className: 'wubu-scroll' }, el('table', { className: 'wubu-table wubu-stack' },
    el('thead', {}, el('tr', {}, COLUMNS.map(name => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, rows.map(row))));
}

function paging(page, total) {
  const pages = Math.max(1, Math.ceil(total / SIZE));
  const turn = (name, to, possible) => el('button', { type: 'button', className: 'btn btn-default', disabled: !possible, onclick: () => load(to) }, name);
  return el('nav', { className: 'wubu-paging', 'aria-label': '翻页' }, turn('上一页', page - 1, page > 0),
    el('span', {}, `第 ${page + 1} / ${pages} 页，共 ${total} 个问题`), turn('下一页', page + 1, page + 1 < pages));
}

async function load(page = 0) {
  const query = asked();
  history.replaceState(null, '', `?${new URLSearchParams([...query, ...(page ? [['page', page]] : [])])}`);
  query.set('page', page);
  query.set('size', SIZE);
  fill(board);
  list.setAttribute('aria-busy', 'true');
  try {
    const answer = await get(`api/problems?${query}`);
    const rows = Array.isArray(answer) ? answer : answer.items || answer.rows || answer.problems || [];
    const total = answer.total ?? rows.length;
    fill(list, rows.length ? [table(rows), paging(page, total)]
      : el('p', { className: 'wubu-nothing' }, asked().size ? '没有符合条件的问题。可以放宽或清除筛选条件。' : '台账里还没有问题。'));
  } catch (refusal) {
    fill(list);
    trouble(board, refusal);
  }
  list.removeAttribute('aria-busy');
}

async function start() {
  const given = new URLSearchParams(location.search);
  const regions = await get('api/regions').catch(() => []);
  form.elements.region.append(...regions.map(region => el('option', { value: region.code }, region.fullName || region.name)));
  for (const control of form.elements) {
    if (!control.name || !given.has(control.name)) continue;
    if (control.type === 'checkbox') control.checked = true;
    else control.value = given.get(control.name);
  }
  await load(Number(given.get('page') || 0));
}

form.addEventListener('submit', event => {
  event.preventDefault();
  load();
});
form.addEventListener('reset', () => setTimeout(() => load()));
start();
