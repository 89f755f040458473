/** 账号与岗位: 系统管理员 opens, resets and disables accounts; 安全管理员 gives posts, unlocks and lifts second factors. */
import { ask, el, fill, newId, toast } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { get, send } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { field } from './door.js';
import { trouble } from './page.js';
import { levels } from './regions.js';
import { alarms } from './alarms.js';

const byId = id => document.getElementById(id);
const path = account => `api/accounts/${encodeURIComponent(account)}`;
let me = null;
let page = 0;
let roles = [];
let ways = {};

const keepsAccounts = () => me.role === 'MINISTRY_ADMIN';
const button = (text, work, primary = false) =>
  el('button', { type: 'button', className: `btn ${primary ? 'btn-primary' : 'btn-default'}`, onclick: () => guarded(work) }, text);

async function guarded(work) {
  fill(byId('board'));
  try {
    await work();
  } catch (refusal) {
    trouble(byId('board'), refusal).focus();
  }
}

/** A password that is told once, to be carried to its owner. */
function hand(account, password) {
  fill(byId('board'), el('div', { className: 'wubu-board wubu-note', role: 'alert' },
    el('p', {}, `${account} 的首次口令（只显示这一次，首次登录时须更改；授予有决定权的岗位后，由本人另行申请口令）：`), el('p', {}, el('code', {}, password))));
  byId('board').scrollIntoView({ block: 'nearest' });
}

const state = one => [one.disabled ? '停用' : '启用', one.mustClaim ? '待本人申请口令' : null, one.locked ? '已锁定' : null, one.outside ? '单位核验' : null, one.mustChange ? '待改口令' : null,
  one.secondFactor ? '已绑动态口令' : null].filter(Boolean).join('、');

function line(one) {
  const own = one.account === me.account;
  return el('tr', {},
    el('td', { data: { name: '账号' }, className: 'wubu-number' }, one.account),
    el('td', { data: { name: '姓名' } }, one.name),
    el('td', { data: { name: '岗位' } }, one.posts.length ? el('ul', { className: 'wubu-posts-held' }, one.posts.map(post => el('li', {}, post.name))) : '没有岗位'),
    el('td', { data: { name: '状态' } }, state(one)),
    el('td', { data: { name: '' } }, own ? '本人' : el('button', {
      type: 'button', className: 'btn btn-link', 'aria-label': `管理 ${one.account}`, onclick: () => guarded(() => manage(one))
    }, '管理')));
}

