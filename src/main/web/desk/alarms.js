/** 猜口令告警, for 安全管理员: what nobody has seen yet as a banner, what was seen as a list. */
import { el, fill, toast } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { get, send } from '../camunda/app/tasklist/scripts/wubu/api.js';

const MINUTE = 60000;
const MANY = 1000;

const moment = new Intl.DateTimeFormat('zh-CN', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });
const hour = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });

const whose = one => one.account ? `账号 ${one.account}` : '许多账号';
const from = one => one.sources >= MANY ? `${MANY} 个以上地址` : `${one.sources} 个地址`;
const when = one => `${moment.format(new Date(one.firstAt))} 至 ${hour.format(new Date(one.lastAt))}`;
const text = one => `有人在猜口令：${whose(one)}，近 15 分钟 ${one.attempts} 次，来自${from(one)}（${when(one)}）`;

/** Draws them, and anew each minute, since this page may stay open all day. */
export async function alarms(node, trouble) {
  const draw = async () => {
    const all = await get('api/guessing');
    const seen = all.filter(one => one.seenAt);
    fill(node, all.filter(one => !one.seenAt).map(banner), seen.length ? el('details', { className: 'wubu-sheet' },
      el('summary', {}, `近七天已阅的猜口令告警（${seen.length}）`), el('ul', {}, seen.map(line))) : null);
  };
  const banner = one => el('div', { className: 'wubu-board wubu-bad', role: 'alert' }, el('p', {}, text(one)),
    el('p', {}, '陌生地址的尝试已放慢，本人从常用地址登录不受影响。请与本人核实，必要时通知网络管理部门封堵。'),
    el('button', {
      type: 'button', className: 'btn btn-default', 'aria-label': `已阅：${text(one)}`, onclick: async () => {
        try {
          await send('POST', `api/guessing/${one.id}/seen`, {});
          toast('已阅，已记入审计');
          await draw();
        } catch (refusal) {
          trouble(refusal);
        }
      }
    }, '已阅'));
  const line = one => el('li', {}, `${text(one)}，${one.seenBy} ${moment.format(new Date(one.seenAt))}已阅`);
  await draw();
  setInterval(() => draw().catch(() => {}), MINUTE);
}
