import { fetched } from '../../welcome/scripts/wubu/prefetch.js';
import { dueFirst } from './wubu/order.js';

dueFirst();
await fetched;

/** Chinese, whatever the browser prefers, until the user chooses English in the bar. */
const language = localStorage.getItem('wubu.language') === 'en' ? 'en' : 'zh';

export default {
  app: { name: '待办', vendor: '五步督察 ·' },
  locales: { availableLocales: [language], fallbackLocale: 'zh' },
  dateFormat: { monthName: 'M月', day: 'D', abbr: 'MM-DD HH:mm', normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm', short: 'YYYY-MM-DD' },
  disableWelcomeMessage: true,
  customScripts: ['../welcome/scripts/wubu/brand', 'scripts/wubu/plugin'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '认领当前任务' },
    focusFilter: { key: 'ctrl+shift+f', description: '转到第一个待办分类' },
    focusList: { key: 'ctrl+alt+l', description: '转到列表中的第一项任务' },
    focusForm: { key: 'ctrl+alt+f', description: '转到表单的第一个输入框' }
  }
};
