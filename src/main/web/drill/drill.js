/** 演练时钟: the administrator moves the drill's clock forward and sees what fired and what comes next. */
import { el, fill } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { get, send } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { inWords, now, refresh } from '../camunda/app/welcome/scripts/wubu/present.js';
import { trouble } from './page.js';

const ROUTE = 'api/drill/clock';
const SHOWN = 500;
const byId = id => document.getElementById(id);
const at = text => inWords(Date.parse(text));

function show(standing) {
  const { last } = standing;
  byId('clock').hidden = false;
  byId('started').textContent = `演练开始于 ${at(standing.startedAt)}`;
  byId('moves').disabled = Boolean(last?.running);
  byId('way').hidden = !last?.running;
  if (last?.running) far(last);
  fill(byId('last'), last && !last.running ? result(last) : null);
  fill(byId('next'), table('即将到期', ['时间', '编号', '事项'], standing.next.map(due => [at(due.at), due.number, due.step]), '没有等待中的期限。'));
}

function far(move) {
  const [from, to, here] = [move.from, move.to, move.at].map(Date.parse);
  byId('share').value = to > from ? (here - from) / (to - from) : 1;
  byId('far').textContent = `正在前进到 ${at(move.to)}：已到 ${at(move.at)}，已触发 ${move.fired.length} 项`;
}

function result(move) {
  const failed = move.fired.filter(job => !job.done).length;
  const text = `从 ${at(move.from)} 前进到 ${at(move.at)}：触发 ${move.fired.length} 项${failed ? `，其中失败 ${failed} 项` : ''}。`;
  const rows = move.fired.slice(-SHOWN).map(job => [at(job.at), job.number, job.step, job.outcome]);
  return [
    el('div', { className: `wubu-board ${failed ? 'wubu-bad' : 'wubu-good'}`, id: 'said', role: 'status', tabindex: '-1' }, el('p', {}, text)),
    table(move.fired.length > SHOWN ? `已触发（最后 ${SHOWN} 项）` : '已触发', ['时间', '编号', '事项', '结果'], rows, '这段时间没有事项到期。')
  ];
}

function table(caption, names, rows, nothing) {
  return el('div', { className: 'wubu-scroll', style: 'max-height:460px', role: 'region', 'aria-label': caption, tabindex: '0' }, el('table', { className: 'wubu-table wubu-stack' },
    el('caption', {}, caption),
    el('thead', {}, el('tr', {}, names.map(name => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, rows.length ? rows.map(row => el('tr', {}, row.map((text, n) =>
      el('td', { data: { name: names[n] }, className: n < 2 ? 'wubu-number' : '' }, text || '—'))))
      : el('tr', {}, el('td', { colspan: String(names.length), className: 'wubu-empty' }, nothing)))));
}

let watching = null;

/** Follows a move, this page's or another's, until it is over. */
async function watch() {
  clearTimeout(watching);
  const standing = await get(ROUTE).catch(() => null);
  if (!standing) return;
  show(standing);
  if (standing.last?.running) watching = setTimeout(watch, 1500);
  refresh();
}

async function move(wish) {
  fill(byId('board'));
  byId('moves').disabled = true;
  watching = setTimeout(watch, 700);
  try {
    show(await send('POST', ROUTE, wish));
    byId('said')?.focus();
  } catch (refusal) {
    trouble(byId('board'), refusal).focus();
  }
  clearTimeout(watching);
  await watch();
  byId('said')?.focus();
}

byId('moves').addEventListener('click', event => {
  const wish = event.target.closest('button[data-wish]')?.dataset.wish;
  if (wish) move(JSON.parse(wish));
});
byId('goal').addEventListener('submit', event => {
  event.preventDefault();
  move({ to: `${byId('to').value}+08:00` });
});

function tick() {
  byId('present').textContent = inWords(now());
}

get(ROUTE).then(async standing => {
  await refresh();
  tick();
  setInterval(tick, 1000);
  byId('to').value = new Date(now() + 8 * 3600000 + 86400000).toISOString().slice(0, 11) + '09:00';
  show(standing);
  if (standing.last?.running) watch();
}).catch(refusal => trouble(byId('board'), refusal.status === 403 ? { message: '演练时钟只限系统管理员使用。' } : refusal));
