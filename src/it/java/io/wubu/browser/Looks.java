package io.wubu.browser;

import java.util.List;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/** Whether the paper on the screen can be read: Chinese only, no raw id or enumeration, nothing cut off. */
final class Looks {

    /** Words in Latin letters that officers know; any other is a raw name or English left over. */
    private static final String KNOWN = "VOCs|PM2\\\\.5|PM10|JPG|JPEG|PNG|MB|GPS";

    /** Numbers of cases and rounds, file names of photos, credit codes. */
    private static final String NUMBERS =
            "(PB|IV|SI|RD|LT|SL)-[0-9A-Z-]+|2017Q-R\\\\d+|[^\\\\s]+\\\\.(png|jpe?g)|9[0-9A-Z]{17}";

    private static final String FAULTS =
            """
            const faults = [];
            const form = document.querySelector('form.wubu-paper');
            const shown = node => node.checkVisibility({visibilityProperty: true}) && node.getBoundingClientRect().width > 1;
            const name = node => node.tagName.toLowerCase() + (node.id ? '#' + node.id : '')
              + (node.name ? '[' + node.name + ']' : '') + (node.className && node.className.trim ? '.' + node.className.trim().replace(/\\s+/g, '.') : '');
            const read = (text, node) => {
              const rest = text.replace(/%1$s/g, '').replace(/%2$s/g, '');
              if (/undefined|null|NaN|\\{\\{|\\}\\}|\\[object|[A-Za-z]{2,}/.test(rest)) faults.push('text “' + text.trim() + '” in ' + name(node));
            };
            const words = document.createTreeWalker(form, NodeFilter.SHOW_TEXT);
            while (words.nextNode()) {
              const node = words.currentNode.parentElement;
              if (words.currentNode.data.trim() && node.closest('script') === null
                && (shown(node) || node.tagName === 'OPTION' && shown(node.closest('select')))) read(words.currentNode.data, node);
            }
            for (const node of form.querySelectorAll('*')) {
              if (!shown(node) || node.tagName === 'OPTION') continue;
              const own = node.matches('input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea');
              if (own) read(node.value + ' ' + node.placeholder, node);
              const style = getComputedStyle(node);
              const scrolls = ['auto', 'scroll'].includes(style.overflowX);
              if (style.display !== 'inline' && !scrolls && (!own || node.readOnly) && node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0)
                faults.push('cut off: ' + name(node) + ' ' + node.scrollWidth + ' > ' + node.clientWidth);
            }
            const page = document.scrollingElement;
            if (page.scrollWidth > window.innerWidth) faults.push('the page is ' + page.scrollWidth + ' wide');
            return faults;
            """;

    private Looks() {}

    /** What is wrong with the look of the paper on the screen. */
    @SuppressWarnings("unchecked")
    static List<String> faults(WebDriver browser) {
        return (List<String>) ((JavascriptExecutor) browser).executeScript(FAULTS.formatted(NUMBERS, KNOWN));
    }
}
