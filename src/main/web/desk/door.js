/** What the pages before signing in share: fields, and a call that brings no session. */
import { el, newId } from '../camunda/app/tasklist/scripts/wubu/dom.js';
import { at } from '../camunda/app/tasklist/scripts/wubu/api.js';

/** A labelled field; `input` is the control itself. */
export function field(label, properties, hint) {
  const id = newId('door');
  const input = el('input', { id, className: 'form-control', required: true, autocomplete: 'off', ...properties });
  const node = el('div', { className: 'field' }, el('label', { for: id }, label), input, hint ? el('p', { className: 'hint' }, hint) : null);
  return { node, input };
}

/** A new password, written twice; `value` throws what is wrong in Chinese. */
export function newPassword() {
  const first = field('新口令', { type: 'password', autocomplete: 'new-password', minlength: 12, maxlength: 256 },
    '至少 12 位，须有大写字母、小写字母、数字和符号，不含账号和姓名，不用常见口令和最近用过的口令。');
  const again = field('再写一次新口令', { type: 'password', autocomplete: 'new-password', maxlength: 256 });
  return {
    nodes: [first.node, again.node],
    first: first.input,
    value() {
      if (first.input.value !== again.input.value) throw new Error('“再写一次新口令”：两次写的不一样');
      return first.input.value;
    }
  };
}

/** Says where it is so that this is a sample, and what such a system does without. */
export async function sampleLine(before) {
  const answer = await fetch(at('api/clock'), { credentials: 'omit', cache: 'no-store' }).then(got => got.json()).catch(() => ({}));
  if (answer.sample) {
    before.before(el('p', { className: 'wubu-sample', role: 'note' }, el('strong', {}, '示例系统'),
      '：所有账号用同一口令，不要求动态口令和本人申请；只答复本机，不得用于实际工作。'));
  }
}

/** What went wrong, where everybody looks. */
export const fault = text => el('div', { className: 'wubu-board wubu-bad', role: 'alert' }, el('p', {}, text));

/** Sends JSON without a session; resolves to status and body. */
export async function post(path, body) {
  try {
    const answer = await fetch(at(path), {
      method: 'POST', credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify(body)
    });
    return { status: answer.status, body: await answer.json().catch(() => ({})) };
  } catch {
    return { status: 0, body: {} };
  }
}

/** What the server says to somebody it refuses. */
export function said({ status, body }) {
  if (status === 0) return '网络不通，请检查网络后重试';
  return body.faults?.map(one => one.message).join('；') || body.detail || body.message || `系统出错（${status}），请稍后再试`;
}
