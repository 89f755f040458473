/** The server's present, by which every page counts days; in a drill (演练) each page bears its red mark and date. */
const ROOT = new URL('../../../../../', import.meta.url);
const EVERY = 10000;
const FORM = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'short', hour: '2-digit', minute: '2-digit'
});

const machine = Date.now.bind(Date);

let ahead = 0;
let mark = null;

/** The server's present in milliseconds; the browser's until the server has answered. */
export const now = () => machine() + ahead;

/** A moment as the mark and the drill's page write it. */
export function inWords(moment) {
  const part = Object.fromEntries(FORM.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day} ${part.weekday} ${part.hour}:${part.minute}`;
}

/** Asks the server again, for example after the clock was moved. */
export async function refresh() {
  const asked = machine();
  const answer = await fetch(new URL('api/clock', ROOT), { credentials: 'omit', cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return;
  const present = await answer.json();
  ahead = Date.parse(present.now) - (asked + machine()) / 2;
  if (present.drill) show();
}

function show() {
  if (!mark) {
    Date.now = now; // what the web applications tell in words ("3 days ago") counts from it
    document.head.append(Object.assign(document.createElement('link'), {
      rel: 'stylesheet', href: new URL('../../styles/drill.css', import.meta.url).href
    }));
    mark = Object.assign(document.createElement('a'), { className: 'wubu-drill', href: new URL('desk/drill.html', ROOT).href });
    const [name, time] = ['strong', 'time'].map(tag => mark.appendChild(document.createElement(tag)));
    name.textContent = '演练';
    mark.append('非真实时间');
    mark.clock = time;
    document.body.prepend(mark);
    document.documentElement.classList.add('wubu-in-drill');
    setInterval(paint, 1000);
    setInterval(refresh, EVERY);
  }
  paint();
}

function paint() {
  const text = inWords(now());
  if (mark.clock.textContent !== text) mark.clock.textContent = text;
}

refresh();
