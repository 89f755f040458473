/** Talks to the server with the web application's session; refusals come as {@link Refusal} with their faults. */

/** Where the application lives, whatever the context path. */
export const ROOT = new URL('../../../../../', import.meta.url);

/** What would climb or leave: another scheme or host, a step upwards however it is written. */
const ASTRAY = /^[a-z][a-z0-9+.-]*:|^[/\\]{2}|\\|(^|\/)(\.|%2e){1,2}(\/|$)/i;

/** The address of something on our server, whatever is put into the path. */
export function at(path) {
  if (ASTRAY.test(path.split(/[?#]/, 1)[0])) throw new Refusal(404);
  return new URL(path.replace(/^\//, ''), ROOT).href;
}

/** What the server refused, in the officer's language. */
export class Refusal extends Error {
  constructor(status, problem = {}) {
    super(problem.detail || problem.message || problem.title || standard(status));
    this.status = status;
    this.title = problem.title || standard(status);
    this.faults = problem.faults || [];
    this.problem = problem;
  }
}

function standard(status) {
  if (status === 0) return '网络不通，请检查网络后重试';
  if (status === 401) return '登录已过期，请重新登录';
  if (status === 403) return '您没有办理这件事的权限';
  if (status === 404) return '没有找到';
  if (status === 409) return '已有变化，请刷新';
  if (status === 413) return '上传的文件过大';
  return `系统出错（${status}），请稍后再试`;
}

function cookie(name) {
  const found = document.cookie.split('; ').find(part => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
}

let told = null;

/** The token every change must carry: from the webapp's cookie, else as our server last said. */
async function token() {
  if (!cookie('XSRF-TOKEN')) await call('api/me', { headers: reading }).catch(() => null);
  return cookie('XSRF-TOKEN') || told;
}

const reading = { Accept: 'application/json' };

const changing = async (more = {}) => ({ ...reading, ...more, 'X-XSRF-TOKEN': await token() || '' });

async function call(path, options) {
  const address = at(path);
  let answer;
  try {
    answer = await fetch(address, { credentials: 'same-origin', ...options });
  } catch {
    throw new Refusal(0);
  }
  told = answer.headers.get('X-XSRF-TOKEN') || told;
  if (answer.ok) {
    return answer.status === 204 || !answer.headers.get('Content-Type')?.includes('json') ? null : answer.json();
  }
  throw new Refusal(answer.status, await answer.json().catch(() => ({})));
}

/** Reads JSON. */
export const get = path => call(path, { headers: reading });

/** Sends JSON. */
export const send = async (method, path, body) =>
  call(path, { method, headers: await changing({ 'Content-Type': 'application/json' }), body: JSON.stringify(body) });

/** Sends files and fields; `progress` hears the share sent, from 0 to 1; `stop` is told how to break off. */
export async function upload(path, parts, progress = () => {}, stop = () => {}) {
  const sent = await changing();
  const request = new XMLHttpRequest();
  stop(() => request.abort());
  return new Promise((resolve, reject) => {
    request.open('POST', at(path));
    for (const [name, value] of Object.entries(sent)) request.setRequestHeader(name, value);
    request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body);
      else reject(new Refusal(request.status, body));
    };
    request.onerror = () => reject(new Refusal(0));
    request.onabort = () => reject(new Refusal(0));
    const form = new FormData();
    for (const [name, value] of parts) form.append(name, value);
    request.send(form);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** The address of a stored photo. */
export const photoUrl = id => at(`api/evidence/${encodeURIComponent(id)}`);
