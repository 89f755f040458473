/** Three-colour slips: the chips in a case, and the form to issue one by hand. */
import { el, fill, when } from './dom.js';
import { at, get, send } from './api.js';

/** The colour of a slip, said in words too. */
export function chip(slip) {
  return el('span', { className: `wubu-chip wubu-chip-${slip.colour.toLowerCase()}` }, slip.title);
}

/** The slips of a problem, oldest first, each with its document. */
export function slipList(slips) {
  if (!slips?.length) return el('p', { className: 'wubu-empty' }, '没有下达过督办单。');
  return el('ul', { className: 'wubu-plain' }, slips.map(slip => el('li', {},
    chip(slip), ' ',
    el('a', { href: at(`api/slips/${encodeURIComponent(slip.number)}/document`), target: '_blank', rel: 'noopener' }, slip.docNo || '拟稿'), ' ',
    el('span', {}, [slip.stateName, slip.triggerName, slip.issuedAt && `签发 ${when(slip.issuedAt)}`, `期限 ${slip.limit}`, slip.endReason].filter(Boolean).join(' · ')))));
}

/** What the server knows of a problem's slips; nothing if it is not to be had. */
export const loadSlips = number => get(`api/problems/${encodeURIComponent(number)}/slips`).catch(() => null);

function choice(name, label, options) {
  return el('div', { className: 'field' }, el('label', { for: `slip-${name}` }, label),
    el('select', { id: `slip-${name}`, name, className: 'form-control', required: true }, options.map(([value, text]) => el('option', { value }, text))));
}

function words(name, label) {
  return el('div', { className: 'field' }, el('label', { for: `slip-${name}` }, label),
    el('textarea', { id: `slip-${name}`, name, className: 'form-control', rows: 3, required: true, minlength: 10, maxlength: 1000 }));
}

/** A button that opens the order, asks once more, and sends it; `done` hears of success. */
export function slipOrder(number, done) {
  const told = el('div', {});
  const form = el('form', { className: 'wubu-paper', hidden: true },
    choice('colour', '颜色', [['', '请选择'], ['WHITE', '白色'], ['YELLOW', '黄色（须市政府负责人批准）'], ['RED', '红色（须市政府负责人批准）']]),
    choice('trigger', '情形', [['', '请选择'], ['IMPORTANT', '重要紧急事项'], ['LEADER_INSTRUCTION', '领导批示']]),
    words('facts', '存在问题（10 至 1000 字）'), words('requirement', '督办要求（10 至 1000 字）'), told,
    el('div', { className: 'wubu-actions' }, el('button', { type: 'submit', className: 'btn btn-primary' }, '下达'),
      el('button', { type: 'button', className: 'btn btn-default', onclick: () => show(false) }, '取消')));
  const open = el('button', { type: 'button', className: 'btn btn-default', onclick: () => show(true) }, '下达督办单');
  const show = visible => {
    form.hidden = !visible;
    open.hidden = visible;
    (visible ? form.elements.colour : open).focus();
  };
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const order = Object.fromEntries(new FormData(form));
    const colour = form.elements.colour.selectedOptions[0].textContent;
    if (!window.confirm(`确认对问题 ${number} 下达督办单：${colour}？下达后颜色只升不降。`)) return;
    try {
      await send('POST', `api/problems/${encodeURIComponent(number)}/slips`, order);
      done();
    } catch (refusal) {
      fill(told, el('div', { className: 'wubu-board wubu-bad', role: 'alert' }, el('p', {}, refusal.message)));
    }
  });
  return el('div', { className: 'wubu-slip-order' }, open, form);
}
