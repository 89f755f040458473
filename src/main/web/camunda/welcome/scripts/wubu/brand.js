/** What every web application does on start: states its language and shows our mark in the browser's tab. */
import './present.js';

const english = localStorage.getItem('wubu.language') === 'en';
document.documentElement.lang = english ? 'en' : 'zh-CN';

const icon = document.querySelector('link[rel~=icon]') ?? document.head.appendChild(document.createElement('link'));
icon.rel = 'icon';
icon.type = 'image/svg+xml';
icon.href = new URL('../../styles/mark.svg', import.meta.url).href;

export default [];
