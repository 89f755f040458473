/** Regions level by level: each choice opens the list below it. */
import { el } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { get } from '../camunda/app/tasklist/scripts/wubu/api.js';

/** The regions directly under one; under the officer's own if none is named. */
export const under = code => get(`api/regions${code ? `?under=${encodeURIComponent(code)}` : ''}`);

/** Options for a select. */
export const options = regions => regions.map(region => ({ value: region.code, label: region.name }));

/**
 * Puts a select for each level above the lowest into a node. `reached` hears the chosen code with the regions below it,
 * and an empty code with the first list at the beginning.
 */
export async function levels(node, reached) {
  const level = async (code, place) => {
    while (node.children.length > place) node.lastElementChild.remove();
    const below = code && (await get(`api/regions?under=${encodeURIComponent(code)}`));
    const list = below || await under();
    const last = !list.length || list.every(region => region.level === 'county');
    reached(code, last ? list : []);
    if (last) return;
    const select = el('select', { className: 'form-control', 'aria-label': '上级区划' },
      el('option', { value: '' }, '请选择上级区划'), ...list.map(region => el('option', { value: region.code }, region.name)));
    select.addEventListener('change', () => select.value ? level(select.value, place + 1) : level(code, place));
    node.append(select);
  };
  await level('', 0);
}
