/** 问题台账: the problems an officer may see, filtered, page by page; the address keeps the filter. */
import { el, fill, lamp } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { get } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { trouble } from './page.js';
import { options, under } from './regions.js';

const SIZE = 20;
const COLUMNS = ['编号', '县区', '点位', '问题类型', '状态', '整改时限'];
const [form, board, list] = ['filters', 'board', 'list'].map(id => document.getElementById(id));

const asked = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));

function row(problem) {
  const cells = [
    el('a', { href: `problem.html?number=${encodeURIComponent(problem.number)}` }, problem.number),
    problem.regionName, problem.siteName, problem.problemType, problem.stateName, lamp(problem)
  ];
  return el('tr', {}, cells.map((cell, index) => el('td', { className: index ? null : 'wubu-number', data: { name: COLUMNS[index] } },
    el('span', {}, cell ?? ''))));
}

function table(rows) {
  return el('div', { className: 'wubu-scroll' }, el('table', { className: 'wubu-table wubu-stack' },
    el('thead', {}, el('tr', {}, COLUMNS.map(name => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, rows.map(row))));
}

function paging(page, total) {
  const pages = Math.max(1, Math.ceil(total / SIZE));
  const turn = (name, to, possible) => el('button', { type: 'button', className: 'btn btn-default', disabled: !possible, onclick: () => load(to) }, name);
  return el('nav', { className: 'wubu-paging', 'aria-label': '翻页' }, turn('上一页', page - 1, page > 1),
    el('span', {}, `第 ${page} / ${pages} 页，共 ${total} 个问题`), turn('下一页', page + 1, page < pages));
}

async function load(page = 1) {
  const query = asked();
  history.replaceState(null, '', `?${new URLSearchParams([...query, ...(page > 1 ? [['page', page]] : [])])}`);
  if (query.get('below')) query.set('region', query.get('below'));
  query.delete('below');
  query.set('page', page);
  query.set('size', SIZE);
  fill(board);
  list.setAttribute('aria-busy', 'true');
  try {
    const { items, total } = await get(`api/problems?${query}`);
    fill(list, items.length ? [table(items), paging(page, total)]
      : el('p', { className: 'wubu-nothing' }, asked().size ? '没有符合条件的问题。可以放宽或清除筛选条件。' : '台账里还没有问题。'));
  } catch (refusal) {
    fill(list);
    trouble(board, refusal);
  }
  list.removeAttribute('aria-busy');
}

const offer = (select, choices) => {
  while (select.options.length > 1) select.lastElementChild.remove();
  select.append(...choices.map(choice => el('option', { value: choice.value }, choice.label)));
};

/** The regions below the chosen one, if there are any. */
async function deeper() {
  const { region, below } = form.elements;
  const found = region.value ? await under(region.value).catch(() => []) : [];
  const lower = found.filter(candidate => candidate.code !== region.value);
  offer(below, options(lower));
  below.closest('label').hidden = !lower.length;
}

async function start() {
  const given = new URLSearchParams(location.search);
  const set = () => {
    for (const control of form.elements) {
      if (!control.name || !given.has(control.name)) continue;
      if (control.type === 'checkbox') control.checked = true;
      else control.value = given.get(control.name);
    }
  };
  const [regions, types] = await Promise.all([under().catch(() => []), get('api/problem-types').catch(() => [])]);
  offer(form.elements.region, options(regions));
  offer(form.elements.type, types.map(type => ({ value: type.name, label: type.name })));
  set();
  await deeper();
  set();
  await load(Number(given.get('page') || 1));
}

form.elements.region.addEventListener('change', deeper);
form.addEventListener('submit', event => {
  event.preventDefault();
  load();
});
form.addEventListener('reset', () => setTimeout(() => deeper().then(() => load())));
start();
