/** 口令申请 before signing in: the owner's wish, and the code he tells two administrators. */
import { el, fill } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { fault, field, newPassword, post, said } from './door.js';

const EXPLAINED = '忘记口令、首次启用账号或手机丢失时，由本人申请。提交后得到一个确认码；请打电话或当面告知两位管理员'
  + '（一般是系统管理员和安全管理员），他们核对身份、输入确认码后，新口令生效。除您以外没有人看得到新口令。';

/** Asks for account and new password; `back` leads to the sign-in. */
export function askClaim(sheet, account, back) {
  const board = el('div');
  const who = field('账号', { type: 'text', autocomplete: 'username', maxlength: 64, autocapitalize: 'none', spellcheck: 'false', value: account || null });
  const chosen = newPassword();
  const lost = el('input', { type: 'checkbox', id: 'lost-phone' });
  const button = el('button', { type: 'submit', className: 'btn btn-primary wubu-wide' }, '提交申请');
  const form = el('form', {
    className: 'wubu-paper', novalidate: true,
    onsubmit: async event => {
      event.preventDefault();
      button.disabled = true;
      try {
        if (!who.input.value.trim()) throw new Error('“账号”：必填');
        const answer = await post('api/sign-in/claims', { account: who.input.value.trim(), newPassword: chosen.value(), lostPhone: lost.checked });
        if (answer.status === 201) filed(sheet, who.input.value.trim(), answer.body, back);
        else fill(board, fault(said(answer)));
      } catch (wrong) {
        fill(board, fault(wrong.message));
      }
      button.disabled = false;
    }
  }, el('h2', {}, '忘记口令／首次启用'), el('p', { className: 'hint' }, EXPLAINED), board, who.node, ...chosen.nodes,
  el('div', { className: 'field wubu-ticked' }, lost, el('label', { for: 'lost-phone' }, '手机丢失，同时解除动态口令')),
  el('div', { className: 'wubu-actions' }, button), el('p', { className: 'wubu-other-way' },
    el('button', { type: 'button', className: 'btn btn-link', onclick: back }, '返回登录')));
  fill(sheet, form);
  (account ? chosen.first : who.input).focus();
}

function filed(sheet, account, { code, hours }, back) {
  const button = el('button', { type: 'button', className: 'btn btn-primary wubu-wide', onclick: back }, '已记下，返回登录');
  fill(sheet, el('h2', {}, '请记下确认码'),
    el('p', { className: 'wubu-claim-code', role: 'status' }, el('code', {}, code)),
    el('p', {}, `账号 ${account}。确认码只显示这一次，${hours} 小时内有效。`),
    el('ol', {}, el('li', {}, '打电话或当面告知系统管理员；'), el('li', {}, '再告知安全管理员（您本人是其中一位的，改为告知审计管理员）；'),
      el('li', {}, '两人都输入后，用新口令登录。')),
    el('p', { className: 'hint' }, '不要把新口令告诉任何人，管理员也不需要它。账号没有登记时申请不会生效。'),
    el('div', { className: 'wubu-actions' }, button));
  button.focus();
}
