/** Builds the page from data: elements and text only, never markup from strings. */

/** An element; properties beginning with `on` are listeners, `data` a set of data attributes, null is left out. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name === 'className') node.className = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** Empties a node and puts new children in. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

let ids = 0;

/** An id no other element has. */
export function newId(prefix) {
  ids += 1;
  return `wubu-${prefix}-${ids}`;
}

/** A date, or a moment, as officers write it; Beijing time wherever the browser is. */
export function when(value) {
  if (!value) return '';
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const moment = new Date(typeof value === 'number' && value < 1e11 ? value * 1000 : value);
  if (Number.isNaN(moment.getTime())) return text;
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit'
  }).format(moment);
}

/** Hours and minutes of this moment. */
export function clock() {
  return when(Date.now()).slice(-5);
}

function daysLeftText(card, colour) {
  const left = card.daysLeft;
  if (colour === 'red') return left < 0 ? `逾期 ${-left} 个工作日` : '已逾期';
  if (left === null || left === undefined) return colour === 'green' ? '未到期' : '';
  return left === 0 ? '今天到期' : `剩 ${left} 个工作日`;
}

/** The deadline of a task or a problem with its colour, said in words too. */
export function lamp(card) {
  const due = card.dueText || card.dueAt && when(card.dueAt) + (card.provisional ? '（暂定）' : '');
  if (!due) return el('span', { className: 'wubu-lamp wubu-none' }, '无期限');
  const colour = card.colour || (card.overdue ? 'red' : card.stage >= 7 ? 'none' : 'green');
  return el('span', { className: `wubu-lamp wubu-${colour}` },
    el('span', { className: 'wubu-dot', 'aria-hidden': 'true' }),
    el('span', {}, daysLeftText(card, colour)),
    el('span', { className: 'wubu-due' }, due));
}

/** Says something for a moment at the top of the page. */
export function toast(text) {
  const note = el('div', { className: 'wubu-toast', role: 'status' }, text);
  document.body.append(note);
  setTimeout(() => note.remove(), 4000);
}

/** Shows one photo large; Escape, the button or a click beside it closes it. */
export function enlarge(source, caption) {
  const before = document.activeElement;
  const close = () => {
    box.remove();
    before?.focus();
  };
  const button = el('button', { type: 'button', className: 'btn btn-default', onclick: close }, '关闭');
  const box = el('div', {
    className: 'wubu-lightbox', role: 'dialog', 'aria-modal': 'true', 'aria-label': caption || '照片',
    onclick: event => event.target === box && close(),
    onkeydown: event => {
      if (event.key === 'Escape') close();
      if (event.key === 'Tab') {
        event.preventDefault();
        button.focus();
      }
    }
  }, el('img', { src: source, alt: caption || '照片' }), el('p', {}, caption || ''), button);
  document.body.append(box);
  button.focus();
}

/** Asks before something is lost; resolves to whether the officer agreed. `confirm` is dead under the page's policy. */
export function ask(text, yes = '确定') {
  return new Promise(resolve => {
    const before = document.activeElement;
    const answer = value => {
      box.remove();
      before?.focus();
      resolve(value);
    };
    const agree = el('button', { type: 'button', className: 'btn btn-primary', onclick: () => answer(true) }, yes);
    const refuse = el('button', { type: 'button', className: 'btn btn-default', onclick: () => answer(false) }, '取消');
    const box = el('div', {
      className: 'wubu-lightbox', role: 'alertdialog', 'aria-modal': 'true', 'aria-label': text,
      onkeydown: event => {
        if (event.key === 'Escape') answer(false);
        if (event.key === 'Tab') {
          event.preventDefault();
          (document.activeElement === agree ? refuse : agree).focus();
        }
      }
    }, el('div', { className: 'wubu-question' }, el('p', {}, text), el('div', {}, agree, refuse)));
    document.body.append(box);
    agree.focus();
  });
}
