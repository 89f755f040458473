/** Questions about the inputs of a form: which there are, what they are called, what they depend on. */
import { now } from '../../../welcome/scripts/wubu/present.js';
import { el } from './dom.js';

/** What a field can be made of. */
export const CONTROLS = 'input[name], select[name], textarea[name]';

/** Whether `field` or `field=A|B` holds, looking in the row first, then in the form. */
export function holds(condition, row, form) {
  const [name, wanted] = condition.split('=', 2);
  const of = root => controls(root).filter(control => nameOf(control) === name);
  const found = of(row).length ? of(row) : of(form);
  const values = found.flatMap(control => {
    if (control.type === 'checkbox') return control.checked ? [control.value === 'on' ? 'true' : control.value, 'true'] : [];
    if (control.type === 'radio') return control.checked ? [control.value] : [];
    return control.value ? [control.value] : [];
  });
  return wanted === undefined ? values.length > 0 : wanted.split('|').some(value => values.includes(value));
}

/** The field's name; radio buttons of a row bear another one in the page. */
export const nameOf = control => control.dataset.name || control.name;

/** The controls of a form or a row, without those of the rows inside it. */
export function controls(root) {
  const own = root.closest('.wubu-row') === root ? root : null;
  return [...root.querySelectorAll(CONTROLS)].filter(control => control.closest('.wubu-row') === own);
}

/** Adds an element to those that describe a control. */
export function describe(control, id) {
  const all = new Set((control.getAttribute('aria-describedby') || '').split(' ').filter(Boolean));
  control.setAttribute('aria-describedby', [...all.add(id)].join(' '));
}

/** The label an officer reads for a control. */
export function labelOf(control) {
  if (control.type === 'checkbox' || control.type === 'radio') {
    const group = control.closest('div[data-label]:not([data-list])');
    if (group) return group.closest('.field')?.querySelector(':scope > label, :scope > .wubu-label') || group.previousElementSibling;
  }
  const field = control.closest('.field');
  return control.closest('label') || control.id && control.ownerDocument.querySelector(`label[for="${CSS.escape(control.id)}"]`)
    || field?.querySelector(':scope > label, :scope > .wubu-label') || null;
}

/** Puts today's date where a date field says `today`. */
export function untilToday(control) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now());
  for (const edge of ['min', 'max']) if (control.getAttribute(edge) === 'today') control.setAttribute(edge, today);
}

const group = control => control.type === 'checkbox' && control.closest('div[data-label]:not([data-list])');

/** Whether the form demands a control now; of the boxes of a group, the one that says so speaks for all. */
export const demanded = (control, form) => [...group(control) ? group(control).querySelectorAll(CONTROLS) : [control]]
  .some(one => one.hasAttribute('required') || one.hasAttribute('data-required')
    || one.dataset.requiredIf && holds(one.dataset.requiredIf, one.closest('.wubu-row') || form, form));

/** Shows what only the server may fill in as text, whole and in lines; the control stays behind it. */
export function cover(control) {
  const text = el('output', { className: 'wubu-given' }, '—');
  control.wubuShow = () => { text.textContent = control.value || '—'; };
  control.classList.add('wubu-covered');
  control.after(text);
}

/** Enter in a line of text hands nothing in: a paper goes by its button or by Ctrl+Enter. */
export function stay(event) {
  if (event.key === 'Enter' && event.target.matches('input:not([type=button])') && !event.ctrlKey && !event.metaKey) event.preventDefault();
}
