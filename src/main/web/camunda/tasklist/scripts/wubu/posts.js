/** Who is signed in, and the choice of the post to act under for whoever holds several. */
import { el, toast } from './dom.js';
import { send } from './api.js';

const key = post => `${post.role}@${post.regionCode}`;

async function choose(event, me) {
  const post = me.posts.find(one => key(one) === event.target.value);
  try {
    await send('PUT', 'api/me/post', { role: post.role, regionCode: post.regionCode });
    location.reload();
  } catch (refusal) {
    event.target.value = key(me);
    toast(refusal.message);
  }
}

/** The post as text; with several, a list to choose from, which takes effect at once. */
export function postOf(me) {
  if (me.posts.length < 2) return el('span', {}, me.post);
  return el('label', { className: 'wubu-posts' }, '以岗位 ',
    el('select', { 'aria-label': '办理岗位', onchange: event => choose(event, me) },
      me.posts.map(post => el('option', { value: key(post), selected: key(post) === key(me) }, post.post))), ' 办理');
}
