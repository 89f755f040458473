/** What Cockpit shows beyond the engine: the ladder of the case an instance belongs to. */
import { el } from '../../../tasklist/scripts/wubu/dom.js';
import { ladder } from '../../../tasklist/scripts/wubu/ladder.js';

const style = new URL('../../../tasklist/scripts/wubu/wubu.css', import.meta.url).href;
document.head.append(el('link', { rel: 'stylesheet', href: style }));

export default [{
  id: 'wubu-ladder',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 5,
  properties: { label: '期限与升级' },
  render: (node, context) => ladder(node, `api/instances/${encodeURIComponent(context.processInstanceId)}/ladder`)
}];
