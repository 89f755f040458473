/** The paper of a task: `Wubu.paper(camForm)` brings an embedded form to life and hands it in at our own counter. */
import { ask, clock, el, fill, lamp, toast } from './dom.js';
import { at, get, send } from './api.js';
import { Fields } from './fields.js';
import { clearFaults, showFaults } from './faults.js';
import { entryBox, facts, load, thumbs } from './casefile.js';
import { extension } from './extension.js';

const PAUSE = 2000;

/** What the embedding page reads as "the form itself has told the officer why". */
const prevented = () => new Error('camForm submission prevented');

class Paper {

  constructor(camForm) {
    this.camForm = camForm;
    this.form = camForm.formElement[0];
    this.form.noValidate = true;
    this.task = camForm.taskId;
    this.board = el('div', { className: 'wubu-messages' });
    this.hint = el('p', { className: 'wubu-board wubu-note', hidden: true });
    this.saved = el('p', { className: 'wubu-saved', 'aria-live': 'polite' });
    this.form.prepend(this.board, this.hint);
    this.form.append(this.saved);
    this.fields = new Fields(this.form, () => this.touched());
    camForm.submit = callback => this.handIn(callback);
    this.form.addEventListener('keydown', event => this.shortcut(event));
    this.follow();
    this.load();
  }

  /** Fetches the paper; nothing can be written until it has come, or it would be written over. */
  async load() {
    const turn = this.turn = {};
    this.sheet = null;
    const summary = this.section('summary');
    if (summary) fill(summary, el('p', { className: 'wubu-empty' }, '正在加载…'));
    try {
      const sheet = await get(`api/tasks/${encodeURIComponent(this.task)}/paper`);
      if (turn !== this.turn) return;
      this.sheet = sheet;
      if (summary) this.summarize(summary, sheet);
      this.fields.write(sheet.prefill);
      if (sheet.draft) {
        this.fields.write(sheet.draft);
        this.saved.textContent = '已恢复上次保存的草稿';
      }
      this.before = JSON.stringify(this.fields.read());
      this.background(sheet.task?.number);
    } catch (refusal) {
      if (turn !== this.turn) return;
      if (summary) fill(summary);
      this.refused(refusal);
    }
    this.open();
    this.arrive();
  }

  /** On a phone the task stands below the list: the page moves to it once. */
  arrive() {
    if (!this.arrived && window.matchMedia('(max-width: 767px)').matches) document.querySelector('.task-details')?.scrollIntoView();
    this.arrived = true;
  }

  section(name) {
    return this.form.querySelector(`[data-wubu="${name}"]`);
  }

  summarize(node, sheet) {
    const card = sheet.card || sheet.task;
    fill(node,
      el('div', { className: 'wubu-summary-head' }, el('strong', {}, card.line || sheet.task?.number || ''), lamp(card)),
      facts(sheet.facts), thumbs(sheet.photos));
  }

  /** The photos of the finding, under the summary. */
  pictures(entries) {
    const first = entries.find(entry => entry.photos?.length);
    if (first) this.section('summary')?.append(thumbs(first.photos));
  }

  /** Earlier steps a form wants to show: the plan while rectifying, the progress so far. */
  async background(number) {
    const wanted = [...this.form.querySelectorAll('[data-wubu="entry"]')];
    const progress = this.section('progress');
    const later = this.section('extension');
    if (later && !later.firstChild) extension(later, this.task);
    if (!number) return;
    const file = await load(number).catch(() => ({ entries: [] }));
    if (this.sheet && !this.sheet.photos) this.pictures(file.entries || []);
    for (const node of wanted) {
      const entry = (file.entries || []).filter(candidate => candidate.step === node.dataset.step).pop();
      fill(node, entry ? entryBox(entry) : null);
    }
    if (progress) this.progress(progress, (file.entries || []).filter(entry => entry.step === 'progress'));
  }

