/** What is due first stands on top, until the officer chooses another order: his choice stands in the address. */

const DUE_FIRST = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

/** A place within Tasklist, as the address names it behind the #, with an order in it. */
function ordered(hash) {
  const [path, query = ''] = hash.replace(/^#/, '').split('?');
  const asked = new URLSearchParams(query);
  if (!asked.has('sorting')) asked.set('sorting', DUE_FIRST);
  return `#${path || '/'}?${asked}`;
}

function orderAddress() {
  if (!location.hash.includes('sorting=')) history.replaceState(history.state, '', ordered(location.hash));
}

/** A link back to Tasklist itself, as the name on top is one. */
function orderLink(event) {
  const link = event.target.closest?.('a[href]');
  if (!link || !link.getAttribute('href') || link.hash.includes('sorting=')) return;
  if (link.origin + link.pathname === location.origin + location.pathname) link.hash = ordered(link.hash);
}

/** Orders the list Tasklist opens with, and the lists its own links and typed addresses lead to. */
export function dueFirst() {
  orderAddress();
  addEventListener('popstate', orderAddress);
  addEventListener('hashchange', orderAddress);
  addEventListener('click', orderLink, true);
}
