/** 申请延期: one later date for a problem that is being rectified, asked for without handing the paper in. */
import { el, fill, toast } from './dom.js';
import { send } from './api.js';

export function extension(node, task) {
  const date = el('input', { type: 'date', className: 'form-control', 'aria-label': '延期至' });
  const reason = el('input', { type: 'text', maxlength: 1000, className: 'form-control', 'aria-label': '延期理由', placeholder: '延期理由（至少10字）' });
  const told = el('p', { className: 'wubu-fault', role: 'alert' });
  const button = el('button', { type: 'button', className: 'btn btn-default' }, '申请延期');
  button.addEventListener('click', async () => {
    button.disabled = true;
    told.textContent = '';
    try {
      await send('POST', `api/tasks/${encodeURIComponent(task)}/extension`, { newDate: date.value || null, reason: reason.value });
      toast('延期申请已提交，由县区领导和市整改办审批');
    } catch (refusal) {
      told.textContent = refusal.faults?.[0]?.message || refusal.message;
      button.disabled = false;
    }
  });
  for (const input of [date, reason]) {
    input.addEventListener('input', event => event.stopPropagation());
    input.addEventListener('change', event => event.stopPropagation());
  }
  fill(node, el('details', { className: 'wubu-progress' }, el('summary', {}, '申请延期（每个问题一次，两级审批）'),
    el('div', { className: 'wubu-inline' }, date, reason, button), told));
}
