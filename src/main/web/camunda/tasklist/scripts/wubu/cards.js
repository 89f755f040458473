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

function paint(box, card) {
  fill(box, el('p', { className: 'wubu-line' }, card.line || ''), card.dueText ? lamp(card) : null,
    card.next && el('p', { className: 'wubu-next' }, card.next));
  box.closest('li.task')?.classList.toggle('wubu-overdue', card.colour === 'red');
}

async function ask() {
  timer = null;
  const boxes = new Map(waiting);
  waiting.clear();
  const ids = [...boxes.keys()].filter(id => boxes.get(id).some(box => box.isConnected));
  if (!ids.length) return;
  const named = ids.map(encodeURIComponent).join(',');
  const [cards, next] = await Promise.all(['cards', 'cards/next'].map(path => get(`api/${path}?ids=${named}`).catch(() => ({}))));
  if (known.size > 500) known.clear();
  for (const [id, card] of Object.entries(cards || {})) {
    known.set(id, next?.[id] ? { ...card, next: nextLine(next[id]) } : card);
    boxes.get(id)?.forEach(box => paint(box, known.get(id)));
  }
}
