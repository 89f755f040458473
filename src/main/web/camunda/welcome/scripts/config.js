import { fetched } from './wubu/prefetch.js';

await fetched;

/** Chinese, whatever the browser prefers, until the user chooses English in the bar. */
const language = localStorage.getItem('wubu.language') === 'en' ? 'en' : 'zh';

/** Our own pages that the signed-in post has business on. */
const LINKS = [
  { way: 'ledger', label: '问题台账', href: '../../../../desk/ledger.html', description: '查询问题、期限与案卷' },
  { way: 'report', label: '上报问题', href: '../../../../desk/report.html', description: '登记现场发现的问题' },
  { way: 'accounts', label: '账号与岗位', href: '../../../../desk/accounts.html', description: '开立、停用账号，授予岗位' },
  { way: 'audit', label: '审计记录', href: '../../../../desk/audit.html', description: '查询、校验和导出审计记录' },
  { way: null, label: '修改口令', href: '../../../../desk/password.html', description: '修改本人的口令' }
];
const me = await fetch(new URL('../../../../api/me', import.meta.url))
  .then(answer => (answer.ok ? answer.json() : { ways: [] }))
  .catch(() => ({ ways: [] }));

export default {
  app: { name: '首页', vendor: '五步督察 ·' },
  locales: { availableLocales: [language], fallbackLocale: 'zh' },
  dateFormat: { monthName: 'M月', day: 'D', abbr: 'MM-DD HH:mm', normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm', short: 'YYYY-MM-DD' },
  disableWelcomeMessage: true,
  customScripts: ['../welcome/scripts/wubu/brand'],
  links: LINKS.filter(link => !link.way || me.ways.includes(link.way))
};
