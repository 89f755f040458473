import { fetched } from '../../welcome/scripts/wubu/prefetch.js';

await fetched;

/** Chinese, whatever the browser prefers, until the user chooses English in the bar. */
const language = localStorage.getItem('wubu.language') === 'en' ? 'en' : 'zh';

export default {
  app: { name: '监控', vendor: '五步督察 ·' },
  locales: { availableLocales: [language], fallbackLocale: 'zh' },
  dateFormat: { monthName: 'M月', day: 'D', abbr: 'MM-DD HH:mm', normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm', short: 'YYYY-MM-DD' },
  disableWelcomeMessage: true,
  previewHtml: false,
  customScripts: ['../welcome/scripts/wubu/brand', 'scripts/wubu/plugin']
};
