/** 上报问题: a finding on the spot goes into the ledger. */
import { el, fill } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { get, send } from '../camunda/app/tasklist/scripts/wubu/api.js';
import { Fields } from '../camunda/app/tasklist/scripts/wubu/fields.js';
import { clearFaults, showFaults } from '../camunda/app/tasklist/scripts/wubu/faults.js';
import { trouble } from './page.js';
import { levels, options } from './regions.js';

const form = document.getElementById('report');
const board = document.getElementById('board');
const button = document.getElementById('send');
form.noValidate = true;
const fields = new Fields(form);

const number = text => text === undefined ? undefined : Number(text);

/** The counties and problem types to choose from. */
async function choices() {
  try {
    const types = await get('api/problem-types');
    fields.write({ 'options.problemType': types.map(type => ({ value: type.name, label: `${type.name}（整改时限建议 ${type.limit}）` })) });
    await levels(document.getElementById('above'), (code, counties) => fields.write({ 'options.countyCode': options(counties) }));
  } catch (refusal) {
    trouble(board, refusal);
  }
}

async function report(event) {
  event.preventDefault();
  clearFaults(form);
  fill(board);
  if (fields.busy) return trouble(board, { message: '照片正在上传，请等上传完成后再上报。' }).focus();
  button.disabled = true;
  try {
    const values = fields.read();
    const answer = await send('POST', 'api/findings', { ...values, lon: number(values.lon), lat: number(values.lat) });
    done(answer.number);
  } catch (refusal) {
    if (refusal.faults?.length) showFaults(fields, board, refusal.faults);
    else trouble(board, refusal).focus();
  }
  button.disabled = false;
}

function done(given) {
  const box = el('div', { className: 'wubu-board wubu-good', role: 'status', tabindex: '-1' },
    el('p', {}, '已上报，问题编号 ', el('strong', {}, given), '。'),
    el('p', {}, el('a', { href: `problem.html?number=${encodeURIComponent(given)}` }, '查看案卷'), '　', el('a', { href: 'report.html' }, '再报一个')));
  fill(board, box);
  form.closest('.wubu-sheet').hidden = true;
  box.focus();
}

function locate() {
  const told = document.getElementById('located');
  told.textContent = '正在定位…';
  navigator.geolocation?.getCurrentPosition(({ coords }) => {
    form.elements.lon.value = coords.longitude.toFixed(6);
    form.elements.lat.value = coords.latitude.toFixed(6);
    told.textContent = `误差约 ${Math.round(coords.accuracy)} 米`;
  }, () => { told.textContent = '无法取得位置，请手工填写或留空。'; }, { enableHighAccuracy: true, timeout: 15000 });
}

form.addEventListener('submit', report);
document.getElementById('locate').addEventListener('click', locate);
choices();
