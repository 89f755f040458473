/** What happens to one's own account: an open claim somebody filed, and what has taken effect; wherever one is signed in. */
import { ask, el, fill, toast, when } from './dom.js';
import { get, send } from './api.js';

const people = claim => claim.confirmations.map(one => `${one.title} ${one.account}`).join('、');

const WHAT = {
  PASSWORD: claim => claim.lostPhone ? '重置口令并解除动态口令' : '重置口令',
  OUTSIDE: () => '改由单位核验身份',
  DISABLE: () => '停用账号',
  ENABLE: () => '启用账号'
};

const DONE = { PASSWORD: '您的口令', OUTSIDE: '您的账号', DISABLE: '您的账号', ENABLE: '您的账号' };
const BECAME = { PASSWORD: '重置', OUTSIDE: '改由单位核验身份', DISABLE: '停用', ENABLE: '启用' };

const wished = claim => claim.source ? `有人从 ${claim.source} 申请` : '管理员申请';

/** What has been done, in one sentence. */
export const doneText = claim => `${DONE[claim.kind]}于 ${when(claim.endedAt)} ${BECAME[claim.kind]}`
  + `${claim.lostPhone || claim.dropFactor ? '，动态口令同时解除' : ''}：${when(claim.filedAt)} ${claim.source ? `从 ${claim.source} 提出申请` : '由管理员提出'}，`
  + `由${people(claim)} 确认。如非本人，请立即报告系统管理员和安全管理员。`;

/** A line for the list of all that was. */
export const lineText = claim => `${when(claim.filedAt)}　${wished(claim)}${WHAT[claim.kind](claim)}：${claim.stateName}`
  + (claim.state === 'OPEN' ? `，有效至 ${when(claim.endsAt)}` : `（${when(claim.endedAt)}）`) + (claim.confirmations.length ? `；已确认：${people(claim)}` : '');

function open(claim, again) {
  const refuse = el('button', { type: 'button', className: 'btn btn-default', onclick: async () => {
    if (!await ask('不是您本人提出的？拒绝后这件申请作废，请同时告知系统管理员和安全管理员。', '拒绝')) return;
    await send('DELETE', `api/me/claims/${claim.claim}`).then(() => toast('已拒绝'), refusal => toast(refusal.message));
    await again();
  } }, '不是我，拒绝');
  return el('div', { className: 'wubu-board wubu-bad' },
    el('p', {}, `${wished(claim)}${WHAT[claim.kind](claim)}（${when(claim.filedAt)}）${claim.confirmations.length ? `，已由${people(claim)}确认` : ''}；`
      + '两位管理员确认后生效。是您本人提出的，不必处理；不是，请立即拒绝。'), refuse);
}

function done(untold, again) {
  const read = el('button', { type: 'button', className: 'btn btn-default', onclick: async () => {
    await send('POST', 'api/me/claims', {}).catch(refusal => toast(refusal.message));
    await again();
  } }, '我已知悉');
  return el('div', { className: 'wubu-board wubu-note' }, untold.map(claim => el('p', {}, doneText(claim))), read);
}

/** Fills a node with what its owner has to see now; nothing if there is nothing. */
export async function showClaims(node) {
  const again = () => showClaims(node);
  const told = await get('api/me/claims').catch(() => null);
  if (!told) return;
  fill(node, told.claims.filter(claim => claim.state === 'OPEN').map(claim => open(claim, again)),
    told.untold.length ? done(told.untold, again) : null);
}
