import { fetched } from './wubu/prefetch.js';

await fetched;

/** Chinese, whatever the browser prefers, until the user chooses English in the bar. */
const language = localStorage.getItem('wubu.language') === 'en' ? 'en' : 'zh';

export default {
  app: { name: '首页', vendor: '五步督察 ·' },
  locales: { availableLocales: [language], fallbackLocale: 'zh' },
  dateFormat: { monthName: 'M月', day: 'D', abbr: 'MM-DD HH:mm', normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm', short: 'YYYY-MM-DD' },
  disableWelcomeMessage: true,
  customScripts: ['../welcome/scripts/wubu/brand'],
  links: [
    { label: '问题台账', href: '../../../../desk/ledger.html', description: '查询问题、期限与案卷' },
    { label: '上报问题', href: '../../../../desk/report.html', description: '登记现场发现的问题' }
  ]
};