  /** Progress on the way, noted without handing the paper in. */
  progress(node, entries) {
    const share = el('input', { type: 'number', min: 0, max: 99, className: 'form-control', 'aria-label': '当前进度（%）', placeholder: '进度 %' });
    const note = el('input', { type: 'text', maxlength: 500, className: 'form-control', 'aria-label': '进展说明', placeholder: '进展说明' });
    const told = el('p', { className: 'wubu-fault', role: 'alert' });
    const button = el('button', { type: 'button', className: 'btn btn-default' }, '记录进度');
    const record = async () => {
      button.disabled = true;
      told.textContent = '';
      try {
        await send('POST', `api/tasks/${encodeURIComponent(this.task)}/progress`, { percent: Number(share.value), note: note.value });
        toast('进度已记录');
        this.background(this.sheet.task.number);
      } catch (refusal) {
        told.textContent = refusal.faults?.[0]?.message || refusal.message;
        button.disabled = false;
      }
    };
    button.addEventListener('click', record);
    for (const input of [share, note]) {
      input.addEventListener('input', event => event.stopPropagation());
      input.addEventListener('change', event => event.stopPropagation());
    }
    fill(node, el('details', { className: 'wubu-progress', open: true }, el('summary', {}, `整改进度记录（${entries.length}）`),
      ...entries.map(entryBox), el('div', { className: 'wubu-inline' }, share, note, button), told));
    this.open();
  }

  /* open or closed: the page around us closes the form of a task that is not the officer's */

  follow() {
    const around = this.form.closest('[ng-class]');
    if (!around) return;
    this.around = around;
    new MutationObserver(() => this.open()).observe(around, { attributes: true, attributeFilter: ['class'] });
  }

  open() {
    const open = !this.around?.classList.contains('disabled-form');
    if (open && this.closed && !this.typed()) this.load();
    this.closed = !open;
    this.hint.textContent = document.querySelector('[cam-tasklist-task-meta] .claim')
      ? '请先认领任务，再填写表单。' : '本任务由他人办理，表单只能查看。';
    this.hint.hidden = open;
    this.fields.enable(open && Boolean(this.sheet));
  }

  /** Whether the officer has written something the server does not know. */
  typed() {
    return this.before !== undefined && JSON.stringify(this.fields.read()) !== this.before;
  }

  /* the draft */

  touched() {
    if (this.closed || !this.sheet) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), PAUSE);
  }

  async keep() {
    const now = JSON.stringify(this.fields.read());
    if (now === this.before || this.gone || !this.form.isConnected) return;
    try {
      await send('PUT', `api/tasks/${encodeURIComponent(this.task)}/draft`, JSON.parse(now));
      this.before = now;
      this.saved.textContent = `草稿已保存 ${clock()}`;
    } catch (refusal) {
      this.saved.textContent = `草稿没有保存：${refusal.message}`;
      if ([404, 409].includes(refusal.status)) this.refused(refusal);
    }
  }

  /* handing in */

  /** Ctrl+Enter hands in, as the button does. */
  shortcut(event) {
    if (event.key !== 'Enter' || !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.around?.querySelector('.form-actions .btn-primary:not([disabled])')?.click();
  }

  async handIn(callback) {
    clearTimeout(this.timer);
    clearFaults(this.form);
    fill(this.board);
    const done = error => this.digest(() => callback(error));
    if (this.fields.busy) {
      this.say('照片正在上传，请等上传完成后再提交。');
      return done(prevented());
    }
    try {
      await send('POST', `api/tasks/${encodeURIComponent(this.task)}/complete`, this.fields.read());
      this.gone = true;
      toast(`已提交：${this.sheet?.task?.name || ''}`);
      done(null);
    } catch (refusal) {
      this.refused(refusal);
      done(prevented());
    }
  }

  refused(refusal) {
    if (refusal.faults?.length) showFaults(this.fields, this.board, refusal.faults);
    else if (refusal.status === 409 || refusal.status === 404) {
      this.say(`${refusal.message}。任务可能已由他人认领或办结。`, '重新加载', () => this.reload());
    } else if (refusal.status === 401) {
      this.say('登录已过期。所填内容还在本页：请在新窗口登录，再回到这里提交。', '打开登录页',
        () => window.open(at('camunda/app/tasklist/default/'), '_blank', 'noopener'));
    } else this.say(refusal.message || '提交没有成功，请稍后再试。');
  }

  async reload() {
    if (!this.typed() || await ask('重新加载后，尚未保存的内容会丢失。', '重新加载')) location.reload();
  }

  say(text, action, act) {
    const box = el('div', { className: 'wubu-board wubu-bad', role: 'alert', tabindex: '-1' }, el('p', {}, text),
      action ? el('button', { type: 'button', className: 'btn btn-default', onclick: act }, action) : null);
    fill(this.board, box);
    box.focus();
    box.scrollIntoView({ block: 'center' });
  }

  /** Tells the page around us, in its own turn. */
  digest(act) {
    const scope = this.camForm.formElement.scope?.();
    if (scope) scope.$evalAsync(act);
    else act();
  }
}

window.Wubu = { ...window.Wubu, paper: camForm => new Paper(camForm) };
