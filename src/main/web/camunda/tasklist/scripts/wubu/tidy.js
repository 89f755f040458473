/** Leaves out of Tasklist what only engineers read: search criteria, tabs, the engine's own words in notices. */

const CRITERIA = new Set(['案件编号', '点位、县区', '任务名称', '办理人', '办理期限', '无办理期限', '到达时间']);
const TABS = new Set(['办理记录', '点位、县区']);
const CHINESE = /[\u4e00-\u9fff]/;

const words = node => node.textContent.trim();

function tidy() {
  for (const choice of document.querySelectorAll('.tasks-list .search-container > ul[uib-typeahead-popup] > li')) choice.hidden = !CRITERIA.has(words(choice));
  for (const tab of document.querySelectorAll('.task-details .nav-tabs > li')) tab.hidden = TABS.has(words(tab));
  for (const notice of document.querySelectorAll('[notifications-panel] .message')) notice.hidden = words(notice) !== '' && !CHINESE.test(words(notice));
}

let waiting = false;

/** Tidies now and after every change of the page. */
export function keepTidy() {
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      tidy();
    });
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  tidy();
}
