/** 修改口令: one's own; every session of the account ends with it. */
import { el, fill } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { at, get, send } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { lineText } from '../camunda/app/tasklist/scripts/wubu/claims.js';
import { fault, field, newPassword } from './door.js';
import { trouble } from './page.js';

const sheet = document.getElementById('sheet');
const board = document.getElementById('board');
const old = field('原口令', { type: 'password', autocomplete: 'current-password', maxlength: 256 });
const chosen = newPassword();
const button = el('button', { type: 'submit', className: 'btn btn-primary' }, '修改');

async function change(event) {
  event.preventDefault();
  button.disabled = true;
  try {
    if (!old.input.value) throw new Error('“原口令”：必填');
    await send('POST', 'api/me/password', { password: old.input.value, newPassword: chosen.value() });
    fill(board);
    fill(sheet, el('h2', {}, '口令已修改'), el('p', {}, '本账号的所有登录都已结束，请用新口令重新登录。'),
      el('div', { className: 'wubu-actions' }, el('a', { className: 'btn btn-primary', href: at('desk/sign-in.html') }, '前往登录')));
  } catch (refusal) {
    fill(board, fault(refusal.faults?.map(one => one.message).join('；') || refusal.message));
  }
  button.disabled = false;
}

/** Where it is changed, if not here. */
const elsewhere = me => fill(sheet, el('p', {}, `账号：${me.account}`), el('p', {}, `本账号由单位核验身份，口令不在本系统修改。${me.passwordElsewhere}`));

get('api/me').then(me => me.passwordElsewhere ? elsewhere(me) : fill(sheet, el('form', { className: 'wubu-paper', novalidate: true, onsubmit: change },
  el('p', {}, `账号：${me.account}`), old.node, ...chosen.nodes, el('div', { className: 'wubu-actions' }, button))))
  .then(() => { if (old.input.isConnected) old.input.focus(); })
  .catch(refusal => trouble(board, refusal));

/** All that was asked for this account, so that its owner finds out even what somebody else has read in his place. */
get('api/me/claims').then(({ claims }) => claims.length && document.querySelector('main').append(el('section', { className: 'wubu-sheet wubu-result' },
  el('h2', {}, '本账号的口令申请'), el('ul', {}, claims.map(claim => el('li', {}, lineText(claim))))))).catch(() => null);
