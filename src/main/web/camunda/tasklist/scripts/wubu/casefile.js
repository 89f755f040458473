/** Draws a case: facts, the timeline of its record, photos, the site's earlier problems. */
import { el, enlarge, lamp, when } from './dom.js';
import { at, get, photoUrl } from './api.js';
import { loadSlips, slipList } from './slips.js';

const NAMES = {
  number: '问题编号', regionName: '所在区划', campaign: '行动', roundCode: '轮次', source: '来源', regionCode: '区划代码', cityCode: '城市代码', place: '地点',
  siteName: '点位', uscc: '统一社会信用代码', problemType: '问题类型', description: '问题描述', foundOn: '发现日期', reportedBy: '上报人',
  team: '督查组', severity: '严重程度', state: '状态', assignedAt: '交办时间', dueAt: '整改时限', timeClass: '时间类别', leadUnit: '牵头单位',
  responsibleLeader: '责任领导', responsiblePerson: '责任人', flags: '标记', closedAt: '销号时间', recordNo: '销号文号', handling: '处理情况'
};
const CODES = {
  CRITICAL: '特别严重', MAJOR: '严重', NORMAL: '一般', MINOR: '轻微', IMMEDIATE: '立行立改', PHASED: '分阶段整改', LONG_TERM: '长期整治',
  SUPERVISION: '强化督查', PATROL: '巡查', HOT_GRID: '热点网格', HOTLINE_12369: '12369 举报', RANDOM: '随机抽查', LEDGER: '台账导入',
  OVERDUE: '逾期', EXTENDED: '已延期', DISPUTED: '有异议', FALSE_CLAIM: '虚假整改', LISTED: '挂牌督办', CRIMINAL: '涉嫌犯罪', REBOUND: '反弹',
  URGED_IN_VAIN: '督办未见效', EXTENSION_ASKED: '申请延期中', DUPLICATE: '疑似重复'
};
const UNSEEN = new Set(['siteId', 'limitAmount', 'limitUnit', 'provisional', 'stage', 'stateName', 'version', 'regionCode', 'cityCode', 'reportedBy', 'campaign']);

/** A value as an officer reads it: rows as numbered lines, moments in Beijing time. */
export function shown(value) {
  if (Array.isArray(value)) {
    if (!value.length) return '—';
    return value.every(item => typeof item !== 'object')
      ? value.map(item => CODES[item] || item).join('、')
      : el('ol', { className: 'wubu-lines' }, value.map(item => el('li', {}, shown(item))));
  }
  if (value && typeof value === 'object') return Object.entries(value).map(([label, part]) => `${label}：${part ?? '—'}`).join('；');
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d/.test(value)) return when(value);
  return CODES[value] || String(value ?? '—');
}

const isLong = value => typeof value === 'string' && value.length > 30 || Array.isArray(value) && value.some(item => typeof item === 'object');

/** Label and value pairs as a definition list. */
export function facts(pairs) {
  return el('dl', { className: 'wubu-facts' }, Object.entries(pairs || {})
    .filter(([name, value]) => value !== null && value !== undefined && value !== '' && !UNSEEN.has(name) && !(Array.isArray(value) && !value.length))
    .map(([name, value]) => el('div', { className: isLong(value) ? 'wubu-long' : null },
      el('dt', {}, NAMES[name] || name), el('dd', {}, shown(value)))));
}

/** Thumbnails; a click enlarges. */
export function thumbs(photos) {
  const all = (photos || []).map(photo => typeof photo === 'string' ? { id: photo } : photo);
  if (!all.length) return null;
  return el('ul', { className: 'wubu-thumbs', 'aria-label': '照片' }, all.map((photo, index) => {
    const caption = [photo.fileName || `照片 ${index + 1}`, photo.takenAt && `拍摄于 ${when(photo.takenAt)}`, photo.place].filter(Boolean).join(' · ');
    return el('li', {}, el('button', {
      type: 'button', className: 'wubu-thumb', title: caption, 'aria-label': `放大${caption}`, onclick: () => enlarge(photoUrl(photo.id), caption)
    }, el('img', { src: photoUrl(photo.id), alt: caption, loading: 'lazy' })));
  }));
}

/** One line of the record. */
export function entryBox(entry) {
  return el('div', { className: 'wubu-entry' },
    el('p', { className: 'wubu-entry-head' },
      el('strong', {}, entry.label || entry.step), ' ',
      el('span', {}, entry.post || ''), ' ',
      el('time', { datetime: entry.at || null }, when(entry.at))),
    entry.toName && entry.from !== entry.to
      ? el('p', { className: 'wubu-state' }, `状态：${entry.fromName ? `${entry.fromName} → ` : ''}${entry.toName}`) : null,
    facts(entry.content), thumbs(entry.photos));
}

/** The record, newest first. */
export function timeline(entries) {
  if (!entries?.length) return el('p', { className: 'wubu-empty' }, '还没有办理记录。');
  return el('ol', { className: 'wubu-timeline' }, [...entries].reverse().map(entry => el('li', {}, entryBox(entry))));
}

/** The tasks a case waits for. */
export function openTasks(tasks) {
  if (!tasks?.length) return el('p', { className: 'wubu-empty' }, '目前没有待办环节。');
  return el('ul', { className: 'wubu-plain' }, tasks.map(task => el('li', {},
    el('strong', {}, task.name), ' ',
    el('span', {}, task.assignee ? `办理人：${task.assigneeName || task.assignee}` : `待认领：${task.post || '—'}`), ' ',
    task.due ? lamp({ ...task, dueAt: task.due }) : null)));
}

/** Earlier problems of the same site. */
export function history(problems, own) {
  const others = (problems || []).filter(problem => problem.number !== own);
  if (!others.length) return el('p', { className: 'wubu-empty' }, '该点位没有其他问题。');
  return el('ul', { className: 'wubu-plain' }, others.map(problem => el('li', {},
    el('a', { href: at(`desk/problem.html?number=${encodeURIComponent(problem.number)}`), target: '_blank' }, problem.number), ' ',
    [problem.siteName, problem.problemType, problem.stateName, problem.foundOn].filter(Boolean).join(' · '))));
}

/** What the server knows of a case, problem or other. */
export async function load(number) {
  if (!number.startsWith('PB-')) return get(`api/records/${encodeURIComponent(number)}`);
  const [file, slips] = await Promise.all([get(`api/problems/${encodeURIComponent(number)}`), loadSlips(number)]);
  return { ...file, slips };
}

function described({ record, regionName, stateName }) {
  const { number, dueAt, provisional, roundCode, ...rest } = record;
  return {
    number, regionName, roundCode: roundCode?.replace(/^.*-R0*(\d+)$/, '第$1轮次'), ...rest, state: stateName, ...(dueAt ? { dueAt: when(dueAt) + (provisional ? '（暂定）' : '') } : {})
  };
}

/** The whole case as one node. */
export function caseFile(number, file) {
  const section = (title, ...parts) => el('section', { className: 'wubu-section' }, el('h4', {}, title), ...parts);
  const photos = (file.entries || []).flatMap(entry => entry.photos || []);
  return el('div', { className: 'wubu-case' },
    section('基本情况', facts(file.facts || described(file))),
    file.tasks ? section('当前环节', openTasks(file.tasks)) : null,
    file.slips ? section('三色督办单', slipList(file.slips.slips)) : null,
    section('办理过程', timeline(file.entries)),
    photos.length ? section('全部照片', thumbs(photos)) : null,
    file.siteHistory ? section('该点位的其他问题', history(file.siteHistory, number)) : null);
}
