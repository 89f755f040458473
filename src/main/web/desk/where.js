/** Where a browser may be sent by what an address says: to pages of ours, nowhere else. */

/** A path in one way of writing, without what parsers drop, turn or decode differently. */
const PLAIN = /^\/(?![/\\])[^\\\s\p{Cc}]*$/u;

/** Our pages below the application's root; the page of signing in itself would lead in a circle. */
const PAGE = /^(desk\/(?!sign-in\.|setup\.)[a-z-]+\.html|camunda\/(app\/([a-z]+\/([a-z]+\/)?)?)?)$/;

/** The page that `next` names as an absolute address, or null; `root` is the application's own address, ending in a slash. */
export function ours(next, root) {
  if (typeof next !== 'string' || !PLAIN.test(next)) return null;
  const home = new URL(root);
  let page;
  try {
    page = new URL(next, home.origin);
  } catch {
    return null;
  }
  const own = page.origin === home.origin && !page.username && !page.password && page.pathname.startsWith(home.pathname);
  if (!own || !PAGE.test(page.pathname.slice(home.pathname.length))) return null;
  if (page.hash.startsWith('#/login')) page.hash = '';
  return page.href;
}
