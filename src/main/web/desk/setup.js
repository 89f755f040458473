/** 初始化: the three administrators of an empty system, with the token its log has told. */
import { el, fill } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { at } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { fault, field, post, said } from './door.js';

const sheet = document.getElementById('sheet');
const board = el('div');
const token = field('初始化令牌', { type: 'text', spellcheck: 'false' }, '在最近一次启动的日志中，只能用一次。');
const ADMINISTRATORS = [
  ['system', '系统管理员', '建立和停用账号、维护工作日历；不看案件。', 'system-admin'],
  ['security', '安全管理员', '授予岗位、解除锁定；不看案件。', 'security-admin'],
  ['audit', '审计管理员', '查看审计记录；不办任何事。', 'audit-admin']
];
const three = ADMINISTRATORS.map(([key, role, duty, example]) => ({
  key, role, duty,
  account: field('账号', { type: 'text', maxlength: 64, spellcheck: 'false', autocapitalize: 'none' }, `小写字母、数字、点、横线，如 ${example}`),
  name: field('姓名', { type: 'text', maxlength: 50 })
}));

async function make(event) {
  event.preventDefault();
  const empty = [...form.querySelectorAll('input')].find(input => !input.value.trim());
  if (empty) {
    fill(board, fault(`“${form.querySelector(`label[for="${empty.id}"]`).textContent}”：必填`));
    empty.focus();
    return;
  }
  button.disabled = true;
  const sent = { token: token.input.value.trim() };
  for (const one of three) sent[one.key] = { account: one.account.input.value.trim(), name: one.name.input.value.trim() };
  const answer = await post('api/setup', sent);
  button.disabled = false;
  if (answer.status === 201) done(answer.body);
  else fill(board, fault(answer.status === 404 ? '系统已初始化。' : said(answer)));
}

function done(handed) {
  fill(sheet, el('h2', {}, '三员账号已建立'),
    el('p', {}, '首次口令只显示这一次。请分别交给三个人；各人首次登录时改口令并绑定动态口令。'),
    el('div', { className: 'wubu-scroll' }, el('table', { className: 'wubu-table' },
      el('thead', {}, el('tr', {}, ['岗位', '账号', '首次口令'].map(head => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, handed.map(one => el('tr', {}, el('td', {}, one.roleName), el('td', {}, one.account), el('td', {}, el('code', {}, one.password))))))),
    el('div', { className: 'wubu-actions' }, el('a', { className: 'btn btn-primary', href: at('desk/sign-in.html') }, '前往登录')));
}

const button = el('button', { type: 'submit', className: 'btn btn-primary' }, '建立三员账号');
const form = el('form', { className: 'wubu-paper', novalidate: true, onsubmit: make },
  el('p', {}, '系统还没有账号。系统、安全、审计三个管理员由三个人担任，互不兼任；其他账号由他们建立和授权。'), board, token.node,
  ...three.map(one => el('fieldset', {}, el('legend', {}, one.role), el('p', { className: 'hint' }, one.duty),
    el('div', { className: 'wubu-columns' }, one.account.node, one.name.node))),
  el('div', { className: 'wubu-actions' }, button));
fill(sheet, form);
token.input.focus();
