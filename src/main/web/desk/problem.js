/** 案卷: one problem with its record, photos, current tasks and the site's other problems. */
import { el, fill, lamp } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { caseFile, load } from '../camunda/app/tasklist/scripts/wubu/casefile.js';
import { ladder } from '../camunda/app/tasklist/scripts/wubu/ladder.js';
import { slipOrder } from '../camunda/app/tasklist/scripts/wubu/slips.js';
import { trouble } from './page.js';
import { rulings } from './rulings.js';

const number = new URLSearchParams(location.search).get('number') || '';
const [title, board, sheet] = ['title', 'board', 'file'].map(id => document.getElementById(id));

async function show() {
  if (!number) return trouble(board, { message: '没有给出编号。请从问题台账打开案卷。' });
  title.textContent = `案卷 ${number}`;
  document.title = `${number} · 五步督察`;
  try {
    const file = await load(number);
    const due = file.record?.dueAt ? lamp({ ...file.record, ...file.deadline }) : null;
    fill(sheet, due && el('p', {}, '整改时限 ', due), file.slips?.mayIssue && slipOrder(number, show), caseFile(number, file));
    sheet.hidden = false;
    await rulings(sheet.appendChild(el('div', {})), number);
    const climb = sheet.appendChild(el('div', {}));
    await ladder(climb, `api/cases/${encodeURIComponent(number)}/ladder`);
  } catch (refusal) {
    trouble(board, refusal);
  }
}

show();
