/** 登录: step by step, as the server asks: password, a new one for one that was handed out, second factor. */
import { el, fill } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { ROOT, at, get } from '../camunda/app/tasklist/scripts/wubu/api.js';
import '../camunda/app/welcome/scripts/wubu/present.js';
import { doneText } from '../camunda/app/tasklist/scripts/wubu/claims.js';
import { askClaim } from './claim.js';
import { fault, field, newPassword, post, said, sampleLine } from './door.js';
import { ours } from './where.js';

const sheet = document.getElementById('sheet');
const TASKS = 'camunda/app/tasklist/default/';
/** Where those without tasks go. */
const HOMES = { MINISTRY_ADMIN: 'desk/accounts.html', SECURITY_ADMIN: 'desk/accounts.html', AUDITOR: 'desk/audit.html' };
const WRONG = { CODE: '动态口令不正确，或已用过', ENROL: '动态口令不正确；请核对手机时间后输入最新的六位数字' };

/** Why the way over the identity provider didn't lead in. */
const REFUSED = {
  stale: '这次统一身份认证登录已过期或已用过，请重新开始',
  provider: '统一身份认证暂时连接不上，请稍后再试；有本系统口令的账号仍可在此登录',
  denied: '统一身份认证没有完成，没有登录',
  token: '统一身份认证的答复不可信，没有登录，请联系系统管理员',
  unknown: '没有可以这样登录的账号：须由系统管理员先开设并设为单位核验，且未停用',
  'second-factor': '管理员账号和已绑动态口令的账号，请用口令和动态口令登录',
  audit: '审计记录无法写入，没有登录，请联系系统管理员',
  address: '没有配置本系统的公开地址（wubu.public-url），不能用统一身份认证登录，请联系系统管理员'
};
const NEXT_PAGE = 'wubu-next';
const asked = new URLSearchParams(location.search);

/** What was filled in so far; each step sends it again. */
const known = {};

/** The page somebody wanted, if it is one of ours; the part behind # survives the way here. */
function wanted() {
  const next = asked.get('next') || sessionStorage.getItem(NEXT_PAGE) || '';
  return ours(next.includes('#') ? next : next + location.hash, ROOT);
}

async function goOn() {
  const next = wanted();
  sessionStorage.removeItem(NEXT_PAGE);
  const me = await get('api/me').catch(() => null);
  const home = me ? HOMES[me.role] : null;
  location.replace(next && (!home || !next.includes('/tasklist/')) ? next : at(home || TASKS));
}

/** Draws a step; `send` fills in what is known. */
function step(title, text, parts, action, fill_in) {
  const board = el('div');
  const button = el('button', { type: 'submit', className: 'btn btn-primary wubu-wide' }, action);
  const form = el('form', {
    className: 'wubu-paper', novalidate: true,
    onsubmit: async event => {
      event.preventDefault();
      const empty = [...form.querySelectorAll('input')].find(input => input.required && !input.value.trim());
      if (empty) {
        fill(board, fault(`“${form.querySelector(`label[for="${empty.id}"]`).textContent}”：必填`));
        empty.focus();
        return;
      }
      button.disabled = true;
      try {
        fill_in();
        await enter(board);
      } catch (wrong) {
        fill(board, fault(wrong.message));
      }
      button.disabled = false;
    }
  }, el('h2', {}, title), text ? el('p', {}, text) : null, board, ...parts, el('div', { className: 'wubu-actions' }, button));
  fill(sheet, form);
  (form.querySelector('input') || button).focus();
}

async function enter(board) {
  const answer = await post('api/sign-in', known);
  if (answer.status === 200) return NEXT[answer.body.step](answer.body);
  const asked = known.code ? WRONG[known.asked] : null;
  fill(board, fault(answer.status === 401 ? asked || '账号或口令不正确，或因多次失败暂时锁定' : said(answer)));
  sheet.querySelector('input[type=password], input')?.select();
}

function askPassword() {
  const account = field('账号', { type: 'text', autocomplete: 'username', maxlength: 64, autocapitalize: 'none', spellcheck: 'false' });
  const password = field('口令', { type: 'password', autocomplete: 'current-password', maxlength: 256 });
  step('登录', null, [account.node, password.node], '登录',
    () => Object.assign(known, { account: account.input.value.trim(), password: password.input.value, code: null, newPassword: null, told: null }));
  const form = sheet.firstChild;
  form.append(el('p', { className: 'wubu-other-way' }, el('button', {
    type: 'button', className: 'btn btn-link', onclick: () => askClaim(sheet, account.input.value.trim(), askPassword)
  }, '忘记口令／首次启用')));
  get('api/sign-in/ways').then(ways => { if (form.isConnected) otherWays(ways); }).catch(() => null);
}

