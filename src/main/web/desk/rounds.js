/** 督查轮次: the rounds of the campaign; 专项督查办 starts the next one here. */
import { ask, el, fill } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { at, get, send } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { trouble } from './page.js';

const COLUMNS = ['轮次', '阶段', '起止日期', '状态', '办理'];
const [board, list] = ['board', 'list'].map(id => document.getElementById(id));

async function begin(round, button) {
  const agreed = await ask(`开始第 ${round.no} 轮次（${round.startsOn} 至 ${round.endsOn}）？开始后由本办填写“轮次计划”，一个轮次只能开始一次。`, '开始轮次');
  if (!agreed) return;
  button.disabled = true;
  try {
    const { number } = await send('POST', 'api/rounds', { no: round.no });
    await load();
    fill(board, el('div', { className: 'wubu-board wubu-good', role: 'status', tabindex: '-1' },
      el('p', {}, `第 ${round.no} 轮次已开始，编号 `, el('strong', {}, number), '。'),
      el('p', {}, el('a', { href: at('camunda/app/tasklist/default/') }, '到待办认领“轮次计划”'))));
    board.firstElementChild.focus();
  } catch (refusal) {
    button.disabled = false;
    trouble(board, refusal.faults?.length ? { message: refusal.faults.map(fault => fault.message).join('；') } : refusal).focus();
  }
}

function action(round) {
  if (!round.startable) return el('a', { href: `problem.html?number=${encodeURIComponent(round.number)}` }, '案卷');
  const button = el('button', { type: 'button', className: 'btn btn-primary', 'aria-label': `开始第 ${round.no} 轮次` }, '开始轮次');
  button.addEventListener('click', () => begin(round, button));
  return button;
}

function row(round) {
  const cells = [`第 ${round.no} 轮次`, `第${'〇一二三'[round.phase]}阶段`, `${round.startsOn} 至 ${round.endsOn}`, round.stateName, action(round)];
  return el('tr', {}, cells.map((cell, index) => el('td', { data: { name: COLUMNS[index] } }, el('span', {}, cell))));
}

async function load() {
  try {
    const rounds = await get('api/rounds');
    fill(list, rounds.length ? el('table', { className: 'wubu-table wubu-stack' },
      el('thead', {}, el('tr', {}, COLUMNS.map(name => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, rounds.map(row))) : el('p', { className: 'wubu-nothing' }, '还没有登记攻坚行动的轮次。'));
  } catch (refusal) {
    fill(list);
    trouble(board, refusal.status === 404 ? { message: '督查轮次只由专项督查办办理。' } : refusal);
  }
}

load();
