/** 工作日历: a year's days, the keeper's changes, and what each change moved. */
import { ask, el, fill, toast, when } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { get, send, upload } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { trouble } from './page.js';

const byId = id => document.getElementById(id);
const KINDS = { ARRANGEMENT: '年度安排', DAY: '单日', OFFICE_HOURS: '办公时间' };
const PAGE = 100;

const table = (caption, heads, rows, nothing) => rows.length
  ? el('div', { className: 'wubu-scroll' }, el('table', { className: 'wubu-table' }, el('caption', {}, caption),
    el('thead', {}, el('tr', {}, heads.map(head => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, rows.map(row => el('tr', {}, row.map(cell => el('td', {}, cell ?? '')))))))
  : el('p', { className: 'wubu-nothing' }, nothing);

async function guarded(work) {
  fill(byId('board'));
  try {
    await work();
  } catch (refusal) {
    const faults = refusal.faults?.length > 1 ? el('ul', {}, refusal.faults.map(fault => el('li', {}, fault.message))) : null;
    trouble(byId('board'), refusal).append(...(faults ? [faults] : []));
    byId('board').firstChild.focus();
  }
}

async function showYear() {
  const year = byId('year').value;
  const found = await get(`api/calendar?year=${year}`);
  const provisional = Number(year) > Number(found.coveredUntil.slice(0, 4));
  const hours = Object.entries(found.officeHours)
    .map(([region, office]) => [region === '000000' ? '全国' : region, `${office.opens.slice(0, 5)}—${office.closes.slice(0, 5)}`]);
  fill(byId('days'),
    el('div', { className: `wubu-board ${provisional ? 'wubu-note' : 'wubu-good'}` }, el('p', {}, provisional
      ? `${year} 年的放假安排尚未公布：只按周末和固定节日推算，期限标注“暂定”，公布后导入即自动结算。`
      : `放假安排已公布至 ${found.coveredUntil}。`)),
    table(`${year} 年与普通周历不同的日子`, ['日期', '安排', '节日'],
      found.days.map(day => [day.day, day.isWork ? '调休上班' : '放假', day.name]), '没有与普通周历不同的日子。'),
    table('办公时间', ['区划', '时间'], hours, '没有办公时间。'));
}

async function showRuns() {
  const runs = await get('api/calendar/recalculations');
  fill(byId('runs'), table('重算', ['日历版本', '开始', '完成', '期限', '已算', '改动', ''], runs.map(run => [
    String(run.calendarVersion), when(run.startedAt), run.finishedAt ? when(run.finishedAt) : '进行中…',
    String(run.total), String(run.done), String(run.moved),
    run.moved ? el('button', { type: 'button', className: 'btn btn-link', onclick: () => guarded(() => showReport(run.calendarVersion, 0)) }, '前后对照') : ''
  ]), '还没有重算过。'));
  if (runs.some(run => !run.finishedAt)) setTimeout(() => guarded(showRuns), 2000);
}

async function showReport(version, page) {
  const lines = await get(`api/calendar/recalculations/${version}?page=${page}`);
  fill(byId('report'),
    table(`版本 ${version} 的前后对照`, ['案卷', '期限', '原时限', '现时限'],
      lines.map(line => [line.number, line.step, when(line.before), when(line.after)]), '没有更多。'),
    el('div', { className: 'wubu-paging' },
      page > 0 ? el('button', { type: 'button', className: 'btn btn-default', onclick: () => guarded(() => showReport(version, page - 1)) }, '上一页') : null,
      lines.length === PAGE ? el('button', { type: 'button', className: 'btn btn-default', onclick: () => guarded(() => showReport(version, page + 1)) }, '下一页') : null));
  byId('report').scrollIntoView();
}

async function showHistory() {
  const words = values => Object.entries(values).map(([what, how]) => `${what} ${how}`).join('；') || '—';
  const lines = await get('api/calendar/history');
  fill(byId('history'), table('变更历史', ['版本', '时间', '对象', '依据', '经办', '变更前', '变更后'], lines.map(line => [
    String(line.version), when(line.at), `${KINDS[line.kind]} ${line.what}`, line.source, line.post, words(line.before), words(line.after)
  ]), '还没有变更。'));
}

const refresh = () => guarded(async () => {
  await showYear();
  await showRuns();
  await showHistory();
});

function onSubmit(id, question, work) {
  const form = byId(id);
  form.noValidate = true;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (question && !await ask(question())) return;
    await guarded(async () => {
      const { version } = await work();
      toast(`已改动，日历版本 ${version}，正在重算期限`);
      await showYear();
      await showRuns();
      await showHistory();
    });
  });
}

byId('which').addEventListener('submit', event => {
  event.preventDefault();
  guarded(showYear);
});
onSubmit('adopt', () => `用这个文件替换 ${byId('adoptYear').value} 年的放假安排，并重算全部未办结的期限？`, () => {
  const file = byId('file').files[0];
  return upload(`api/calendar/${byId('adoptYear').value || 0}`, [...(file ? [['file', file]] : []), ['source', byId('adoptSource').value]]);
});
onSubmit('edit', () => `改动 ${byId('day').value}，并重算全部未办结的期限？`, () => {
  const path = `api/calendar/days/${byId('day').value || '0'}`;
  const source = byId('daySource').value;
  return byId('kind').value === 'plain'
    ? send('DELETE', `${path}?source=${encodeURIComponent(source)}`)
    : send('PUT', path, { work: byId('kind').value === 'work', name: byId('name').value, source });
});
onSubmit('hours', () => `改动 ${byId('region').value} 的办公时间，并重算全部未办结的期限？`, () =>
  send('PUT', `api/calendar/office-hours/${byId('region').value || '0'}`, {
    opens: byId('opens').value || null, closes: byId('closes').value || null, source: byId('hoursSource').value
  }));

byId('year').value = new Date().getFullYear();
byId('adoptYear').value = new Date().getFullYear() + 1;
refresh();
