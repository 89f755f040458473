/** The fields of a paper: reads them, fills them, and shows what the form's HTML demands. */
import { el, newId } from './dom.js';
import { controls, CONTROLS, cover, demanded, describe, holds, labelOf, nameOf, stay, untilToday } from './controls.js';
import { Photos } from './photos.js';

/** A form of ours, wherever it stands. */
export class Fields {

  constructor(form, changed = () => {}) {
    this.form = form;
    this.changed = changed;
    this.photos = new Map();
    this.options = {};
    this.lists = [...form.querySelectorAll('[data-list]')];
    this.dress(form);
    this.lists.forEach(list => this.openList(list));
    form.addEventListener('input', () => this.touched());
    form.addEventListener('change', () => this.touched());
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('keydown', stay);
    this.refresh();
  }

  touched() {
    this.refresh();
    this.changed();
  }

  /** What is filled in, hidden fields left out. */
  read() {
    const values = this.readFrom(this.form);
    for (const list of this.lists) {
      if (!list.closest('[hidden]')) values[list.dataset.list] = this.rows(list).map(row => this.readFrom(row));
    }
    return values;
  }

  readFrom(root) {
    const values = {};
    const own = controls(root);
    for (const control of own) {
      if (control.closest('[hidden]')) continue;
      const name = nameOf(control);
      const photos = this.photos.get(control);
      if (photos) values[name] = photos.ids;
      else if (control.type === 'checkbox') {
        const boxes = own.filter(other => nameOf(other) === name);
        values[name] = boxes.length === 1 ? control.checked : boxes.filter(box => box.checked).map(box => box.value);
      } else if (control.type === 'radio') {
        if (control.checked) values[name] = control.value;
      } else if (control.value.trim() !== '') values[name] = control.value;
    }
    return values;
  }

  /** Fills in values by field name; `options.<field>` are the choices of a select. */
  write(values) {
    for (const [key, value] of Object.entries(values || {})) {
      if (key.startsWith('options.')) this.options[key.slice(8)] = value;
    }
    controls(this.form).forEach(control => this.choices(control));
    this.writeTo(this.form, values);
    for (const list of this.lists) {
      this.rows(list).forEach(row => controls(row).forEach(control => this.choices(control)));
      const rows = (values || {})[list.dataset.list];
      if (!Array.isArray(rows)) continue;
      this.rows(list).forEach(row => row.remove());
      rows.forEach(row => this.writeTo(this.addRow(list), row));
      this.least(list);
    }
    this.refresh();
  }

  writeTo(root, values) {
    for (const control of controls(root)) {
      const value = (values || {})[nameOf(control)];
      if (value === undefined || value === null) continue;
      const photos = this.photos.get(control);
      if (photos) photos.show(Array.isArray(value) ? value : [value]);
      else if (control.type === 'checkbox') {
        control.checked = Array.isArray(value) ? value.map(String).includes(control.value) : value === true || String(value) === control.value;
      } else if (control.type === 'radio') control.checked = control.value === String(value);
      else if (control.type === 'datetime-local') control.value = String(value).slice(0, 16);
      else control.value = String(value);
      control.wubuShow?.();
    }
  }

  choices(control) {
    if (!control.hasAttribute('data-options')) return;
    const chosen = control.value;
    const list = this.options[nameOf(control)] || [];
    control.replaceChildren(el('option', { value: '' }, list.length ? '请选择' : '没有可选项'),
      ...list.map(option => el('option', { value: option.value }, option.label)));
    control.value = chosen;
  }

  /** What the officer sees that the HTML only states: stars, counters, headings, photo widgets. */
  dress(root) {
    for (const control of controls(root)) {
      if (control.hasAttribute('data-photos')) {
        if (!control.closest('.field')?.querySelector(':scope > label')) this.heading(control, control.dataset.label);
        this.photos.set(control, new Photos(control, () => this.changed()));
      } else if (!['checkbox', 'radio', 'file', 'hidden'].includes(control.type)) control.classList.add('form-control');
      if (!control.readOnly && (control.maxLength > 30 && control.tagName === 'TEXTAREA' || control.minLength > 0)) this.counter(control);
      if (control.type === 'date' && ['min', 'max'].some(edge => control.getAttribute(edge) === 'today')) untilToday(control);
      if (control.readOnly) cover(control);
      if (control.pattern && control.title) control.setAttribute('aria-description', control.title);
    }
    for (const group of root.querySelectorAll('div[data-label]:not([data-list])')) {
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', group.dataset.label);
      if (!group.closest('.field')?.querySelector(':scope > label, :scope > .wubu-label')) this.heading(group, group.dataset.label);
    }
  }

  heading(node, text) {
    node.before(el('span', { className: 'wubu-label' }, text || ''));
  }

