/** 导入台账: a dry run first, then the import of the same file. */
import { el, fill } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { upload } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { trouble } from './page.js';

const SHOWN = 200;
const byId = id => document.getElementById(id);
const [form, board, result, progress, go] = ['import', 'board', 'result', 'progress', 'go'].map(byId);

const FIGURES = {
  rows: '总行数', total: '总行数', read: '总行数', accepted: '可导入', valid: '可导入', imported: '已导入', skipped: '已有（跳过）',
  duplicates: '重复', known: '已有（跳过）', rejected: '有错误', failed: '有错误', closed: '其中已办结', open: '其中待办'
};

async function run(dryRun) {
  const file = byId('file').files[0];
  fill(board);
  fill(result);
  if (!file) return trouble(board, { message: '请先选择台账文件。' }).focus();
  const partial = byId('partial').checked;
  busy(true);
  try {
    const answer = await upload('api/ledger/import', [['file', file], ['dryRun', dryRun], ['partial', partial]],
      share => { progress.value = share; });
    show(answer, dryRun, partial);
  } catch (refusal) {
    if (refusal.problem?.errors || refusal.faults?.length) show({ ...refusal.problem, errors: refusal.problem.errors || rows(refusal) }, true, partial, refusal.message);
    else trouble(board, refusal).focus();
  }
  busy(false);
}

const rows = refusal => refusal.faults.map(fault => ({ row: '', column: fault.field, message: fault.message }));

function busy(now) {
  progress.hidden = !now;
  byId('try').disabled = now;
  go.disabled = true;
}

function show(answer, dryRun, partial, refused) {
  const errors = answer.errors || [];
  const figures = Object.entries(answer).filter(([name, value]) => FIGURES[name] && typeof value === 'number');
  const done = !dryRun && !refused;
  const text = refused || (done ? '导入完成。' : errors.length ? `试算完成：有 ${errors.length} 处错误。` : '试算完成：没有错误，可以导入。');
  const box = el('div', { className: `wubu-board ${done || !errors.length ? 'wubu-good' : 'wubu-note'}`, role: 'status', tabindex: '-1' },
    el('p', {}, text),
    el('ul', { className: 'wubu-figures' }, figures.map(([name, value]) => el('li', {}, `${FIGURES[name]} `, el('strong', {}, String(value))))),
    done ? el('p', {}, el('a', { href: 'ledger.html' }, '查看问题台账')) : null);
  fill(result, el('section', { className: 'wubu-section', style: 'margin-top:18px' }, box, errors.length ? table(errors) : null));
  setTimeout(() => { go.disabled = done || Boolean(refused) || errors.length > 0 && !partial; });
  box.focus();
}

function table(errors) {
  return el('div', { className: 'wubu-scroll' }, el('table', { className: 'wubu-table' },
    el('caption', {}, errors.length > SHOWN ? `错误（前 ${SHOWN} 处，共 ${errors.length} 处）` : '错误'),
    el('thead', {}, el('tr', {}, ['行', '列', '说明'].map(name => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, errors.slice(0, SHOWN).map(error => el('tr', {},
      el('td', {}, String(error.row ?? '')), el('td', {}, error.column || ''), el('td', {}, error.message || ''))))));
}

form.noValidate = true;
form.addEventListener('submit', event => {
  event.preventDefault();
  run(true);
});
go.addEventListener('click', () => run(false));
byId('file').addEventListener('change', () => { go.disabled = true; });
byId('partial').addEventListener('change', () => { go.disabled = true; });
