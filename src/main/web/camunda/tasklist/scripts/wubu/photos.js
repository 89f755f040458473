/** The photo widget: several at once, each uploaded by itself with progress, retry and removal; the field's value is ids. */
import { el, enlarge, newId } from './dom.js';
import { photoUrl, upload } from './api.js';

const AT_ONCE = 2;

/** Turns a file input into the widget. `changed` is told whenever the list of stored photos changes. */
export class Photos {

  constructor(input, changed = () => {}) {
    this.input = input;
    this.changed = changed;
    this.items = [];
    this.min = Number(input.dataset.min || 0);
    this.max = Number(input.dataset.max || 20);
    this.list = el('ul', { className: 'wubu-thumbs', 'aria-label': input.dataset.label || '照片' });
    this.count = el('span', { className: 'wubu-count', id: newId('count'), 'aria-live': 'polite' });
    this.button = el('button', {
      type: 'button', className: 'btn btn-default wubu-add-photo', id: newId('photo'), 'aria-describedby': this.count.id,
      onclick: () => this.input.click()
    }, '选择照片');
    this.box = el('div', { className: 'wubu-photos', data: { photosOf: input.name } },
      el('div', {}, this.button, ' ', this.count), this.list);
    input.multiple = true;
    input.tabIndex = -1;
    input.classList.add('wubu-hidden');
    input.addEventListener('change', () => this.take());
    input.after(this.box);
    this.dropping();
    this.tell();
  }

  /** The ids of the stored photos. */
  get ids() {
    return this.items.filter(item => item.id).map(item => item.id);
  }

  /** Whether a photo is still on its way. */
  get busy() {
    return this.items.some(item => item.state === 'waiting' || item.state === 'sending');
  }

  /** Shows photos that are stored already: of a draft. */
  show(ids) {
    for (const id of ids) if (!this.ids.includes(id)) this.add({ id, state: 'stored', name: '已上传照片', source: photoUrl(id) });
    this.tell();
  }

  take(files = [...this.input.files]) {
    this.input.value = '';
    for (const file of files) {
      const item = { file, name: file.name, state: 'waiting' };
      this.add(item);
      const reader = new FileReader();
      reader.onload = () => {
        item.source = reader.result;
        item.picture.src = item.source;
      };
      if (file.size < 20e6) reader.readAsDataURL(file);
    }
    this.next();
  }

  add(item) {
    item.picture = el('img', { src: item.source, alt: item.name });
    item.bar = el('progress', { max: 1, value: 0, 'aria-label': `上传进度：${item.name}` });
    item.note = el('p', { className: 'wubu-photo-note' });
    item.retry = el('button', { type: 'button', className: 'btn btn-link', onclick: () => this.again(item) }, '重试');
    item.remove = el('button', {
      type: 'button', className: 'btn btn-link', 'aria-label': `删除照片 ${item.name}`, onclick: () => this.drop(item)
    }, '删除');
    item.node = el('li', {},
      el('button', {
        type: 'button', className: 'wubu-thumb', 'aria-label': `放大照片 ${item.name}`,
        onclick: () => item.source && enlarge(item.source, item.name)
      }, item.picture), item.bar, item.note, item.retry, item.remove);
    this.items.push(item);
    this.list.append(item.node);
    this.paint(item);
  }

  paint(item) {
    item.node.className = `wubu-photo-${item.state}`;
    item.bar.hidden = !['waiting', 'sending'].includes(item.state);
    item.retry.hidden = item.state !== 'failed';
    item.note.textContent = item.fault || (item.state === 'stored' ? item.told || '' : item.state === 'failed' ? '上传失败' : '正在上传…');
    this.tell();
  }

  next() {
    const sending = this.items.filter(item => item.state === 'sending').length;
    this.items.filter(item => item.state === 'waiting').slice(0, AT_ONCE - sending).forEach(item => this.send(item));
  }

  async send(item) {
    item.state = 'sending';
    item.fault = '';
    this.paint(item);
    try {
      const [photo] = await upload('api/evidence', [['files', item.file]],
        share => { item.bar.value = share; }, stop => { item.stop = stop; });
      Object.assign(item, { id: photo.id, state: 'stored', told: photo.place || '' });
      if (!photo.takenAt) item.told = '照片没有拍摄时间';
      this.changed();
    } catch (refusal) {
      item.state = 'failed';
      item.fault = refusal.faults?.[0]?.message || refusal.message;
    }
    this.paint(item);
    this.next();
  }

  again(item) {
    item.state = 'waiting';
    this.paint(item);
    this.next();
  }

  drop(item) {
    if (!item.id) item.stop?.();
    const place = this.items.indexOf(item);
    this.items.splice(place, 1);
    item.node.remove();
    this.tell();
    this.changed();
    (this.items[place]?.remove || this.button).focus();
  }

  tell() {
    const most = this.max ? `，至多 ${this.max} 张` : '';
    const least = this.min ? `至少 ${this.min} 张` : '可不传';
    this.count.textContent = `已上传 ${this.ids.length} 张（${least}${most}；JPG、PNG，每张不超过 10 MB）`;
  }

  dropping() {
    this.box.addEventListener('dragover', event => event.preventDefault());
    this.box.addEventListener('drop', event => {
      event.preventDefault();
      if (!this.button.matches(':disabled')) this.take([...event.dataTransfer.files]);
    });
  }
}