  counter(control) {
    const count = el('span', { className: 'wubu-count', id: newId('count') });
    const tell = () => {
      const length = [...control.value.trim()].length;
      const least = control.minLength > 0 ? `至少 ${control.minLength} 字` : '';
      const most = control.maxLength > 0 ? `至多 ${control.maxLength} 字` : '';
      count.textContent = `${length} 字（${[least, most].filter(Boolean).join('，')}）`;
      count.classList.toggle('wubu-short', length > 0 && control.minLength > 0 && length < control.minLength);
    };
    control.wubuCount = tell;
    control.after(count);
    describe(control, count.id);
    tell();
  }

  /** Conditions, stars and counters, after every change. */
  refresh() {
    for (const block of this.form.querySelectorAll('[data-show-if]')) {
      block.hidden = !holds(block.dataset.showIf, block.closest('.wubu-row') || this.form, this.form);
    }
    for (const control of this.form.querySelectorAll(CONTROLS)) {
      const needed = demanded(control, this.form);
      this.star(labelOf(control), needed && !control.readOnly);
      if (needed) control.setAttribute('aria-required', 'true');
      else control.removeAttribute('aria-required');
      control.wubuCount?.();
    }
    for (const list of this.lists) {
      const condition = list.dataset.requiredIf;
      this.star(list.querySelector(':scope > .wubu-label'), list.hasAttribute('data-required')
        || condition && holds(condition, this.form, this.form));
    }
  }

  star(label, needed) {
    label?.classList.toggle('wubu-needed', Boolean(needed));
  }

  rows(list) {
    return [...list.querySelectorAll(':scope > .wubu-rows > .wubu-row')];
  }

  openList(list) {
    const most = Number(list.dataset.max || 0);
    list.prepend(el('span', { className: 'wubu-label' }, list.dataset.label || ''));
    list.append(el('div', { className: 'wubu-rows' }), el('button', {
      type: 'button', className: 'btn btn-default wubu-add-row',
      onclick: () => {
        const row = this.addRow(list);
        row.querySelector(CONTROLS)?.focus();
        this.touched();
      }
    }, `添加${list.dataset.label || '一行'}`, most ? el('span', { className: 'wubu-count' }, `（至多 ${most} 项）`) : null));
    list.setAttribute('role', 'group');
    list.setAttribute('aria-label', list.dataset.label || '');
    this.least(list);
  }

  least(list) {
    const least = Math.max(Number(list.dataset.min || 0), list.hasAttribute('data-required') ? 1 : 0);
    while (this.rows(list).length < least) this.addRow(list);
    this.number(list);
  }

  addRow(list) {
    const row = el('div', { className: 'wubu-row', role: 'group' }, list.querySelector(':scope > template').content.cloneNode(true));
    const mark = newId('row');
    for (const control of row.querySelectorAll(CONTROLS)) {
      if (control.type === 'radio') {
        control.dataset.name = control.name;
        control.name = `${mark}-${control.name}`;
      }
      if (control.id) {
        const label = row.querySelector(`label[for="${control.id}"]`);
        control.id = newId('field');
        label?.setAttribute('for', control.id);
      }
    }
    row.append(el('button', { type: 'button', className: 'btn btn-link wubu-remove-row', onclick: () => this.removeRow(list, row) }, '删除'));
    list.querySelector(':scope > .wubu-rows').append(row);
    this.dress(row);
    controls(row).forEach(control => this.choices(control));
    this.number(list);
    return row;
  }

  removeRow(list, row) {
    row.remove();
    this.least(list);
    this.touched();
    list.querySelector(':scope > .wubu-add-row').focus();
  }

  number(list) {
    const least = Number(list.dataset.min || 0);
    const rows = this.rows(list);
    rows.forEach((row, index) => {
      row.setAttribute('aria-label', `${list.dataset.label || ''}第 ${index + 1} 项`);
      row.querySelector('.wubu-remove-row').disabled = rows.length <= least;
    });
    const add = list.querySelector(':scope > .wubu-add-row');
    if (add) add.disabled = Boolean(list.dataset.max) && rows.length >= Number(list.dataset.max);
  }

  /* what the server calls a field: `goal`, `measures`, `measures[0].text` */

  /** The control, list or group a fault names; null if the form has none. */
  find(path) {
    const part = /^([^[]+)(?:\[(\d+)\](?:\.(.+))?)?$/.exec(path || '');
    if (!part) return null;
    const list = this.lists.find(candidate => candidate.dataset.list === part[1]);
    if (list && part[2] === undefined) return list;
    const root = list ? this.rows(list)[Number(part[2])] : this.form;
    return root ? controls(root).find(control => nameOf(control) === (list ? part[3] : part[1])) || list || null : list;
  }

  get busy() {
    return [...this.photos.values()].some(photos => photos.busy);
  }

  /** Opens or closes the paper for writing. */
  enable(open) {
    for (const control of this.form.querySelectorAll('input, select, textarea, button')) {
      if (control.closest('[data-wubu]:not([data-wubu=progress], [data-wubu=extension])') || control.matches('.wubu-thumb')) continue;
      control.disabled = !open;
    }
    if (open) this.lists.forEach(list => this.number(list));
  }
}
