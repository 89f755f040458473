/** The line under a task's name on its card: case, deadline, colour. Cards of one list share one request. */
import { el, fill, lamp } from './dom.js';
import { get } from './api.js';
import { nextLine } from './ladder.js';

const known = new Map();
const waiting = new Map();
let timer = null;

/** Draws a card at once from what is known, and again when the server has answered. */
export function drawCard(node, taskId) {
  const box = el('div', { className: 'wubu-card' });
  node.append(box);
  if (known.has(taskId)) paint(box, known.get(taskId));
  waiting.set(taskId, [...(waiting.get(taskId) || []), box]);
  timer ??= setTimeout(ask, 30);
}

const follows = card => el('p', { className: 'wubu-next' }, card.next);

function paint(box, card) {
  fill(box, el('p', { className: 'wubu-line' }, card.line || ''), card.dueText ? lamp(card) : null, card.next && follows(card));
  box.closest('li.task')?.classList.toggle('wubu-overdue', card.colour === 'red');
}

async function ask() {
  timer = null;
  const boxes = new Map(waiting);
  waiting.clear();
  const ids = [...boxes.keys()].filter(id => boxes.get(id).some(box => box.isConnected));
  if (!ids.length) return;
  const cards = await get(`api/cards?ids=${ids.map(encodeURIComponent).join(',')}`).catch(() => ({}));
  for (const [id, card] of Object.entries(cards || {})) {
    const next = known.get(id)?.next;
    known.set(id, next ? { ...card, next } : card);
    boxes.get(id)?.forEach(box => paint(box, known.get(id)));
  }
  if (known.size > 500) known.clear();
  await climb(ids, boxes);
}

/** The next rung comes later than the card: it costs the server more than the list itself. */
async function climb(ids, boxes) {
  const next = await get(`api/cards/next?ids=${ids.map(encodeURIComponent).join(',')}`).catch(() => ({}));
  for (const [id, rung] of Object.entries(next || {})) {
    const card = { ...known.get(id), next: nextLine(rung) };
    known.set(id, card);
    boxes.get(id)?.forEach(box => {
      const shown = box.querySelector('.wubu-next');
      if (shown) shown.textContent = card.next;
      else box.append(follows(card));
    });
  }
}
