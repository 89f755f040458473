/** 期限与升级: why a case is red, who gets it next and when; the same in Tasklist, in Cockpit and on our own page. */
import { el, fill, toast, when } from './dom.js';
import { get, send, upload } from './api.js';

const KINDS = {
  DONE: ['✓', '已发生'], NEXT: ['●', '下一步'], LATER: ['○', '再往后'], STOPPED: ['‖', '停表']
};

/** Draws the ladder of a case into a node. */
export async function ladder(node, path) {
  const draw = async () => {
    try {
      const found = await get(path);
      fill(node, el('div', { className: 'wubu-case' }, limits(found, draw), rungs(found), urging(found, draw)));
    } catch (refusal) {
      fill(node, el('p', { className: 'wubu-board wubu-bad', role: 'alert' }, `期限无法显示：${refusal.message}`));
    }
  };
  fill(node, el('p', { className: 'wubu-empty' }, '正在加载…'));
  await draw();
}

/** One line for a card: what happens next if nobody acts. */
export const nextLine = rung =>
  `下一步 ${when(rung.at).slice(5)}（${hours(rung)}）${rung.what}${rung.to ? `，送${rung.to}` : ''}`;

function hours(rung) {
  if (rung.workingHours > 0) return `还有 ${rung.workingHours < 10 ? rung.workingHours : Math.round(rung.workingHours)} 个工作小时`;
  return rung.workingHours === 0 ? '上班即到' : '已到时间';
}

function limits(found, redraw) {
  const title = el('h4', {}, '正在计时的期限');
  if (!found.limits.length) {
    return el('section', { className: 'wubu-section' }, title, el('p', { className: 'wubu-empty' }, '目前没有正在计时的期限。'));
  }
  return el('section', { className: 'wubu-section' }, title, el('ul', { className: 'wubu-plain' }, found.limits.map(limit => el('li', { className: 'wubu-limit' },
    el('p', {},
      el('strong', {}, limit.name), ' ',
      el('span', { className: new Date(limit.dueAt) < new Date(found.now) ? 'wubu-red' : null }, `${when(limit.dueAt)} 到期`),
      limit.provisional ? el('span', { className: 'wubu-chip wubu-yellow' }, '暂定') : null,
      limit.extended ? el('span', { className: 'wubu-chip' }, '已延期') : null,
      limit.pausedAt ? el('span', { className: 'wubu-chip wubu-yellow' }, `停表（自 ${when(limit.pausedAt)}）`) : null),
    el('p', { className: 'wubu-sum' }, limit.sum),
    limit.source ? el('p', { className: 'hint' }, `依据：${limit.source}`) : null,
    found.mayPause ? stopping(found.number, limit, redraw) : null))));
}

function rungs(found) {
  const title = el('h4', {}, '升级阶梯');
  if (!found.rungs.length) {
    return el('section', { className: 'wubu-section' }, title, el('p', { className: 'wubu-empty' }, '没有等待的提醒或升级。'));
  }
  return el('section', { className: 'wubu-section' }, title, el('ol', { className: 'wubu-ladder' }, found.rungs.map(rung => {
    const [sign, word] = KINDS[rung.kind];
    return el('li', { className: `wubu-rung wubu-rung-${rung.kind.toLowerCase()}` },
      el('span', { className: 'wubu-sign', 'aria-hidden': 'true' }, sign),
      el('div', {},
        el('p', {}, el('time', { datetime: rung.at }, when(rung.at)), ' ', el('span', { className: 'wubu-kind' }, word),
          rung.kind === 'NEXT' ? ` · ${hours(rung)}` : ''),
        el('p', {}, el('strong', {}, rung.what), rung.to ? `　送：${rung.to}` : ''),
        rung.rule ? el('p', { className: 'hint' }, `依据：${rung.rule}`) : null));
  })));
}

function stopping(number, limit, redraw) {
  const ground = el('input', { type: 'text', className: 'form-control', maxlength: 1000, 'aria-label': '事由', placeholder: '事由（至少10字）' });
  const photo = limit.pausedAt ? null
    : el('input', { type: 'file', accept: 'image/jpeg,image/png', multiple: true, 'aria-label': '停表证明照片' });
  return act(limit.pausedAt ? '恢复计时' : '停表', [ground, photo], async () => {
    const path = `api/cases/${encodeURIComponent(number)}/limits/${encodeURIComponent(limit.step)}`;
    if (limit.pausedAt) {
      await send('POST', `${path}/resume`, { ground: ground.value });
      toast('已恢复计时，时限相应顺延');
    } else {
      const photos = [];
      for (const file of photo.files) {
        const [stored] = await upload('api/evidence', [['files', file]]);
        photos.push(stored.id);
      }
      await send('POST', `${path}/pause`, { ground: ground.value, photos });
      toast('已停表');
    }
    await redraw();
  });
}

function urging(found, redraw) {
  if (!found.mayUrge) return null;
  const demand = el('input', { type: 'text', className: 'form-control', maxlength: 500, 'aria-label': '催办要求', placeholder: '催办要求（至少5字）' });
  return el('section', { className: 'wubu-section' }, act('催办', [demand], async () => {
    await send('POST', `api/cases/${encodeURIComponent(found.number)}/urge`, { demand: demand.value });
    toast('已催办，并记入案卷');
    await redraw();
  }));
}

/** A folded form of one line; what the server refuses is shown and nothing typed is lost. */
function act(label, inputs, work) {
  const told = el('p', { className: 'wubu-fault', role: 'alert' });
  const button = el('button', { type: 'button', className: 'btn btn-default' }, label);
  button.addEventListener('click', async () => {
    button.disabled = true;
    told.textContent = '';
    try {
      await work();
    } catch (refusal) {
      told.textContent = refusal.faults?.[0]?.message || refusal.message;
    }
    button.disabled = false;
  });
  return el('details', { className: 'wubu-progress' }, el('summary', {}, label),
    el('div', { className: 'wubu-inline' }, inputs, button), told);
}