/** What there is beside a password of ours. */
function otherWays({ directory, provider }) {
  if (directory) sheet.append(el('p', { className: 'hint wubu-other-way' }, '由单位目录核验的账号，请用单位目录的口令。'));
  if (!provider) return;
  sheet.append(el('p', { className: 'wubu-or' }, '或'), el('a', {
    className: 'btn btn-default wubu-wide', href: at('api/sign-in/oidc'), onclick: () => {
      const next = wanted();
      if (next) sessionStorage.setItem(NEXT_PAGE, next.slice(location.origin.length));
      else sessionStorage.removeItem(NEXT_PAGE);
    }
  }, '单位统一身份认证'));
}

/** Back from the identity provider. */
function back() {
  const ended = Number(asked.get('in')) || 0;
  get('api/me').then(() => inside({ recoveryCodes: [], ended }),
    refusal => refusal.status === 401 ? askPassword() : inside({ recoveryCodes: [], ended }));
}

function askNewPassword() {
  const chosen = newPassword();
  step('先改口令', '您的口令是管理员发放的，须先改成自己的。', chosen.nodes, '下一步', () => Object.assign(known, { newPassword: chosen.value() }));
}

/** The right password, but one that somebody else may know: only the owner's own opens a post that decides. */
function askForClaim() {
  askClaim(sheet, known.account, askPassword);
  sheet.prepend(fault('口令正确，但它不是您本人经申请设定的，不能用于有决定权的岗位。请先申请自己的口令。'));
}

/** What was done to the account has to be read first. */
function askRead({ news }) {
  step('请先阅读', null, [el('div', { className: 'wubu-board wubu-note', role: 'alert' }, news.map(claim => el('p', {}, doneText(claim))))],
    '我已知悉', () => Object.assign(known, { told: true }));
}

const codeField = (hint = null) => field('动态口令', { type: 'text', inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 24 }, hint);

function askCode() {
  const code = codeField('手机上的六位数字；手机丢失时填一个恢复码。');
  step('动态口令', null, [code.node], '登录', () => Object.assign(known, { code: code.input.value.trim(), asked: 'CODE' }));
}

function enrol({ enrolment }) {
  const code = codeField('六位数字');
  step('绑定动态口令', '管理员登录须用动态口令。请用手机上的身份验证器应用扫描下图，再填它显示的六位数字。', [
    el('img', { className: 'wubu-qr', src: `data:image/svg+xml,${encodeURIComponent(enrolment.qr)}`, alt: '绑定动态口令的二维码' }),
    el('p', {}, '不能扫描时，在应用里手工输入密钥：', el('code', { className: 'wubu-secret' }, enrolment.secret.replace(/(.{4})/g, '$1 '))),
    code.node
  ], '绑定并登录', () => Object.assign(known, { code: code.input.value.trim(), asked: 'ENROL' }));
}

function inside({ recoveryCodes, ended }) {
  for (const name of Object.keys(known)) delete known[name];
  const note = ended ? el('p', { role: 'status' }, `本账号在别处的 ${ended} 次登录已结束。`) : null;
  if (!recoveryCodes.length) {
    fill(sheet, el('p', { role: 'status' }, '已登录，正在打开…'), note);
    setTimeout(goOn, ended ? 1500 : 0);
    return;
  }
  const button = el('button', { type: 'button', className: 'btn btn-primary wubu-wide', onclick: goOn }, '已抄好，进入系统');
  fill(sheet, el('h2', {}, '请抄下恢复码'), note,
    el('p', {}, '手机丢失时用来代替动态口令，每个只能用一次，只显示这一次。请抄在纸上，与手机分开保管。'),
    el('ul', { className: 'wubu-codes' }, recoveryCodes.map(code => el('li', {}, el('code', {}, code)))),
    el('div', { className: 'wubu-actions' }, button));
  button.focus();
}

const NEXT = { CLAIM: askForClaim, NOTICE: askRead, NEW_PASSWORD: askNewPassword, CODE: askCode, ENROL: enrol, IN: inside };

sampleLine(document.querySelector('main'));
if (asked.has('in')) {
  back();
} else {
  askPassword();
  const why = asked.get('refused');
  if (why) sheet.prepend(fault(Object.hasOwn(REFUSED, why) ? REFUSED[why] : REFUSED.denied));
}
