/** 依据: what decision tables ruled in a case, each with its source as it stood on the day that counts. */
import { el, when } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { get } from '../camunda/app/tasklist/scripts/wubu/api.js';

const words = parts => parts.map(part => `${part.label}：${part.word}`).join('；');

function source(one) {
  const title = one.kind === '默认值' ? one.title : `《${one.title}》${one.number ? `（${one.number}）` : ''}${one.article || '（条款待核实）'}`;
  return el('li', {},
    el('strong', {}, one.kind === '默认值' ? '默认值 ' : `${one.kind} `), title,
    one.reason ? el('p', { className: 'hint' }, `理由：${one.reason}`) : null,
    el('p', { className: 'hint' }, [one.issuer, one.kind === '默认值' ? null : one.force, one.inForce ? null : '当日不在有效期内', one.verified].filter(Boolean).join(' · ')));
}

function row(ruling) {
  return el('tr', {},
    el('td', {}, ruling.day, el('p', { className: 'hint' }, ruling.step)),
    el('td', {}, words(ruling.result), ruling.inputs.length ? el('p', { className: 'hint' }, `按 ${words(ruling.inputs)}`) : null),
    el('td', {}, `${ruling.table}，第 ${ruling.version} 版`, el('p', { className: 'hint' }, when(ruling.at))),
    el('td', {}, el('ul', { className: 'wubu-plain' }, ruling.sources.map(source))));
}

/** Fills a node with the rulings of a case, newest first; nothing where there are none. */
export async function rulings(node, number) {
  const all = await get(`api/cases/${encodeURIComponent(number)}/rulings`);
  if (!all.length) return;
  node.append(el('section', { className: 'wubu-section' }, el('h4', {}, '依据'),
    el('details', {}, el('summary', {}, `${all.length} 项结论，其中 ${all.filter(one => one.isDefault).length} 项依默认值`),
      el('table', { className: 'wubu-table' }, el('thead', {}, el('tr', {}, ['日期和环节', '结论', '决策表', '依据'].map(head => el('th', { scope: 'col' }, head)))),
        el('tbody', {}, [...all].reverse().map(row))))));
}