async function list() {
  const text = byId('text').value.trim();
  const found = await get(`api/accounts?text=${encodeURIComponent(text)}&page=${page}`);
  const last = Math.max(0, Math.ceil(found.all / found.size) - 1);
  fill(byId('list'), found.accounts.length
    ? el('table', { className: 'wubu-table wubu-stack' },
      el('thead', {}, el('tr', {}, ['账号', '姓名', '岗位', '状态', ''].map(head => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, found.accounts.map(line)))
    : el('p', { className: 'wubu-nothing' }, text ? '没有符合的账号。' : '还没有账号。'),
  found.accounts.length ? el('div', { className: 'wubu-paging' },
    page > 0 ? button('上一页', () => turn(page - 1)) : null, el('span', {}, `第 ${page + 1} / ${last + 1} 页，共 ${found.all} 个`),
    page < last ? button('下一页', () => turn(page + 1)) : null) : null);
}

async function turn(to) {
  page = to;
  await list();
}

async function again(account) {
  await list();
  const found = await get(`api/accounts?text=${encodeURIComponent(account)}`);
  const one = found.accounts.find(each => each.account === account);
  if (one) manage(one);
}

async function after(account, said, work) {
  await work();
  toast(said);
  await again(account);
}

/** Who proves the account's identity: we, or the authority. */
function moving(one) {
  const source = outside => send('POST', `${path(one.account)}/source`, { outside });
  if (one.outside) {
    return one.posts.length || !one.mustChange ? null : button('改由本系统核验', async () => {
      if (!await ask(`${one.account} 改用本系统的口令？其所有登录立即结束。`, '更改')) return;
      const handed = await source(false);
      await again(one.account);
      hand(one.account, handed.password);
    });
  }
  if (!ways.directory && !ways.provider) return null;
  return button('改由单位核验', async () => {
    if (!await ask(`${one.account} 改由单位目录或统一身份认证核验？本系统的口令作废，其所有登录立即结束。`, '更改')) return;
    const { pending } = await source(true);
    toast(pending ? '已提出，待第二位管理员在“口令申请”页确认' : '已改由单位核验');
    await again(one.account);
  });
}

function manage(one) {
  const works = keepsAccounts()
    ? [one.outside || one.posts.length || !one.mustChange ? null : button('重置口令', async () => {
      if (!await ask(`重置 ${one.account} 的口令？其所有登录立即结束。`, '重置')) return;
      const handed = await send('POST', `${path(one.account)}/password`, {});
      await again(one.account);
      hand(one.account, handed.password);
    }), moving(one), button(one.disabled ? '启用' : '停用', async () => {
      if (!one.disabled && !await ask(`停用 ${one.account}？其所有登录立即结束，经办记录保留。`, '停用')) return;
      const waiting = await send('POST', `${path(one.account)}/state`, { disabled: !one.disabled });
      toast(waiting?.pending ? '已提出，待第二位管理员在“口令申请”页确认' : one.disabled ? '已启用' : '已停用');
      await again(one.account);
    })]
    : [one.locked ? button('解除锁定', () => after(one.account, '已解除锁定', () => send('DELETE', `${path(one.account)}/lock`))) : null,
      one.secondFactor && !one.decides ? button('解除动态口令', async () => {
        if (!await ask(`解除 ${one.account} 的动态口令？下次登录须重新绑定。`, '解除')) return;
        await after(one.account, '已解除动态口令', () => send('DELETE', `${path(one.account)}/second-factor`));
      }) : null];
  fill(byId('one'), el('section', { className: 'wubu-sheet wubu-result', 'aria-label': `管理 ${one.account}` },
    el('h2', { tabindex: '-1' }, `${one.account}　${one.name}`), el('p', {}, `状态：${state(one)}`),
    el('div', { className: 'wubu-actions' }, works),
    one.decides || one.posts.length || !one.mustChange ? el('p', { className: 'hint' }, one.decides
      ? '岗位有决定权：口令、动态口令和身份核验方式由本人申请、两位管理员确认，停用和启用也须第二位管理员确认，见' : '已启用或已有岗位：口令由本人申请、两位管理员确认，见',
      el('a', { href: `claims.html?account=${encodeURIComponent(one.account)}` }, '口令申请'), '。') : null,
    keepsAccounts() ? el('p', { className: 'hint' }, '岗位由安全管理员授予。') : posts(one)));
  byId('one').querySelector('h2').focus();
  byId('one').scrollIntoView({ block: 'nearest' });
}

/** The posts an account holds, and one more. */
function posts(one) {
  const held = one.posts.map(post => el('li', {}, `${post.name}　`, el('button', {
    type: 'button', className: 'btn btn-link', 'aria-label': `免去 ${post.name}`, onclick: () => guarded(async () => {
      if (!await ask(`免去 ${one.account} 的岗位“${post.name}”？`, '免去')) return;
      await after(one.account, '已免去岗位', () => send('DELETE', `${path(one.account)}/posts/${post.role}/${post.regionCode}`));
    })
  }, '免去')));
  return el('div', {}, el('h3', {}, '岗位'), held.length ? el('ul', { className: 'wubu-posts-held' }, held) : el('p', {}, '没有岗位。'), giving(one));
}

function giving(one) {
  const id = newId('role');
  const home = field('籍贯所在地区划代码', { type: 'text', required: false, maxlength: 6, pattern: '[0-9]{6}' }, '用于回避，六位代码；没有可不填。');
  const place = el('div');
  let region = '';
  const choice = el('select', { id, className: 'form-control', onchange: () => guarded(show) },
    el('option', { value: '' }, '请选择岗位'), roles.map(role => el('option', { value: role.role }, role.roleName)));
  const level = () => roles.find(role => role.role === choice.value)?.level;
  async function show() {
    region = level() === 'ministry' ? '000000' : '';
    fill(place);
    if (!level() || level() === 'ministry') return;
    const county = el('select', { className: 'form-control', 'aria-label': '县（市、区）', hidden: true, onchange: () => { region = county.value; } });
    const above = el('div');
    fill(place, el('p', { className: 'wubu-label' }, '任职区划'), above, county);
    await levels(above, (code, below) => {
      region = code;
      const counties = level() === 'county' && below.length;
      county.hidden = !counties;
      if (counties) fill(county, el('option', { value: '' }, '请选择县（市、区）'), below.map(each => el('option', { value: each.code }, each.name)));
    });
  }
  return el('form', {
    className: 'wubu-paper', novalidate: true, onsubmit: event => {
      event.preventDefault();
      guarded(async () => {
        if (!choice.value || !region) throw new Error('“岗位”“任职区划”：必填');
        await after(one.account, '已授予岗位', () => send('POST', `${path(one.account)}/posts`,
          { role: choice.value, regionCode: region, homeRegion: home.input.value.trim() || null }));
      });
    }
  }, el('div', { className: 'field' }, el('label', { for: id }, '授予岗位'), choice), place, home.node,
  el('div', { className: 'wubu-actions' }, el('button', { type: 'submit', className: 'btn btn-primary' }, '授予')));
}

/** Accounts that hold what they would not be given today. */
async function clashes() {
  const found = await get('api/accounts/clashes');
  if (found.length) {
    byId('opening').before(el('div', { className: 'wubu-board wubu-bad', role: 'note' }, el('p', {}, '以下账号的岗位不应兼任，请免去其一：'),
      el('ul', {}, found.map(one => el('li', {}, `${one.account}：${one.words}`)))));
  }
}

function opening() {
  const account = field('账号', { type: 'text', maxlength: 64, spellcheck: 'false', autocapitalize: 'none' }, '小写字母、数字、点、横线，字母开头，3 至 64 位。');
  const name = field('姓名', { type: 'text', maxlength: 50 });
  const form = el('form', {
    className: 'wubu-paper', novalidate: true, onsubmit: event => {
      event.preventDefault();
      guarded(async () => {
        const id = account.input.value.trim();
        const handed = await send('POST', 'api/accounts', { account: id, name: name.input.value.trim() });
        form.reset();
        byId('text').value = id;
        page = 0;
        await again(id);
        hand(id, handed.password);
      });
    }
  }, el('div', { className: 'wubu-columns' }, account.node, name.node),
  el('div', { className: 'wubu-actions' }, el('button', { type: 'submit', className: 'btn btn-primary' }, '新建')));
  fill(byId('opening'), el('details', { className: 'wubu-sheet' }, el('summary', {}, '新建账号'), form));
}

byId('search').addEventListener('submit', event => {
  event.preventDefault();
  guarded(() => turn(0));
});

guarded(async () => {
  me = await get('api/me');
  roles = await get('api/accounts/roles');
  if (keepsAccounts()) ways = await get('api/sign-in/ways');
  if (keepsAccounts()) opening();
  else await alarms(byId('alarms'), refusal => trouble(byId('board'), refusal).focus());
  await clashes();
  await list();
});
