/** Shows what the server refused: at each field, and as a list on top whose entries lead to the fields. */
import { el, newId } from './dom.js';
import { describe } from './controls.js';

const anchorOf = (fields, target) => {
  const photos = target && fields.photos?.get(target);
  if (photos) return photos.button;
  if (target?.dataset.list !== undefined) return target.querySelector('input, select, textarea, button');
  return target;
};

/** Takes all marks away. */
export function clearFaults(form) {
  form.querySelectorAll('.wubu-fault').forEach(node => node.remove());
  form.querySelectorAll('[aria-invalid]').forEach(node => node.removeAttribute('aria-invalid'));
  form.querySelectorAll('.wubu-wrong').forEach(node => node.classList.remove('wubu-wrong'));
}

/** Marks the faults and leads the officer to their list. */
export function showFaults(fields, board, faults) {
  clearFaults(fields.form);
  const entries = faults.map(fault => {
    const target = fields.find(fault.field);
    const anchor = anchorOf(fields, target);
    if (target) mark(fields, target, anchor, fault.message);
    return el('li', {}, anchor
      ? el('button', { type: 'button', className: 'btn-link', onclick: () => lead(anchor) }, fault.message)
      : el('span', {}, fault.message));
  });
  board.replaceChildren(el('div', { className: 'wubu-board wubu-bad', role: 'alert', tabindex: '-1' },
    el('strong', {}, faults.length > 1 ? `有 ${faults.length} 处需要更正，所填内容没有提交：` : '有一处需要更正，所填内容没有提交：'),
    el('ul', {}, ...entries)));
  lead(board.firstElementChild);
}

function lead(node) {
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: 'center' });
}

function mark(fields, target, anchor, message) {
  const note = el('p', { className: 'wubu-fault', id: newId('fault') }, message);
  const place = target.closest('.field') || (target.dataset.list !== undefined ? target : target.closest('label') || target);
  if (place.matches('.field, [data-list]')) place.append(note);
  else place.after(note);
  target.classList.add('wubu-wrong');
  anchor.setAttribute('aria-invalid', 'true');
  describe(anchor, note.id);
  const clear = () => {
    note.remove();
    target.classList.remove('wubu-wrong');
    anchor.removeAttribute('aria-invalid');
    target.removeEventListener('input', clear);
    target.removeEventListener('change', clear);
  };
  target.addEventListener('input', clear);
  target.addEventListener('change', clear);
}
