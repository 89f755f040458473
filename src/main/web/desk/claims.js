/** 口令申请: each of two administrators types the code the owner has told him; neither sees it here, nor the password. */
import { ask, el, fill, toast, when } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { get, send } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { field } from './door.js';
import { trouble } from './page.js';

const byId = id => document.getElementById(id);
const account = field('账号', { type: 'text', maxlength: 64, spellcheck: 'false', autocapitalize: 'none' });
const code = field('确认码', { type: 'text', maxlength: 16, spellcheck: 'false', autocapitalize: 'characters' }, '由申请人告知，8 位，不分大小写。');
const button = el('button', { type: 'submit', className: 'btn btn-primary' }, '已核对身份，确认');

async function guarded(work) {
  fill(byId('board'));
  try {
    await work();
  } catch (refusal) {
    trouble(byId('board'), refusal).focus();
  }
}

function told(name, { done, missing }) {
  fill(byId('board'), el('div', { className: 'wubu-board wubu-good', role: 'status' },
    el('p', {}, done ? `${name} 的申请已生效，其所有登录已结束。` : `已确认 ${name} 的申请，还须${missing.join('、')}确认。`)));
}

const WHAT = { PASSWORD: one => one.lostPhone ? '新口令，并解除动态口令' : '新口令', OUTSIDE: () => '改由单位核验' };

function line(one) {
  const outside = one.kind === 'OUTSIDE' ? el('button', {
    type: 'button', className: 'btn btn-link', onclick: () => guarded(async () => {
      if (!await ask(`已核实 ${one.account} 应改由单位核验？本系统的口令将作废。`, '确认')) return;
      told(one.account, await send('POST', 'api/claims', { account: one.account }));
      await list();
    })
  }, '确认') : el('button', { type: 'button', className: 'btn btn-link', onclick: () => { account.input.value = one.account; code.input.focus(); } }, '输入确认码');
  const refuse = el('button', {
    type: 'button', className: 'btn btn-link', 'aria-label': `拒绝 ${one.account} 的申请`, onclick: () => guarded(async () => {
      if (!await ask(`拒绝 ${one.account} 的申请？申请作废，须重新提出。`, '拒绝')) return;
      await send('DELETE', `api/claims/${one.claim}`);
      toast('已拒绝');
      await list();
    })
  }, '拒绝');
  return el('tr', {},
    el('td', { data: { name: '账号' } }, one.account),
    el('td', { data: { name: '申请' } }, WHAT[one.kind](one)),
    el('td', { data: { name: '提出' } }, `${when(one.filedAt)}　${one.source || one.filedBy}`),
    el('td', { data: { name: '有效至' } }, when(one.endsAt)),
    el('td', { data: { name: '确认' } }, el('div', {}, `须${one.confirmers.join('、')}`, one.confirmations.map(each => el('div', {}, `${each.title} ${each.account} 已确认`)))),
    el('td', { data: { name: '' } }, outside, refuse));
}

async function list() {
  const open = await get('api/claims');
  fill(byId('list'), open.length ? el('table', { className: 'wubu-table wubu-stack' },
    el('thead', {}, el('tr', {}, ['账号', '申请', '提出', '有效至', '确认', ''].map(head => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, open.map(line))) : el('p', { className: 'wubu-nothing' }, '没有待确认的申请。'));
}

fill(byId('confirm'), el('form', {
  className: 'wubu-paper', novalidate: true, onsubmit: event => {
    event.preventDefault();
    guarded(async () => {
      const name = account.input.value.trim();
      if (!name || !code.input.value.trim()) throw new Error('“账号”“确认码”：必填');
      const answer = await send('POST', 'api/claims', { account: name, code: code.input.value.trim() });
      code.input.value = '';
      told(name, answer);
      await list();
    });
  }
}, el('div', { className: 'wubu-columns' }, account.node, code.node), el('div', { className: 'wubu-actions' }, button)));
account.input.value = new URLSearchParams(location.search).get('account') || '';
guarded(list);
