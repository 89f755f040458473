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
    el('p', {}, done ? `${name} 的申请已生效。` : `已确认 ${name} 的申请，还须${missing.join('、')}确认。`)));
}

const WHAT = { PASSWORD: one => one.lostPhone ? '新口令，并解除动态口令' : '新口令', OUTSIDE: () => '改由单位核验', DISABLE: () => '停用', ENABLE: () => '启用' };
const QUESTION = {
  OUTSIDE: name => `已核实 ${name} 应改由单位核验？本系统的口令将作废。`,
  DISABLE: name => `同意停用 ${name}？其所有登录立即结束，经办记录保留。`,
  ENABLE: name => `同意启用 ${name}？`
};

let shown = 0;
const search = field('按账号查找', { type: 'search', maxlength: 64, required: false });
const reason = field('清理理由', { type: 'text', maxlength: 200 }, '必填，逐件记入审计。');

async function clear(what, question) {
  const why = reason.input.value.trim();
  if (!why) {
    reason.input.focus();
    throw new Error('“清理理由”：必填');
  }
  if (!await ask(question, '清理')) return;
  const { cleared } = await send('POST', 'api/claims/refusals', { ...what, reason: why });
  toast(`已清理 ${cleared} 件`);
  await list();
}

function line(one) {
  const chosen = el('input', { type: 'checkbox', value: one.claim, 'aria-label': `选中 ${one.account} 的申请` });
  const outside = QUESTION[one.kind] ? el('button', {
    type: 'button', className: 'btn btn-link', onclick: () => guarded(async () => {
      if (!await ask(QUESTION[one.kind](one.account), '确认')) return;
      told(one.account, await send('POST', 'api/claims', { account: one.account, kind: one.kind }));
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
  const source = one.source ? el('button', {
    type: 'button', className: 'btn btn-link', 'aria-label': `清理来自 ${one.source} 的全部申请`,
    onclick: () => guarded(() => clear({ source: one.source }, `清理来自 ${one.source} 的全部未确认申请？须重新提出。`))
  }, '清理该来源') : null;
  return el('tr', {},
    el('td', { data: { name: '选' } }, chosen),
    el('td', { data: { name: '账号' } }, one.account),
    el('td', { data: { name: '申请' } }, WHAT[one.kind](one)),
    el('td', { data: { name: '提出' } }, `${when(one.filedAt)}　${one.source || one.filedBy}`),
    el('td', { data: { name: '有效至' } }, when(one.endsAt)),
    el('td', { data: { name: '确认' } }, el('div', {}, `须${one.confirmers.join('、')}`, one.confirmations.map(each => el('div', {}, `${each.title} ${each.account} 已确认`)))),
    el('td', { data: { name: '' } }, outside, refuse, source));
}

async function list() {
  const { all, size, alarm, claims } = await get(`api/claims?page=${shown}&text=${encodeURIComponent(search.input.value.trim())}`);
  if (!claims.length && shown > 0) {
    shown = 0;
    await list();
    return;
  }
  fill(byId('alarm'), alarm ? el('div', { className: 'wubu-board wubu-bad', role: 'alert' }, el('p', {}, alarm)) : null);
  const pages = Math.max(1, Math.ceil(all / size));
  const turn = (text, to) => el('button', {
    type: 'button', className: 'btn btn-default', disabled: to < 0 || to >= pages, onclick: () => guarded(async () => { shown = to; await list(); })
  }, text);
  fill(byId('list'), claims.length ? el('table', { className: 'wubu-table wubu-stack' },
    el('thead', {}, el('tr', {}, ['选', '账号', '申请', '提出', '有效至', '确认', ''].map(head => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, claims.map(line))) : el('p', { className: 'wubu-nothing' }, '没有待确认的申请。'),
  el('div', { className: 'wubu-actions' }, turn('上一页', shown - 1), el('span', {}, `第 ${shown + 1} / ${pages} 页，共 ${all} 件`), turn('下一页', shown + 1),
    el('button', {
      type: 'button', className: 'btn btn-default', onclick: () => guarded(async () => {
        const chosen = [...byId('list').querySelectorAll('input:checked')].map(box => Number(box.value));
        if (!chosen.length) throw new Error('请先选中要清理的申请');
        await clear({ claims: chosen }, `清理选中的 ${chosen.length} 件申请？须重新提出。`);
      })
    }, '清理选中的')));
}

search.input.addEventListener('change', () => guarded(async () => { shown = 0; await list(); }));
fill(byId('tools'), el('div', { className: 'wubu-columns' }, search.node, reason.node));
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
