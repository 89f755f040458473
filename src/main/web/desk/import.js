/** 导入台账: a dry run first, then the import of the same file. */
import { el, fill } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { upload } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { trouble } from './page.js';

const SHOWN = 200;
const byId = id => document.getElementById(id);
const [form, board, result, progress, go] = ['import', 'board', 'result', 'progress', 'go'].map(byId);

async function run(dryRun) {
  const file = byId('file').files[0];
  fill(board);
  fill(result);
  if (!file) return trouble(board, { message: '请先选择台账文件。' }).focus();
  const partial = byId('partial').checked;
  const parts = [['file', file], ['dryRun', dryRun], ['partial', partial]];
  if (byId('assignedAt').value) parts.push(['assignedAt', byId('assignedAt').value]);
  busy(true);
  try {
    show(await upload('api/ledger/import', parts, share => { progress.value = share; }), dryRun, partial);
  } catch (refusal) {
    if (refusal.problem.rejected) show(refusal.problem, true, partial);
    else trouble(board, refusal).focus();
  }
  busy(false);
}

function busy(now) {
  progress.hidden = !now;
  byId('try').disabled = now;
  go.disabled = true;
}

function show(answer, dryRun, partial) {
  const { accepted = 0, rejected = [], ignored = [] } = answer;
  const wrong = new Set(rejected.map(refusal => refusal.row)).size;
  const possible = dryRun && accepted > 0 && (!rejected.length || partial);
  const box = el('div', { className: `wubu-board ${rejected.length ? 'wubu-note' : 'wubu-good'}`, role: 'status', tabindex: '-1' },
    el('ul', { className: 'wubu-figures' },
      accepted || !rejected.length ? el('li', {}, dryRun ? '可导入 ' : '已导入 ', el('strong', {}, String(accepted)), ' 行') : null,
      el('li', {}, '有错误 ', el('strong', {}, String(wrong)), ` 行（${rejected.length} 处）`)),
    el('p', {}, verdict(dryRun, rejected.length > 0, partial, accepted)),
    ignored.length ? el('p', { className: 'wubu-empty' }, `未读取的列：${ignored.join('、')}`) : null,
    dryRun ? null : el('p', {}, el('a', { href: 'ledger.html' }, '查看问题台账')));
  fill(result, el('section', { className: 'wubu-section wubu-result' }, box, rejected.length ? table(rejected) : null));
  setTimeout(() => { go.disabled = !possible; });
  box.focus();
}

function verdict(dryRun, wrong, partial, accepted) {
  if (!dryRun) return wrong ? '导入完成；有错误的行没有导入。' : '导入完成。';
  if (!wrong) return '试算完成，没有错误，可以导入。';
  if (!partial) return '试算完成，什么也没有导入。请更正错误后再试，或勾选“有错误行时，导入其余正确的行”。';
  return accepted ? '试算完成；导入时将跳过有错误的行。' : '没有可以导入的行，请更正后再试。';
}

function table(errors) {
  return el('div', { className: 'wubu-scroll' }, el('table', { className: 'wubu-table' },
    el('caption', {}, errors.length > SHOWN ? `错误（前 ${SHOWN} 处，共 ${errors.length} 处）` : '错误'),
    el('thead', {}, el('tr', {}, ['行', '列', '说明'].map(name => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, errors.slice(0, SHOWN).map(error => el('tr', {},
      el('td', {}, error.row ? String(error.row) : '整个文件'), el('td', {}, error.column || ''), el('td', {}, error.message || ''))))));
}

form.noValidate = true;
form.addEventListener('submit', event => {
  event.preventDefault();
  run(true);
});
go.addEventListener('click', () => run(false));
byId('file').addEventListener('change', () => { go.disabled = true; });
byId('partial').addEventListener('change', () => { go.disabled = true; });
