/**
 * Fetches what the page's module loader gives up on after seven seconds, before it asks: on a slow start it then comes
 * from the browser's cache. A configuration that awaits this holds the page back until all is there.
 */
const root = document.querySelector('base').getAttribute('app-root');
const version = new URL(document.querySelector('script[src*="?bust="]').src).search;
const paths = [`${root}/lib/globalize.js`, `${root}/lib/ngDefine.js`,
  ...(window.PLUGIN_PACKAGES || []).map(plugin => `${plugin.location}/${plugin.main}`)];

export const fetched = Promise.all(paths.map(path => fetch(path + version).then(answer => answer.blob()).catch(() => null)));
